package newsroom_test

import (
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

func TestAPrivateDissentLeavesTheClaimWhereItIs(t *testing.T) {
	d := newDesk(t)
	c := d.live()
	c, err := d.Dissent(d.ctx(), d.dav, c.ID, anyBase, "I would say “missing context”.", false)
	must(t, err)
	if c.Status != factcheck.Published || len(c.Signatures) == 0 || len(c.Dissents) != 1 || c.Dissents[0].By != "Dav" {
		t.Errorf("it is %s with %d signatures and %+v", c.Status, len(c.Signatures), c.Dissents)
	}
	for _, who := range []factcheck.Actor{d.ani, d.bo} { // who proposed the verdict, who approved it
		if got := d.told(who); !strings.HasPrefix(got, "dissent") {
			t.Errorf("%s is told %q", who.Name, got)
		}
	}
	n, err := d.Preview(d.ctx(), c.ID)
	must(t, err)
	if n.Dissents != nil {
		t.Errorf("readers would see %+v", n.Dissents)
	}
	d.sound()
}

func TestAPublicDissentIsAChangeAndStandsOnThePage(t *testing.T) {
	d := newDesk(t)
	c := d.live()
	_, err := d.Dissent(d.ctx(), d.cem, c.ID, anyBase, "I see it differently.", true)
	must(t, err)
	d.status(c.ID, factcheck.Researching)
	_, err = d.Publish(d.ctx(), d.bo, c.ID, anyBase, newsroom.Order{Class: factcheck.Minor})
	faulty(t, err, "class")
	_, err = d.Submit(d.ctx(), d.ani, c.ID, anyBase, "")
	must(t, err)
	_, err = d.ApproveAndPublish(d.ctx(), d.bo, c.ID, anyBase, newsroom.Order{Class: factcheck.Update, Note: "One of us disagrees."})
	must(t, err)
	live, err := d.Check(d.ctx(), "the-seat-is-empty")
	must(t, err)
	if ds := live.Content.Dissents; len(ds) != 1 || ds[0].Byline != "Cem" || ds[0].Text != "I see it differently." {
		t.Errorf("the page has %+v", ds)
	}
	c = d.claim(c.ID)
	_, err = d.DropDissent(d.ctx(), d.bo, c.ID, c.Dissents[0].ID, anyBase)
	refused(t, err, factcheck.Forbidden, "Only Cem")
	c, err = d.DropDissent(d.ctx(), d.cem, c.ID, c.Dissents[0].ID, anyBase)
	must(t, err)
	if len(c.Dissents) != 0 || c.Status != factcheck.Researching {
		t.Errorf("taken back: %+v, %s", c.Dissents, c.Status)
	}
	d.sound()
}

func TestAPublicDissentInReviewKeepsTheSignatures(t *testing.T) {
	d := newDesk(t)
	c := d.sent()
	c, err := d.Dissent(d.ctx(), d.cem, c.ID, anyBase, "I see it differently.", true)
	must(t, err)
	if c.Status != factcheck.InReview || !c.Signed(d.ani.ID) {
		t.Errorf("it is %s, signed by Ani: %v", c.Status, c.Signed(d.ani.ID))
	}
	v, err := d.Review(d.ctx(), c.ID)
	must(t, err)
	if len(v.Changes) != 1 || v.Changes[0].Field != "Dissent" {
		t.Errorf("changes: %+v", v.Changes)
	}
}

func TestADissentNeedsAVerdictAndWords(t *testing.T) {
	d := newDesk(t)
	c := d.record("Armenia is leaving the alliance")
	_, err := d.Dissent(d.ctx(), d.dav, c.ID, anyBase, "No.", false)
	refused(t, err, factcheck.Conflict, "no verdict")
	_, err = d.Dissent(d.ctx(), d.dav, c.ID, anyBase, " ", false)
	faulty(t, err, "text")
	_, err = d.Dissent(d.ctx(), factcheck.ByConsole(), c.ID, anyBase, "No.", false)
	refused(t, err, factcheck.Forbidden, "console")
	_, err = d.DropDissent(d.ctx(), d.dav, c.ID, 99, anyBase)
	refused(t, err, factcheck.NotFound, "no dissent")
}
