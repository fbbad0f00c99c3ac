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
	Rests    string             // the source that it rests on, by number and title; empty for none
	Named    string             // who may see it while it is protected
	Twins    []factcheck.Source // others that were imported from the same bytes
	Find     FindView
	Passages PassagesView
	Before   string // address of the part before; "" on the first
	After    string // address of the part after; "" on the last
	QuotedIn []QuotedIn
	Share    factcheck.Share
	Copies   CopiesView
	Fates    FatesView // what became in the newest copy of quotes from older ones
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
	switch a {
	case factcheck.PublicAccess:
		return "All of it"
	case factcheck.ProtectedAccess:
		return "Quotes alone (protected)"
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
