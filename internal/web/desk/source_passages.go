package desk

import (
	"strconv"

	"claimdesk/internal/newsroom"
	"claimdesk/internal/quote"
	view "claimdesk/views/desk"
)

// passages are a source's passages as a reader shows them: with what is quoted
// from them and where the words of find stand. bench is as in marks; take gives
// the address at which a passage is quoted from, or "".
func passages(reader newsroom.Reader, find string, bench int64, take func(quote.Passage) string) []view.Passage {
	list := make([]view.Passage, len(reader.Passages))
	for i, p := range reader.Passages {
		list[i] = view.Passage{Number: p.Number, Heading: p.Kind == quote.Heading,
			Pieces: marks(p, reader.Quoted, find, bench), Take: take(p)}
	}
	return list
}

// How many passages are on a page at most: a source of 5 MB has some ten
// thousand.
const partSize = 500

// partOf is the part of a long source that holds passage number from, with the
// first passages of the parts before and after it; 0 where there is none.
func partOf(all []quote.Passage, from int) (part []quote.Passage, before, after int) {
	if len(all) <= partSize {
		return all, 0, 0
	}
	start := max(0, from-1) / partSize * partSize
	end := min(start+partSize, len(all))
	if start > 0 {
		before = start - partSize + 1
	}
	if end < len(all) {
		after = end + 1
	}
	return all[start:end], before, after
}

// shownPart says which passages are on the page; "" when all are.
func shownPart(part []quote.Passage, all int) string {
	if len(part) == all {
		return ""
	}
	return "Passages " + strconv.Itoa(part[0].Number) + " to " + strconv.Itoa(part[len(part)-1].Number) + " of " + strconv.Itoa(all)
}
