package quote

import "unicode/utf8"

// Shorten cuts the words around a quote, as Around gives them, down to at most
// limit code points on each side, between words, with "…" for the rest. A limit
// of 0 or less leaves nothing.
func Shorten(before, after string, limit int) (string, string) {
	if limit <= 0 {
		return "", ""
	}
	return lastWords(before, limit), firstWords(after, limit)
}

// Reach is where the words that Around shows begin and end, in code points of
// the text. With a max of 0 or less it is the quote itself.
func (d *Document) Reach(a Anchor, max int) (start, end int) {
	before, after := d.Around(a, max)
	start, end = a.Start-utf8.RuneCountInString(before), a.End+utf8.RuneCountInString(after)
	if d.Slice(start, a.Start) != before {
		start++ // in the place of what was cut stands one sign
	}
	if d.Slice(a.End, end) != after {
		end--
	}
	return start, end
}
