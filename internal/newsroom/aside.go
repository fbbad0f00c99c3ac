package newsroom

import (
	"context"

	"claimdesk/internal/factcheck"
)

// alter is a change of something beside the claim's own words. Where readers
// see it, it is a change like any other; else the claim keeps its status and
// its signatures.
func (a *acting) alter(ctx context.Context, id int64, b Base, public bool, do func(*acting, *factcheck.Claim) error) (factcheck.Claim, error) {
	if public {
		return a.change(ctx, id, b, do)
	}
	c, err := a.Claim(ctx, id)
	if err != nil {
		return c, err
	}
	if err := b.holds(&c); err != nil {
		return c, err
	}
	if _, err := c.AfterChange(a.action, a.by); err != nil {
		return c, err
	}
	if err := do(a, &c); err != nil {
		if err == error(errUnchanged) {
			return c, nil
		}
		return c, err
	}
	return a.save(ctx, c)
}

// asideStand is what hangs beside a claim, in its stand. Names are left out:
// they may change.
type asideStand struct {
	Dissents  []dissented `json:"dissents,omitempty"`
	Enquiries []enquired  `json:"enquiries,omitempty"`
	Passes    []excused   `json:"passes,omitempty"`
}

// dissented is a dissent in a stand.
type dissented struct {
	ID     int64  `json:"id"`
	UserID int64  `json:"user_id"`
	Text   string `json:"text"`
	Public bool   `json:"public,omitempty"`
}

// enquired is an enquiry in a stand.
type enquired struct {
	ID        int64                 `json:"id"`
	Kind      factcheck.EnquiryKind `json:"kind"`
	Asked     string                `json:"asked"`
	Via       string                `json:"via,omitempty"`
	On        factcheck.Date        `json:"asked_on"`
	Question  string                `json:"question,omitempty"`
	Outcome   factcheck.Outcome     `json:"outcome"`
	OutcomeOn factcheck.Date        `json:"outcome_on,omitempty"`
	Answer    string                `json:"answer,omitempty"`
	URL       string                `json:"url,omitempty"`
	Told      factcheck.Told        `json:"told"`
}

// excused is the reason for which a line of the gate was passed, in a
// stand.
type excused struct {
	Rule   string `json:"rule"`
	Reason string `json:"reason"`
	UserID int64  `json:"user_id,omitempty"`
}

func asideOf(c factcheck.Claim) (s asideStand) {
	for _, d := range c.Dissents {
		s.Dissents = append(s.Dissents, dissented{d.ID, d.UserID, d.Text, d.Public})
	}
	for _, e := range c.Enquiries {
		s.Enquiries = append(s.Enquiries, enquired{e.ID, e.Kind, e.Asked, e.Via, e.On, e.Question, e.Outcome, e.OutcomeOn, e.Answer, e.URL, e.Told})
	}
	for _, p := range c.Passes {
		s.Passes = append(s.Passes, excused{p.Rule, p.Reason, p.UserID})
	}
	return s
}

// lines are what hangs beside a claim as a reviewer compares it.
func (s asideStand) lines() []wording {
	var dissents, enquiries, passes string
	for _, d := range s.Dissents {
		who := "Private: "
		if d.Public {
			who = "Public: "
		}
		dissents += who + d.Text + "\n"
	}
	for _, e := range s.Enquiries {
		enquiries += e.Kind.Label() + ", " + e.Asked + ", " + e.Via + ", " + string(e.On) + ": " + e.Outcome.Label() + " " + string(e.OutcomeOn) +
			". Readers are told: " + e.Told.Label() + ". " + e.Answer + " " + e.URL + "\n"
	}
	for _, p := range s.Passes {
		passes += p.Rule + ": " + p.Reason + "\n"
	}
	return []wording{{"Dissent", dissents}, {"Asked", enquiries}, {"Reasons for passing rules", passes}}
}
