package quote

import "strings"

// The measures of a quote.
const (
	// MaxQuote is the most code points that a quote may have.
	MaxQuote = 5000
	// MaxSpans is the most spans that a quote with words left out may have.
	MaxSpans = 20
	// MaxMatches is the most places that an Ambiguous lists.
	MaxMatches = 20
	// ContextLength is how many code points of the text an anchor's prefix
	// and suffix hold, fewer only at the text's start and end.
	ContextLength = 32
	// Gap stands between the spans of a quote that leaves words out.
	Gap = " […] "
)

// Selector is what a person or a client sends: the quote as typed and, where
// known, what stands before and after it (a W3C TextQuoteSelector). "[…]" and
// "[...]" inside Exact say that words are left out.
type Selector struct {
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

// Span is one unbroken piece of the text; Exact is what the text says between
// Start and End.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Exact string `json:"exact"`
}

// Anchor is a quote that was found. Exact holds the source's own words, the
// spans joined with Gap; Start is the first span's, End the last span's. Prefix
// and Suffix are the ContextLength code points around it, as the text has them.
type Anchor struct {
	Exact  string `json:"exact"`
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Spans  []Span `json:"spans"`
}

// anchorOf makes an anchor of spans that stand in the text.
func (d *Document) anchorOf(spans []Span) Anchor {
	a := Anchor{Spans: spans, Start: spans[0].Start, End: spans[len(spans)-1].End, Exact: joinSpans(spans)}
	a.Prefix, a.Suffix = d.context(a.Start, a.End)
	return a
}

// context is the ContextLength code points on either side of a range.
func (d *Document) context(start, end int) (prefix, suffix string) {
	return d.Slice(start-ContextLength, start), d.Slice(end, end+ContextLength)
}

// joinSpans is the words of the spans with Gap between them.
func joinSpans(spans []Span) string {
	words := make([]string, len(spans))
	for i, s := range spans {
		words[i] = s.Exact
	}
	return strings.Join(words, Gap)
}
