package desk

import "claimdesk/views/ui"

// SourceNewView is the page on which a source is brought in.
type SourceNewView struct {
	Frame  ui.DeskFrame
	Fields SourceFields
	Text   string // as pasted
	HTML   string // as pasted
	File   string // name of a file that was sent and has to be chosen again
}

func (v SourceNewView) text() ui.Field {
	return ui.Field{Name: "text", Label: "Text of the document", Value: v.Text, Rows: 12, Dir: "auto", Words: true,
		Problem: v.Fields.problem("text"), Hint: "Paste it whole. Claimdesk keeps it as it is, with its hash, and numbers its passages."}
}

func (v SourceNewView) file() ui.Field {
	f := ui.Field{Name: "file", Label: "Or a file", Placeholder: ".txt,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html",
		Hint: "A .txt, .md or .html file of at most 5 MB.", Problem: v.Fields.problem("file")}
	if v.File != "" && f.Problem == "" {
		f.Problem = "Choose " + v.File + " again: browsers do not keep files."
	}
	return f
}

func (v SourceNewView) html() ui.Field {
	return ui.Field{Name: "html", Label: "HTML of the page", Value: v.HTML, Rows: 8, Problem: v.Fields.problem("html"),
		Hint: "The article is taken out of it; menus and advertisements are left out."}
}
