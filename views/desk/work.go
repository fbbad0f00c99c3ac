package desk

import (
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/views/ui"
)

// WorkView is what waits for the user.
type WorkView struct {
	Frame   ui.DeskFrame
	Today   factcheck.Date
	Waiting int     // how many things wait for the user, whether they are shown or not
	Queues  []Queue // the ones with something in them, the most urgent first
	// Changed are quotes that a newer copy of their source no longer holds;
	// Decides tells that the user may decide on them, so that they wait for them.
	Changed  []factcheck.ChangedQuote
	Decides  bool
	Tasks    []factcheck.Task
	Tips     []factcheck.Tip // the newest few
	OpenTips int
	First    []Step // of a newsroom in which nothing has happened yet
	Log      []LogLine
	Empty    []factcheck.PageKind // pages for readers that nobody has written, for an admin
}

// Queue is a list of claims that wait for the same thing.
type Queue struct {
	ID, Title string
	Mine      bool // it waits for the user, not for anybody
	Items     []Waiting
	Total     int    // how many there are, the ones that are not shown as well
	More      string // address of the list that holds all of them
}

// Waiting is a claim in a queue.
type Waiting struct {
	Claim factcheck.Claim
	Meta  string // who sent it, why it was returned, what is missing
	Act   string // on the button: "Review"
	With  string // said after it before "claim 12": "with", or ""
	Main  bool   // the button stands out
}

// Step is one of the first steps in a new newsroom.
type Step struct {
	Title, Text string
	Link        ui.Link
}

// tally says how much waits for the user, and how much of it is late.
func (v WorkView) tally() string {
	words, late := factcheck.Plural(v.Waiting, "thing", "things"), 0
	for _, q := range v.mine(true) {
		for _, w := range q.Items {
			late += countLate(v.Today, []factcheck.Claim{w.Claim})
		}
	}
	switch {
	case late == 0:
		return words
	case late == v.Waiting:
		return words + ", late"
	}
	return words + ", " + strconv.Itoa(late) + " of them late"
}

// mine are the queues that wait for the user, or those that wait for anybody.
func (v WorkView) mine(is bool) []Queue {
	var list []Queue
	for _, q := range v.Queues {
		if q.Mine == is {
			list = append(list, q)
		}
	}
	return list
}

// SentBy is "sent by Reporter, 4 quotes from 2 sources".
func SentBy(c factcheck.Claim) string {
	var parts []string
	if s := c.Author(); s != nil {
		parts = append(parts, "sent by "+s.By)
	}
	return strings.Join(append(parts, Quotes(c)), ", ")
}

// Quotes is "4 quotes from 2 sources", or that there are none.
func Quotes(c factcheck.Claim) string {
	if len(c.Evidence) == 0 {
		return "no quotes yet"
	}
	sources := map[int64]bool{}
	for _, e := range c.Evidence {
		sources[e.SourceID] = true
	}
	return factcheck.Plural(len(c.Evidence), "quote", "quotes") + " from " + factcheck.Plural(len(sources), "source", "sources")
}
