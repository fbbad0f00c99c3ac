package desk

import (
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// ClaimantsView is the list of claimants.
type ClaimantsView struct {
	Frame       ui.DeskFrame
	Tabs        []Tab
	Query, Kind string
	Claimants   []factcheck.ClaimantEntry
	Total       int
	First, Next string // pages of the list; "" for none
}

// Named is a live check that was published with a claimant's name.
type Named struct {
	ClaimID            int64
	Headline, Language string
	Name               string // as it was published
	Written            bool   // the headline or the claim holds the name
}

// ClaimantView is one claimant, with the forms to change and to merge it.
type ClaimantView struct {
	Frame    ui.DeskFrame
	Claimant factcheck.ClaimantEntry
	Merged   []factcheck.ClaimantEntry // that were merged into it
	Named    []Named
	Draft    factcheck.ClaimantDraft
	SameAs   string // as typed, one a line
	Into     string // number of the claimant to merge into, as typed
	Like     []factcheck.ClaimantEntry
	Editor   bool // the user may change it
	Problems []factcheck.Problem
	Conflict string // what has happened meanwhile; "" for nothing
}

func (v ClaimantsView) query() ui.Field {
	return ui.Field{Name: "q", ID: "q-claimants", Label: "Name", Type: "search", Value: v.Query}
}

func (v ClaimantsView) kind() ui.Field {
	f := ui.Field{Name: "kind", Label: "Kind", Value: v.Kind, Options: []ui.Option{{Label: "All kinds"}}}
	for _, k := range factcheck.ClaimantKinds {
		f.Options = append(f.Options, ui.Option{Value: string(k), Label: k.Label()})
	}
	return f
}

func (v ClaimantView) name() ui.Field {
	return ui.Field{Name: "name", Label: "Name", Value: v.Draft.Name, Problem: ui.ProblemOf(v.Problems, "name"), Required: true, Dir: "auto",
		Hint: "Pages that are published keep the name they were published with until they are published anew."}
}

func (v ClaimantView) kind() ui.Field {
	f := ui.Field{Name: "kind", Label: "Kind", Value: string(v.Draft.Kind), Problem: ui.ProblemOf(v.Problems, "kind"),
		Hint: "A private person (always for minors) is “a social media user” to readers: without name, page or links, on old versions too, at once."}
	for _, k := range factcheck.ClaimantKinds {
		f.Options = append(f.Options, ui.Option{Value: string(k), Label: k.Label()})
	}
	return f
}

func (v ClaimantView) sameAs() ui.Field {
	return ui.Field{Name: "same_as", Label: "Addresses that say who this is", Aside: "one a line", Value: v.SameAs, Rows: 3,
		Problem: ui.ProblemOf(v.Problems, "same_as"), Hint: "Their own site, an encyclopedia. Readers see them on the claimant’s page."}
}

func (v ClaimantView) into() ui.Field {
	f := ui.Field{Name: "into", Label: "Merge into", Value: v.Into, Problem: ui.ProblemOf(v.Problems, "into"), Options: []ui.Option{{Label: "Choose a claimant"}}}
	for _, m := range v.Like {
		f.Options = append(f.Options, ui.Option{Value: number(m.ID), Label: m.Name + " (" + strings.ToLower(m.Kind.Label()) + ", " + claimsWords(m.Claims) + ")"})
	}
	return f
}

// private tells whether readers are told nothing of the claimant.
func (v ClaimantView) private() bool { return v.Claimant.Kind == factcheck.PrivatePerson }
