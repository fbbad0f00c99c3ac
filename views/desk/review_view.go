package desk

import (
	"fmt"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/views/ui"
)

// GateView is the bar below the bench: what holds, what is missing, and what
// can be done now.
type GateView struct {
	ClaimID, Version int64
	Open             int64 // the source that is open on the bench
	Gate             factcheck.Gate
	Acts             []ActView
	Why              string // why an act that one might expect is not offered
	Preview          bool   // there is a verdict to preview
	// Refused is the rule for which a reason was just refused, with what was
	// typed and why.
	Refused, Reason, Problem string
}

// ActView is an act as a button, or as a link to the form that it needs.
type ActView struct {
	Label string
	Path  string // below the claim's own
	Form  bool   // Path is a page with a form
	Style string // "", "quiet" or "grave"
	Name  string // sent with the button, with the value "yes"; "" for none
}

// counts is the gate's summary.
func (v GateView) counts() string {
	sendOK, send, publishOK, publish := v.Gate.Counts()
	return fmt.Sprintf("Gate: %d of %d to send, %d of %d to publish", sendOK, send, publishOK, publish)
}

// missing are the lines that stop the claim. Four eyes are named only when
// nothing else is missing, and not beside a better reason.
func (v GateView) missing() []factcheck.GateItem {
	if lines := v.Gate.Missing(false); len(lines) > 0 || v.Why != "" {
		return lines
	}
	return v.Gate.Missing(true)
}

// reason is the field that asks why a line is passed.
func (v GateView) reason(item factcheck.GateItem) ui.Field {
	f := ui.Field{Name: "reason", ID: "reason-" + item.Rule, Label: "Why it is passed", Value: item.Reason, Rows: 2, Dir: "auto", Max: factcheck.MaxSummary}
	if item.Reason == "" {
		f.Label = "If it cannot be: why not"
	}
	if factcheck.TellsReaders(item.Rule) {
		f.Hint = "Readers see this at the foot of the page."
	}
	if v.Refused == item.Rule {
		f.Value, f.Problem = v.Reason, v.Problem
	}
	return f
}

// opened tells whether the lines are shown from the start.
func (v GateView) opened() bool { return v.Refused != "" }

// gateField is the address of the field that mends a line of the gate.
func gateField(claim int64, field string) string {
	edit := string(claimPath(claim)) + "/edit#"
	switch field {
	case "text", "appearances":
		return edit + field
	case "claimant":
		return edit + "claimant.name"
	}
	return "#" + field
}

// ChangesView is what changed between the moment when the sender signed and
// now.
type ChangesView struct {
	Since   *factcheck.Signature // nil: nobody has signed
	Changes []ChangeView
}

// ChangeView is one field that changed.
type ChangeView struct {
	Field   string
	Was, Is string
	Diff    []quote.Diff
}

// NoteFormView is a page that asks for a note before an act: to return a claim
// or to drop it.
type NoteFormView struct {
	Frame    ui.DeskFrame
	Claim    factcheck.Claim
	Title    string // "Return to Reporter"
	Text     string // what will happen
	Path     string // below the claim's own
	Button   string
	Grave    bool
	Note     ui.Field
	People   []string  // whom the note can name
	Reason   *ui.Field // why it is dropped; nil when it is not asked
	Problems ui.ProblemsView
}
