package api_test

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"os"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/fetch"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store"
	"claimdesk/internal/web"
)

// brief is the source of most tests.
const brief = "Notes on the Seat\n\nArmenia is not pursuing formal withdrawal from the CSTO, but it is essentially freezing its membership " +
	"and seeking to create some distance from the alliance.\n\nThe seat is empty. Nobody has been named for it.\n\nThe seat is empty. It was so in spring.\n"

// quoted stands in the brief.
const quoted = "Armenia is not pursuing formal withdrawal from the CSTO, but it is essentially freezing its membership"

// house is a whole server with a person of each role.
type house struct {
	t      testing.TB
	room   *newsroom.Room
	server http.Handler
	ids    map[string]int64
	tokens map[string]string
}

// The people of a house; "second" is another editor.
var people = map[string]factcheck.Role{"reporter": factcheck.Reporter, "editor": factcheck.Editor, "second": factcheck.Editor, "admin": factcheck.Admin}

func open(t testing.TB) *house {
	t.Helper()
	return openBeside(t, "")
}

// openBeside is open with an archive to ask for copies.
func openBeside(t testing.TB, archive string) *house {
	t.Helper()
	base, err := url.Parse("http://127.0.0.1:8080")
	if err != nil {
		t.Fatal(err)
	}
	st, err := store.Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	log := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn}))
	client := fetch.New(fetch.Options{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}, ArchiveAPI: archive})
	room, err := newsroom.Open(t.Context(), st, newsroom.Options{BaseURL: base.String(), Log: log, Fetch: client})
	if err != nil {
		t.Fatal(err)
	}
	h := &house{t: t, room: room, server: web.New(room, web.Options{BaseURL: base, Log: log}), ids: map[string]int64{}, tokens: map[string]string{"": ""}}
	for name, role := range people {
		h.hire(name, role)
	}
	return h
}

func (h *house) hire(name string, role factcheck.Role) {
	h.t.Helper()
	draft := factcheck.UserDraft{Email: name + "@example.org", Name: name, Role: role}
	user, _, err := h.room.AddUser(h.t.Context(), factcheck.ByConsole(), draft, "four quiet herons wade")
	if err != nil {
		h.t.Fatal(err)
	}
	key, _, err := h.room.AddToken(h.t.Context(), factcheck.ByConsole(), user.ID, "tests", 0)
	if err != nil {
		h.t.Fatal(err)
	}
	h.ids[name], h.tokens[name] = user.ID, key
}

// answer is what came back, with its body as a tree when it is JSON.
type answer struct {
	t      testing.TB
	call   string
	status int
	header http.Header
	text   string
	tree   any
}

// ask sends a request as one of the people; a body that is no string is sent
// as JSON. Headers are pairs of name and value.
func (h *house) ask(who, method, path string, body any, headers ...string) answer {
	h.t.Helper()
	var sent []byte
	switch b := body.(type) {
	case nil:
	case string:
		sent = []byte(b)
	default:
		var err error
		if sent, err = json.Marshal(b); err != nil {
			h.t.Fatal(err)
		}
	}
	if !strings.HasPrefix(path, "/") {
		path = "/api/v1/" + path
	}
	r := httptest.NewRequest(method, path, bytes.NewReader(sent))
	if sent != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	if token := h.tokens[who]; token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.server.ServeHTTP(w, r)
	a := answer{t: h.t, call: who + " " + method + " " + path, status: w.Code, header: w.Header(), text: w.Body.String()}
	if w.Body.Len() > 0 && strings.Contains(a.header.Get("Content-Type"), "json") {
		if err := json.Unmarshal(w.Body.Bytes(), &a.tree); err != nil {
			h.t.Errorf("%s: not JSON: %.300s", a.call, a.text)
		}
	}
	return a
}

// want checks the status; an error must be a problem.
func (a answer) want(status int) answer {
	a.t.Helper()
	if a.status != status {
		a.t.Fatalf("%s: status %d, want %d: %.1500s", a.call, a.status, status, a.text)
	}
	if status >= 400 && (a.header.Get("Content-Type") != "application/problem+json" || a.at("status") != float64(status) || a.at("detail") == "" || a.at("title") == "") {
		a.t.Errorf("%s: not a problem: %s %.500s", a.call, a.header.Get("Content-Type"), a.text)
	}
	return a
}

// names checks that a refusal is about a field, and says so.
func (a answer) names(field, says string) answer {
	a.t.Helper()
	list, _ := a.at("errors").([]any)
	for _, e := range list {
		problem, _ := e.(map[string]any)
		message, _ := problem["message"].(string)
		if problem["field"] == field && strings.Contains(message, says) {
			return a
		}
	}
	a.t.Errorf("%s: no error about %s that says %q: %.1500s", a.call, field, says, a.text)
	return a
}

// at is what stands under keys and places in lists, or nil.
func (a answer) at(way ...any) any {
	tree := a.tree
	for _, step := range way {
		switch step := step.(type) {
		case string:
			fields, _ := tree.(map[string]any)
			tree = fields[step]
		case int:
			items, _ := tree.([]any)
			if step >= len(items) {
				return nil
			}
			tree = items[step]
		}
	}
	return tree
}

// string is a text in the answer; int a number.
func (a answer) string(way ...any) string {
	s, _ := a.at(way...).(string)
	return s
}

func (a answer) int(way ...any) int64 {
	n, _ := a.at(way...).(float64)
	return int64(n)
}

// m is an object of JSON.
type m = map[string]any
