package desk_test

import (
	"testing"

	"claimdesk/internal/factcheck"
)

// pages are those of the desk that this test opens, with the least role that
// may see them.
var pages = []struct {
	path string
	role factcheck.Role
	show string
}{
	{"/desk", factcheck.Reporter, "What waits for me"},
	{"/desk/claims", factcheck.Reporter, "Waiting for my review"},
	{"/desk/claims?view=review", factcheck.Reporter, "Waiting for my review"},
	{"/desk/claims?assignee=me", factcheck.Reporter, "Mine"},
	{"/desk/claims?assignee=nobody&status=new&q=seat", factcheck.Reporter, "1 claim"},
	{"/desk/claims/new", factcheck.Reporter, "Record a claim"},
	{"/desk/claims/several", factcheck.Reporter, "Record several claims"},
	{"/desk/sources", factcheck.Reporter, "A short brief"},
	{"/desk/sources?q=brief", factcheck.Reporter, "A short brief"},
	{"/desk/sources/new", factcheck.Reporter, "Add a source"},
	{"/desk/sources/1", factcheck.Reporter, "A short brief"},
	{"/desk/sources/1?in=seat", factcheck.Reporter, "Found in passage"},
	{"/desk/sources/1/edit", factcheck.Reporter, "A short brief"},
	{"/desk/sources/1/quote?passage=2", factcheck.Reporter, "Quote from passage 2"},
	{"/desk/account", factcheck.Reporter, "reporter@example.org"},
	{"/desk/log", factcheck.Reporter, "recorded"},
	{"/desk/people", factcheck.Admin, "editor@example.org"},
	{"/desk/people/new", factcheck.Admin, "Add a person"},
	{"/desk/people/1", factcheck.Admin, "reporter@example.org"},
	{"/desk/settings", factcheck.Admin, "Four eyes"},
	{"/desk/scale", factcheck.Admin, "Show what changes"},
	{"/desk/pages", factcheck.Admin, "Non-partisanship"},
	{"/desk/pages/team", factcheck.Admin, "What is asked of this page"},
}

const brief = "A short brief\n\nThe seat is empty. Nobody has resigned.\n\nThe seat stays empty for now."

// briefed is a furnished newsroom with a source and a claim.
func briefed(t *testing.T) *house {
	t.Helper()
	h := furnished(t)
	v := h.as(factcheck.Reporter)
	v.post("/desk/sources/new", "text", brief).leads("/desk/sources/1")
	v.post("/desk/claims/new", "text", "The seat was given up.", "source_id", "1", "topics", "Alliances").leads("/desk/claims/1")
	return h
}

func TestEachPageOpensForWhomItMayAndForNobodyElse(t *testing.T) {
	h := briefed(t)
	for _, page := range pages {
		t.Run(page.path, func(t *testing.T) {
			for _, role := range factcheck.Roles {
				a := h.as(role).get(page.path)
				a.t = t
				if !role.AtLeast(page.role) {
					a.shows(403, "Your role")
					continue
				}
				if a.shows(200, "<h1"); page.path != "/desk/account" || role == factcheck.Reporter {
					a.shows(200, page.show)
				}
				if cache := a.header.Get("Cache-Control"); cache != "no-store" {
					t.Errorf("Cache-Control is %q", cache)
				}
			}
			a := h.anybody().get(page.path)
			if a.status != 303 || a.location[:len("/desk/login")] != "/desk/login" {
				t.Errorf("status %d to %q for somebody who is not logged in", a.status, a.location)
			}
		})
	}
}

func TestWhatIsNotThereIsNotFound(t *testing.T) {
	h := briefed(t)
	v := h.as(factcheck.Admin)
	for _, path := range []string{"/desk/sources/99", "/desk/sources/0", "/desk/sources/01", "/desk/sources/99999999999999999999",
		"/desk/sources/1/quote?passage=99", "/desk/sources/1/quote", "/desk/people/99", "/desk/nothing", "/desk/claims/new?source=99"} {
		v.get(path).shows(404)
	}
}

func TestAdminsActsAreRefusedToOthers(t *testing.T) {
	h := furnished(t)
	for _, path := range []string{"/desk/people/new", "/desk/people/1", "/desk/people/1/disable", "/desk/people/1/enable", "/desk/people/1/link", "/desk/settings"} {
		h.as(factcheck.Editor).post(path, "name", "X", "email", "x@example.org", "role", "admin").shows(403, "ask an admin")
	}
}
