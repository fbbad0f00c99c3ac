package site

import (
	"strings"

	"claimdesk/internal/factcheck"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

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

// asSeen is a wording in which the claim was met, one that was found in a copy
// of the post before others; empty when none was kept.
func asSeen(c factcheck.Content) factcheck.Appearance {
	for _, a := range c.Appearances {
		if a.Found != nil {
			return a
		}
	}
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

// fingerprint is the hash of what is kept of a post: of its text where there
// is one, else of the picture.
func fingerprint(a factcheck.Appearance) string {
	if a.Capture.TextSHA256 == "" && a.Capture.File != nil {
		return a.Capture.File.SHA256
	}
	return a.Capture.TextSHA256
}

// greyWords says what the grey words are, where any are shown.
func greyWords(c factcheck.Content) string {
	for _, e := range c.Evidence {
		if e.Before+e.After != "" {
			return " The grey words around it stand there too."
		}
	}
	return ""
}

// times is "once", "twice" or "5 times".
func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return factcheck.Plural(n, "time", "times")
}

// languageName is the English name of a language, or its tag where there is
// none.
func languageName(tag string) string {
	parsed, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	if name := display.English.Tags().Name(parsed); name != "" {
		return name
	}
	return tag
}
