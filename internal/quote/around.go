package quote

import (
	"unicode/utf8"
)

// ellipsis marks where Around cut.
const ellipsis = "…"

// Around is what the passage or passages of a quote say before and after it,
// as the text has it, white space next to the quote included. Where a side is
// longer than max code points it is cut between words, with "…" for the rest and
// max counting it; max of 0 or less gives nothing.
func (d *Document) Around(a Anchor, max int) (before, after string) {
	if max <= 0 || a.Start < 0 || a.End > d.length || a.Start >= a.End {
		return "", ""
	}
	if p, ok := d.PassageAt(a.Start); ok {
		before = lastWords(d.Slice(p.Start, a.Start), max)
	}
	if p, ok := d.PassageAt(a.End - 1); ok {
		after = firstWords(d.Slice(a.End, p.End), max)
	}
	return before, after
}

// firstWords cuts s behind a word so that it has at most limit code points.
func firstWords(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	end := 0
	for at, left := 0, limit-1; at < len(s); {
		size, kind := nextToken(s[at:])
		left -= utf8.RuneCountInString(s[at : at+size])
		if left < 0 {
			break
		}
		at += size
		if kind != space {
			end = at
		}
	}
	return s[:end] + ellipsis
}

// lastWords cuts s before a word so that it has at most limit code points.
func lastWords(s string, limit int) string {
	over := utf8.RuneCountInString(s) - limit
	if over <= 0 {
		return s
	}
	start := len(s)
	for at, drop := 0, over+1; at < len(s); {
		size, kind := nextToken(s[at:])
		if drop <= 0 && kind != space {
			start = at
			break
		}
		drop -= utf8.RuneCountInString(s[at : at+size])
		at += size
	}
	return ellipsis + s[start:]
}
