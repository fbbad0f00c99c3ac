package newsroom_test

import (
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/mail"
	"claimdesk/internal/mail/mailtest"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store"
)

// mailing opens the newsroom again beside a mail server.
func (d *desk) mailing() *mailtest.Server {
	d.t.Helper()
	server := mailtest.New(d.t)
	room, err := newsroom.Open(d.ctx(), d.store, newsroom.Options{BaseURL: "https://check.example:8443", Now: d.clock.Now,
		Mail: mail.New(server.URL("", ""), "claimdesk@check.example")})
	must(d.t, err)
	d.Room = room
	return server
}

// post does a round.
func (d *desk) post() {
	d.t.Helper()
	must(d.t, d.SendMails(d.ctx()))
}

func (d *desk) mail() newsroom.MailState {
	d.t.Helper()
	s, err := d.MailState(d.ctx(), d.zoe)
	must(d.t, err)
	return s
}

func TestWhatPeopleAreToldIsMailedToThoseWhoWantIt(t *testing.T) {
	d := newDesk(t)
	server := d.mailing()
	must(t, d.SetMailWish(d.ctx(), d.cem, factcheck.MailNone))
	c := d.record("It is so")
	must(t, d.NoteOnClaim(d.ctx(), d.ani, c.ID, "@Bo @Cem: look at the second table."))
	if len(d.MailWoken()) != 1 {
		t.Error("nobody is woken")
	}
	d.post()
	d.post()
	mails := server.Mails()
	if len(mails) != 1 || mails[0].To != "bo@check.example" || mails[0].From != "claimdesk@check.example" {
		t.Fatalf("mails: %+v", mails)
	}
	if got := mails[0].Subject; got != "Ani mentioned you in a note on #1 “It is so”" {
		t.Errorf("the subject is %q", got)
	}
	for _, want := range []string{"> @Bo @Cem: look at the second table.", "https://check.example:8443/desk/claims/1#notes", "/desk/account"} {
		if !strings.Contains(mails[0].Body, want) {
			t.Errorf("the mail lacks %q: %s", want, mails[0].Body)
		}
	}
	must(t, d.SetMailWish(d.ctx(), d.cem, factcheck.MailEach))
	d.post()
	if len(server.Mails()) != 1 {
		t.Error("Cem gets what was settled already")
	}
}

func TestAMailServerThatIsDownIsTriedAgain(t *testing.T) {
	d := newDesk(t)
	server := d.mailing()
	server.Set(mailtest.Down)
	must(t, d.NoteOnClaim(d.ctx(), d.ani, d.record("It is so").ID, "@Bo"))
	d.post()
	if s := d.mail(); !s.On || s.Host != "127.0.0.1" || s.Waiting != 1 || !strings.Contains(s.Failed, "could not be used") || !s.FailedAt.Equal(d.clock.Now()) {
		t.Errorf("the state is %+v", s)
	}
	tried := server.Tried()
	d.post()
	if server.Tried() != tried {
		t.Error("it is tried again at once")
	}
	for i, wait := range []time.Duration{time.Minute, 5 * time.Minute, 30 * time.Minute} {
		d.pass(wait)
		d.post()
		if server.Tried() != tried+i+1 {
			t.Errorf("after %s it was tried %d times", wait, server.Tried())
		}
	}
	server.Set(mailtest.Takes)
	d.pass(2 * time.Hour)
	d.post()
	if s := d.mail(); len(server.Mails()) != 1 || s.Waiting != 0 || s.Failed != "" {
		t.Errorf("%d mails came; the state is %+v", len(server.Mails()), s)
	}
}

func TestARefusedMailIsGivenUpAndTheOthersGoOut(t *testing.T) {
	d := newDesk(t)
	server := d.mailing()
	server.Set(mailtest.Refuses)
	c := d.record("It is so")
	must(t, d.NoteOnClaim(d.ctx(), d.ani, c.ID, "@Bo @Cem"))
	for range 3 {
		d.post()
		d.pass(time.Hour)
	}
	if s := d.mail(); s.Waiting != 0 || s.GivenUp != 2 || !strings.Contains(s.Failed, "550") || strings.Contains(s.Failed, "bo@") {
		t.Errorf("the state is %+v", s)
	}
	server.Set(mailtest.Takes)
	d.pass(3 * 24 * time.Hour)
	must(t, d.Sweep(d.ctx()))
	if s := d.mail(); s.GivenUp != 0 || len(server.Mails()) != 0 {
		t.Errorf("after three days the state is %+v", s)
	}
}

func TestAMailThatCannotBeSentForThreeDaysIsDropped(t *testing.T) {
	d := newDesk(t)
	server := d.mailing()
	server.Set(mailtest.Busy)
	must(t, d.NoteOnClaim(d.ctx(), d.ani, d.record("It is so").ID, "@Bo"))
	for range 20 {
		d.post()
		d.pass(4 * time.Hour)
	}
	if s := d.mail(); s.Waiting != 1 {
		t.Errorf("the state is %+v", s)
	}
	must(t, d.Sweep(d.ctx()))
	server.Set(mailtest.Takes)
	d.post()
	if s := d.mail(); s.Waiting != 0 || len(server.Mails()) != 0 {
		t.Errorf("the state is %+v", s)
	}
}

