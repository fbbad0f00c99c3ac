package store_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
	"claimdesk/internal/store/storetest"
)

// walk reads a list page by page, as long as a page gives something, and gives
// the ids in the order in which they came.
func walk(t *testing.T, page func(store.Place) ([]int64, store.Place)) (ids []int64) {
	t.Helper()
	var place store.Place
	for range 100 {
		more, last := page(place)
		if len(more) == 0 {
			return ids
		}
		ids, place = append(ids, more...), last
	}
	t.Fatal("the list has no end")
	return nil
}

func TestPagesOfChecksHoldEachOnceThoughTheirTimesAreEqual(t *testing.T) {
	s := storetest.New(t)
	write(t, s, func(ctx context.Context, tx *store.Tx) error { return tx.AddScale(ctx, factcheck.DefaultScale(), 0) })
	var want []int64
	for i := range 11 {
		c := addClaim(t, s, noon, fmt.Sprintf("claim %d", i))
		at := noon.Add(time.Duration(i/5) * time.Minute)
		content := factcheck.Content{ClaimID: c.ID, Headline: "Again CSTO", Slug: fmt.Sprintf("s-%d", i), Language: "en"}
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.AddRevision(ctx, factcheck.Revision{ClaimID: c.ID, Number: 1, At: at, Content: content},
				factcheck.Live{GUID: content.Slug, FirstAt: at, UpdatedAt: at})
			return err
		})
		want = append(want, c.ID)
	}
	slices.Reverse(want)
	for _, size := range []int{1, 4, 5, 11} {
		got := walk(t, func(after store.Place) ([]int64, store.Place) {
			ids, last := checks(t, s, store.PublicQuery{After: after, Limit: size})
			return ids, last
		})
		if !slices.Equal(got, want) {
			t.Errorf("in pages of %d: %v, want %v", size, got, want)
		}
		got = walk(t, func(after store.Place) ([]int64, store.Place) {
			ids, _ := checks(t, s, store.PublicQuery{Words: "csto", Offset: int(after.ID), Limit: size})
			return ids, store.Place{ID: after.ID + int64(size)}
		})
		if !slices.Equal(got, want) {
			t.Errorf("found, in pages of %d: %v, want %v", size, got, want)
		}
	}
}

func checks(t *testing.T, s *store.Store, f store.PublicQuery) (ids []int64, last store.Place) {
	t.Helper()
	found := read(t, s, func(ctx context.Context, q *store.Queries) ([]store.Published, error) { return q.Published(ctx, f) })
	for _, p := range found {
		ids, last = append(ids, p.Revision.ClaimID), store.Place{At: p.Live.FirstAt.UnixMilli(), ID: p.Revision.ClaimID}
	}
	return ids, last
}

func TestASlugBelongsToItsClaimForGood(t *testing.T) {
	s := storetest.New(t)
	one, other := addClaim(t, s, noon, "one").ID, addClaim(t, s, noon, "other").ID
	write(t, s, func(ctx context.Context, tx *store.Tx) error {
		for _, slug := range []string{"csto", "csto-3"} {
			if err := tx.KeepSlug(ctx, slug, one, noon); err != nil {
				return err
			}
		}
		for claim, want := range map[int64]string{one: "csto", other: "csto-2"} {
			if free, err := tx.FreeSlug(ctx, "csto", claim); err != nil || free != want {
				t.Errorf("claim %d may have %q, %v; want %q", claim, free, err, want)
			}
		}
		if free, err := tx.FreeSlug(ctx, "", other); err != nil || free != "fact-check" {
			t.Errorf("without a headline: %q, %v", free, err)
		}
		if err := tx.KeepSlug(ctx, "csto", other, noon); err != nil {
			return err
		}
		if free, err := tx.FreeSlug(ctx, "csto", one); err != nil || free != "csto" {
			t.Errorf("another claim took the slug: %q, %v", free, err)
		}
		if err := tx.ReleaseSlugs(ctx, one, "csto-3"); err != nil {
			return err
		}
		free, err := tx.FreeSlug(ctx, "csto", other)
		if free != "csto" {
			t.Errorf("a released slug is not free: %q", free)
		}
		return err
	})
}

func TestEventsAreChained(t *testing.T) {
	s := storetest.New(t)
	write(t, s, func(ctx context.Context, tx *store.Tx) error {
		for i := range 5 {
			if err := tx.AddEvent(ctx, factcheck.Event{At: noon, Actor: "user", UserID: 1, Action: factcheck.NoteOnClaim, Subject: "claim", SubjectID: int64(i)}); err != nil {
				return err
			}
		}
		return nil
	})
	events := read(t, s, func(ctx context.Context, q *store.Queries) ([]factcheck.Event, error) {
		return q.EventsAfter(ctx, 0, 10)
	})
	previous := ""
	for i, e := range events {
		if e.ID != int64(i+1) || e.Previous != previous || e.Hash != e.Seal() {
			t.Errorf("event %d: %+v", i+1, e)
		}
		previous = e.Hash
	}
	if len(events) != 5 {
		t.Errorf("there are %d events", len(events))
	}
}

func TestAnEmailIsTakenOnce(t *testing.T) {
	s := storetest.New(t)
	add := func() error {
		return s.Write(t.Context(), func(tx *store.Tx) error {
			_, err := tx.AddUser(t.Context(), factcheck.User{Email: "a@b.example", Name: "A", Role: factcheck.Editor}, "")
			return err
		})
	}
	if err := add(); err != nil {
		t.Fatal(err)
	}
	if err := add(); len(factcheck.Problems(err)) != 1 || factcheck.Problems(err)[0].Field != "email" {
		t.Errorf("the second time: %v", err)
	}
}

func TestATopicIsTheSameInWhateverCase(t *testing.T) {
	s := storetest.New(t)
	one, other := addClaim(t, s, noon, "one").ID, addClaim(t, s, noon, "other").ID
	write(t, s, func(ctx context.Context, tx *store.Tx) error {
		if err := tx.SetTopics(ctx, one, []string{"ՀԱՊԿ", "C S T O", "c-s-t-o"}, noon); err != nil {
			return err
		}
		return tx.SetTopics(ctx, other, []string{"հապկ", "c s t o"}, noon)
	})
	topics := read(t, s, func(ctx context.Context, q *store.Queries) ([]store.TopicCount, error) { return q.Topics(ctx) })
	got := map[string]int{}
	for _, topic := range topics {
		got[topic.Slug+" "+topic.Name] = topic.Claims
	}
	if want := map[string]int{"hapk ՀԱՊԿ": 2, "c-s-t-o C S T O": 2, "c-s-t-o-2 c-s-t-o": 1}; !maps.Equal(got, want) {
		t.Errorf("the topics are %v, want %v", got, want)
	}
}
