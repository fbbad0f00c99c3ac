// Package e2e_test walks through the whole newsroom as the people do who use
// it: in a real browser, from the setup link to the feed, and through every
// door where a rule has to hold.
package e2e_test

import (
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"

	"claimdesk/internal/fetch"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store/storetest"
	"claimdesk/internal/web"
)

// house is a newsroom that is served on a port of this machine.
type house struct {
	t    *testing.T
	room *newsroom.Room
	base string // without a slash at the end
}

// open serves an empty newsroom until the test ends. What the server logs as
// wrong stands in the test's output.
func open(t *testing.T) *house {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	base := &url.URL{Scheme: "http", Host: listener.Addr().String()}
	log := slog.New(slog.NewTextHandler(t.Output(), &slog.HandlerOptions{Level: slog.LevelWarn}))
	client := fetch.New(fetch.Options{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}})
	room, err := newsroom.Open(t.Context(), storetest.New(t), newsroom.Options{BaseURL: base.String(), Log: log, Fetch: client})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(room.Close)
	handler := web.New(room, web.Options{BaseURL: base, Log: log})
	server := &httptest.Server{Listener: listener, Config: &http.Server{Handler: handler}}
	server.Start()
	t.Cleanup(server.Close)
	return &house{t: t, room: room, base: base.String()}
}

// get is what anybody gets at an address, which must be there.
func (h *house) get(path string) string {
	h.t.Helper()
	answer, err := http.Get(h.base + path)
	if err != nil {
		h.t.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		h.t.Fatalf("%s answers %d, %v: %.500s", path, answer.StatusCode, err, body)
	}
	return string(body)
}

// has fails unless a text holds all the parts, white space for white space.
func has(t *testing.T, text string, parts ...string) {
	t.Helper()
	plain := strings.Join(strings.Fields(text), " ")
	for _, part := range parts {
		if !strings.Contains(plain, part) {
			t.Errorf("%q is not in: %.3000s", part, plain)
		}
	}
}
