package ui

import "github.com/a-h/templ"

// shortcut is one key of the desk, as its help sheet lists it; static/js/keys.js
// and static/js/select.js carry them out.
type shortcut struct {
	key, does string
}

var shortcuts = []shortcut{
	{"j", "Next passage of the source"},
	{"k", "Passage before"},
	{"s", "Attach the selected words, or the passage: supports"},
	{"r", "The same: refutes"},
	{"c", "The same: context"},
	{"q", "On the page of a source: quote them for a claim"},
	{"n", "Record a new claim in the selected words"},
	{"?", "Show this list"},
	{"Esc", "Close this list, or put the selection away"},
}

func mainClass(class string) templ.Attributes {
	if class == "" {
		return nil
	}
	return templ.Attributes{"class": class}
}
