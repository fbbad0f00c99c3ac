package desk

import (
	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// BulkView is the form that changes the chosen claims of a list.
type BulkView struct {
	Action  string // address of the form
	All     string // address of the list with every claim of the page chosen
	People  []ui.Option
	Topics  []string       // names to choose from
	Drops   bool           // the user may drop claims
	Chosen  map[int64]bool // by claim
	Assign  string         // as typed, after a refusal; also the next three
	Topic   string
	Reason  string
	Reasons []ui.Option
}

func (v BulkView) assignee() ui.Field {
	return ui.Field{Name: "assignee_id", ID: "bulk-assignee", Label: "Assign to", Value: v.Assign, Options: v.People}
}

func (v BulkView) topic() ui.Field {
	return ui.Field{Name: "topic", ID: "bulk-topic", Label: "Topic", Value: v.Topic, Suggestions: v.Topics}
}

func (v BulkView) reason() ui.Field {
	return ui.Field{Name: "reason", ID: "bulk-reason", Label: "Drop: why", Value: v.Reason, Options: v.Reasons}
}

// chosenValue is a claim's box: its number, and the version that is shown.
func chosenValue(c factcheck.Claim) string { return number(c.ID) + "." + number(c.Version) }
