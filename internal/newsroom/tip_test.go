package newsroom_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store"
)

// sender is how readers of these tests can be reached.
const sender = "nane.hakobyan@mail.example"

func (d *desk) tip(text string) factcheck.Tip {
	d.t.Helper()
	t, err := d.SendTip(d.ctx(), factcheck.TipDraft{Text: text, SeenAt: "https://social.example/1", Contact: sender, Tell: true, Consent: true}, "192.0.2.1")
	must(d.t, err)
	return t
}

// sender is the contact of a tip, or that it is gone.
func (d *desk) contact(tip int64) (c factcheck.TipContact, err error) {
	err = d.store.Read(d.ctx(), func(q *store.Queries) error {
		c, err = q.Sender(d.ctx(), tip)
		return err
	})
	return c, err
}

func TestATipNeedsItsTextAndAContactNeedsConsent(t *testing.T) {
	d := newDesk(t)
	send := func(draft factcheck.TipDraft) error {
		_, err := d.SendTip(d.ctx(), draft, "192.0.2.1")
		return err
	}
	faulty(t, send(factcheck.TipDraft{Text: " \n"}), "text")
	faulty(t, send(factcheck.TipDraft{Text: strings.Repeat("ա", factcheck.MaxClaim+1)}), "text")
	faulty(t, send(factcheck.TipDraft{Text: "It is over", Contact: sender}), "consent")
	faulty(t, send(factcheck.TipDraft{Text: "It is over", Tell: true}), "contact")
	faulty(t, send(factcheck.TipDraft{Text: "It is over", Tell: true, Contact: "+374 10 000000", Consent: true}), "contact")
	must(t, send(factcheck.TipDraft{Text: "It is over", Contact: "+374 10 000000", Consent: true}))
	tip, err := d.SendTip(d.ctx(), factcheck.TipDraft{Text: "Երևանում ջուր չկա"}, "192.0.2.1")
	must(t, err)
	if tip.Language != "hy" || tip.State != factcheck.TipOpen {
		t.Errorf("the tip is %+v", tip)
	}
}

func TestManyTipsFromOneAddressHaveToWait(t *testing.T) {
	d := newDesk(t)
	send := func(address string) error {
		_, err := d.SendTip(d.ctx(), factcheck.TipDraft{Text: "It is over"}, address)
		return err
	}
	for range 5 {
		must(t, send("2001:db8::1"))
	}
	err := send("2001:db8::2") // of the same household
	refused(t, err, factcheck.TooMany, "2 minutes")
	if e := factcheck.As(err); e.RetryAfter != 120 {
		t.Errorf("wait %d seconds", e.RetryAfter)
	}
	must(t, send("192.0.2.7"))
	d.pass(2 * time.Minute)
	must(t, send("2001:db8::1"))
	refused(t, send("2001:db8::1"), factcheck.TooMany, "what you typed stays")
}

func TestAnAcceptedTipIsAClaim(t *testing.T) {
	d := newDesk(t)
	tip := d.tip("The bridge was sold")
	draft := tip.Draft()
	draft.AssigneeID = d.dav.ID
	taken, err := d.AcceptTip(d.ctx(), d.ani, tip.ID, tip.Version, draft)
	must(t, err)
	c := d.claim(taken.Claim.ID)
	if c.Text != tip.Text || len(c.Appearances) != 1 || c.Appearances[0].URL != tip.SeenAt || c.AssigneeID != d.dav.ID || c.Status != factcheck.Researching {
		t.Errorf("the claim is %+v", c)
	}
	_, err = d.DeclineTip(d.ctx(), d.bo, tip.ID, tip.Version, factcheck.TipSpam, "")
	refused(t, err, factcheck.Conflict, "accepted by Ani as claim #1")
	_, err = d.ReopenTip(d.ctx(), d.bo, tip.ID, taken.Tip.Version)
	refused(t, err, factcheck.Conflict, "Only a declined one")
	events, err := d.ClaimEvents(d.ctx(), c.ID)
	must(t, err)
	if len(events) != 1 || events[0].Action != factcheck.RecordClaim {
		t.Errorf("the claim's events are %+v", events)
	}
	d.sound()
}

