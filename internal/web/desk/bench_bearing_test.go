package desk

import (
	"strings"
	"testing"

	"claimdesk/internal/match"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/quote"
)

// marked ranks one passage for a claim, and gives its excerpt with what is
// marked in brackets.
func marked(text, claim string) string {
	p := newsroom.RankedPassage{Passage: quote.Passage{Text: text}}
	for _, hit := range match.NewPassages("en", []string{text}).Rank(claim, 1) {
		p.Words = hit.Words
	}
	var out strings.Builder
	for _, piece := range excerpt(p) {
		if piece.Found {
			out.WriteString("[" + piece.Text + "]")
		} else {
			out.WriteString(piece.Text)
		}
	}
	return out.String()
}

func TestAnExcerptShowsTheClaimsWords(t *testing.T) {
	rest := strings.Repeat(" and so the day went on", 20)
	for _, test := range []struct{ text, claim, want string }{
		{"The chair is empty.", "Empty chairs", "The [chair] is [empty]."},
		{"Nobody came.", "Zirkonfalter", "Nobody came."},
		{"The chair is empty" + rest, "an empty chair", "The [chair] is [empty]" + rest[:99] + " …"},
		{"One envoy came." + rest + ". Then the envoy was recalled in protest by the ministry.", "The ministry recalled its envoy in protest",
			"… so the day went on. Then the [envoy] was [recalled] in [protest] by the [ministry]."},
		{strings.Repeat("空", 300), "Zirkonfalter", strings.Repeat("空", 120) + " …"},
		{"", "Zirkonfalter", ""},
	} {
		if got := marked(test.text, test.claim); got != test.want {
			t.Errorf("%q of %.30q: %q, want %q", test.claim, test.text, got, test.want)
		}
	}
}
