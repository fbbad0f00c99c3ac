package factcheck

import "claimdesk/internal/quote"

// Wide is the Around of a source whose quotes are shown with the whole passages
// that they stand in, and the passages beside these.
const Wide = 1_000_000

// Arounds are how many code points of the words beside a quote readers may be
// shown, from much to nothing: the more of a source is quoted, the less.
var Arounds = []int{Wide, 240, 160, 100, 60, 30, 0}

// Share is how much of a source that is not free to republish its quotes make
// public. Counts are of words; what two quotes share is counted once.
type Share struct {
	Free   bool // everything may be shown: the rest is not reckoned
	Words  int  // of the source's newest text
	Quoted int  // in the quotes
	Shown  int  // in the quotes with what is shown around them
	Limit  int  // the most that is to be shown
	Around int  // code points beside each quote, one of Arounds
	Long   int  // quotes that have more words than one should have
}

// Percent is how much of the text the quotes alone are, rounded up.
func (s Share) Percent() int { return percent(s.Quoted, s.Words) }

// ShownPercent is how much of the text is shown, rounded up.
func (s Share) ShownPercent() int { return percent(s.Shown, s.Words) }

// Over tells whether the quotes alone are more than the limit.
func (s Share) Over() bool { return !s.Free && s.Quoted > s.Limit }

func percent(n, of int) int {
	if of == 0 {
		return 0
	}
	return (100*n + of - 1) / of
}

// Shorten cuts the words around quotes down to what readers may be shown of
// some sources, in code points.
func (n *Content) Shorten(arounds map[int64]int) {
	for i := range n.Evidence {
		e := &n.Evidence[i]
		if most, is := arounds[e.Source.ID]; is {
			e.Before, e.After = quote.Shorten(e.Before, e.After, most)
		}
	}
}

// Excerpt is the stretch of a source's text that readers are shown of a quote's
// place: its passages and the ones beside them, or less where much of the
// source is quoted. Start and End are code points of the text, Text is what
// stands there, SHA256 in hex is of its UTF-8. Passages are cut to it.
type Excerpt struct {
	Start, End int
	Text       string
	SHA256     string
	Passages   []quote.Passage
}
