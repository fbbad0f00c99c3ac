package desk

import (
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// OthersView is the list of other newsrooms' checks.
type OthersView struct {
	Frame       ui.DeskFrame
	Query       string
	Site        ui.Field
	Leaning     bool
	Chosen      bool // something was looked for
	Reviews     []factcheck.OtherReview
	First, Next string // addresses; "" for none
	Imports     bool   // the user may import
}

func (v OthersView) leaning() ui.Field {
	return ui.Field{Name: "leaning", Label: "Only those that our claims lean on", Checked: v.Leaning}
}

// first is where checks come from, for whoever may bring them in.
func (v OthersView) first() ui.Link {
	if !v.Imports {
		return ui.Link{}
	}
	return ui.Link{Label: "Import", Href: "/desk/import"}
}

// OtherView is one check of another newsroom.
type OtherView struct {
	Frame    ui.DeskFrame
	Review   factcheck.OtherReview
	Leans    []OtherLean
	Claim    string // as typed
	Problems []factcheck.Problem
}

// OtherLean is a claim that leans on it.
type OtherLean struct {
	ID             int64
	Text, Language string
	Status         factcheck.Status
}

func (v OtherView) claim() ui.Field {
	return ui.Field{Name: "claim", Label: "Number of the claim", Value: v.Claim, Type: "text", Hint: "Such as 12. It gets a task when this check is changed or withdrawn.",
		Problem: problemOf(v.Problems, "claim")}
}

// scale is the number of a rating among those of its scale, or "".
func (v OtherView) scale() string {
	o := v.Review
	if o.Best == 0 {
		return ""
	}
	return strconv.Itoa(o.Value) + " from " + strconv.Itoa(o.Worst) + " (worst) to " + strconv.Itoa(o.Best) + " (best)"
}

// ElsewhereView is what a claim leans on, and what it could.
type ElsewhereView struct {
	ClaimID int64
	Leaned  []factcheck.OtherReview
	Offered []factcheck.MatchedReview
}
