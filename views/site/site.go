// Package site holds what the public sees: one templ file and one struct a
// page. The structs hold what is shown and nothing else; nothing here can fail
// or wait. The page of a fact-check is drawn from factcheck.Content alone, so
// that the desk's preview is the page itself.
package site

import (
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/static"
	"claimdesk/views/ui"

	"github.com/a-h/templ"
)

// pageLanguage is that of the words which are the program's own.
const pageLanguage = "en"

// Newsroom is whose page it is. Base is the site's absolute address without a
// slash at the end.
type Newsroom struct {
	Name    string
	About   string // a line or two, at the foot of each page
	Base    string
	Example bool

	Language string               // of what the newsroom writes about itself, BCP 47
	Picture  *factcheck.File      // its logo; nil for none of its own
	Pages    []factcheck.PageKind // that readers find something at
	Sheet    string               // address of the style sheet with its own tones; empty for none
	Reuse    ui.Reuse
}

// NewsroomOf is what the settings say of a newsroom; base as in Newsroom.
func NewsroomOf(s factcheck.Settings, base string) Newsroom {
	return Newsroom{Name: s.SiteName, About: s.About, Base: base, Example: s.Example, Language: s.Language,
		Reuse: ui.Reuse{Licence: s.Licence, URL: s.LicenceURL, Credit: s.Credit, Reserved: s.Reserved()}}
}

// Logo is the absolute address of the picture that stands for the newsroom.
func (n Newsroom) Logo() string {
	if n.Picture != nil {
		return n.Base + logoPath
	}
	return n.Base + static.Path("img/logo.png")
}

const logoPath = "/logo"

// How high a logo stands on a page at most, in pixels.
const logoHigh = 44

// PageURL is the absolute address of a page of factcheck.PageKinds, "" when
// readers find nothing there.
func (n Newsroom) PageURL(slug string) string {
	for _, kind := range n.Pages {
		if kind.Slug == slug {
			return n.Base + kind.Path()
		}
	}
	return ""
}

// Rights are the licence, its address and the credit line in one line; "" where
// no licence is set.
func (n Newsroom) Rights() string {
	var parts []string
	for _, part := range []string{n.Reuse.Licence, n.Reuse.URL, n.Reuse.Credit} {
		if part != "" && n.Reuse.Licence != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " · ")
}

// about is what the newsroom's pages say to machines; path is the page's own.
func (n Newsroom) about(title, description, path string) ui.Head {
	return ui.Head{Title: title, Description: description, Canonical: n.Base + path,
		Image: n.Logo(),
		Feeds: []ui.Feed{{Type: "application/rss+xml", Title: n.Name + ": fact-checks", Href: n.Base + "/feed.xml"}}}
}

// frame is what stands around the content of a page.
func (n Newsroom) frame(head ui.Head, section, main string) ui.SiteFrame {
	f := ui.SiteFrame{Head: head, SiteName: n.Name, About: n.About, Section: section, Main: main, Example: n.Example,
		Sheet: n.Sheet, Reuse: n.Reuse}
	for _, kind := range n.Pages {
		f.Pages = append(f.Pages, ui.Link{Label: kind.Title, Href: kind.Path()})
	}
	if n.Picture != nil {
		width, height := n.Picture.Shown(logoHigh)
		f.Logo = &ui.Logo{Href: logoPath, Width: width, Height: height}
	}
	return f
}

// tongue names the language of words that are not in the page's own.
func tongue(language string) templ.Attributes {
	if language == "" || language == pageLanguage {
		return nil
	}
	return templ.Attributes{"lang": language}
}

// paragraphs parts a text where it has blank lines.
func paragraphs(text string) []string {
	var list []string
	for part := range strings.SplitSeq(text, "\n\n") {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}

// grouped writes a number with commas: 4,118.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// brief cuts a description to what search engines show, at a blank.
func brief(text string) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= 300 {
		return string(runes)
	}
	short := string(runes[:299])
	if i := strings.LastIndexByte(short, ' '); i > 0 {
		short = short[:i]
	}
	return short + "…"
}

func countNoun(n int) string {
	if n == 1 {
		return "check"
	}
	return "checks"
}

func checks(n int) string { return factcheck.Plural(n, "fact-check", "fact-checks") }
