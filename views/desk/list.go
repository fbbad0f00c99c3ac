package desk

import (
	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// ListView is the list of claims.
type ListView struct {
	Frame    ui.DeskFrame
	Views    []Tab
	Filter   ListFilter
	Problems []factcheck.Problem
	Claims   []factcheck.Claim
	Total    int    // how many fit the filter
	Later    bool   // this is not the first page
	First    string // address of the first page
	Next     string // address of the next page; "" on the last
	Nothing  bool   // no claim was ever recorded
}

// Tab is one of several views of a page.
type Tab struct {
	Label   string
	Href    string
	Count   int // not shown when below 0
	Current bool
}

// ListFilter is what was chosen in the filter, with what there is to choose.
type ListFilter struct {
	Shown                                bool // else a view without filter is open
	Query, Status, Rating, Topic, With   string
	Statuses, Ratings, Topics, Assignees []ui.Option
	Source                               *factcheck.Source // only claims found in it
	Chosen                               bool              // anything is chosen
}

func (f ListFilter) field(name, label, value string, options []ui.Option, problems []factcheck.Problem) ui.Field {
	return ui.Field{Name: name, Label: label, Value: value, Options: options, Problem: ui.ProblemOf(problems, name)}
}

// caption says what the table holds.
func (v ListView) caption() string {
	count := factcheck.Plural(v.Total, "claim", "claims")
	switch {
	case v.Later || v.Next != "":
		return factcheck.Plural(len(v.Claims), "claim", "claims") + " of " + factcheck.Plural(v.Total, "claim", "claims") + ", last changed first"
	case v.Filter.Chosen:
		return count + " found, last changed first"
	}
	return count + ", last changed first"
}
