package desk

import (
	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// TipsView is the inbox, or one tip of it.
type TipsView struct {
	Frame       ui.DeskFrame
	Views       []Tab
	Tips        []TipCard
	State       factcheck.TipState // that the list is narrowed to; "" for all
	One         bool               // a page of one tip
	First, Next string             // pages of the list; "" for none
}

// TipCard is a tip with all that can be done with it.
type TipCard struct {
	factcheck.Tip
	Similar  []factcheck.Match     // recorded claims that may say the same, the best first
	Contact  *factcheck.TipContact // shown because somebody asked
	Reads    bool                  // the user may ask for it
	People   []ui.Option           // who can take it
	Claim    string                // number of a claim, as typed
	Why      factcheck.TipReason   // as chosen
	Remark   string                // as typed
	Problems []factcheck.Problem
	Conflict string // what somebody else has decided meanwhile; "" for nothing
}

// TipAcceptView is the form in which a tip is recorded as a claim.
type TipAcceptView struct {
	Frame  ui.DeskFrame
	Tip    factcheck.Tip
	Fields ClaimFields
}

func tipPath(id int64) string { return "/desk/tips/" + number(id) }

// act is the address of one of the acts on a tip.
func (t TipCard) act(name string) string { return tipPath(t.ID) + "/" + name }

// name makes the id of a control unlike those of other tips.
func (t TipCard) name(field string) string { return field + "-" + number(t.ID) }

func (t TipCard) problem(field string) string { return ui.ProblemOf(t.Problems, field) }

// linked are the problems with the ids of their controls on a page of several
// tips.
func (t TipCard) linked() []factcheck.Problem {
	list := make([]factcheck.Problem, len(t.Problems))
	for i, p := range t.Problems {
		list[i] = factcheck.Problem{Field: t.name(p.Field), Message: p.Message}
	}
	return list
}

func (t TipCard) assignee() ui.Field {
	return ui.Field{Name: "assignee_id", ID: t.name("assignee"), Label: "With", Options: t.People}
}

func (t TipCard) claim() ui.Field {
	return ui.Field{Name: "claim", ID: t.name("claim"), Label: "Claim number", Value: t.Claim, Problem: t.problem("claim")}
}

func (t TipCard) reason() ui.Field {
	f := ui.Field{Name: "reason", ID: t.name("reason"), Label: "Reason", Value: string(t.Why), Problem: t.problem("reason"),
		Options: []ui.Option{{Label: "Choose one"}}}
	for _, r := range factcheck.TipReasons {
		f.Options = append(f.Options, ui.Option{Value: string(r), Label: r.Label()})
	}
	return f
}

func (t TipCard) remark() ui.Field {
	return ui.Field{Name: "note", ID: t.name("note"), Label: "Note for colleagues", Aside: "needed for another reason", Value: t.Remark,
		Problem: t.problem("note"), Rows: 2, Dir: "auto"}
}

// declining tells whether the form to decline is open.
func (t TipCard) declining() bool {
	return t.Why != "" || t.Remark != "" || t.problem("reason") != "" || t.problem("note") != ""
}

// nothing says why the list is empty.
func (v TipsView) nothing() ui.EmptyView {
	switch v.State {
	case factcheck.TipOpen:
		return ui.EmptyView{Title: "No open tips", Text: "What readers send in by the form on the public site stands here until somebody accepts it, merges it into a claim, or declines it.",
			Action: ui.Link{Label: "The form that readers see", Href: "/tip"}}
	case "":
		return ui.EmptyView{Title: "No tips yet", Text: "Readers can send in a claim that should be checked. It stands here until somebody decides on it.",
			Action: ui.Link{Label: "The form that readers see", Href: "/tip"}}
	}
	return ui.EmptyView{Title: "Nothing here", Text: "No tip is in this state.", Action: ui.Link{Label: "Open tips", Href: "/desk/tips"}}
}

// statusOf is how far a matched claim is, in words.
func statusOf(m factcheck.MatchedClaim) string {
	if m.Status == factcheck.Published && m.Rating.Label != "" {
		return "published: " + m.Rating.Label
	}
	return m.Status.Label()
}
