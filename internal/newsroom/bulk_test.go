package newsroom_test

import (
	"slices"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

func chosen(claims ...factcheck.Claim) []newsroom.Chosen {
	all := make([]newsroom.Chosen, len(claims))
	for i, c := range claims {
		all[i] = newsroom.Chosen{ID: c.ID, Version: c.Version}
	}
	return all
}

// lastActs are the newest acts in the log, newest first.
func (d *desk) lastActs(n int) []factcheck.Action {
	d.t.Helper()
	events, err := d.Log(d.ctx(), d.bo, 0, n)
	must(d.t, err)
	acts := make([]factcheck.Action, len(events))
	for i, e := range events {
		acts[i] = e.Action
	}
	return acts
}

func TestManyClaimsAreAssignedInOneActWithALineForEach(t *testing.T) {
	d := newDesk(t)
	one, two, has := d.record("One"), d.record("Two"), d.record("Three")
	has, err := d.AssignClaim(d.ctx(), d.bo, has.ID, d.dav.ID)
	must(t, err)
	done, err := d.AssignClaims(d.ctx(), d.bo, chosen(one, two, has, two), d.dav.ID)
	must(t, err)
	if done != (newsroom.Bulk{Done: 2, Same: 1}) || done.Notice("given") != "2 claims given; 1 had it so already." {
		t.Errorf("done is %+v: %s", done, done.Notice("given"))
	}
	for _, id := range []int64{one.ID, two.ID, has.ID} {
		if c := d.claim(id); c.AssigneeID != d.dav.ID || c.Status != factcheck.Researching {
			t.Errorf("claim %d is %s with %q", id, c.Status, c.Assignee)
		}
	}
	if acts := d.lastActs(2); !slices.Equal(acts, []factcheck.Action{factcheck.AssignClaim, factcheck.AssignClaim}) {
		t.Errorf("the log has %v", acts)
	}
	d.sound()
}

func TestWhatStandsAgainstOneOfManyStopsAll(t *testing.T) {
	d := newDesk(t)
	free, gone, live := d.record("Free"), d.record("Gone"), d.live()
	gone, err := d.Drop(d.ctx(), d.bo, gone.ID, anyBase, factcheck.Opinion, "")
	must(t, err)
	_, err = d.DropClaims(d.ctx(), d.bo, chosen(free, gone, live), factcheck.TooSmall, "")
	refused(t, err, factcheck.Conflict, "cannot be done to 2 of 3 claims")
	fields := factcheck.As(err).Fields
	if len(fields) != 2 || !strings.Contains(fields[0].Message, "#2 “Gone”: The claim is dropped") || !strings.Contains(fields[1].Message, "published") {
		t.Errorf("against it stand %+v", fields)
	}
	d.status(free.ID, factcheck.New)
	_, err = d.DropClaims(d.ctx(), d.bo, chosen(free), "", "")
	faulty(t, err, "reason")
	_, err = d.DropClaims(d.ctx(), d.ani, chosen(free), factcheck.TooSmall, "")
	refused(t, err, factcheck.Forbidden, "editor")
	_, err = d.DropClaims(d.ctx(), d.bo, chosen(free), factcheck.TooSmall, "")
	must(t, err)
	d.status(free.ID, factcheck.Dropped)
	d.sound()
}

func TestNobodyOverwritesWhatWasChangedSinceTheListWasOpened(t *testing.T) {
	d := newDesk(t)
	one, two := d.record("One"), d.record("Two")
	_, err := d.AssignClaim(d.ctx(), d.bo, two.ID, d.ani.ID)
	must(t, err)
	_, err = d.AssignClaims(d.ctx(), d.cem, chosen(one, two), d.dav.ID)
	refused(t, err, factcheck.Conflict, "cannot be done to 1 of 2 claims")
	if d.claim(one.ID).AssigneeID != 0 || d.claim(two.ID).AssigneeID != d.ani.ID {
		t.Error("some of it was done")
	}
	_, err = d.AssignClaims(d.ctx(), d.cem, []newsroom.Chosen{{ID: one.ID}, {ID: 99}}, d.dav.ID)
	refused(t, err, factcheck.NotFound, "")
	_, err = d.AssignClaims(d.ctx(), d.cem, nil, d.dav.ID)
	faulty(t, err, "claims")
	_, err = d.AssignClaims(d.ctx(), d.cem, make([]newsroom.Chosen, newsroom.MostChosen+1), d.dav.ID)
	faulty(t, err, "claims")
}

func TestTopicsArePutOnManyClaimsAndTakenOffAgain(t *testing.T) {
	d := newDesk(t)
	one, two, sent := d.record("One"), d.record("Two"), d.sent()
	_, err := d.TagClaims(d.ctx(), d.dav, chosen(one, two), []string{"Energy", "Courts"}, nil)
	must(t, err)
	done, err := d.TagClaims(d.ctx(), d.dav, []newsroom.Chosen{{ID: one.ID}, {ID: two.ID}}, []string{"energy"}, []string{"COURTS"})
	must(t, err)
	for _, id := range []int64{one.ID, two.ID} {
		if c := d.claim(id); !slices.Equal(c.TopicNames(), []string{"Energy"}) || c.Status != factcheck.New {
			t.Errorf("claim %d is %s with %q", id, c.Status, c.TopicNames())
		}
	}
	if done.Done != 2 {
		t.Errorf("done is %+v", done)
	}
	_, err = d.TagClaims(d.ctx(), d.dav, chosen(sent), []string{"Energy"}, nil)
	refused(t, err, factcheck.Conflict, "take it back to research")
	_, err = d.TagClaims(d.ctx(), d.bo, chosen(sent), []string{"Energy"}, nil)
	must(t, err)
	if c := d.claim(sent.ID); c.Status != factcheck.InReview || !c.Signed(d.ani.ID) {
		t.Errorf("an editor's topic leaves the claim %s", c.Status)
	}
	_, err = d.TagClaims(d.ctx(), d.bo, chosen(one), nil, nil)
	faulty(t, err, "topic")
	d.sound()
}
