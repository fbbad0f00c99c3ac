package web

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
)

// colleague is somebody at the desk, in a browser and with an API token.
type colleague struct {
	*vault
	session, token string
}

func (v *vault) as(name string) colleague {
	v.Helper()
	token, _, err := v.room.AddToken(v.Context(), factcheck.ByConsole(), v.ids[name], "tests", 0)
	v.must(err)
	session, err := v.room.StartSession(v.Context(), v.ids[name])
	v.must(err)
	return colleague{v, session, token}
}

func (c colleague) get(path string) *httptest.ResponseRecorder {
	if strings.HasPrefix(path, "/api/") {
		return c.ask(http.MethodGet, path, "", "Authorization", "Bearer "+c.token)
	}
	return c.ask(http.MethodGet, path, "", "Cookie", "claimdesk="+c.session)
}

func (c colleague) post(path string, fields url.Values) *httptest.ResponseRecorder {
	return c.ask(http.MethodPost, path, fields.Encode(), "Cookie", "claimdesk="+c.session,
		"Content-Type", "application/x-www-form-urlencoded", "Sec-Fetch-Site", "same-origin")
}

func (c colleague) send(method, path, body string, header ...string) *httptest.ResponseRecorder {
	return c.ask(method, path, body, append([]string{"Authorization", "Bearer " + c.token, "Content-Type", "application/json"}, header...)...)
}

// unnamed are those who are not named on the source, an admin among them.
var unnamed = []string{"cem", "dina", "zoe"}

// atDesk are the secrets that the desk keeps from who is not named. The times
// of acts are none: the log has them.
func atDesk() []string { return secrets()[:16] }

func guarded(t *testing.T) *vault {
	v := newVault(t, "text")
	v.publish(v.source(factcheck.ProtectedAccess).ID)
	return v
}

func TestWhoIsNotNamedSeesNothingOfAProtectedSource(t *testing.T) {
	v := guarded(t)
	for _, name := range unnamed {
		c := v.as(name)
		for _, path := range v.addresses(func(path string) bool { return path != "/healthz" && path != "/readyz" }) {
			w := c.get(path)
			v.clean(name+" "+path, w, atDesk())
			if w.Code >= http.StatusInternalServerError {
				t.Errorf("%s %s answers %d", name, path, w.Code)
			}
		}
		bench := c.get("/desk/claims/1").Body.String()
		for _, want := range []string{bridge, described, "You are not named on this source.", "Ask Ani or Bo."} {
			if !strings.Contains(bench, want) {
				t.Errorf("%s is not shown %q on the bench", name, want)
			}
		}
	}
	for _, name := range []string{"ani", "bo"} {
		for _, path := range []string{"/desk/sources/1", "/desk/claims/1", "/api/v1/sources/1", "/desk/sources", "/desk/log"} {
			if w := v.as(name).get(path); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "Zirkonfalter") {
				t.Errorf("%s %s answers %d without the title", name, path, w.Code)
			}
		}
	}
}

func TestAProtectedSourceIsAsGoodAsAbsentForWhoIsNotNamed(t *testing.T) {
	v := guarded(t)
	for _, name := range unnamed {
		c := v.as(name)
		for _, path := range []string{"/desk/sources/ID", "/desk/sources/ID/edit", "/desk/sources/ID/quote?passage=2", "/desk/claims/1?source=ID",
			"/desk/claims/1/quote?source=ID&passage=2", "/desk/claims?source=ID", "/api/v1/sources/ID", "/api/v1/sources/ID/text",
			"/api/v1/sources/ID/passages", "/api/v1/sources/ID/passages?q=kohlrabi", "/api/v1/sources/ID/passages?claim_id=1"} {
			there, absent := c.get(strings.ReplaceAll(path, "ID", "1")), c.get(strings.ReplaceAll(path, "ID", "99"))
			if there.Code != http.StatusNotFound || absent.Code != there.Code {
				t.Errorf("%s %s answers %d; what is not there %d", name, path, there.Code, absent.Code)
			}
		}
		c.refused(`{"source_id":ID,"exact":"kohlrabi","stance":"refutes"}`, http.MethodPost, "/api/v1/claims/1/evidence")
		c.refused(`{"text":"A claim","source_id":ID}`, http.MethodPost, "/api/v1/claims")
		c.refused(`{"title":"T","text":"A text","rests_on":ID}`, http.MethodPost, "/api/v1/sources")
		edit := url.Values{"version": {"1"}, "title": {"Mine"}, "access": {"public"}}
		if w := c.post("/desk/sources/1/edit", edit); w.Code != http.StatusNotFound {
			t.Errorf("%s edits it: %d", name, w.Code)
		}
		if w := c.post("/desk/claims/1/evidence", url.Values{"source_id": {"1"}, "exact": {"kohlrabi"}, "stance": {"refutes"}}); w.Code != http.StatusNotFound {
			t.Errorf("%s quotes from it: %d", name, w.Code)
		}
	}
	if s, err := v.room.Source(t.Context(), factcheck.ByConsole(), 1); err != nil || s.Title != "Zirkonfalter ledger" || s.Version != 1 {
		t.Errorf("the console sees %+v, %v", s, err)
	}
}

