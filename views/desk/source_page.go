package desk

import (
	"net/url"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// SourceView is a source with its text and what is quoted from it.
type SourceView struct {
	Frame    ui.DeskFrame
	Source   factcheck.Source
	Twins    []factcheck.Source // others that were imported from the same bytes
	Find     string             // words looked for in the text
	Found    []ui.Link          // the passages in which they stand
	Passages PassagesView
	Shown    string // which passages are on the page; "" when all are
	Before   string // address of the part before; "" on the first
	After    string // address of the part after; "" on the last
	QuotedIn []QuotedIn
}

// QuotedIn is a claim that quotes a source.
type QuotedIn struct {
	ClaimID int64
	Text    string
	Status  factcheck.Status
	Quotes  int
}

// AccessLabel is what readers may see of a source's text.
func AccessLabel(a factcheck.Access) string {
	if a == factcheck.PublicAccess {
		return "All of it"
	}
	return "Excerpts"
}

// LanguageName is the English name of a language, or the tag where there is
// none.
func LanguageName(tag string) string {
	parsed, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	if name := display.English.Tags().Name(parsed); name != "" {
		return name
	}
	return tag
}

// hostOf is the host of an address, to name a link by.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return address
	}
	return strings.TrimPrefix(u.Host, "www.")
}
