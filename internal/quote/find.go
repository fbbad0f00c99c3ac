package quote

import (
	"fmt"
	"slices"
	"unicode/utf8"
)

// searchLimit is the most places that are looked at for one quote. Words that
// stand more often than that are told apart by nothing but more words.
const searchLimit = 1_000_000

// Find looks for a quote, letter for letter but for white space: any run of it
// matches any other. Where the words stand once, prefix and suffix do not
// matter; where they stand several times, these must fit exactly one place. It
// fails with *Malformed, *NotFound (with offers where only signs differ) or
// *Ambiguous.
func (d *Document) Find(sel Selector) (Anchor, error) {
	q, err := parse(sel)
	if err != nil {
		return Anchor{}, err
	}
	a, err := d.find(q)
	return a, d.offering(err, q, 0, d.length)
}

// find is Find without offers.
func (d *Document) find(q query) (Anchor, error) {
	whole := d.search([]string{q.exact}, searchLimit)
	if whole.found() || len(q.parts) == 1 {
		return d.settle(q, whole)
	}
	if err := q.checkParts(); err != nil {
		return Anchor{}, err
	}
	return d.settle(q, d.search(q.parts, searchLimit/len(q.parts)))
}

// settle makes an anchor of the one place that is meant, or says why it
// cannot.
func (d *Document) settle(q query, s *search) (Anchor, error) {
	if part := s.missing(); part >= 0 {
		if s.inside[part] {
			return Anchor{}, &Malformed{"exact", "The quote begins or ends inside a character: take in its accents and joined signs."}
		}
		return Anchor{}, &NotFound{Nearest: d.nearest(q.parts[part])}
	}
	if s.cutShort && len(s.parts) > 1 {
		return Anchor{}, &Malformed{"exact", "A part of the quote stands too often in the source: add words to it."}
	}
	all := s.combinations(nil, MaxMatches)
	switch {
	case len(all) == 0:
		return Anchor{}, &NotFound{Nearest: d.nearest(q.exact)}
	case len(all) == 1:
		return d.anchor(s, all[0])
	case s.cutShort:
		return Anchor{}, d.ambiguous(s, all)
	}
	if only := q.meant(s); only != nil {
		return d.anchor(s, only)
	}
	return Anchor{}, d.ambiguous(s, all)
}

// meant is the one way to place the parts that the context fits, or nil.
func (q query) meant(s *search) []int {
	for _, fits := range q.fits() {
		if fitting := s.combinations(fits, 2); len(fitting) == 1 {
			return fitting[0]
		} else if len(fitting) > 1 {
			break
		}
	}
	return nil
}

// anchor turns the places of a quote's parts into what is stored.
func (d *Document) anchor(s *search, places []int) (Anchor, error) {
	spans := make([]Span, len(places))
	for i, at := range places {
		from, to := s.bounds(i, at)
		start := d.pointAt(from)
		length := utf8.RuneCountInString(d.text[from:to])
		if length > MaxQuote {
			return Anchor{}, tooLong(length)
		}
		spans[i] = Span{Start: start, End: start + length, Exact: d.text[from:to]}
	}
	return d.anchorOf(spans), nil
}

// ambiguous lists the places that a quote may mean. Where only a part in the
// middle may stand in several places, no place can be chosen: that is refused.
func (d *Document) ambiguous(s *search, all [][]int) error {
	var matches []Match
	for _, places := range all {
		from, _ := s.bounds(0, places[0])
		_, to := s.bounds(len(places)-1, places[len(places)-1])
		m := Match{Start: d.pointAt(from), End: d.pointAt(to)}
		m.Prefix, m.Suffix = d.context(m.Start, m.End)
		if !slices.Contains(matches, m) {
			matches = append(matches, m)
		}
	}
	if len(matches) == 1 {
		return &Malformed{"exact", "A part in the middle of the quote stands there more than once: add words to it."}
	}
	return &Ambiguous{Matches: matches}
}

// tooLong refuses words that the source spreads over more than MaxQuote code
// points.
func tooLong(n int) *Malformed {
	return &Malformed{"exact", fmt.Sprintf(
		"With the white space that the source has, the quote is %d characters long; %d is the most.", n, MaxQuote)}
}
