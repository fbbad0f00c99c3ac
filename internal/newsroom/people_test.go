package newsroom_test

import (
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store/storetest"
)

// void wants a one-time link to be of no use.
func (d *desk) void(what, token string) {
	d.t.Helper()
	_, err := d.Link(d.ctx(), token)
	_, used := d.UseLink(d.ctx(), token, password)
	if factcheck.KindOf(err) != factcheck.NotFound || err == nil || factcheck.KindOf(used) != factcheck.NotFound || used == nil {
		d.t.Errorf("%s: the link gives %v, using it %v", what, err, used)
	}
}

func TestTheFirstAdminIsMadeByALinkThatWorksOnce(t *testing.T) {
	d := &desk{t: t, clock: &clock{now: time.Date(2023, 9, 14, 12, 0, 0, 0, time.UTC)}}
	var err error
	d.Room, err = newsroom.Open(t.Context(), storetest.New(t), newsroom.Options{BaseURL: "http://127.0.0.1:8080", Now: d.clock.Now})
	must(t, err)
	needs := func(want bool) {
		t.Helper()
		if got, err := d.NeedsAdmin(d.ctx()); err != nil || got != want {
			t.Errorf("an admin is needed: %v, %v; want %v", got, err, want)
		}
	}
	needs(true)
	old, err := d.SetupLink(d.ctx())
	must(t, err)
	token, err := d.SetupLink(d.ctx())
	must(t, err)
	zoe := factcheck.UserDraft{Email: "zoe@check.example", Name: "Zoe", Role: factcheck.Reporter}
	_, err = d.MakeFirstAdmin(d.ctx(), old, zoe, password)
	refused(t, err, factcheck.NotFound, "")
	_, err = d.MakeFirstAdmin(d.ctx(), token, factcheck.UserDraft{Email: "x"}, "short")
	faulty(t, err, "email", "name", "password")
	_, err = d.MakeFirstAdmin(d.ctx(), token, zoe, "")
	faulty(t, err, "password")
	if _, err := d.UseLink(d.ctx(), token, password); factcheck.KindOf(err) != factcheck.NotFound {
		t.Errorf("a setup link set a password: %v", err)
	}
	u, err := d.MakeFirstAdmin(d.ctx(), token, zoe, password)
	must(t, err)
	if u.Role != factcheck.Admin || !u.HasSecret {
		t.Errorf("made %+v", u)
	}
	needs(false)
	zoe.Email = "eve@check.example"
	_, err = d.MakeFirstAdmin(d.ctx(), token, zoe, password)
	refused(t, err, factcheck.NotFound, "")
	d.sound()
}

func TestASetupLinkIsVoidOnceThereIsAnAdmin(t *testing.T) {
	d := newDesk(t)
	token, err := d.SetupLink(d.ctx())
	must(t, err)
	d.void("an admin is there", token)
	_, err = d.MakeFirstAdmin(d.ctx(), token, factcheck.UserDraft{Email: "eve@check.example", Name: "Eve"}, password)
	refused(t, err, factcheck.NotFound, "")
}

func TestALinkExpires(t *testing.T) {
	d := newDesk(t)
	_, invited, err := d.AddUser(d.ctx(), d.zoe, factcheck.UserDraft{Email: "eva@check.example", Name: "Eva", Role: factcheck.Editor}, "")
	must(t, err)
	d.pass(72 * time.Hour)
	if l, err := d.Link(d.ctx(), invited); err != nil || l.Kind != factcheck.InviteLink || l.User.Name != "Eva" {
		t.Errorf("the invitation is %+v, %v", l, err)
	}
	d.pass(time.Millisecond)
	d.void("an old invitation", invited)

	d.known()
	reset, err := d.ResetUser(d.ctx(), d.zoe, d.ani.ID, false)
	must(t, err)
	d.pass(time.Hour)
	if l, err := d.Link(d.ctx(), reset); err != nil || l.Kind != factcheck.ResetLink {
		t.Errorf("the reset is %+v, %v", l, err)
	}
	d.pass(time.Millisecond)
	d.void("an old reset", reset)
	d.void("a made-up link", "made-up")
}

func TestALinkIsUsedOnceAndVoidedByTheNext(t *testing.T) {
	d := newDesk(t)
	session, _ := d.known()
	old, err := d.ResetUser(d.ctx(), d.zoe, d.ani.ID, false)
	must(t, err)
	reset, err := d.ResetUser(d.ctx(), d.zoe, d.ani.ID, false)
	must(t, err)
	d.void("the one before", old)
	_, err = d.UseLink(d.ctx(), reset, "short")
	faulty(t, err, "password")
	must(t, d.session(session))
	u, err := d.UseLink(d.ctx(), reset, another)
	must(t, err)
	d.ended("the session of before", d.session(session))
	d.void("the used one", reset)
	fresh, err := d.StartSession(d.ctx(), u.ID)
	must(t, err)
	must(t, d.session(fresh))
	d.logIn(another)

	reset, err = d.ResetUser(d.ctx(), d.zoe, d.ani.ID, false)
	must(t, err)
	must(t, d.ChangePassword(d.ctx(), d.ani, another, password, ""))
	d.void("a new password", reset)

	reset, err = d.ResetUser(d.ctx(), d.zoe, d.ani.ID, false)
	must(t, err)
	_, err = d.SetDisabled(d.ctx(), d.zoe, d.ani.ID, true)
	must(t, err)
	d.void("disabled", reset)
}

