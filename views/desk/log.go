package desk

import (
	"time"

	"claimdesk/views/ui"
)

// LogLine is an act in words: By Did Thing Rest, as in "Reporter sent #12 for
// review". The parts may be empty but for By and Did.
type LogLine struct {
	At    time.Time
	By    string
	Did   string
	Thing ui.Link // without Href it is text
	Rest  string
}

// LogView is a page of the audit log, newest first.
type LogView struct {
	Frame ui.DeskFrame
	Lines []LogLine
	Newer string // address of the newest lines, on later pages
	Older string // address of the page before in time; "" on the last
}
