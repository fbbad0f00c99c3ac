package desk

import (
	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// BoardView is the work by status, side by side.
type BoardView struct {
	Frame    ui.DeskFrame
	Today    factcheck.Date
	Problems ui.ProblemsView // why a step was not taken
	Action   string          // address that takes the steps
	List     string          // address of the same claims as a list
	Columns  []BoardColumn
	Chosen   bool // only some claims are shown
	Dropped  int
	Aside    string // address of the dropped ones
}

// BoardColumn is one status.
type BoardColumn struct {
	Status factcheck.Status
	Aside  string // what is to be said of the column: "last 30 days"
	Cards  []BoardCard
	Total  int
	More   string // address of the list that holds all of them
}

// BoardCard is a claim with the steps that the user can take now. Each leads to
// a column.
type BoardCard struct {
	factcheck.Claim
	Steps []BoardStep
}

// BoardStep is one button.
type BoardStep struct {
	Do, Label string
	To        factcheck.Status
}

func (c BoardColumn) id() string { return "column-" + string(c.Status) }
