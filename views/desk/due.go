package desk

import (
	"strconv"
	"time"

	"claimdesk/internal/factcheck"
)

// dueView is a claim's date in a list, with the day on which it is looked at.
type dueView struct {
	Claim factcheck.Claim
	Today factcheck.Date
}

// shown tells whether the date still says something: it is there, and the claim
// is not done.
func (v dueView) shown() bool {
	return v.Claim.Plan.DueOn != "" && v.Claim.Status != factcheck.Published && v.Claim.Status != factcheck.Dropped
}

// late tells whether the day has gone by.
func (v dueView) late() bool { return v.shown() && v.Claim.Plan.DueOn < v.Today }

// words are the day with its name, and with the year where it is another one:
// "Fri 15 Sep".
func (v dueView) words() string { return dayWords(v.Claim.Plan.DueOn, v.Today) }

func dayWords(d, today factcheck.Date) string {
	t := d.Time()
	if today != "" && t.Year() == today.Time().Year() {
		return t.Format("Mon 2 Jan")
	}
	return t.Format("Mon 2 Jan 2006")
}

// countLate is how many claims are late.
func countLate(today factcheck.Date, claims []factcheck.Claim) int {
	n := 0
	for _, c := range claims {
		if (dueView{c, today}).late() {
			n++
		}
	}
	return n
}

// priorityWords are the product of reach and harm, of 9; "" until both are said.
func priorityWords(p factcheck.Plan) string {
	if p.Priority() == 0 {
		return ""
	}
	return strconv.Itoa(p.Priority()) + " of 9"
}

// machineDay is the reading of a <time> element.
func machineDay(d factcheck.Date) string { return d.Time().Format(time.DateOnly) }
