package desk_test

import (
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
)

func TestPeopleAreAddedChangedAndDisabled(t *testing.T) {
	h := furnished(t)
	admin := h.as(factcheck.Admin)
	admin.post("/desk/people/new", "name", "", "email", "no address", "byline", "Typed byline").
		shows(422, "The person was not saved", `href="#name"`, `href="#email"`, `href="#role"`, "no address", "Typed byline")
	admin.post("/desk/people/new", "name", "Again", "email", "editor@example.org", "role", "editor").shows(422, `href="#email"`, "Again")
	reporter := h.users[factcheck.Reporter]
	path, colleague := "/desk/people/"+number(reporter.ID), h.as(factcheck.Reporter)
	admin.post(path, "version", number(reporter.Version), "name", "Nare", "email", "nare@example.org", "role", "editor").leads("/desk/people")
	admin.get("/desk/people").shows(200, "Nare", "nare@example.org", "Saved.")
	admin.post(path, "version", number(reporter.Version), "name", "Stale", "email", "nare@example.org", "role", "reporter").
		shows(409, "Somebody saved before you", "Nare", `value="Stale"`)
	admin.post(path+"/link").shows(200, "shown here once", base+"/desk/link/")
	admin.post(path + "/disable").leads(path)
	admin.get(path).shows(200, "Account disabled.", "Enable the account")
	if a := colleague.get("/desk"); a.status != 303 || !strings.HasPrefix(a.location, "/desk/login") {
		t.Errorf("status %d for somebody who was disabled", a.status)
	}
	admin.post(path + "/enable").leads(path)
	admin.get(path).shows(200, "Disable the account")
}

func TestTheLastAdminStays(t *testing.T) {
	h := furnished(t)
	u := h.users[factcheck.Admin]
	path := "/desk/people/" + number(u.ID)
	v := h.as(factcheck.Admin)
	v.get(path).shows(200, "This is your own account")
	if a := v.post(path, "version", number(u.Version), "name", u.Name, "email", u.Email, "role", "reporter"); a.status < 400 || a.status > 499 {
		t.Errorf("status %d: the last admin made a reporter", a.status)
	}
	if a := v.post(path + "/disable"); a.status < 400 || a.status > 499 {
		t.Errorf("status %d: the last admin disabled", a.status)
	}
}

func TestOnesOwnAccountIsKept(t *testing.T) {
	h := furnished(t)
	v, other := h.as(factcheck.Reporter), h.as(factcheck.Reporter)
	v.post("/desk/account/name", "name", "", "byline", "Typed byline").shows(422, "Your name was not saved", `href="#name"`, "Typed byline")
	v.post("/desk/account/name", "name", "Nare", "byline", "N. N.").leads("/desk/account")
	v.get("/desk/account").shows(200, `value="Nare"`, `value="N. N."`, "Name saved.")
	v.post("/desk/account/password", "current", "wrong horse stable", "password", "another fine password").shows(422, "The password was not changed").hides("another fine")
	v.post("/desk/account/password", "current", password, "password", "short").shows(422, `href="#password"`, "at least 12")
	v.post("/desk/account/password", "current", password, "password", "another fine password").leads("/desk/account")
	v.get("/desk/account").shows(200, "Your other sessions have ended.")
	if a := other.get("/desk/account"); a.status != 303 {
		t.Errorf("status %d: another session outlived the password", a.status)
	}
}

func TestATokenIsShownOnceAndCanBeRevoked(t *testing.T) {
	h := furnished(t)
	v := h.as(factcheck.Reporter)
	v.post("/desk/account/tokens", "token_name", "", "days", "90").shows(422, "No token was made", `href="#token_name"`)
	v.post("/desk/account/tokens", "token_name", "Typed name", "days", "soon").shows(422, `href="#days"`, "Typed name")
	page := v.post("/desk/account/tokens", "token_name", "import script", "days", "30").shows(200, "shown here once")
	_, rest, _ := strings.Cut(page.body, "<code>")
	key, _, _ := strings.Cut(rest, "</code>")
	if u, err := h.room.UserByToken(t.Context(), key); err != nil || u.ID != h.users[factcheck.Reporter].ID {
		t.Fatalf("the token is %q, of %+v, %v", key, u, err)
	}
	v.get("/desk/account").shows(200, "import script", "last used").hides(key)
	tokens, err := h.room.Tokens(t.Context(), h.users[factcheck.Reporter].Actor(), h.users[factcheck.Reporter].ID)
	if err != nil || len(tokens) != 1 {
		t.Fatalf("%d tokens, %v", len(tokens), err)
	}
	path := "/desk/account/tokens/" + number(tokens[0].ID) + "/revoke"
	if a := h.as(factcheck.Editor).post(path); a.status < 400 || a.status > 499 {
		t.Errorf("status %d: somebody revoked another's token", a.status)
	}
	v.post(path).leads("/desk/account")
	if _, err := h.room.UserByToken(t.Context(), key); factcheck.KindOf(err) != factcheck.Unidentified {
		t.Errorf("the token was revoked, and the error is %v", err)
	}
}
