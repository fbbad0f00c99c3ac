package newsroom_test

import (
	"sync"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
)

const (
	password = "correct horse battery"
	another  = "staple of the ancients"
	home     = "192.0.2.1"
)

// known gives Ani a password, and her session and API token.
func (d *desk) known() (session, token string) {
	d.t.Helper()
	must(d.t, d.SetPassword(d.ctx(), factcheck.ByConsole(), d.ani.ID, password))
	session = d.logIn(password)
	token, _, err := d.AddToken(d.ctx(), d.ani, d.ani.ID, "script", 0)
	must(d.t, err)
	return session, token
}

func (d *desk) logIn(password string) string {
	d.t.Helper()
	token, u, err := d.LogIn(d.ctx(), " Ani@Check.Example ", password, home)
	must(d.t, err)
	if u.ID != d.ani.ID || len(token) < 43 {
		d.t.Fatalf("logged in as %+v with %q", u, token)
	}
	return token
}

// ended wants a session, or an API token, to be of no use.
func (d *desk) ended(what string, err error) {
	d.t.Helper()
	if err == nil || factcheck.KindOf(err) != factcheck.Unidentified {
		d.t.Errorf("%s: %v", what, err)
	}
}

func (d *desk) session(token string) error { _, err := d.Session(d.ctx(), token); return err }
func (d *desk) key(token string) error     { _, err := d.UserByToken(d.ctx(), token); return err }

func TestLoggingInNeedsTheRightPassword(t *testing.T) {
	d := newDesk(t)
	d.known()
	_, _, wrong := d.LogIn(d.ctx(), "ani@check.example", another, home)
	d.ended("a wrong password", wrong)
	for name, email := range map[string]string{"nobody": "nobody@check.example", "no email": "", "somebody without a password": "dav@check.example"} {
		_, _, err := d.LogIn(d.ctx(), email, "", home)
		d.ended(name, err)
		if err != nil && wrong != nil && err.Error() != wrong.Error() {
			t.Errorf("%s is told apart: %v, %v", name, err, wrong)
		}
	}
	d.ended("a made-up session", d.session("made-up"))
	d.ended("no session", d.session(""))
	d.ended("a made-up token", d.key("cd_made-up"))
}

func TestASessionEndsWhenItIsNotUsed(t *testing.T) {
	d := newDesk(t)
	session, _ := d.known()
	for range 3 {
		d.pass(factcheck.SessionIdle)
		must(t, d.session(session))
	}
	d.pass(factcheck.SessionIdle + time.Minute)
	d.ended("idle", d.session(session))
	must(t, d.Sweep(d.ctx()))
	d.ended("swept", d.session(session))
}

func TestASessionEndsHoweverMuchItIsUsed(t *testing.T) {
	d := newDesk(t)
	session, _ := d.known()
	for used := time.Duration(0); used < factcheck.SessionMost; used += 8 * time.Hour {
		must(t, d.session(session))
		d.pass(8 * time.Hour)
	}
	must(t, d.session(session))
	d.pass(time.Minute)
	d.ended("after fourteen days", d.session(session))
}

func TestLoggingOutEndsOneSession(t *testing.T) {
	d := newDesk(t)
	one, _ := d.known()
	other := d.logIn(password)
	if one == other {
		t.Fatal("two sessions have one token")
	}
	must(t, d.LogOut(d.ctx(), one))
	d.ended("logged out", d.session(one))
	must(t, d.session(other))
	must(t, d.LogOut(d.ctx(), one))
}

func TestDisablingBitesAtOnce(t *testing.T) {
	d := newDesk(t)
	session, token := d.known()
	_, err := d.SetDisabled(d.ctx(), d.zoe, d.ani.ID, true)
	must(t, err)
	d.ended("the session", d.session(session))
	d.ended("the token", d.key(token))
	_, _, err = d.LogIn(d.ctx(), "ani@check.example", password, home)
	d.ended("logging in", err)
	_, err = d.SetDisabled(d.ctx(), d.zoe, d.ani.ID, false)
	must(t, err)
	d.ended("the old session, let in again", d.session(session))
	d.logIn(password)
}

func TestANewRoleBitesAtOnce(t *testing.T) {
	d := newDesk(t)
	session, token := d.known()
	u, err := d.User(d.ctx(), d.ani.ID)
	must(t, err)
	for _, role := range []factcheck.Role{factcheck.Admin, factcheck.Editor, factcheck.Reporter} {
		u, err = d.EditUser(d.ctx(), d.zoe, u.ID, u.Version, factcheck.UserDraft{Email: u.Email, Name: u.Name, Role: role})
		must(t, err)
		s, err := d.Session(d.ctx(), session)
		if err == nil && s.User.Role != role {
			t.Errorf("the session still has the role %s, want %s", s.User.Role, role)
		}
		if by, err := d.UserByToken(d.ctx(), token); err == nil && by.Role != role {
			t.Errorf("the token still has the role %s, want %s", by.Role, role)
		}
	}
}

