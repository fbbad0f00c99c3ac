package newsroom_test

import (
	"strings"
	"sync"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// approved is a claim that Bo has approved.
func (d *desk) approved() factcheck.Claim {
	d.t.Helper()
	c, err := d.Approve(d.ctx(), d.bo, d.sent().ID, anyBase, "")
	must(d.t, err)
	return c
}

// scheduled is such a claim, to be published by Bo in an hour.
func (d *desk) scheduled() factcheck.Claim {
	d.t.Helper()
	c, err := d.Schedule(d.ctx(), d.bo, d.approved().ID, anyBase, first, d.clock.Now().Add(time.Hour))
	must(d.t, err)
	return c
}

// restarted opens a second newsroom on the same database, as another process or a
// restart does.
func (d *desk) restarted() *newsroom.Room {
	d.t.Helper()
	r, err := newsroom.Open(d.ctx(), d.store, newsroom.Options{BaseURL: "https://check.example:8443", Now: d.clock.Now})
	must(d.t, err)
	d.t.Cleanup(r.Close)
	return r
}

func TestAScheduledClaimIsPublishedAtItsTimeAndOnce(t *testing.T) {
	d := newDesk(t)
	c := d.scheduled()
	if c.Status != factcheck.Approved || !c.PublishAt.Equal(d.clock.Now().Add(time.Hour)) {
		t.Fatalf("scheduled: %s at %v", c.Status, c.PublishAt)
	}
	select {
	case <-d.ScheduleWoken():
	default:
		t.Error("nobody is woken")
	}
	d.sound()
	next, err := d.PublishDue(d.ctx())
	must(t, err)
	if d.status(c.ID, factcheck.Approved); !next.Equal(c.PublishAt) {
		t.Errorf("the next one is due at %v", next)
	}
	d.pass(time.Hour)
	d.Close()
	after := d.restarted() // a restart
	for range 2 {
		next, err = after.PublishDue(d.ctx())
		must(t, err)
	}
	c = d.claim(c.ID)
	if c.Status != factcheck.Published || c.Live.Revision != 1 || !c.PublishAt.IsZero() || !next.IsZero() {
		t.Errorf("it is %s, %+v, %v, next %v", c.Status, c.Live, c.PublishAt, next)
	}
	d.sound()
}

func TestTwoProcessesPublishWhatIsDueOnce(t *testing.T) {
	d := newDesk(t)
	var ids []int64
	for range 5 {
		ids = append(ids, d.scheduled().ID)
	}
	d.pass(2 * time.Hour)
	var work sync.WaitGroup
	for _, room := range []*newsroom.Room{d.Room, d.restarted(), d.restarted()} {
		work.Go(func() {
			if _, err := room.PublishDue(d.ctx()); err != nil {
				t.Error(err)
			}
		})
	}
	work.Wait()
	for _, id := range ids {
		revisions, err := d.Revisions(d.ctx(), id)
		must(t, err)
		if len(revisions) != 1 {
			t.Errorf("claim %d has %d revisions", id, len(revisions))
		}
	}
	d.sound()
}

func TestWhatTakesAClaimFromApprovedTakesItOffTheSchedule(t *testing.T) {
	for name, change := range map[string]func(*desk, int64) error{
		"returned": func(d *desk, id int64) error { _, err := d.Return(d.ctx(), d.cem, id, anyBase, "Not yet."); return err },
		"changed": func(d *desk, id int64) error {
			a := text()
			a.Summary = "It has left a seat."
			_, err := d.WriteArticle(d.ctx(), d.ani, id, anyBase, a)
			return err
		},
		"dropped": func(d *desk, id int64) error {
			_, err := d.Drop(d.ctx(), d.cem, id, anyBase, factcheck.Opinion, "")
			return err
		},
		"taken off": func(d *desk, id int64) error { _, err := d.Unschedule(d.ctx(), d.cem, id, anyBase); return err },
	} {
		d := newDesk(t)
		c := d.scheduled()
		must(t, change(d, c.ID))
		d.pass(2 * time.Hour)
		_, err := d.PublishDue(d.ctx())
		must(t, err)
		if c = d.claim(c.ID); c.Live != nil || !c.PublishAt.IsZero() {
			t.Errorf("%s: published %v, due %v", name, c.Live, c.PublishAt)
		}
		events, err := d.ClaimEvents(d.ctx(), c.ID)
		must(t, err)
		logged := false
		for _, e := range events {
			logged = logged || e.Action == factcheck.Unschedule
		}
		if got := d.told(d.bo); !logged || name != "changed" && !strings.Contains(got, "unscheduled") {
			t.Errorf("%s: logged %v, Bo is told %q", name, logged, got)
		}
		d.sound()
	}
}

func TestWhatIsRefusedAtItsTimeSaysWhyAndTellsPeople(t *testing.T) {
	for name, x := range map[string]struct {
		spoil func(*desk) error
		why   string
	}{
		"a role that was taken": {func(d *desk) error {
			u, err := d.User(d.ctx(), d.bo.ID)
			must(d.t, err)
			_, err = d.EditUser(d.ctx(), d.zoe, u.ID, u.Version, factcheck.UserDraft{Email: u.Email, Name: u.Name, Role: factcheck.Reporter})
			return err
		}, "may no longer publish"},
		"an account that was closed": {func(d *desk) error { _, err := d.SetDisabled(d.ctx(), d.zoe, d.bo.ID, true); return err }, "may no longer publish"},
		"a gate that closed":         {func(d *desk) error { d.raise(factcheck.RuleAppearance, factcheck.Must); return nil }, "where the claim was seen"},
	} {
		d := newDesk(t)
		c := d.scheduled()
		must(t, x.spoil(d))
		d.pass(time.Hour)
		for range 2 {
			_, err := d.PublishDue(d.ctx())
			must(t, err)
		}
		s, err := d.ScheduleOf(d.ctx(), c.ID)
		must(t, err)
		c = d.claim(c.ID)
		if c.Live != nil || c.Status != factcheck.Approved || !c.PublishAt.IsZero() || !strings.Contains(s.Failed, x.why) {
			t.Errorf("%s: %s, %v, failed %q", name, c.Status, c.PublishAt, s.Failed)
		}
		if got := d.told(d.cem); strings.Count(got, "failed") != 1 {
			t.Errorf("%s: Cem is told %q", name, got)
		}
		_, err = d.Schedule(d.ctx(), d.cem, c.ID, anyBase, first, d.clock.Now().Add(time.Hour))
		if name != "a gate that closed" {
			must(t, err) // anew, by somebody who may
		}
		d.sound()
	}
}

func TestOnlyWhatCouldBePublishedNowIsScheduled(t *testing.T) {
	d := newDesk(t)
	soon := d.clock.Now().Add(time.Hour)
	_, err := d.Schedule(d.ctx(), d.bo, d.sent().ID, anyBase, first, soon)
	refused(t, err, factcheck.Conflict, "in-review and cannot be scheduled")
	c := d.approved()
	_, err = d.Schedule(d.ctx(), d.ani, c.ID, anyBase, first, soon)
	refused(t, err, factcheck.Forbidden, "editor")
	_, err = d.Schedule(d.ctx(), d.bo, c.ID, anyBase, newsroom.Order{Class: factcheck.Update}, soon)
	faulty(t, err, "class")
	for _, at := range []time.Duration{-time.Hour, 400 * 24 * time.Hour} {
		_, err = d.Schedule(d.ctx(), d.bo, c.ID, anyBase, first, d.clock.Now().Add(at))
		faulty(t, err, "at")
	}
	_, err = d.Unschedule(d.ctx(), d.bo, c.ID, anyBase)
	refused(t, err, factcheck.Conflict, "not scheduled")
	c, err = d.Schedule(d.ctx(), d.bo, c.ID, anyBase, first, d.clock.Now().Add(-30*time.Second))
	must(t, err)
	if c.Status != factcheck.Published {
		t.Errorf("for a time just past it is %s", c.Status)
	}
}

func TestTwoWhoApproveAtOnceAreToldWhoWon(t *testing.T) {
	d := newDesk(t)
	for name, approve := range map[string]func(factcheck.Actor, factcheck.Claim) error{
		"approve": func(by factcheck.Actor, c factcheck.Claim) error {
			_, err := d.Approve(d.ctx(), by, c.ID, newsroom.Base{Version: &c.Version}, "")
			return err
		},
		"approve and publish": func(by factcheck.Actor, c factcheck.Claim) error {
			_, err := d.ApproveAndPublish(d.ctx(), by, c.ID, newsroom.Base{Version: &c.Version}, first)
			return err
		},
	} {
		c, errs := d.sent(), make([]error, 2)
		var work sync.WaitGroup
		for i, by := range []factcheck.Actor{d.bo, d.cem} {
			work.Go(func() { errs[i] = approve(by, c) })
		}
		work.Wait()
		now := d.claim(c.ID)
		switch winner := now.Approval(); {
		case (errs[0] == nil) == (errs[1] == nil):
			t.Errorf("%s: %v and %v", name, errs[0], errs[1])
		case errs[0] == nil:
			refused(t, errs[1], factcheck.Conflict, "Bo has approved the claim already, on 14 September 2023 at 12:00 UTC")
		case winner.By != "Cem":
			t.Errorf("%s: %s won, and Bo is told %v", name, winner.By, errs[0])
		default:
			refused(t, errs[0], factcheck.Conflict, "Cem has approved the claim already")
		}
	}
}
