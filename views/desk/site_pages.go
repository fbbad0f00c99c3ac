package desk

import (
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// SitePagesView is the list of the pages that an admin writes for readers.
type SitePagesView struct {
	Frame ui.DeskFrame
	Pages []factcheck.Page // in the order of factcheck.PageKinds
}

func (v SitePagesView) empty() int {
	n := 0
	for _, p := range v.Pages {
		if !p.Written() {
			n++
		}
	}
	return n
}

// SitePageView is the editor of one of them.
type SitePageView struct {
	Frame     ui.DeskFrame
	Kind      factcheck.PageKind
	Page      factcheck.Page // as it is stored
	Base      int64          // the version that the writer started from
	Body      string         // as it was typed
	Standing  string         // what readers find while nobody has written the page, Markdown; "" for nothing
	Previewed bool
	Preview   string // sanitised HTML
	Problems  []factcheck.Problem
	Stale     bool // Page is what somebody else has saved meanwhile
}

func (v SitePageView) path() string { return "/desk/pages/" + v.Kind.Slug }

func (v SitePageView) body() ui.Field {
	return ui.Field{Name: "body", Label: "Text", Value: v.Body, Rows: 18, Words: true, Dir: "auto", Max: factcheck.MaxPage,
		Problem: ui.ProblemOf(v.Problems, "body"), Hint: "Markdown: ## before a heading, * for a list, [words](address) for a link. Empty takes the page away."}
}

// emptyPages says how many pages readers would look for in vain.
func emptyPages(n int) string {
	return factcheck.Plural(n, "page for readers is", "pages for readers are") + " still empty"
}

func promptValue(i int) string { return "insert." + strconv.Itoa(i) }
