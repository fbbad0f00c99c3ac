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
}

// Logo is the path of the picture that stands for the newsroom.
func Logo() string { return static.Path("img/logo.png") }

// about is what the newsroom's pages say to machines; path is the page's own.
func (n Newsroom) about(title, description, path string) ui.Head {
	return ui.Head{Title: title, Description: description, Canonical: n.Base + path,
		Image: n.Base + Logo(),
		Feeds: []ui.Feed{{Type: "application/rss+xml", Title: n.Name + ": fact-checks", Href: n.Base + "/feed.xml"}}}
}

// frame is what stands around the content of a page.
func (n Newsroom) frame(head ui.Head, section, main string) ui.SiteFrame {
	return ui.SiteFrame{Head: head, SiteName: n.Name, About: n.About, Section: section, Main: main, Example: n.Example}
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