// refused sends a body about the source and about one that there is not: both
// are answered alike.
func (c colleague) refused(body, method, path string) {
	c.Helper()
	there := c.send(method, path, strings.ReplaceAll(body, "ID", "1"))
	absent := c.send(method, path, strings.ReplaceAll(body, "ID", "99"))
	cut := func(w *httptest.ResponseRecorder) string {
		before, _, _ := strings.Cut(w.Body.String(), `"request_id"`)
		return before
	}
	if there.Code != http.StatusUnprocessableEntity || cut(there) != cut(absent) {
		c.Errorf("%s answers %d %s; about what is not there %s", path, there.Code, there.Body, absent.Body)
	}
}

func TestAnswersToActsAreVeiled(t *testing.T) {
	v := guarded(t)
	doc, err := ingest.Text([]byte("An open text. It says something else."), "")
	v.must(err)
	open, err := v.room.AddSource(t.Context(), v.people["cem"], factcheck.SourceDraft{Title: "Open"}, doc)
	v.must(err)
	cem := v.as("cem")
	body := `{"source_id":` + number(open.ID) + `,"exact":"It says something else","stance":"context"}`
	for _, what := range []string{"the first answer", "the second"} {
		w := cem.send(http.MethodPost, "/api/v1/claims/1/evidence", body, "Idempotency-Key", "one")
		if w.Code != http.StatusCreated {
			t.Errorf("%s is %d: %s", what, w.Code, w.Body)
		}
		v.clean(what, w, atDesk())
	}
	stale := cem.send(http.MethodPatch, "/api/v1/claims/1", `{"text":"Another claim"}`, "If-Match", `"1"`)
	if stale.Code != http.StatusConflict || !strings.Contains(stale.Body.String(), `"current"`) {
		t.Errorf("a stale change answers %d %s", stale.Code, stale.Body)
	}
	v.clean("a stale change", stale, atDesk())
	// Who cannot see what a claim was found in, or says was misread, can change the rest.
	for _, change := range [][3]string{{http.MethodPatch, "/api/v1/claims/1", `{"text":"The bridge is inspected each year"}`},
		{http.MethodPut, "/api/v1/claims/1/verdict", `{"rating":"misinterpreted","explanation":"It says the contrary.","reasons":["overstated"],` +
			`"misread":{"kind":"source","source_id":1}}`}} {
		now := cem.get("/api/v1/claims/1").Header().Get("ETag")
		w := cem.send(change[0], change[1], change[2], "If-Match", now)
		v.clean(change[1], w, atDesk())
		if w.Code != http.StatusOK {
			t.Errorf("%s answers %d %s", change[1], w.Code, w.Body)
		}
	}
	c, err := v.room.Submit(t.Context(), v.people["cem"], 1, newsroom.Base{}, "")
	v.must(err)
	for _, e := range c.Evidence {
		if e.SourceID == 1 && (!e.Veiled || e.Prefix != "" || e.Start != 0 || e.Source.Title != "" || e.Source.Snapshot.SHA256 != "") {
			t.Errorf("the act gives %+v", e)
		}
	}
	moved := cem.post("/desk/claims/1/evidence/1", url.Values{"stance": {"refutes"}, "note": {"Another note"}, "was.stance": {"refutes"}, "was.note": {"Our note."}})
	if to := moved.Header().Get("Location"); moved.Code != http.StatusSeeOther || cem.get(strings.Split(to, "#")[0]).Code != http.StatusOK {
		t.Errorf("saving a note answers %d and leads to %s", moved.Code, to)
	}
}
