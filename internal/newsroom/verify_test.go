package newsroom_test

import (
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

func TestAllIsSoundAfterEverythingWasDone(t *testing.T) {
	d := newDesk(t)
	d.known()
	c := d.threefold()
	_, err := d.Submit(d.ctx(), d.ani, c.ID, anyBase, "")
	must(t, err)
	_, err = d.Return(d.ctx(), d.bo, c.ID, anyBase, "Who says so?")
	must(t, err)
	_, err = d.MoveEvidence(d.ctx(), d.ani, c.ID, c.Evidence[2].ID, true)
	must(t, err)
	must(t, d.again(c.ID, first))
	_, err = d.RemoveEvidence(d.ctx(), d.bo, c.ID, c.Evidence[1].ID, anyBase)
	must(t, err)
	mended := text()
	mended.Body = "Recalled [1]."
	_, err = d.WriteArticle(d.ctx(), d.bo, c.ID, anyBase, mended)
	must(t, err)
	must(t, d.again(c.ID, update))
	_, err = d.Drop(d.ctx(), d.bo, d.record("Rain").ID, anyBase, factcheck.Prediction, "x")
	must(t, err)
	_, err = d.EditOwn(d.ctx(), d.ani, "Ani B", "A. B.") // what was signed and written stays hers
	must(t, err)
	s, err := d.Settings(d.ctx())
	must(t, err)
	s.SiteName = "Another name"
	_, err = d.EditSettings(d.ctx(), d.zoe, s)
	must(t, err)
	p, err := d.Verify(d.ctx(), nil)
	must(t, err)
	if !p.OK || len(p.Faults) != 0 || p.Counts["snapshots"] != 1 || p.Counts["quotes"] != 3 || p.Counts["revisions"] != 2 {
		t.Errorf("the report is %+v", p)
	}
	log, err := d.Log(d.ctx(), d.ani, 0, 1000)
	must(t, err)
	if n := p.Counts["events"]; len(log) != n || int(log[0].ID) != n || p.LastEvent != log[0].ID {
		t.Errorf("the log shows %d lines, the newest is %d, the report has %d and ends with %d", len(log), log[0].ID, n, p.LastEvent)
	}
}

func TestTheEditionGrowsWhenThePublicSeesSomethingNew(t *testing.T) {
	d := newDesk(t)
	raises := func(name string, by int64, do func()) {
		t.Helper()
		before := d.edition()
		do()
		if got := d.edition() - before; got != by {
			t.Errorf("%s raised the edition by %d, want %d", name, got, by)
		}
	}
	var c factcheck.Claim
	raises("the way to review", 0, func() { c = d.sent() })
	raises("approving", 0, func() { _, err := d.Approve(d.ctx(), d.bo, c.ID, anyBase, ""); must(t, err) })
	raises("publishing", 1, func() { _, err := d.Publish(d.ctx(), d.bo, c.ID, anyBase, first); must(t, err) })
	raises("a refused publication", 0, func() { _, _ = d.Publish(d.ctx(), d.bo, c.ID, anyBase, first) })
	raises("a draft of the next revision", 0, func() {
		mended := text()
		mended.Summary = "Mended."
		_, err := d.WriteArticle(d.ctx(), d.bo, c.ID, anyBase, mended)
		must(t, err)
	})
	raises("a minor revision", 1, func() { _, err := d.Publish(d.ctx(), d.bo, c.ID, anyBase, minor); must(t, err) })
	raises("approving and publishing", 1, func() { d.live() })
	raises("the name of somebody", 0, func() { _, err := d.EditOwn(d.ctx(), d.ani, "Ani B", ""); must(t, err) })
	raises("a private remark", 0, func() { must(t, d.NoteOnClaim(d.ctx(), d.bo, c.ID, "Hm.")) })
	raises("logging in", 0, func() { d.known() })
	raises("another publisher of a source", 0, func() {
		s, err := d.Source(d.ctx(), factcheck.ByConsole(), d.source)
		must(t, err)
		changed := s.Draft()
		changed.Publisher = "P"
		_, err = d.EditSource(d.ctx(), d.ani, d.source, s.Version, changed)
		must(t, err)
	})
	raises("the newsroom's name", 1, func() {
		s, err := d.Settings(d.ctx())
		must(t, err)
		s.SiteName = "Another name"
		_, err = d.EditSettings(d.ctx(), d.zoe, s)
		must(t, err)
	})
}

func TestWhatIsPublicStaysAsItWasPublished(t *testing.T) {
	d := newDesk(t)
	c := d.live()
	before := d.check()
	s, err := d.Source(d.ctx(), factcheck.ByConsole(), d.source)
	must(t, err)
	changed := s.Draft()
	changed.Title = "Another title"
	_, err = d.EditSource(d.ctx(), d.ani, d.source, s.Version, changed)
	must(t, err)
	_, err = d.EditSource(d.ctx(), d.ani, d.source, s.Version, changed)
	refused(t, err, factcheck.Conflict, "version 2")
	_, err = d.EditOwn(d.ctx(), d.ani, "Ani B", "A. B.")
	must(t, err)
	for _, change := range []func() error{
		func() error { return d.attribute(c, factcheck.Person) },
		func() error {
			_, err := d.RuleOn(d.ctx(), d.ani, c.ID, anyBase, factcheck.VerdictDraft{Rating: "true", Explanation: "x"})
			return err
		},
		func() error { _, err := d.RemoveEvidence(d.ctx(), d.ani, c.ID, c.Evidence[0].ID, anyBase); return err },
	} {
		must(t, change())
	}
	after := d.check()
	if after.Content.Evidence[0].Source.Title != "A seat left empty" || after.Content.Byline != "Ani" || after.Content.Claimant != nil ||
		after.Live.ContentHash != before.Live.ContentHash {
		t.Errorf("the public sees %+v", after.Content)
	}
	for query, want := range map[string]int{"sargsyan": 0, "armenia": 1} {
		if page, err := d.Published(d.ctx(), newsroom.PublicFilter{Query: query}); err != nil || page.Total != want {
			t.Errorf("%q finds %d checks, %v", query, page.Total, err)
		}
	}
	if page, err := d.Published(d.ctx(), newsroom.PublicFilter{Rating: "true"}); err != nil || page.Total != 0 {
		t.Errorf("a draft's rating finds %d checks, %v", page.Total, err)
	}
}
