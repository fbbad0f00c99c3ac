package web

import (
	"log/slog"
	"net/url"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store/storetest"
)

// openRoom opens a newsroom of its own, with one editor.
func openRoom(t *testing.T, base *url.URL) (*newsroom.Room, factcheck.User) {
	t.Helper()
	room, err := newsroom.Open(t.Context(), storetest.New(t),
		newsroom.Options{BaseURL: base.String(), Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	draft := factcheck.UserDraft{Email: email, Name: "Ani", Role: factcheck.Editor}
	user, _, err := room.AddUser(t.Context(), factcheck.ByConsole(), draft, password)
	if err != nil {
		t.Fatal(err)
	}
	return room, user
}
