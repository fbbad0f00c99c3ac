package desk_test

import (
	"net/http"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
)

func TestTheFirstAdminComesInThroughTheSetupLink(t *testing.T) {
	h := empty(t)
	token, err := h.room.SetupLink(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	v, path := h.anybody(), "/desk/setup/"+token
	h.anybody().get("/desk/login").shows(200, "Nobody has an account here yet.")
	v.get(path).shows(200, "first admin", `autocomplete="new-password"`)
	v.post(path, "name", "Ani", "email", "ani at example", "password", "short").
		shows(422, "The account was not made", `value="Ani"`, `value="ani at example"`, "This is not an email address.").hides("short")
	v.post(path, "name", "Ani", "email", "ani@example.org", "password", "short").shows(422, "at least 12", `value="ani@example.org"`)
	v.post(path, "name", "Ani", "email", "ani@example.org", "password", password).leads("/desk")
	v.get("/desk").shows(200, "Ani", "Your newsroom is ready", "Add a source", "Record a claim", "Add people", "/desk/people/new")
	h.anybody().get(path).shows(404, "This link cannot be used")
	h.anybody().post(path, "name", "Eve", "email", "eve@example.org", "password", password).shows(404, "This link cannot be used")
}

func TestLogInLeadsBackToWhereOneWas(t *testing.T) {
	h := furnished(t)
	h.anybody().get("/desk/sources").leads("/desk/login?next=%2Fdesk%2Fsources")
	v := h.anybody()
	v.get("/desk/login?next=/desk/sources").shows(200, "Log in", `name="next" value="/desk/sources"`)
	v.post("/desk/login", "email", "editor@example.org", "password", password, "next", "/desk/sources").leads("/desk/sources")
	v.get("/desk/sources").shows(200, "The editor")
	v.get("/desk/login").leads("/desk")
	for _, next := range []string{"//evil.example", `/\evil.example`, "https://evil.example/desk"} {
		h.anybody().post("/desk/login", "email", "editor@example.org", "password", password, "next", next).leads("/desk")
	}
}

func TestUnknownUserAndWrongPasswordReadTheSame(t *testing.T) {
	h := furnished(t)
	try := func(email, secret string) string {
		a := h.anybody().post("/desk/login", "email", email, "password", secret, "next", "/desk/log")
		a.shows(422, "You are not logged in", `value="`+email+`"`, `value="/desk/log"`).hides(secret)
		return strings.ReplaceAll(a.body, email, "")
	}
	if try("editor@example.org", "wrong horse stable") != try("nobody@example.org", "wrong horse stable") {
		t.Error("the answer tells whether there is such a user")
	}
}

func TestTooManyAttemptsSayHowLongToWait(t *testing.T) {
	h := furnished(t)
	for range 50 {
		a := h.anybody().post("/desk/login", "email", "editor@example.org", "password", "wrong horse stable")
		if a.status == http.StatusTooManyRequests {
			a.shows(429, `value="editor@example.org"`)
			if a.header.Get("Retry-After") == "" {
				t.Error("it is not said how long to wait")
			}
			return
		}
	}
	t.Error("fifty wrong passwords are let through")
}

func TestLogOutEndsTheSession(t *testing.T) {
	h := furnished(t)
	v := h.as(factcheck.Reporter)
	stolen := v.cookies["claimdesk"]
	v.get("/desk/logout").shows(404)
	v.post("/desk/logout").leads("/desk/login")
	v.get("/desk").leads("/desk/login")
	v.cookies["claimdesk"] = stolen
	v.get("/desk").leads("/desk/login")
}

func TestAnInvitationSetsAPasswordOnce(t *testing.T) {
	h := furnished(t)
	page := h.as(factcheck.Admin).post("/desk/people/new", "name", "Nare", "email", "nare@example.org", "role", "reporter")
	page.shows(200, "shown here once", base+"/desk/link/")
	_, rest, _ := strings.Cut(page.body, base+"/desk/link/")
	path := "/desk/link/" + rest[:strings.IndexAny(rest, "< \n")]
	v := h.anybody()
	v.get(path).shows(200, "Welcome, Nare", "nare@example.org")
	v.post(path, "password", "short").shows(422, "The password was not set", "at least 12", "nare@example.org")
	v.post(path, "password", password).leads("/desk")
	v.get("/desk").shows(200, "Nare", "Your password is set")
	h.anybody().get(path).shows(404, "This link cannot be used", "Ask an admin")
	h.anybody().post(path, "password", password).shows(404, "This link cannot be used")
	h.anybody().get("/desk/setup/"+strings.TrimPrefix(path, "/desk/link/")).shows(404, "This link cannot be used")
}
