package desk_test

import (
	"bytes"
	"html"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/fetch"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store"
	"claimdesk/internal/web"

	"github.com/labstack/echo/v4"
)

const (
	base     = "http://127.0.0.1:8080"
	password = "four quiet herons wade"
)

// house is a whole server over a newsroom of its own, with a person of each
// role.
type house struct {
	t      *testing.T
	room   *newsroom.Room
	server *echo.Echo
	users  map[factcheck.Role]factcheck.User
}

// empty opens a newsroom in which nobody has an account.
func empty(t *testing.T) *house {
	t.Helper()
	return emptyBeside(t, "")
}

// emptyBeside is empty with an archive to ask for copies.
func emptyBeside(t *testing.T, archive string) *house {
	t.Helper()
	client := fetch.New(fetch.Options{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}, ArchiveAPI: archive})
	return emptyWith(t, newsroom.Options{Fetch: client})
}

// emptyWith is empty with some options.
func emptyWith(t *testing.T, o newsroom.Options) *house {
	t.Helper()
	st, err := store.Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	address, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.DiscardHandler)
	o.BaseURL, o.Log = base, log
	room, err := newsroom.Open(t.Context(), st, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(room.Close)
	return &house{t: t, room: room, server: web.New(room, web.Options{BaseURL: address, Log: log}),
		users: map[factcheck.Role]factcheck.User{}}
}

// furnished opens a newsroom with a reporter, an editor and an admin.
func furnished(t *testing.T) *house {
	t.Helper()
	return hired(empty(t))
}

// hired gives a newsroom a reporter, an editor and an admin.
func hired(h *house) *house {
	for _, role := range factcheck.Roles {
		h.users[role] = h.addUser(factcheck.UserDraft{Email: string(role) + "@example.org", Name: "The " + string(role), Role: role})
	}
	return h
}

func (h *house) addUser(d factcheck.UserDraft) factcheck.User {
	h.t.Helper()
	user, _, err := h.room.AddUser(h.t.Context(), factcheck.ByConsole(), d, password)
	if err != nil {
		h.t.Fatal(err)
	}
	return user
}

// visitor is a browser: it keeps its cookies and follows no redirect.
type visitor struct {
	h       *house
	cookies map[string]string
}

// anybody is a browser that is not logged in.
func (h *house) anybody() *visitor { return &visitor{h: h, cookies: map[string]string{}} }

// as is a browser in which the person of a role is logged in.
func (h *house) as(role factcheck.Role) *visitor {
	h.t.Helper()
	token, err := h.room.StartSession(h.t.Context(), h.users[role].ID)
	if err != nil {
		h.t.Fatal(err)
	}
	v := h.anybody()
	v.cookies["claimdesk"] = token
	return v
}

// answer is what the server said.
type answer struct {
	t        *testing.T
	v        *visitor
	status   int
	body     string
	location string
	header   http.Header
}

func (v *visitor) get(path string) answer { return v.send(http.MethodGet, path, "", nil) }

// post sends a form whose fields are given as pairs of name and value.
func (v *visitor) post(path string, fields ...string) answer {
	values := url.Values{}
	for i := 0; i+1 < len(fields); i += 2 {
		values.Add(fields[i], fields[i+1])
	}
	return v.send(http.MethodPost, path, echo.MIMEApplicationForm, strings.NewReader(values.Encode()))
}

// upload sends a form with a file under the name "file".
func (v *visitor) upload(path, filename string, content []byte, fields ...string) answer {
	v.h.t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	part, err := w.CreateFormFile("file", filename)
	if err == nil {
		_, err = part.Write(content)
	}
	for i := 0; i+1 < len(fields) && err == nil; i += 2 {
		err = w.WriteField(fields[i], fields[i+1])
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		v.h.t.Fatal(err)
	}
	return v.send(http.MethodPost, path, w.FormDataContentType(), &body)
}

func (v *visitor) send(method, path, kind string, body io.Reader) answer {
	v.h.t.Helper()
	r := httptest.NewRequest(method, base+path, body)
	if kind != "" {
		r.Header.Set(echo.HeaderContentType, kind)
		r.Header.Set("Sec-Fetch-Site", "same-origin")
	}
	for name, value := range v.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	w := httptest.NewRecorder()
	v.h.server.ServeHTTP(w, r)
	for _, cookie := range w.Result().Cookies() {
		if v.cookies[cookie.Name] = cookie.Value; cookie.MaxAge < 0 {
			delete(v.cookies, cookie.Name)
		}
	}
	return answer{t: v.h.t, v: v, status: w.Code, body: html.UnescapeString(w.Body.String()),
		location: w.Header().Get("Location"), header: w.Header()}
}

// shows fails unless the answer has this status and holds all the texts.
func (a answer) shows(status int, texts ...string) answer {
	a.t.Helper()
	if a.status != status {
		a.t.Errorf("status %d (to %q), want %d: %.600s", a.status, a.location, status, a.body)
	}
	for _, text := range texts {
		if !strings.Contains(a.body, text) {
			a.t.Errorf("the page does not show %q: %.4000s", text, a.body)
		}
	}
	return a
}

// hides fails when the answer holds one of the texts.
func (a answer) hides(texts ...string) answer {
	a.t.Helper()
	for _, text := range texts {
		if strings.Contains(a.body, text) {
			a.t.Errorf("the page shows %q", text)
		}
	}
	return a
}

// leads fails unless the answer is a redirect to a path.
func (a answer) leads(path string) answer {
	a.t.Helper()
	if a.status != http.StatusSeeOther || a.location != path {
		a.t.Errorf("status %d to %q, want 303 to %q: %.600s", a.status, a.location, path, a.body)
	}
	return a
}
