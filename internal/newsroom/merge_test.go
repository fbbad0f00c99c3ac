package newsroom_test

import (
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// repetition records a claim that was seen in two places.
func (d *desk) repetition(words string) factcheck.Claim {
	d.t.Helper()
	c := draft(words)
	c.Appearances = []factcheck.AppearanceDraft{{URL: "https://post.example/1", SeenOn: "2023-09-10"},
		{Outlet: "Evening Wire", SeenOn: "2023-09-12", Said: "They quit!"}}
	recorded, err := d.RecordClaim(d.ctx(), d.ani, c)
	must(d.t, err)
	return recorded
}

// counted is how often readers are told that a check's claim was seen again.
func (d *desk) counted(c factcheck.Claim) factcheck.Repeats {
	d.t.Helper()
	check, err := d.Check(d.ctx(), c.Live.Slug)
	must(d.t, err)
	return check.Repeats
}

func TestARepetitionIsMergedAndComesBackAsItWas(t *testing.T) {
	d := newDesk(t)
	live, same := d.live(), d.repetition("Armenia is quitting the alliance")
	before, err := d.Edition(d.ctx())
	must(t, err)
	merged, err := d.MergeClaim(d.ctx(), d.dav, same.ID, live.ID, newsroom.Base{})
	must(t, err)
	if merged.Status != factcheck.Dropped || merged.DropReason != factcheck.Duplicate || merged.MergedInto != live.ID {
		t.Errorf("merged it is %+v", merged)
	}
	target, err := d.Claim(d.ctx(), d.ani, live.ID)
	must(t, err)
	if target.Status != factcheck.Published || target.Version != live.Version || len(target.Repeats) != 2 {
		t.Errorf("the other is %s, version %d, seen again %+v", target.Status, target.Version, target.Repeats)
	}
	if r := target.Repeats; r[0].Said != same.Text || r[1].Said != "They quit!" || r[0].FromClaim != same.ID {
		t.Errorf("seen again %+v", r)
	}
	if got := d.counted(live); got != (factcheck.Repeats{Count: 2, Last: "2023-09-12"}) {
		t.Errorf("readers are told %+v", got)
	}
	if after, err := d.Edition(d.ctx()); err != nil || after <= before {
		t.Errorf("edition %d after %d, %v", after, before, err)
	}
	back, err := d.UnmergeClaim(d.ctx(), d.dav, same.ID, newsroom.Base{})
	must(t, err)
	if back.Status != factcheck.New || back.MergedInto != 0 || back.DropReason != "" || len(back.Appearances) != 2 {
		t.Errorf("it came back as %+v", back)
	}
	if got := d.counted(live); got.Count != 0 {
		t.Errorf("readers are still told %+v", got)
	}
	d.sound()
}

func TestReopeningAMergedClaimUndoesTheMerge(t *testing.T) {
	d := newDesk(t)
	live, same := d.live(), d.repetition("Armenia is quitting the alliance")
	_, err := d.MergeClaim(d.ctx(), d.dav, same.ID, live.ID, newsroom.Base{})
	must(t, err)
	_, err = d.Reopen(d.ctx(), d.bo, same.ID, newsroom.Base{}, "")
	must(t, err)
	if got := d.counted(live); got.Count != 0 {
		t.Errorf("readers are still told %+v", got)
	}
}

func TestWhatCannotBeMergedIsRefused(t *testing.T) {
	d := newDesk(t)
	live, a, b, c := d.live(), d.record("One"), d.record("Two"), d.record("Three")
	merge := func(from, into int64) error {
		_, err := d.MergeClaim(d.ctx(), d.ani, from, into, newsroom.Base{})
		return err
	}
	faulty(t, merge(a.ID, a.ID), "into")
	faulty(t, merge(a.ID, 999), "into")
	refused(t, merge(999, a.ID), factcheck.NotFound, "claim 999")
	refused(t, merge(live.ID, a.ID), factcheck.Conflict, "published")
	must(t, merge(a.ID, b.ID))
	refused(t, merge(a.ID, c.ID), factcheck.Conflict, "dropped")
	refused(t, merge(c.ID, a.ID), factcheck.Conflict, "merged into")
	refused(t, merge(b.ID, c.ID), factcheck.Conflict, "Undo that first")
	_, err := d.Drop(d.ctx(), d.bo, c.ID, newsroom.Base{}, factcheck.Opinion, "")
	must(t, err)
	refused(t, merge(b.ID, c.ID), factcheck.Conflict, "Undo that first")
	_, err = d.UnmergeClaim(d.ctx(), d.ani, c.ID, newsroom.Base{})
	refused(t, err, factcheck.Conflict, "was not merged")
	_, err = d.UnmergeClaim(d.ctx(), d.ani, b.ID, newsroom.Base{})
	refused(t, err, factcheck.Conflict, "cannot be taken out")
}

func TestAnAppearanceIsAddedAndTakenOff(t *testing.T) {
	d := newDesk(t)
	live := d.live()
	_, err := d.AddRepeat(d.ctx(), d.ani, live.ID, factcheck.RepeatDraft{})
	faulty(t, err, "url")
	_, err = d.AddRepeat(d.ctx(), d.ani, live.ID, factcheck.RepeatDraft{URL: "nonsense", SeenOn: "soon"})
	faulty(t, err, "url", "seen_on")
	seen, err := d.AddRepeat(d.ctx(), d.ani, live.ID, factcheck.RepeatDraft{Outlet: "A channel", SeenOn: "2023-09-13"})
	must(t, err)
	if got := d.counted(live); got != (factcheck.Repeats{Count: 1, Last: "2023-09-13"}) {
		t.Errorf("readers are told %+v", got)
	}
	other := d.record("Another one")
	refused(t, d.DropRepeat(d.ctx(), d.ani, other.ID, seen.ID), factcheck.NotFound, "added appearance")
	must(t, d.DropRepeat(d.ctx(), d.ani, live.ID, seen.ID))
	refused(t, d.DropRepeat(d.ctx(), d.ani, live.ID, seen.ID), factcheck.NotFound, "added appearance")
	if got := d.counted(live); got.Count != 0 {
		t.Errorf("readers are still told %+v", got)
	}
	_, err = d.MergeClaim(d.ctx(), d.ani, other.ID, live.ID, newsroom.Base{})
	must(t, err)
	c, err := d.Claim(d.ctx(), d.ani, live.ID)
	must(t, err)
	refused(t, d.DropRepeat(d.ctx(), d.ani, live.ID, c.Repeats[0].ID), factcheck.Conflict, "Undo that merge")
	d.sound()
}