func TestANewPasswordEndsWhatTheOldOneOpened(t *testing.T) {
	d := newDesk(t)
	here, token := d.known()
	there := d.logIn(password)
	faulty(t, d.ChangePassword(d.ctx(), d.ani, another, "a third password here", here), "current")
	faulty(t, d.ChangePassword(d.ctx(), d.ani, password, "short", here), "password")
	must(t, d.session(there))
	must(t, d.ChangePassword(d.ctx(), d.ani, password, another, here))
	must(t, d.session(here))
	d.ended("the other session", d.session(there))
	d.ended("the token", d.key(token))
	_, _, err := d.LogIn(d.ctx(), "ani@check.example", password, home)
	d.ended("the old password", err)
	d.logIn(another)

	refused(t, d.SetPassword(d.ctx(), d.zoe, d.ani.ID, password), factcheck.Forbidden, "console")
	must(t, d.SetPassword(d.ctx(), factcheck.ByConsole(), d.ani.ID, password))
	d.ended("the session, after the console set a password", d.session(here))
	d.sound()
}

func TestTokensOfTheAPI(t *testing.T) {
	d := newDesk(t)
	key, made, err := d.AddToken(d.ctx(), d.ani, d.ani.ID, " script ", 2)
	must(t, err)
	if made.Name != "script" || key[:3] != "cd_" || len(key) < 46 {
		t.Errorf("the token is %+v, %q", made, key)
	}
	_, _, err = d.AddToken(d.ctx(), d.ani, d.dav.ID, "x", 0)
	refused(t, err, factcheck.Forbidden, "yourself")
	for _, days := range []int{-1, 3651} {
		_, _, err = d.AddToken(d.ctx(), d.ani, d.ani.ID, "x", days)
		faulty(t, err, "days")
	}
	refused(t, d.RevokeToken(d.ctx(), d.dav, made.ID), factcheck.NotFound, "")
	d.pass(48 * time.Hour)
	must(t, d.key(key))
	d.pass(time.Millisecond)
	d.ended("after two days", d.key(key))

	for name, by := range map[string]factcheck.Actor{"its owner": d.ani, "an admin": d.zoe, "the console": factcheck.ByConsole()} {
		key, made, err := d.AddToken(d.ctx(), factcheck.ByConsole(), d.ani.ID, name, 0)
		must(t, err)
		must(t, d.key(key))
		must(t, d.RevokeToken(d.ctx(), by, made.ID))
		d.ended("revoked by "+name, d.key(key))
	}
	own, err := d.Tokens(d.ctx(), d.ani, d.ani.ID)
	if err != nil || len(own) != 4 {
		t.Errorf("her own are %d tokens, %v", len(own), err)
	}
	for _, user := range []int64{0, d.ani.ID} {
		_, err = d.Tokens(d.ctx(), d.bo, user)
		refused(t, err, factcheck.Forbidden, "admin")
	}
}

func TestFailedLogInsAreLimited(t *testing.T) {
	d := newDesk(t)
	d.known()
	try := func(email, password, address string) error {
		_, _, err := d.LogIn(d.ctx(), email, password, address)
		return err
	}
	for range 10 {
		d.ended("a wrong password", try("ani@check.example", another, home))
	}
	err := try("ani@check.example", password, home)
	refused(t, err, factcheck.TooMany, "60 seconds")
	if e := factcheck.As(err); e.RetryAfter != 60 {
		t.Errorf("try again after %d s", e.RetryAfter)
	}
	must(t, try("ani@check.example", password, "192.0.2.2")) // she herself, from elsewhere
	d.ended("another account from there", try("bo@check.example", another, home))
	d.pass(59 * time.Second)
	refused(t, try("ani@check.example", password, home), factcheck.TooMany, "1 second.")
	d.pass(time.Second)
	must(t, try("ani@check.example", password, home))
	d.ended("one more", try("ani@check.example", another, home))
	refused(t, try("ANI@check.example", password, home), factcheck.TooMany, "")
}

func TestOneHouseholdHasOneAddress(t *testing.T) {
	d := newDesk(t)
	for i := range 30 {
		address := "2001:db8:1:2::" + string(rune('a'+i%6))
		_, _, err := d.LogIn(d.ctx(), string(rune('a'+i))+"@check.example", "x", address)
		d.ended("a wrong password", err)
	}
	_, _, err := d.LogIn(d.ctx(), "z@check.example", "x", "2001:db8:1:2:ffff::1")
	refused(t, err, factcheck.TooMany, "10 seconds")
	_, _, err = d.LogIn(d.ctx(), "z@check.example", "x", "2001:db8:1:3::1")
	d.ended("another household", err)
}

func TestManyTriesAtOnceLearnNoMoreThanTheLimitAllows(t *testing.T) {
	d := newDesk(t)
	d.known()
	var all sync.WaitGroup
	var mu sync.Mutex
	answered := 0
	for range 25 {
		all.Go(func() {
			_, _, err := d.LogIn(d.ctx(), "ani@check.example", another, home)
			mu.Lock()
			defer mu.Unlock()
			if factcheck.KindOf(err) == factcheck.Unidentified {
				answered++
			}
		})
	}
	all.Wait()
	if answered < 10 || answered > 12 { // two are hashed at once
		t.Errorf("%d of 25 tries at once were answered", answered)
	}
	_, _, err := d.LogIn(d.ctx(), "ani@check.example", password, home)
	refused(t, err, factcheck.TooMany, "")
}
