package desk

import (
	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"

	"github.com/a-h/templ"
)

// PublishView is the form that publishes a claim again: it asks what sort of
// change it is and what readers are told of it.
type PublishView struct {
	Frame    ui.DeskFrame
	Claim    factcheck.Claim
	Class    factcheck.Class
	Note     string
	Problems ui.ProblemsView
	Approve  bool // the claim is approved by the same act
	Minor    bool // only a minor change may be published as things stand
	Why      string
}

// classes offers the classes that can be chosen.
func (v PublishView) classes() ui.Field {
	f := ui.Field{Name: "class", Label: "What sort of change is this?", Problem: ui.ProblemOf(v.Problems.Items, "class"), Value: string(v.Class)}
	for _, c := range factcheck.Classes {
		if v.Minor && c != factcheck.Minor {
			continue
		}
		f.Options = append(f.Options, ui.Option{Value: string(c), Label: c.Label(), Hint: c.Meaning()})
	}
	return f
}

func (v PublishView) note() ui.Field {
	return ui.Field{Name: "note", Label: "What readers are told", Aside: "not needed for a minor change", Value: v.Note, Rows: 3,
		Words: true, Dir: "auto", Max: factcheck.MaxNote, Problem: ui.ProblemOf(v.Problems.Items, "note"),
		Hint: "What was wrong or new, and what is right now, in a sentence or two. It stands on the public page."}
}

// path is where the form is sent, below the claim's own.
func (v PublishView) path() templ.SafeURL {
	if v.Approve {
		return "/approve"
	}
	return "/publish"
}

// button says what will be done.
func (v PublishView) button() string {
	switch {
	case v.Approve:
		return "Approve and publish"
	case v.Claim.Live == nil:
		return "Publish"
	}
	return "Publish again"
}
