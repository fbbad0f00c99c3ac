package web

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
)

const (
	https    = "https://checks.example.org"
	loopback = "http://127.0.0.1:8080"
	email    = "ani@example.org"
	password = "four quiet herons wade"
)

// errCause is never shown to anybody.
var errCause = errors.New("the cause that only the log may know")

// house is a server with a few handlers of its own, and what it logged.
type house struct {
	t    *testing.T
	room *newsroom.Room
	user factcheck.User
	s    *server
	e    *echo.Echo
	log  *bytes.Buffer
}

func open(t *testing.T, base string, proxies ...*net.IPNet) *house {
	t.Helper()
	address, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	h := &house{t: t, log: &bytes.Buffer{}}
	h.room, h.user = openRoom(t, address)
	level := &slog.HandlerOptions{Level: slog.LevelDebug}
	h.s, h.e = frame(h.room, Options{BaseURL: address, Proxies: proxies, Log: slog.New(slog.NewTextHandler(h.log, level))})
	for _, prefix := range []string{"", "/api", "/desk/open"} {
		h.routes(prefix)
	}
	desk := h.e.Group("/desk", h.s.identified)
	desk.GET("", func(c echo.Context) error { return c.String(http.StatusOK, "for "+request.User(c).Name) })
	desk.GET("/missing", func(echo.Context) error { return factcheck.NoSuch("claim 7") })
	desk.POST("/claims/:id", sayForm)
	h.e.GET("/desk/setup/:token", func(c echo.Context) error { return c.String(http.StatusOK, "setup") })
	return h
}

// routes are handlers that fail in every way.
func (h *house) routes(prefix string) {
	fail := func(err error) echo.HandlerFunc { return func(echo.Context) error { return err } }
	h.e.GET(prefix+"/page", func(c echo.Context) error { return c.String(http.StatusOK, "page for "+request.User(c).Name+"\n") })
	h.e.POST(prefix+"/form", sayForm)
	h.e.POST(prefix+"/read", func(c echo.Context) error {
		_, err := io.ReadAll(c.Request().Body)
		return err
	})
	h.e.GET(prefix+"/panic", func(echo.Context) error { panic(errCause) })
	h.e.GET(prefix+"/broken", fail(errCause))
	h.e.GET(prefix+"/internal", fail(&factcheck.Error{Message: "table gone", Cause: errCause}))
	h.e.GET(prefix+"/invalid", fail(factcheck.Wrong("said_on", "The day is <b>wrong</b>.")))
	h.e.GET(prefix+"/unidentified", fail(&factcheck.Error{Kind: factcheck.Unidentified, Message: "Who is there?"}))
	h.e.GET(prefix+"/forbidden", fail(factcheck.Refused("Ask an editor.")))
	h.e.GET(prefix+"/absent", fail(factcheck.NoSuch("fact-check about cranes")))
	h.e.GET(prefix+"/conflict", fail(factcheck.Clash("Ani has changed it.")))
	h.e.GET(prefix+"/occupied", fail(fmt.Errorf("begin writing: %w", factcheck.ErrOccupied)))
	h.e.GET(prefix+"/often", fail(&factcheck.Error{Kind: factcheck.TooMany, Message: "Wait half a minute.", RetryAfter: 30}))
	h.e.GET(prefix+"/binding", fail(echo.NewBindingError("id", []string{"x"}, "no number", errCause)))
}

func sayForm(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	return c.String(http.StatusOK, "saved "+form.Get("text"))
}

// ask sends a request with headers given as pairs of name and value.
func (h *house) ask(method, path, body string, headers ...string) *httptest.ResponseRecorder {
	h.t.Helper()
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	if body != "" {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.e.ServeHTTP(w, r)
	return w
}

func (h *house) logIn() string {
	h.t.Helper()
	token, _, err := h.room.LogIn(h.t.Context(), email, password, "192.0.2.1")
	if err != nil {
		h.t.Fatal(err)
	}
	return token
}

func want(t *testing.T, w *httptest.ResponseRecorder, status int, parts ...string) {
	t.Helper()
	if w.Code != status {
		t.Errorf("status %d, want %d: %.300s", w.Code, status, w.Body)
	}
	for _, part := range parts {
		if !strings.Contains(w.Body.String(), part) {
			t.Errorf("%q is not in the answer: %.3000s", part, w.Body)
		}
	}
}

func lacks(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if strings.Contains(text, part) {
			t.Errorf("%q should not be in: %.2000s", part, text)
		}
	}
}
