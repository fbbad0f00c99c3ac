package quote

import (
	"fmt"
	"strings"
	"unicode"
)

// FindAt takes a quote by position: the words must stand between these code
// points (a TextPositionSelector), letter for letter but for white space. White
// space at the ends of the range is left out of the anchor. A quote with words
// left out must begin and end there. It fails as Find does.
func (d *Document) FindAt(exact string, start, end int) (Anchor, error) {
	q, err := parse(Selector{Exact: exact})
	if err != nil {
		return Anchor{}, err
	}
	if err := d.checkRange(start, end); err != nil {
		return Anchor{}, err
	}
	a, err := d.findAt(q, start, end)
	return a, d.offering(err, q, start, end)
}

// findAt is FindAt without offers.
func (d *Document) findAt(q query, start, end int) (Anchor, error) {
	from, to := d.narrow(start, end)
	if foldSpace(d.text[from:to]) == q.exact {
		return d.takeRange(from, to)
	}
	if len(q.parts) > 1 {
		return d.findSpansAt(q, from, to)
	}
	return Anchor{}, &NotFound{Nearest: d.nearest(q.exact)}
}

// checkRange refuses a range that is none.
func (d *Document) checkRange(start, end int) error {
	switch {
	case start < 0 || start >= d.length:
		return &Malformed{"start", fmt.Sprintf("The text has characters 0 to %d: %d is none of them.", d.length, start)}
	case end <= start || end > d.length:
		return &Malformed{"end", fmt.Sprintf("The end must lie after %d and not beyond %d.", start, d.length)}
	}
	return nil
}

// narrow turns a range of code points into bytes without white space at the
// ends.
func (d *Document) narrow(start, end int) (from, to int) {
	from, to = d.byteAt(start), d.byteAt(end)
	body := strings.TrimLeftFunc(d.text[from:to], unicode.IsSpace)
	from = to - len(body)
	return from, from + len(strings.TrimRightFunc(body, unicode.IsSpace))
}

// takeRange makes an anchor of bytes that are known to be the quote.
func (d *Document) takeRange(from, to int) (Anchor, error) {
	b := borders{text: d.text}
	switch {
	case !b.at(from):
		return Anchor{}, &Malformed{"start", "The quote begins inside a character: take in its accents and joined signs."}
	case !b.at(to):
		return Anchor{}, &Malformed{"end", "The quote ends inside a character: take in its accents and joined signs."}
	}
	span := Span{Start: d.pointAt(from), End: d.pointAt(to), Exact: d.text[from:to]}
	if n := span.End - span.Start; n > MaxQuote {
		return Anchor{}, tooLong(n)
	}
	return d.anchorOf([]Span{span}), nil
}

// findSpansAt places the parts of a quote so that they begin and end at these
// bytes.
func (d *Document) findSpansAt(q query, from, to int) (Anchor, error) {
	if err := q.checkParts(); err != nil {
		return Anchor{}, err
	}
	s := d.search(q.parts, searchLimit/len(q.parts))
	last := len(q.parts) - 1
	starts, ends := borders{text: d.text}, borders{text: d.text}
	s.places[0] = keep(s.places[0], func(at int) bool { return s.from(&starts, at) == from })
	s.places[last] = keep(s.places[last], func(at int) bool { return s.to(&ends, at+len(q.parts[last])) == to })
	return d.settle(q, s)
}
