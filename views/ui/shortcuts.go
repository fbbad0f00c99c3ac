package ui

import "github.com/a-h/templ"

// shortcut is one key of the desk, as its help sheet lists it; the modules in
// static/js that call onKey carry them out.
type shortcut struct {
	key, does string
}

var shortcuts = []shortcut{
	{"j", "Next passage of the source"},
	{"k", "Passage before"},
	{"b", "The passage that bears most on the claim, then the next; Shift and b goes back"},
	{"g", "Go to a passage: type its number, then Enter"},
	{"/", "Find in the source; Enter leads to the next place, Shift and Enter to the one before"},
	{"← →", "Select a word of the passage: the next or the one before"},
	{"Shift ← →", "Make the selection a word longer or shorter"},
	{"Shift ↑ ↓", "Make it a sentence longer or shorter"},
	{"s", "Attach the selected words, or the passage: supports"},
	{"r", "The same: refutes"},
	{"c", "The same: context"},
	{"e", "Open the form that quotes the words"},
	{"u", "Put back the evidence that was just removed"},
	{"q", "On the page of a source: quote them for a claim"},
	{"n", "Record a new claim in the selected words"},
	{"?", "Show this list"},
	{"Esc", "Close this list, put the selection away, or clear what was found"},
}

func mainClass(class string) templ.Attributes {
	if class == "" {
		return nil
	}
	return templ.Attributes{"class": class}
}
