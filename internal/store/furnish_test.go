package store_test

import (
	"context"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/internal/store"
)

var noon = time.Date(2023, 9, 14, 12, 0, 0, 0, time.UTC)

// write runs fn in a transaction that must succeed.
func write(t *testing.T, s *store.Store, fn func(context.Context, *store.Tx) error) {
	t.Helper()
	if err := s.Write(t.Context(), func(tx *store.Tx) error { return fn(t.Context(), tx) }); err != nil {
		t.Fatal(err)
	}
}

// read gives what fn reads, which must succeed.
func read[T any](t *testing.T, s *store.Store, fn func(context.Context, *store.Queries) (T, error)) (out T) {
	t.Helper()
	err := s.Read(t.Context(), func(q *store.Queries) (err error) {
		out, err = fn(t.Context(), q)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// addClaim stores a claim at a time, and makes it findable.
func addClaim(t *testing.T, s *store.Store, at time.Time, text string) factcheck.Claim {
	t.Helper()
	var c factcheck.Claim
	write(t, s, func(ctx context.Context, tx *store.Tx) error {
		id, err := tx.AddClaim(ctx, factcheck.Claim{Status: factcheck.New, Text: text, Language: "en", CreatedAt: at})
		if err != nil {
			return err
		}
		if c, err = tx.Claim(ctx, id); err != nil {
			return err
		}
		return tx.IndexClaim(ctx, c)
	})
	return c
}

// furnish stores one record of each protected kind, all with id 1.
func furnish(t *testing.T, s *store.Store) {
	t.Helper()
	c := addClaim(t, s, noon, "Armenia is leaving the CSTO")
	write(t, s, func(ctx context.Context, tx *store.Tx) error {
		source, err := tx.AddSource(ctx, factcheck.Source{Title: "T", Language: "en", Kind: factcheck.Brief, Level: factcheck.Primary,
			Access: factcheck.ExcerptAccess, CreatedAt: noon})
		if err != nil {
			return err
		}
		text := "It is freezing its membership."
		snapshot, err := tx.AddSnapshot(ctx, factcheck.Snapshot{SourceID: source, Text: text, TextSHA256: factcheck.HashOf([]byte(text)),
			SHA256: factcheck.HashOf([]byte(text)), RetrievedAt: noon}, []byte(text), quote.Passages(text))
		if err != nil {
			return err
		}
		anchor, err := quote.NewDocument(text).Find(quote.Selector{Exact: "freezing"})
		if err != nil {
			return err
		}
		evidence, err := tx.AddEvidence(ctx, factcheck.Evidence{ClaimID: c.ID, SourceID: source, SnapshotID: snapshot, Position: 1,
			Stance: factcheck.Refutes, Anchor: anchor, Passage: 1, CreatedAt: noon})
		if err != nil {
			return err
		}
		return furnishDesk(ctx, tx, c.ID, evidence)
	})
}

func furnishDesk(ctx context.Context, tx *store.Tx, claim, evidence int64) error {
	scale := factcheck.DefaultScale()
	if err := tx.AddScale(ctx, scale, 0); err != nil {
		return err
	}
	rating, _ := scale.Rating("false")
	if _, err := tx.AddVerdict(ctx, factcheck.Verdict{ClaimID: claim, Rating: rating, ScaleVersion: 1, Explanation: "No.", At: noon}); err != nil {
		return err
	}
	if _, err := tx.AddArticle(ctx, factcheck.Article{ClaimID: claim, Headline: "H", Slug: "h", Summary: "S", Body: "B", At: noon}); err != nil {
		return err
	}
	content := factcheck.Content{ClaimID: claim, Headline: "H", Slug: "h", Rating: rating, Language: "en",
		Evidence: []factcheck.PublicEvidence{{ID: evidence}}}
	if _, err := tx.AddRevision(ctx, factcheck.Revision{ClaimID: claim, Number: 1, At: noon, Content: content},
		factcheck.Live{GUID: "tag:x", FirstAt: noon, UpdatedAt: noon}); err != nil {
		return err
	}
	if err := tx.AddEvent(ctx, factcheck.Event{At: noon, Actor: "console", Action: factcheck.Publish, Subject: "claim", SubjectID: claim}); err != nil {
		return err
	}
	return tx.AddVersion(ctx, store.Version{Subject: "claim", SubjectID: claim, Version: 1, Content: "{}", Hash: factcheck.HashOf([]byte("{}"))})
}
