package desk

import (
	"context"
	"strconv"
	"unicode"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/quote"
	view "claimdesk/views/desk"
)

// Of the passages that bear on a claim three are named, and up to five when the
// others are at least half as good as the best.
const (
	bearingNamed  = 3
	bearingMost   = 5
	bearingAsGood = 0.5
)

// benchBearing names the passages of the open source that bear on the claim.
// Part is what of the source is on the page, path is the bench with the source
// open, and take the address at which a passage is quoted, but for its number.
func (d *Desk) benchBearing(ctx context.Context, by factcheck.Actor, page *view.BenchView, part []quote.Passage, path, take string) error {
	source := page.Reader.Source
	found, err := d.room.Bearing(ctx, by, source.ID, page.Claim.Text, bearingMost)
	if err != nil {
		return err
	}
	v := view.BearingView{Shown: true, Language: source.Language}
	for i, p := range found {
		if i >= bearingNamed && p.Score < bearingAsGood*found[0].Score {
			break
		}
		v.Items = append(v.Items, view.BearingPassage{Number: p.Number, Score: p.Score, Href: passageHref(p.Number, part, path),
			Take: take + strconv.Itoa(p.Number), Pieces: excerpt(p)})
	}
	page.Reader.Bearing = v
	return nil
}

// An excerpt has so many code points at most, and begins at most so many before
// the first word that is marked.
const (
	excerptLength = 120
	excerptBefore = 30
)

// excerpt is the stretch of a passage that has most of the claim's words, with
// these marked.
func excerpt(p newsroom.RankedPassage) []view.Piece {
	text, first := []rune(p.Text), densest(p)
	from := 0
	if first < len(p.Words) && p.Words[first].Start > excerptBefore {
		from = nextWord(text, p.Words[first].Start-excerptBefore, p.Words[first].Start)
	}
	to := min(len(text), from+excerptLength)
	if to < len(text) {
		to = lastWord(text, max(from, to-excerptBefore), to)
	}
	var pieces []view.Piece
	if from > 0 {
		pieces = append(pieces, view.Piece{Text: "… "})
	}
	at := from
	for _, w := range p.Words[first:] {
		if w.End > to {
			break
		}
		pieces = append(pieces, view.Piece{Text: string(text[at:w.Start])}, view.Piece{Text: string(text[w.Start:w.End]), Found: true})
		at = w.End
	}
	pieces = append(pieces, view.Piece{Text: string(text[at:to])})
	if to < len(text) {
		pieces = append(pieces, view.Piece{Text: " …"})
	}
	return pieces
}

// densest is the index of the marked word from which on most marked words
// stand within an excerpt; 0 when none is marked.
func densest(p newsroom.RankedPassage) int {
	best, most, end := 0, 0, 0
	for i, w := range p.Words {
		for end < len(p.Words) && p.Words[end].End <= w.Start+excerptLength-excerptBefore {
			end++
		}
		if end-i > most {
			best, most = i, end-i
		}
	}
	return best
}

// nextWord is where a word begins at or after from, or most.
func nextWord(text []rune, from, most int) int {
	for from < most && !unicode.IsSpace(text[from-1]) {
		from++
	}
	return from
}

// lastWord is where a word ends at or before to; to itself when none ends after
// least.
func lastWord(text []rune, least, to int) int {
	for at := to; at > least; at-- {
		if unicode.IsSpace(text[at]) {
			return at
		}
	}
	return to
}