func TestWhatWasToldWithoutMailIsMailedByTheServerForADay(t *testing.T) {
	d := newDesk(t)
	c := d.record("It is so")
	must(t, d.NoteOnClaim(d.ctx(), d.ani, c.ID, "@Cem, long ago"))
	d.pass(24 * time.Hour)
	must(t, d.NoteOnClaim(d.ctx(), d.ani, c.ID, "@Bo"))
	must(t, d.NoteOnClaim(d.ctx(), d.ani, c.ID, "@Zoe"))
	must(t, d.ReadNotifications(d.ctx(), d.zoe, 99))
	must(t, d.SendMails(d.ctx())) // does nothing while mail is off
	server := d.mailing()
	d.post()
	if mails := server.Mails(); len(mails) != 1 || mails[0].To != "bo@check.example" {
		t.Errorf("mails: %+v", mails)
	}
}

func TestAnInvitationByMailBringsTheLinkOnce(t *testing.T) {
	d := newDesk(t)
	draft := factcheck.UserDraft{Email: "eva@check.example", Name: "Eva", Role: factcheck.Editor, MailLink: true}
	_, _, err := d.AddUser(d.ctx(), d.zoe, draft, "")
	refused(t, err, factcheck.Conflict, "Mail is off")
	server := d.mailing()
	u, token, err := d.AddUser(d.ctx(), d.zoe, draft, "")
	must(t, err)
	d.post()
	if mails := server.Mails(); len(mails) != 1 || mails[0].To != "eva@check.example" || !strings.Contains(mails[0].Body, "https://check.example:8443/desk/link/"+token) {
		t.Fatalf("mails: %+v", mails)
	}
	server.Set(mailtest.Down)
	_, err = d.ResetUser(d.ctx(), d.zoe, u.ID, true)
	must(t, err)
	d.post()
	again, err := d.ResetUser(d.ctx(), d.zoe, u.ID, true)
	must(t, err)
	server.Set(mailtest.Takes)
	d.post()
	if mails := server.Mails(); len(mails) != 2 || !strings.Contains(mails[1].Body, again) {
		t.Errorf("the link that was voided is sent: %+v", mails)
	}
	if s := d.mail(); s.Waiting != 0 {
		t.Errorf("the state is %+v", s)
	}
}

func TestTheSenderOfATipIsToldWhereMailGoes(t *testing.T) {
	d := newDesk(t)
	server := d.mailing()
	var tip int64
	must(t, d.store.Write(d.ctx(), func(tx *store.Tx) (err error) {
		if tip, err = tx.AddTip(d.ctx(), factcheck.Tip{Text: "Seen", State: factcheck.TipOpen, CreatedAt: d.clock.Now()}); err != nil {
			return err
		}
		if err := tx.AddTipContact(d.ctx(), factcheck.TipContact{TipID: tip, Contact: "reader@example.org", Tell: true}); err != nil {
			return err
		}
		return tx.AddMail(d.ctx(), store.Mail{TipID: tip, Subject: "Published", Body: "It is here."}, d.clock.Now())
	}))
	d.post()
	if mails := server.Mails(); len(mails) != 1 || mails[0].To != "reader@example.org" {
		t.Fatalf("mails: %+v", mails)
	}
	must(t, d.store.Read(d.ctx(), func(q *store.Queries) error {
		c, err := q.Sender(d.ctx(), tip)
		if !c.ToldAt.Equal(d.clock.Now()) {
			t.Errorf("told at %s", c.ToldAt)
		}
		return err
	}))
}

func TestTheDailyMailComesOnceADay(t *testing.T) {
	d := newDesk(t)
	server := d.mailing()
	must(t, d.SetMailWish(d.ctx(), d.bo, factcheck.MailDaily))
	must(t, d.SetMailWish(d.ctx(), d.cem, factcheck.MailDaily))
	c := d.sent()
	must(t, d.NoteOnClaim(d.ctx(), d.ani, c.ID, "@Bo, the table"))
	d.post()
	if len(server.Mails()) != 0 {
		t.Fatalf("mails before it is time: %+v", server.Mails())
	}
	d.pass(19 * time.Hour) // seven in the morning, the clock having begun at noon
	d.post()
	d.post()
	if len(server.Mails()) != 2 {
		t.Fatalf("mails: %+v", server.Mails())
	}
	for _, want := range []string{"1 claim to review", "Ani mentioned you", "/desk/notifications"} {
		if body := server.Mails()[0].Body; !strings.Contains(body, want) {
			t.Errorf("the daily mail lacks %q: %s", want, body)
		}
	}
	d.pass(24 * time.Hour)
	again := d.mailing() // as after a restart
	d.post()
	d.post()
	if len(again.Mails()) != 2 {
		t.Errorf("the next day brings %+v", again.Mails())
	}
}

func TestATestMailSaysWhyItFails(t *testing.T) {
	d := newDesk(t)
	_, err := d.SendTestMail(d.ctx(), d.zoe)
	refused(t, err, factcheck.Conflict, "Mail is off")
	server := d.mailing()
	to, err := d.SendTestMail(d.ctx(), d.zoe)
	must(t, err)
	if to != "zoe@check.example" || len(server.Mails()) != 1 {
		t.Errorf("sent to %s: %+v", to, server.Mails())
	}
	server.Set(mailtest.Refuses)
	_, err = d.SendTestMail(d.ctx(), d.zoe)
	refused(t, err, factcheck.Conflict, "550")
	_, err = d.SendTestMail(d.ctx(), d.bo)
	refused(t, err, factcheck.Forbidden, "")
}
