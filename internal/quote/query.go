package quote

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// query is a selector made ready for the search: NFC, white space folded.
type query struct {
	exact          string
	parts          []string // exact, cut where words are left out
	prefix, suffix string
}

// contextBytes bounds how much of a prefix or suffix is compared.
const contextBytes = 512

// parse checks a selector and prepares it.
func parse(sel Selector) (query, error) {
	q := query{exact: foldSpace(norm.NFC.String(sel.Exact))}
	if err := checkUTF8(sel); err != nil {
		return q, err
	}
	switch n := utf8.RuneCountInString(q.exact); {
	case sel.Exact == "":
		return q, &Malformed{"exact", "The quote is empty."}
	case n == 0:
		return q, &Malformed{"exact", "The quote holds nothing but white space."}
	case n > MaxQuote:
		return q, &Malformed{"exact", fmt.Sprintf("The quote has %d characters; %d is the most.", n, MaxQuote)}
	}
	q.parts = cutAtGaps(q.exact)
	q.prefix = tail(foldInner(norm.NFC.String(sel.Prefix)), contextBytes)
	q.suffix = head(foldInner(norm.NFC.String(sel.Suffix)), contextBytes)
	return q, nil
}

// checkUTF8 refuses a selector that is not text, naming the byte.
func checkUTF8(sel Selector) error {
	fields := []struct{ name, value string }{
		{"exact", sel.Exact}, {"prefix", sel.Prefix}, {"suffix", sel.Suffix},
	}
	for _, f := range fields {
		if at := invalidAt(f.value); at >= 0 {
			return &Malformed{f.name, (&InvalidUTF8{Offset: at}).Error()}
		}
	}
	return nil
}

// cutAtGaps cuts a folded quote at […] and [...].
func cutAtGaps(exact string) []string {
	parts := strings.Split(strings.ReplaceAll(exact, "[...]", "[…]"), "[…]")
	for i, part := range parts {
		parts[i] = strings.Trim(part, " ")
	}
	return parts
}

// checkParts refuses a quote with words left out that cannot be one.
func (q query) checkParts() error {
	if len(q.parts) > MaxSpans {
		return &Malformed{"exact", fmt.Sprintf("The quote has %d parts; %d is the most.", len(q.parts), MaxSpans)}
	}
	for _, part := range q.parts {
		if part == "" {
			return &Malformed{"exact", "[…] must stand between words of the quote."}
		}
	}
	return nil
}

// tail is the end of s, of at most limit bytes and whole code points.
func tail(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	s = s[len(s)-limit:]
	for s != "" && !utf8.RuneStart(s[0]) {
		s = s[1:]
	}
	return s
}

// head is the beginning of s, of at most limit bytes and whole code points.
func head(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	for limit > 0 && !utf8.RuneStart(s[limit]) {
		limit--
	}
	return s[:limit]
}
