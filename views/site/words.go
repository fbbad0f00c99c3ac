package site

import (
	"strings"

	"claimdesk/internal/factcheck"
)

// inItsWords tells whether the claim stands as it was said where it was seen.
// Only then is it set in quotation marks. Quotation marks and a full stop
// around it do not count.
func inItsWords(c factcheck.Content) bool {
	for _, a := range c.Appearances {
		if a.Said != "" && bare(a.Said) == bare(c.Claim) {
			return true
		}
	}
	return false
}

// bare is a sentence without quotation marks around it and the stop at its end.
func bare(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.TrimRight(unquoted(s), ".!…։")
}

// unquoted takes one pair of quotation marks from around a text.
func unquoted(s string) string {
	for _, pair := range []string{`""`, "“”", "«»", "„“", "''", "‘’"} {
		r := []rune(pair)
		begin, end := string(r[0]), string(r[1])
		inner, whole := strings.CutPrefix(s, begin)
		if inner, ends := strings.CutSuffix(inner, end); whole && ends && !strings.ContainsAny(inner, pair) {
			return inner
		}
	}
	return s
}

// claimed is the claim as a line of text: in quotation marks when these are
// the words in which it was said.
func claimed(text string, own bool) string {
	if own {
		return "“" + unquoted(text) + "”"
	}
	return text
}

// asSeen is a wording in which the claim was met, for a claim that stands in
// our own words; empty when none was kept.
func asSeen(c factcheck.Content) factcheck.Appearance {
	for _, a := range c.Appearances {
		if a.Said != "" {
			return a
		}
	}
	return factcheck.Appearance{}
}

// named tells whether a claimant is shown with a name that leads on.
func named(c *factcheck.Claimant) bool {
	return c != nil && c.Kind != factcheck.PrivatePerson && c.Name != "" && c.Slug != ""
}

// since is the day from which the claim is known: when it was said, else the
// first day on which it was seen.
func since(c factcheck.Content) factcheck.Date {
	day := c.SaidOn
	for _, a := range c.Appearances {
		if c.SaidOn == "" && a.SeenOn != "" && (day == "" || a.SeenOn < day) {
			day = a.SeenOn
		}
	}
	return day
}
