package factcheck

import "time"

// Plan is what the desk intends with a claim. It changes nothing of what the
// claim says, and readers never see it.
type Plan struct {
	DueOn Date `json:"due_on,omitempty"` // when the check is to be done
	// Reach and Harm are how far the claim goes and what it can do, from 1 to 3;
	// 0 until somebody has said so.
	Reach    int  `json:"reach,omitempty"`
	Harm     int  `json:"harm,omitempty"`
	ReviewBy Date `json:"review_by,omitempty"` // when a published check is to be looked at again
}

// The furthest that a plan may lie ahead, in years.
const planAhead = 10

// Priority is reach times harm: 9 is the most urgent, 0 when either is not
// said.
func (p Plan) Priority() int { return p.Reach * p.Harm }

// PlanDraft is what is typed of a plan.
type PlanDraft struct {
	DueOn, ReviewBy string
	Reach, Harm     int
}

// Check cleans the draft, or says what is wrong with its fields.
func (d PlanDraft) Check(now time.Time) (Plan, error) {
	c := checker{now: now}
	p := Plan{DueOn: c.ahead("due_on", d.DueOn), ReviewBy: c.ahead("review_by", d.ReviewBy)}
	p.Reach, p.Harm = c.grade("reach", d.Reach), c.grade("harm", d.Harm)
	return p, c.err("The plan was not saved.")
}

// ahead reads a day that something is planned for; it may have gone by.
func (c *checker) ahead(field, value string) Date {
	d, err := ParseDate(c.line(field, value, MaxName))
	switch {
	case err != nil:
		c.add(field, "Write the date as year-month-day, such as 2023-09-14.")
	case d != "" && (d < "2000-01-01" || d > DateOf(c.now.AddDate(planAhead, 0, 0))):
		c.add(field, "The date lies too far away. Check the year.")
	}
	return d
}

func (c *checker) grade(field string, value int) int {
	if value < 0 || value > 3 {
		c.add(field, "Choose 1, 2 or 3, or leave it open.")
	}
	return value
}