func TestOneAdminStays(t *testing.T) {
	d := newDesk(t)
	zoe, err := d.User(d.ctx(), d.zoe.ID)
	must(t, err)
	demoted := factcheck.UserDraft{Email: zoe.Email, Name: zoe.Name, Role: factcheck.Editor}
	for name, by := range map[string]factcheck.Actor{"herself": d.zoe, "the console": factcheck.ByConsole()} {
		if _, err := d.EditUser(d.ctx(), by, zoe.ID, zoe.Version, demoted); factcheck.KindOf(err) != factcheck.Conflict || err == nil {
			t.Errorf("demoted by %s: %v", name, err)
		}
		if _, err := d.SetDisabled(d.ctx(), by, zoe.ID, true); factcheck.KindOf(err) != factcheck.Conflict || err == nil {
			t.Errorf("disabled by %s: %v", name, err)
		}
	}
	if now, err := d.User(d.ctx(), zoe.ID); err != nil || now != zoe {
		t.Errorf("after the refusals she is %+v, %v", now, err)
	}
	second, _, err := d.AddUser(d.ctx(), d.zoe, factcheck.UserDraft{Email: "yan@check.example", Name: "Yan", Role: factcheck.Admin}, "")
	must(t, err)
	_, err = d.SetDisabled(d.ctx(), d.zoe, zoe.ID, true)
	refused(t, err, factcheck.Conflict, "yourself")
	_, err = d.EditUser(d.ctx(), d.zoe, zoe.ID, zoe.Version, demoted)
	must(t, err)
	_, err = d.SetDisabled(d.ctx(), factcheck.ByConsole(), second.ID, true)
	refused(t, err, factcheck.Conflict, "last admin")
}

func TestPeopleAreAddedAndChanged(t *testing.T) {
	d := newDesk(t)
	_, _, err := d.AddUser(d.ctx(), d.zoe, factcheck.UserDraft{Email: "ANI@check.example", Name: "Ani", Role: factcheck.Editor}, "")
	faulty(t, err, "email")
	_, _, err = d.AddUser(d.ctx(), d.zoe, factcheck.UserDraft{Email: "x", Role: "owner"}, password)
	faulty(t, err, "email", "name", "role")
	u, token, err := d.AddUser(d.ctx(), d.zoe, factcheck.UserDraft{Email: "eva@check.example", Name: "Eva", Role: factcheck.Editor}, password)
	must(t, err)
	if token != "" || !u.HasSecret {
		t.Errorf("with a password there is a link %q, %+v", token, u)
	}
	changed := factcheck.UserDraft{Email: u.Email, Name: "Eva B", Byline: "E. B.", Role: factcheck.Editor}
	_, err = d.EditUser(d.ctx(), d.zoe, u.ID, u.Version+1, changed)
	refused(t, err, factcheck.Conflict, "meanwhile")
	changed.Email = "ani@check.example"
	_, err = d.EditUser(d.ctx(), d.zoe, u.ID, u.Version, changed)
	faulty(t, err, "email")
	own, err := d.EditOwn(d.ctx(), u.Actor(), "Eva C", "E. C.")
	must(t, err)
	if own.Role != factcheck.Editor || own.PublicName() != "E. C." || own.Version != u.Version+1 {
		t.Errorf("she became %+v", own)
	}
	if found, err := d.UserByEmail(d.ctx(), " EVA@check.example"); err != nil || found.Name != "Eva C" {
		t.Errorf("found %+v, %v", found, err)
	}
	c, err := d.RecordClaim(d.ctx(), d.bo, factcheck.ClaimDraft{Text: "c", AssigneeID: u.ID})
	must(t, err)
	_, err = d.SetDisabled(d.ctx(), d.zoe, u.ID, true)
	must(t, err)
	_, err = d.AssignClaim(d.ctx(), d.bo, d.record("d").ID, u.ID)
	faulty(t, err, "assignee_id")
	_, err = d.EditClaim(d.ctx(), d.bo, c.ID, anyBase, factcheck.ClaimDraft{Text: "mended", AssigneeID: u.ID})
	faulty(t, err, "assignee_id") // it was hers, and went back to nobody
	c, err = d.EditClaim(d.ctx(), d.bo, c.ID, anyBase, factcheck.ClaimDraft{Text: "mended"})
	if must(t, err); c.AssigneeID != 0 {
		t.Errorf("it is with %d", c.AssigneeID)
	}
	d.sound()
}
