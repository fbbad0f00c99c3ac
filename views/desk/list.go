package desk

import (
	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"

	"github.com/a-h/templ"
)

// ListView is the list of claims.
type ListView struct {
	Frame    ui.DeskFrame
	Imports  bool // the user may import
	Today    factcheck.Date
	Views    []Tab
	Kept     *factcheck.KeptView // the one that is open, or nil
	Keep     KeepView
	Filter   ListFilter
	Problems []factcheck.Problem // of the filter
	Refused  ui.ProblemsView     // why a change of many was not made
	Bulk     BulkView
	Columns  []SortColumn
	Sorted   string // how the list is sorted, in words
	Claims   []factcheck.Claim
	Total    int    // how many fit the filter
	Later    bool   // this is not the first page
	First    string // address of the first page, "" on it
	Next     string // address of the next page; "" on the last
	Sheet    string // address of the same claims as CSV
	Board    string // address of the same claims on the board
	Nothing  bool   // no claim was ever recorded
}

// Tab is one of several views of a page.
type Tab struct {
	Label   string
	Href    string
	Count   int // not shown when below 0
	Current bool
}

// SortColumn is a column of the table; one without an address does not sort.
type SortColumn struct {
	Label string
	Class string
	Href  string
	Sort  string // "ascending" or "descending" while the list is sorted by it
}

func (c SortColumn) attributes() templ.Attributes {
	attributes := templ.Attributes{}
	if c.Sort != "" {
		attributes["aria-sort"] = c.Sort
	}
	if c.Class != "" {
		attributes["class"] = c.Class
	}
	return attributes
}

// KeepView is the form that keeps what is chosen as a view. Without an action it
// is not offered.
type KeepView struct {
	Action   string
	Name     string
	Problems []factcheck.Problem
}

func (v KeepView) name() ui.Field {
	return ui.Field{Name: "name", ID: "keep-name", Label: "Name of the view", Value: v.Name, Problem: ui.ProblemOf(v.Problems, "name")}
}

// ListFilter is what was chosen in the filter, with what there is to choose.
type ListFilter struct {
	Shown                                bool // else a view without filter is open
	Query, Status, Rating, Topic, With   string
	Due, Claimant, Priority, Language    string
	Merged, Sort                         string
	Statuses, Ratings, Topics, Assignees []ui.Option
	Dues, Priorities, Languages          []ui.Option
	Source                               *factcheck.Source // only claims found in it
	Chosen                               bool              // anything is chosen
}

func (f ListFilter) field(name, label, value string, options []ui.Option, problems []factcheck.Problem) ui.Field {
	return ui.Field{Name: name, Label: label, Value: value, Options: options, Problem: ui.ProblemOf(problems, name)}
}

// more tells whether something is chosen that is not asked for often.
func (f ListFilter) more() bool {
	return f.Claimant != "" || f.Priority != "" || f.Language != "" || f.Merged != ""
}

// caption says what the table holds.
func (v ListView) caption() string {
	count := factcheck.Plural(v.Total, "claim", "claims")
	switch {
	case v.Later || v.Next != "":
		count = factcheck.Plural(len(v.Claims), "claim", "claims") + " of " + count
	case v.Filter.Chosen:
		count += " found"
	}
	return count + ", " + v.Sorted
}
