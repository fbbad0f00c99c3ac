package desk

import "strconv"

// BearingView are the passages of a source that bear on the claim, the best
// first. Shown false leaves the part out: there is nothing to rank.
type BearingView struct {
	Shown    bool
	Language string // of the source, BCP 47
	Items    []BearingPassage
}

// BearingPassage is one of them. Pieces are some of its words; what is marked
// as found in them stands in the claim too.
type BearingPassage struct {
	Number int
	Score  float64 // above 0, about 1 at most
	Href   string  // of the passage in the reader
	Take   string  // of the form that quotes from it
	Pieces []Piece
}

// meter is the score as its bar has it.
func (p BearingPassage) meter() string { return strconv.FormatFloat(min(p.Score, 1), 'f', 2, 64) }
