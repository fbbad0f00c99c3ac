package web

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store"
	"claimdesk/internal/store/storetest"
)

// filled opens a newsroom with n published fact-checks, each made by the same
// verbs as any other.
func filled(b *testing.B, n int) (*newsroom.Room, *store.Store) {
	b.Helper()
	ctx, st := b.Context(), storetest.New(b)
	room, err := newsroom.Open(ctx, st, newsroom.Options{BaseURL: "http://127.0.0.1:8080"})
	if err != nil {
		b.Fatal(err)
	}
	person := func(role factcheck.Role) factcheck.Actor {
		u, _, err := room.AddUser(ctx, factcheck.ByConsole(), factcheck.UserDraft{Email: string(role) + "@example.org", Name: string(role), Role: role}, "")
		if err != nil {
			b.Fatal(err)
		}
		return u.Actor()
	}
	reporter, editor := person(factcheck.Reporter), person(factcheck.Editor)
	doc, err := ingest.Text([]byte("A brief for measuring\n\nThe seat stays empty, and nobody has resigned.\n\nThe energy still comes from the north.\n"), "")
	if err != nil {
		b.Fatal(err)
	}
	source, err := room.AddSource(ctx, reporter, factcheck.SourceDraft{}, doc)
	if err != nil {
		b.Fatal(err)
	}
	for i := range n {
		if err := publishOne(b, room, reporter, editor, source.ID, i); err != nil {
			b.Fatal(err)
		}
	}
	return room, st
}

func publishOne(b *testing.B, room *newsroom.Room, reporter, editor factcheck.Actor, source int64, i int) error {
	ctx, none := b.Context(), newsroom.Base{}
	c, err := room.RecordClaim(ctx, reporter, factcheck.ClaimDraft{Text: fmt.Sprintf("Claim %d says that the seat was given up", i),
		Topics: []string{fmt.Sprintf("Topic %d", i%20)}})
	if err != nil {
		return err
	}
	for _, exact := range []string{"The seat stays empty, and nobody has resigned.", "The energy still comes from the north."} {
		if _, _, err := room.AttachQuote(ctx, reporter, c.ID, none, factcheck.EvidenceDraft{SourceID: source, Exact: exact, Stance: factcheck.Refutes}); err != nil {
			return err
		}
	}
	if _, err := room.RuleOn(ctx, reporter, c.ID, none, factcheck.VerdictDraft{Rating: "false", Explanation: "An empty seat is no resignation."}); err != nil {
		return err
	}
	if _, err := room.WriteArticle(ctx, reporter, c.ID, none, factcheck.ArticleDraft{Headline: fmt.Sprintf("Check %d: the seat is empty", i),
		Summary: "The seat is empty.", Body: "Nobody has resigned.[1] The ties remain.[2]"}); err != nil {
		return err
	}
	if _, err := room.Submit(ctx, reporter, c.ID, none, ""); err != nil {
		return err
	}
	_, err = room.ApproveAndPublish(ctx, editor, c.ID, none, newsroom.Order{})
	return err
}

// BenchmarkPages measures public pages of a newsroom of 1,000 fact-checks
// through the whole server, each rendered anew, beside a static file of the
// same server in the same run.
func BenchmarkPages(b *testing.B) {
	room, _ := filled(b, 1_000)
	base, err := url.Parse("http://127.0.0.1:8080")
	if err != nil {
		b.Fatal(err)
	}
	handler := New(room, Options{BaseURL: base, Log: slog.New(slog.DiscardHandler)})
	for _, p := range []struct{ name, path string }{
		{"static", "/favicon.ico"}, {"check", "/fact-checks/check-%d-the-seat-is-empty"}, {"home", "/"},
		{"list", "/fact-checks?n=%d"}, {"search", "/fact-checks?q=seat&n=%d"}, {"feed", "/feed.xml"}, {"evidence", "/evidence/%d"},
	} {
		b.Run(p.name, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				path := strings.Replace(p.path, "%d", strconv.Itoa(1+i%999), 1)
				w := httptest.NewRecorder()
				handler.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
				if w.Code >= 400 {
					b.Fatalf("%s: %d", path, w.Code)
				}
			}
		})
	}
}

// BenchmarkOpen measures the start on an existing newsroom of 1,000
// fact-checks, from the file to the first answer.
func BenchmarkOpen(b *testing.B) {
	_, st := filled(b, 1_000)
	for b.Loop() {
		again, err := store.OpenFile(b.Context(), st.Path())
		if err != nil {
			b.Fatal(err)
		}
		room, err := newsroom.Open(b.Context(), again, newsroom.Options{BaseURL: "http://127.0.0.1:8080"})
		if err != nil {
			b.Fatal(err)
		}
		if err := room.Ready(b.Context()); err != nil {
			b.Fatal(err)
		}
		if err := again.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
