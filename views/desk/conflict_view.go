package desk

import (
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/views/ui"
)

// ConflictView shows two versions of the same thing, of which one was saved
// while the other was typed.
type ConflictView struct {
	Frame  ui.DeskFrame
	Claim  factcheck.Claim // as it stands now
	What   string          // "the claim", "the verdict", …
	By     string          // who saved first; empty when that is not known
	At     time.Time
	Path   string   // where the choice is sent, below the claim's own
	Kept   []Typed  // fields that agree, and what the form carries
	Fields []Differ // fields that differ
	Again  bool     // a picture was sent, which is to be chosen again
}

// Typed is a form field with its value.
type Typed struct{ Name, Value string }

// Differ is a field, or a group of fields, of which there are two versions.
// In forms, pick.NAME says which one stands, yours.… and theirs.… hold both,
// merged.NAME a third one.
type Differ struct {
	Name, Label   string
	Diff          []quote.Diff // from yours to theirs
	Yours, Theirs []Typed
	Merge         bool // it is one text that can be written anew
	Rows          int
}

// saver is who saved first, as it is named in the page's words.
func (v ConflictView) saver() string {
	if v.By == "" {
		return "Somebody else"
	}
	return v.By
}

// merged is the field for a third version.
func (d Differ) merged() ui.Field {
	return ui.Field{Name: "merged." + d.Name, Label: "Or write it anew", Aside: "used when it is not empty", Rows: d.Rows,
		Words: true, Dir: "auto"}
}

// possessive is a name in the genitive.
func possessive(name string) string { return name + "’s" }