func TestADeclinedTipCanBeOpenedAgain(t *testing.T) {
	d := newDesk(t)
	tip := d.tip("The bridge is ugly")
	_, err := d.DeclineTip(d.ctx(), d.ani, tip.ID, tip.Version, "", "")
	faulty(t, err, "reason")
	_, err = d.DeclineTip(d.ctx(), d.ani, tip.ID, tip.Version, factcheck.TipOther, "")
	faulty(t, err, "note")
	declined, err := d.DeclineTip(d.ctx(), d.ani, tip.ID, tip.Version, factcheck.TipOpinion, "")
	must(t, err)
	if declined.State != factcheck.TipDeclined || !declined.ClosedAt.Equal(d.Room.Now()) || declined.By != "Ani" {
		t.Errorf("the tip is %+v", declined)
	}
	_, err = d.AcceptTip(d.ctx(), d.bo, tip.ID, tip.Version, tip.Draft())
	refused(t, err, factcheck.Conflict, "declined by Ani")
	open, err := d.ReopenTip(d.ctx(), d.bo, tip.ID, declined.Version)
	must(t, err)
	if open.State != factcheck.TipOpen || !open.ClosedAt.IsZero() || open.Reason != "" {
		t.Errorf("the tip is %+v", open)
	}
	_, err = d.AcceptTip(d.ctx(), d.dav, tip.ID, declined.Version, tip.Draft())
	refused(t, err, factcheck.Conflict, "opened again meanwhile")
	page, err := d.Tips(d.ctx(), newsroom.TipFilter{State: factcheck.TipOpen})
	must(t, err)
	if len(page.Items) != 1 || page.Counts[factcheck.TipOpen] != 1 {
		t.Errorf("the inbox is %+v", page)
	}
}

func TestTheContactIsForEditorsAndEachLookIsInTheLog(t *testing.T) {
	d := newDesk(t)
	tip := d.tip("The bridge was sold")
	_, err := d.TipContact(d.ctx(), d.ani, tip.ID)
	refused(t, err, factcheck.Forbidden, "editor")
	for range 2 {
		c, err := d.TipContact(d.ctx(), d.bo, tip.ID)
		must(t, err)
		if c.Contact != sender || !c.Tell {
			t.Errorf("the contact is %+v", c)
		}
	}
	events, err := d.Log(d.ctx(), d.bo, 0, 3)
	must(t, err)
	for i, want := range []factcheck.Action{factcheck.ReadContact, factcheck.ReadContact, factcheck.SendTip} {
		if events[i].Action != want || events[i].Subject != "tip" || events[i].SubjectID != tip.ID {
			t.Errorf("event %d is %+v", i, events[i])
		}
	}
	if events[2].Actor != "reader" || events[2].RequestID != "" {
		t.Errorf("the log says of the sender %+v", events[2])
	}
}

func TestContactsAreDeletedNinetyDaysAfterTheTipIsClosed(t *testing.T) {
	d := newDesk(t)
	open, closed := d.tip("It is open"), d.tip("It is closed")
	_, err := d.DeclineTip(d.ctx(), d.ani, closed.ID, closed.Version, factcheck.TipSpam, "")
	must(t, err)
	d.pass(90 * 24 * time.Hour)
	must(t, d.Sweep(d.ctx()))
	if _, err := d.contact(closed.ID); err != nil {
		t.Errorf("it is gone too early: %v", err)
	}
	d.pass(time.Second)
	must(t, d.Sweep(d.ctx()))
	if c, err := d.contact(closed.ID); err == nil {
		t.Errorf("there is still %+v", c)
	}
	if _, err := d.contact(open.ID); err != nil {
		t.Errorf("the open tip has lost its contact: %v", err)
	}
	if tip, err := d.Tip(d.ctx(), closed.ID); err != nil || tip.HasContact {
		t.Errorf("the tip is %+v, %v", tip, err)
	}
}

func TestATipIsClosedWithItsClaim(t *testing.T) {
	d := newDesk(t)
	tip := d.tip("The bridge was sold")
	taken, err := d.AcceptTip(d.ctx(), d.ani, tip.ID, tip.Version, tip.Draft())
	must(t, err)
	closed := func() bool {
		now, err := d.Tip(context.Background(), tip.ID)
		must(t, err)
		return !now.ClosedAt.IsZero()
	}
	if closed() {
		t.Error("it is closed when it is accepted")
	}
	_, err = d.Drop(d.ctx(), d.bo, taken.Claim.ID, anyBase, factcheck.NoEvidence, "")
	must(t, err)
	if !closed() {
		t.Error("it is open when its claim is dropped")
	}
	_, err = d.Reopen(d.ctx(), d.bo, taken.Claim.ID, anyBase, "")
	must(t, err)
	if closed() {
		t.Error("it is closed when its claim is opened again")
	}
	d.sound()
}
