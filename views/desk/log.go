package desk

import (
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/views/ui"
)

// LogLine is an act in words: By Did Thing Rest, as in "Reporter sent #12 for
// review". The parts may be empty but for By and Did. Path is where the line
// is shown alone.
type LogLine struct {
	At    time.Time
	By    string
	Did   string
	Thing ui.Link // without Href it is text
	Rest  string
	Path  string
}

// LogView is a page of the audit log, newest first. Sheet is the address of the
// same lines as CSV.
type LogView struct {
	Frame    ui.DeskFrame
	Filter   LogFilter
	Problems []factcheck.Problem
	Chosen   bool // something was chosen
	Lines    []LogLine
	Newer    string // address of the newest lines, on later pages
	Older    string // address of the page before in time; "" on the last
	Sheet    string
}

// LogFilter is what the log can be filtered by, and what was chosen.
type LogFilter struct {
	Who, What, Subject, ID, From, To string
	People, Groups, Subjects         []ui.Option
}

func (v LogView) field(name, label, value string) ui.Field {
	f := ui.Field{Name: name, Label: label, Value: value}
	for _, p := range v.Problems {
		if p.Field == name {
			f.Problem = p.Message
		}
	}
	return f
}

func (v LogView) choice(name, label, value string, options []ui.Option) ui.Field {
	f := v.field(name, label, value)
	f.Options = options
	return f
}

// LogEntryView is one line of the log. Kept tells that the record was kept as it
// stood after the act; Changes are then what differs from the stand before.
type LogEntryView struct {
	Frame   ui.DeskFrame
	Line    LogLine
	Event   factcheck.Event
	Kept    bool
	Changes []LogChange
}

// LogChange is one field before and after. Diff is nil where there is only one
// of both.
type LogChange struct {
	Field, Before, After string
	Diff                 []quote.Diff
}
