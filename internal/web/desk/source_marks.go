package desk

import (
	"slices"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	view "claimdesk/views/desk"
)

// marks parts a passage's text where a quote or a found word begins or ends.
// Quotes may overlap: of several the one of the claim bench, then the shortest
// gives a piece its stance, and each ends with its own reference. A reference
// leads to #eID of the evidence on its claim's workbench; it shows the number of
// the evidence for the claim bench, which is the page's own, and the number of
// the claim for others. Offsets are code points of the whole text, as in
// quote.Span.
func marks(p quote.Passage, quoted []factcheck.Quoted, find string, bench int64) []view.Piece {
	text := []rune(p.Text)
	spans := spansIn(p, quoted)
	found := findIn(text, find)
	var pieces []view.Piece
	at := 0
	for _, end := range cuts(len(text), spans, found) {
		piece := view.Piece{Text: string(text[at:end]), Found: covered(found, at)}
		piece.Stance, piece.Other = stanceAt(spans, at, bench)
		for _, s := range spans {
			if s.to == end && s.last {
				piece.Refs = append(piece.Refs, refTo(s.quoted, bench))
			}
		}
		pieces = append(pieces, piece)
		at = end
	}
	return pieces
}

// spanIn is the part of a quote that lies in one passage, in code points of
// the passage.
type spanIn struct {
	from, to int
	quoted   factcheck.Quoted
	last     bool // the quote ends here
}

func spansIn(p quote.Passage, quoted []factcheck.Quoted) []spanIn {
	var spans []spanIn
	for _, q := range quoted {
		for i, s := range q.Spans {
			from, to := max(s.Start, p.Start)-p.Start, min(s.End, p.End)-p.Start
			if from < to {
				last := i == len(q.Spans)-1 && s.End <= p.End
				spans = append(spans, spanIn{from, to, q, last})
			}
		}
	}
	return spans
}

// cuts are the offsets at which a piece ends, in order, the last of them the
// length of the text.
func cuts(length int, spans []spanIn, found [][2]int) []int {
	at := []int{length}
	for _, s := range spans {
		at = append(at, s.from, s.to)
	}
	for _, f := range found {
		at = append(at, f[0], f[1])
	}
	slices.Sort(at)
	at = slices.Compact(at)
	if len(at) > 1 && at[0] == 0 {
		return at[1:]
	}
	return at
}

// stanceAt is the stance of the words at an offset, and whether it is another
// claim's than bench: of several quotes the bench's own counts, then the
// shortest.
func stanceAt(spans []spanIn, at int, bench int64) (stance string, other bool) {
	var best *spanIn
	for i, s := range spans {
		if at < s.from || at >= s.to {
			continue
		}
		if best == nil || s.before(*best, bench) {
			best = &spans[i]
		}
	}
	if best == nil {
		return "", false
	}
	return string(best.quoted.Stance), bench != 0 && best.quoted.ClaimID != bench
}

// before tells whether a quote counts more than another one over the same
// words.
func (s spanIn) before(other spanIn, bench int64) bool {
	if own := s.quoted.ClaimID == bench; own != (other.quoted.ClaimID == bench) {
		return own
	}
	return s.to-s.from < other.to-other.from
}

// covered tells whether an offset lies in one of the places, which are in order
// and do not overlap.
func covered(found [][2]int, at int) bool {
	after, is := slices.BinarySearchFunc(found, at, func(f [2]int, at int) int { return f[0] - at })
	return is || after > 0 && at < found[after-1][1]
}

func refTo(q factcheck.Quoted, bench int64) view.Ref {
	anchor := "#e" + number(q.EvidenceID)
	if q.ClaimID == bench {
		return view.Ref{Label: strconv.Itoa(q.Position), About: "Evidence ", Stance: string(q.Stance), Href: anchor}
	}
	claim := number(q.ClaimID)
	return view.Ref{Label: "#" + claim, About: "Quoted in claim ", Stance: string(q.Stance), Href: "/desk/claims/" + claim + anchor}
}
