package newsroom

import (
	"context"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// RecordClaim records a claim. One with an assignee begins as researching.
func (r *Room) RecordClaim(ctx context.Context, by factcheck.Actor, d factcheck.ClaimDraft) (factcheck.Claim, error) {
	checked, pictures, err := r.checkClaim(ctx, by, factcheck.RecordClaim, d)
	if err != nil {
		return factcheck.Claim{}, err
	}
	return act(ctx, r, by, factcheck.RecordClaim, func(a *acting) (factcheck.Claim, error) {
		c, err := a.record(ctx, checked, pictures)
		if err != nil {
			return c, err
		}
		return c, a.given(ctx, c.AssigneeID, c)
	})
}

// checkClaim is what can be found wrong with a draft before the act begins,
// with the pictures that it brings by the place of their appearance.
func (r *Room) checkClaim(ctx context.Context, by factcheck.Actor, action factcheck.Action, d factcheck.ClaimDraft) (factcheck.Checked, map[int]brought, error) {
	if err := factcheck.Permit(by, action); err != nil {
		return factcheck.Checked{}, nil, err
	}
	checked, wrong := d.Check(r.Now())
	pictures, err := r.bringPictures(ctx, checked.Sightings)
	return checked, pictures, factcheck.Together(wrong, err)
}

// RecordClaims records several claims, one a line, which share all but their
// text. Either all are recorded or none. No copy is kept of where they were
// seen: it would be one claim's.
func (r *Room) RecordClaims(ctx context.Context, by factcheck.Actor, lines string, shared factcheck.ClaimDraft) ([]factcheck.Claim, error) {
	shared.Appearances = slices.Clone(shared.Appearances)
	for i := range shared.Appearances {
		d := &shared.Appearances[i]
		d.Text, d.Picture, d.CaptureID = "", nil, 0
	}
	var all []factcheck.Checked
	var problems []factcheck.Problem
	for i, line := range strings.Split(strings.ReplaceAll(lines, "\r\n", "\n"), "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		shared.Text = line
		checked, err := shared.Check(r.Now())
		for _, p := range factcheck.Problems(err) {
			switch {
			case p.Field == "text":
				problems = append(problems, factcheck.Problem{Field: "lines", Message: "Line " + strconv.Itoa(i+1) + ": " + p.Message})
			case len(all) == 0:
				problems = append(problems, p)
			}
		}
		all = append(all, checked)
	}
	switch {
	case len(all) == 0:
		problems = append(problems, factcheck.Problem{Field: "lines", Message: "There is no claim here. Write one on each line."})
	case len(all) > factcheck.MaxAtOnce:
		problems = append(problems, factcheck.Problem{Field: "lines", Message: "At most " + strconv.Itoa(factcheck.MaxAtOnce) + " claims can be recorded at once."})
	}
	if len(problems) > 0 {
		return nil, &factcheck.Error{Kind: factcheck.Invalid, Message: "The claims were not recorded.", Fields: problems}
	}
	return act(ctx, r, by, factcheck.RecordClaim, func(a *acting) ([]factcheck.Claim, error) {
		claims := make([]factcheck.Claim, len(all))
		for i, checked := range all {
			var err error
			if claims[i], err = a.record(ctx, checked, nil); err != nil {
				return nil, err
			}
		}
		return claims, a.given(ctx, claims[0].AssigneeID, claims...)
	})
}

func (a *acting) record(ctx context.Context, d factcheck.Checked, pictures map[int]brought) (factcheck.Claim, error) {
	c := factcheck.Claim{Status: factcheck.New, CreatedBy: a.by.ID, CreatedAt: a.now}
	if d.AssigneeID != 0 {
		c.Status = factcheck.Researching
	}
	if err := a.describe(ctx, &c, d); err != nil {
		return c, err
	}
	id, err := a.AddClaim(ctx, c)
	if err != nil {
		return c, err
	}
	if err := a.sight(ctx, id, &d, pictures); err != nil {
		return c, err
	}
	if err := a.hang(ctx, id, d); err != nil {
		return c, err
	}
	return a.stand(ctx, id, a.action)
}

// describe puts the draft's fields on the claim, and checks that what they
// refer to is there.
func (a *acting) describe(ctx context.Context, c *factcheck.Claim, d factcheck.Checked) error {
	if d.AssigneeID != c.AssigneeID { // whoever has it may keep it
		if err := a.mayWork(ctx, d.AssigneeID); err != nil {
			return err
		}
	}
	if err := a.mayName(ctx, d.SourceID, c.SourceID, "source_id"); err != nil {
		return err
	}
	c.Text, c.Language, c.SaidOn, c.SourceID, c.AssigneeID = d.Text, d.Language, d.SaidOn, d.SourceID, d.AssigneeID
	was := c.Claimant
	c.Claimant = nil
	if d.Claimant.Name == "" {
		return nil
	}
	m, err := a.Claimant(ctx, factcheck.Claimant{Name: d.Claimant.Name, Kind: d.Claimant.Kind, SameAs: d.Claimant.SameAs}, a.now)
	c.Claimant = &m
	if err == nil && was != nil && was.ID == m.ID && len(m.SameAs) == 0 && len(was.SameAs) > 0 {
		err = a.SetSameAs(ctx, m.ID, nil) // taken out, where a new claim would only leave them unsaid
	}
	return err
}

func (a *acting) mayWork(ctx context.Context, user int64) error {
	if user == 0 {
		return nil
	}
	u, err := a.User(ctx, user)
	if err == nil && u.Disabled {
		return factcheck.Wrong("assignee_id", "%s can no longer log in. Choose somebody else.", u.Name)
	}
	return orWrong(err, "assignee_id", "There is no person with this number.")
}

// orWrong makes what is absent the fault of a field.
func orWrong(err error, field, message string) error {
	if factcheck.KindOf(err) == factcheck.NotFound && err != nil {
		return factcheck.Wrong(field, "%s", message)
	}
	return err
}

// hang stores what belongs to a claim in tables of its own.
func (a *acting) hang(ctx context.Context, id int64, d factcheck.Checked) error {
	if err := a.SetAppearances(ctx, id, d.Appearances); err != nil {
		return err
	}
	return a.SetTopics(ctx, id, d.Topics, a.now)
}

// EditClaim changes the claim's own fields.
func (r *Room) EditClaim(ctx context.Context, by factcheck.Actor, id int64, b Base, d factcheck.ClaimDraft) (factcheck.Claim, error) {
	checked, pictures, err := r.checkClaim(ctx, by, factcheck.EditClaim, d)
	if err != nil {
		return factcheck.Claim{}, err
	}
	return r.change(ctx, by, id, b, factcheck.EditClaim, func(a *acting, c *factcheck.Claim) error {
		if keptAlready(c, &checked); same(c, checked) {
			return errUnchanged
		}
		before := c.AssigneeID
		if err := a.describe(ctx, c, checked); err != nil {
			return err
		}
		if err := a.given(ctx, changedTo(before, c.AssigneeID), *c); err != nil {
			return err
		}
		if err := a.sight(ctx, id, &checked, pictures); err != nil {
			return err
		}
		c.Details++
		return a.hang(ctx, id, checked)
	})
}

// same tells whether a draft would leave the claim as it is.
func same(c *factcheck.Claim, d factcheck.Checked) bool {
	present, err := c.Draft().Check(c.UpdatedAt)
	return err == nil && reflect.DeepEqual(normal(present), normal(d))
}

// normal makes no difference between an empty list and none.
func normal(d factcheck.Checked) factcheck.Checked {
	d.ClaimDraft.Appearances, d.ClaimDraft.SaidOn = nil, ""
	if len(d.Topics) == 0 {
		d.Topics = nil
	}
	if len(d.Appearances) == 0 {
		d.Appearances, d.Sightings = nil, nil
	}
	if len(d.Claimant.SameAs) == 0 {
		d.Claimant.SameAs = nil
	}
	if d.Claimant.Name == "" {
		d.Claimant.Kind = ""
	}
	return d
}

// Claim is the one with this id, with all that hangs on it and that the reader
// may see.
func (r *Room) Claim(ctx context.Context, by factcheck.Actor, id int64) (factcheck.Claim, error) {
	return readAs(ctx, r, by, func(q *store.Queries) (factcheck.Claim, error) { return q.Claim(ctx, id) })
}

// TopicCount is a topic with how many claims or checks have it.
type TopicCount = store.TopicCount

// Topics are all topics of the desk, by name.
func (r *Room) Topics(ctx context.Context) ([]TopicCount, error) {
	return read(ctx, r, func(q *store.Queries) ([]TopicCount, error) { return q.Topics(ctx) })
}

// ClaimEvents are what was done to a claim, newest first.
func (r *Room) ClaimEvents(ctx context.Context, id int64) ([]factcheck.Event, error) {
	return read(ctx, r, func(q *store.Queries) ([]factcheck.Event, error) { return q.EventsOf(ctx, "claim", id) })
}

// Log is the audit log before an event (0: from the newest), newest first.
func (r *Room) Log(ctx context.Context, by factcheck.Actor, before int64, limit int) ([]factcheck.Event, error) {
	if err := factcheck.Permit(by, factcheck.ReadLog); err != nil {
		return nil, err
	}
	if before <= 0 {
		before = 1 << 62
	}
	return read(ctx, r, func(q *store.Queries) ([]factcheck.Event, error) {
		events, err := q.Events(ctx, before, pageSize(limit))
		if err != nil {
			return nil, err
		}
		return events, veilEvents(ctx, q, by, events)
	})
}
