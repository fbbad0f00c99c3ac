package factcheck

import (
	"slices"
	"time"
)

// MaxPage is how long a page for readers can be, in code points of Markdown.
const MaxPage = 50_000

// Page is what an admin has written for readers at one of the addresses of
// PageKinds. A page that nobody has written has no version and no body; one
// that was emptied again has no body.
type Page struct {
	Slug      string
	Version   int64
	Body      string // Markdown
	UserID    int64
	By        string // the user's name, loaded for showing
	UpdatedAt time.Time
}

// Written tells whether readers find words of the newsroom's own there.
func (p Page) Written() bool { return p.Body != "" }

// PageKind is one of the pages that an admin writes.
type PageKind struct {
	Slug  string // its address, without the slash
	Title string
	About string // what readers look for there
	// Prompts are what those who certify fact-checkers ask of the page.
	Prompts []Prompt
}

// Prompt is something that a page should say.
type Prompt struct {
	Heading string // under which it could stand
	Ask     string
	Asked   string // by whom: "IFCN", "EFCSN", "IFCN and EFCSN", "ClaimReview"; "" for good custom
}

// Path is the page's address.
func (k PageKind) Path() string { return "/" + k.Slug }

// PageKindOf is the page at an address, NotFound for none.
func PageKindOf(slug string) (PageKind, error) {
	i := slices.IndexFunc(PageKinds, func(k PageKind) bool { return k.Slug == slug })
	if i < 0 {
		return PageKind{}, NoSuch("page at this address")
	}
	return PageKinds[i], nil
}

// PageNumber is where a page stands among PageKinds, from 1: the log knows it
// by that. 0 for none.
func PageNumber(slug string) int64 {
	return 1 + int64(slices.IndexFunc(PageKinds, func(k PageKind) bool { return k.Slug == slug }))
}

// CheckPage cleans the Markdown of a page; an empty one takes the page away.
func CheckPage(body string) (string, error) {
	var c checker
	body = c.text("body", body, MaxPage)
	return body, c.err("The page was not saved.")
}
