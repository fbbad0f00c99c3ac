package newsroom_test

import (
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// here are those whom somebody finds at a claim, with what they are at.
func (d *desk) here(claim int64, but factcheck.Actor) string {
	var names []string
	for _, p := range d.Others(claim, but) {
		names = append(names, strings.TrimSpace(p.Name+" "+p.Where))
	}
	return strings.Join(names, ", ")
}

func TestWhoHasAClaimOpenIsSeenByTheOthersForAWhile(t *testing.T) {
	d := newDesk(t)
	c, other := d.record("It is so.").ID, d.record("It is not so.").ID
	for _, step := range []struct {
		wait  time.Duration
		by    factcheck.Actor
		where string // "gone" leaves
		ani   string // whom Ani finds
		bo    string // whom Bo finds
	}{
		{0, d.bo, "", "Bo", ""},
		{10 * time.Second, d.ani, "note", "Bo", "Ani note"},
		{34 * time.Second, d.cem, "verdict", "Bo, Cem verdict", "Ani note, Cem verdict"},
		{time.Second, d.cem, "claim", "Cem claim", "Ani note, Cem claim"},
		{30 * time.Second, d.bo, newsroom.DraftArticle, "Bo article, Cem claim", "Cem claim"},
		{0, d.cem, "gone", "Bo article", ""},
		{45 * time.Second, d.cem, "gone", "", ""},
	} {
		d.pass(step.wait)
		if step.where == "gone" {
			d.Leave(step.by, c)
		} else {
			must(t, d.Present(d.ctx(), step.by, c, step.where))
		}
		if ani, bo := d.here(c, d.ani), d.here(c, d.bo); ani != step.ani || bo != step.bo {
			t.Errorf("%s at %q: Ani finds %q, not %q; Bo finds %q, not %q", step.by.Name, step.where, ani, step.ani, bo, step.bo)
		}
		if at := d.here(other, d.ani); at != "" {
			t.Errorf("at another claim is %s", at)
		}
	}
}

func TestBeingThereIsRefusedWhereThereIsNothing(t *testing.T) {
	d := newDesk(t)
	c := d.record("It is so.").ID
	refused(t, d.Present(d.ctx(), d.ani, 99, ""), factcheck.NotFound, "claim")
	faulty(t, d.Present(d.ctx(), d.ani, c, "the cellar"), "where")
	refused(t, d.Present(d.ctx(), factcheck.ByConsole(), c, ""), factcheck.Forbidden, "people")
	if at := d.here(c, d.bo); at != "" {
		t.Errorf("here is %s", at)
	}
}

func TestBeingThereLeavesNoTrace(t *testing.T) {
	d := newDesk(t)
	c := d.record("It is so.")
	before, err := d.Log(d.ctx(), d.zoe, 0, 10)
	must(t, err)
	must(t, d.Present(d.ctx(), d.ani, c.ID, "article"))
	after, err := d.Log(d.ctx(), d.zoe, 0, 10)
	must(t, err)
	if len(after) != len(before) || !d.claim(c.ID).UpdatedAt.Equal(c.UpdatedAt) {
		t.Errorf("the log had %d lines and has %d", len(before), len(after))
	}
}
