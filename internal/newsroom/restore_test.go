package newsroom_test

import (
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// remove takes a quote off a claim.
func (d *desk) remove(claim, evidence int64) {
	d.t.Helper()
	_, err := d.RemoveEvidence(d.ctx(), d.ani, claim, evidence, anyBase)
	must(d.t, err)
}

// restore puts it back.
func (d *desk) restore(claim, evidence int64) {
	d.t.Helper()
	_, err := d.RestoreEvidence(d.ctx(), d.ani, claim, evidence, anyBase)
	must(d.t, err)
}

const threefoldBody = "Recalled [1], freezing [2], planned [3], `[1]`, \\[2], [3](https://example.org)."

func TestUndoneRemovalLeavesTheClaimAsItWas(t *testing.T) {
	for place := range 3 {
		d := newDesk(t)
		c := d.threefold()
		e := c.Evidence[place]
		d.remove(c.ID, e.ID)
		if number, err := d.FormerNumber(d.ctx(), c.ID, e.ID); err != nil || number != place+1 {
			t.Errorf("what was removed had been number %d, %v; want %d", number, err, place+1)
		}
		d.restore(c.ID, e.ID)
		c = d.order(c.ID, threefoldBody, recalled, freezing, planned)
		if got := c.Evidence[place]; got.ID != e.ID || got.Stance != e.Stance || got.Start != e.Start {
			t.Errorf("quote %d came back as %+v", place+1, got)
		}
		_, err := d.FormerNumber(d.ctx(), c.ID, e.ID)
		refused(t, err, factcheck.NotFound, "")
		d.sound()
	}
}

func TestTwoRemovalsAreUndoneInEitherOrder(t *testing.T) {
	d := newDesk(t)
	c := d.threefold()
	first, second := c.Evidence[0].ID, c.Evidence[1].ID
	d.remove(c.ID, first)
	d.remove(c.ID, second)
	d.restore(c.ID, second)
	d.order(c.ID, "Recalled [0], freezing [1], planned [2], `[1]`, \\[2], [3](https://example.org).", freezing, planned)
	d.restore(c.ID, first)
	c = d.order(c.ID, threefoldBody, recalled, freezing, planned)
	d.remove(c.ID, first)
	d.remove(c.ID, second)
	d.restore(c.ID, first)
	d.order(c.ID, "Recalled [0], freezing [0], planned [2], `[1]`, \\[2], [3](https://example.org).", recalled, planned)
	d.restore(c.ID, second)
	d.order(c.ID, "Recalled [0], freezing [0], planned [3], `[1]`, \\[2], [3](https://example.org).", recalled, freezing, planned)
	d.sound()
}

func TestMarksOfAnArticleWrittenSinceAreNotGuessed(t *testing.T) {
	d := newDesk(t)
	c := d.threefold()
	d.remove(c.ID, c.Evidence[1].ID)
	mended := text()
	mended.Body = "Recalled [1], freezing [0], planned [2] and so on."
	_, err := d.WriteArticle(d.ctx(), d.dav, c.ID, anyBase, mended)
	must(t, err)
	d.restore(c.ID, c.Evidence[1].ID)
	d.order(c.ID, "Recalled [1], freezing [0], planned [3] and so on.", recalled, freezing, planned)
	d.sound()
}

func TestAnArticleTellsOfMarksThatLostTheirQuotes(t *testing.T) {
	for body, want := range map[string]bool{"Recalled [1].": false, "Recalled [0].": true, "`[0]` \\[0]": false, "Planned [7].": false} {
		if newsroom.Widowed(&factcheck.Article{Body: body}) != want {
			t.Errorf("%q: want %v", body, want)
		}
	}
	if newsroom.Widowed(nil) {
		t.Error("no article has marks")
	}
}

func TestUndoKeepsWhatWasDoneMeanwhile(t *testing.T) {
	d := newDesk(t)
	c := d.threefold()
	gone := c.Evidence[1]
	d.remove(c.ID, gone.ID)
	_, err := d.MoveEvidence(d.ctx(), d.dav, c.ID, c.Evidence[2].ID, true)
	must(t, err)
	other := d.quote(d.dav, c.ID, "the alliance was told of them", factcheck.Context)
	d.restore(c.ID, gone.ID)
	c = d.claim(c.ID)
	var got []string
	for _, e := range c.Evidence {
		got = append(got, e.Exact)
	}
	if len(got) != 4 || got[0] != planned || got[1] != recalled || got[2] != freezing || got[3] != other.Exact {
		t.Errorf("the order is %q", got)
	}
	d.sound()
}

func TestUndoIsRefusedWhereNothingMayChange(t *testing.T) {
	d := newDesk(t)
	c := d.threefold()
	gone := c.Evidence[2]
	_, err := d.RestoreEvidence(d.ctx(), d.ani, c.ID, 99, anyBase)
	refused(t, err, factcheck.NotFound, "")
	d.remove(c.ID, gone.ID)
	_, err = d.RestoreEvidence(d.ctx(), d.ani, d.record("Another").ID, gone.ID, anyBase)
	refused(t, err, factcheck.NotFound, "")
	_, err = d.Drop(d.ctx(), d.bo, c.ID, anyBase, factcheck.Opinion, "")
	must(t, err)
	_, err = d.RestoreEvidence(d.ctx(), d.ani, c.ID, gone.ID, anyBase)
	refused(t, err, factcheck.Conflict, "Reopen it")
	_, err = d.Reopen(d.ctx(), d.bo, c.ID, anyBase, "")
	must(t, err)
	d.quote(d.dav, c.ID, planned, gone.Stance)
	_, err = d.RestoreEvidence(d.ctx(), d.ani, c.ID, gone.ID, anyBase)
	refused(t, err, factcheck.Conflict, "is evidence 3")
}

func TestUndoTwiceChangesNothing(t *testing.T) {
	d := newDesk(t)
	c := d.threefold()
	d.remove(c.ID, c.Evidence[0].ID)
	d.restore(c.ID, c.Evidence[0].ID)
	version := d.claim(c.ID).Version
	d.restore(c.ID, c.Evidence[0].ID)
	if now := d.claim(c.ID).Version; now != version {
		t.Errorf("the second undo made version %d of %d", now, version)
	}
}
