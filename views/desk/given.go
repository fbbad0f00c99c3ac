package desk

import (
	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// GivenFields is a document as it is brought in: its address, a file, its text
// or its HTML, exactly one of them.
type GivenFields struct {
	Address  string
	Text     string // as pasted
	HTML     string // as pasted
	File     string // name of a file that was sent and has to be chosen again
	Instead  int64  // id of an import that could not be read and that this one takes the place of; or 0
	Problems []factcheck.Problem
}

// readableFiles is the accept attribute for documents.
const readableFiles = ".pdf,.docx,.html,.htm,.txt,.md,.markdown,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document,text/html,text/plain,text/markdown"

func (v GivenFields) problem(field string) string { return ui.ProblemOf(v.Problems, field) }

func (v GivenFields) address() ui.Field {
	return ui.Field{Name: "fetch_url", Type: "url", Label: "Web address", Value: v.Address, Placeholder: "https://…", Autocomplete: "off",
		Problem: v.problem("fetch_url"), Hint: "The page or file is fetched from there."}
}

func (v GivenFields) file() ui.Field {
	f := ui.Field{Name: "file", Label: "Or a file", Placeholder: readableFiles, Problem: v.problem("file"),
		Hint: "A PDF, a Word document (.docx), a web page or a text, of at most 20 MB."}
	if v.File != "" && f.Problem == "" {
		f.Problem = "Choose " + v.File + " again: browsers do not keep files."
	}
	return f
}

func (v GivenFields) text() ui.Field {
	return ui.Field{Name: "text", Label: "Or its text", Value: v.Text, Rows: 8, Dir: "auto", Words: true, Problem: v.problem("text"),
		Hint: "Paste it whole. It is kept as it is, at once."}
}

func (v GivenFields) html() ui.Field {
	return ui.Field{Name: "html", Label: "HTML of the page", Value: v.HTML, Rows: 8, Problem: v.problem("html"),
		Hint: "The article is taken out of it; menus and advertisements are left out."}
}

// CopyNewView is the page on which a newer copy of a source is brought in.
type CopyNewView struct {
	Frame  ui.DeskFrame
	Source factcheck.Source
	Given  GivenFields
}
