package newsroom

import (
	"context"
	"math"
	"time"

	"claimdesk/internal/match"
	"claimdesk/internal/store"
)

// matching is the index of claims, in memory. It is made when it is first asked
// for, and before each question brought up to date with what has been written
// since, by whatever process.
type matching struct {
	index  *match.Claims
	turn   chan struct{} // held by who brings it up to date
	event  int64         // the last one that it knows of
	claims *followed
	others *followed
}

func newMatching() *matching {
	return &matching{index: match.NewClaims(), turn: make(chan struct{}, 1),
		claims: &followed{since: (*store.Queries).ClaimsSince, wordings: (*store.Queries).ClaimWordings, number: claimNumber, versions: map[int64]int64{}},
		others: &followed{since: (*store.Queries).OthersSince, wordings: (*store.Queries).OtherWordings, number: otherNumber, versions: map[int64]int64{}},
	}
}

// followed is one kind of record that the index follows.
type followed struct {
	since    func(*store.Queries, context.Context, store.Place, int) ([]store.Stamped, error)
	wordings func(*store.Queries, context.Context, []int64) ([]store.Wording, error)
	number   func(id int64) int64
	versions map[int64]int64 // by id, of what the index has seen
	at       int64           // when the newest of them was changed, in Unix milliseconds
	settled  bool            // nothing more can be written that was changed at that time
}

// update brings the index up to date. Every act leaves an event, so that where
// there is no new one there is nothing to do.
func (m *matching) update(ctx context.Context, r *Room) error {
	select {
	case m.turn <- struct{}{}:
		defer func() { <-m.turn }()
	case <-ctx.Done():
		return ctx.Err()
	}
	var renamed []int64
	last, err := read(ctx, r, func(q *store.Queries) (int64, error) {
		last, err := q.LastEvent(ctx)
		if err == nil && m.event > 0 && last != m.event {
			renamed, err = q.ClaimsOfClaimantsSince(ctx, m.event)
		}
		return last, err
	})
	if err != nil || last == m.event {
		return err
	}
	for _, f := range []*followed{m.claims, m.others} {
		if err := m.follow(ctx, r, f); err != nil {
			return err
		}
	}
	if err := m.reload(ctx, r, renamed); err != nil {
		return err
	}
	m.event = last
	return nil
}

// longestWrite is more than any act takes, from the time that its records carry
// until others see them.
const longestWrite = 10 * time.Minute

// atOnce is how many records are read in one go, so that the first reading of
// them all holds nobody up.
const atOnce = 1_000

// follow reads what was changed since the newest change that is known. What was
// changed at that very time is looked at again until it is settled: another may
// have come after it, and a whole import may carry one time.
func (m *matching) follow(ctx context.Context, r *Room, f *followed) error {
	began, place := r.Now(), store.Place{At: f.at}
	if f.settled {
		place.ID = math.MaxInt64
	}
	for {
		var page []store.Stamped
		texts, err := read(ctx, r, func(q *store.Queries) (texts []store.Wording, err error) {
			if page, err = f.since(q, ctx, place, atOnce); err != nil {
				return nil, err
			}
			return f.wordings(q, ctx, f.unseen(page))
		})
		if err != nil {
			return err
		}
		m.take(f, texts)
		if len(page) == 0 {
			f.settled = began.Sub(time.UnixMilli(f.at)) > longestWrite
			return nil
		}
		f.settled = false
		end := page[len(page)-1]
		place, f.at = store.Place{At: end.At, ID: end.ID}, end.At
	}
}

// unseen are the ids of records in versions that the index does not know.
func (f *followed) unseen(page []store.Stamped) []int64 {
	var ids []int64
	for _, s := range page {
		if f.versions[s.ID] != s.Version {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

// take puts what records say into the index, or takes it out.
func (m *matching) take(f *followed, texts []store.Wording) {
	var documents []match.Document
	var gone []int64
	for _, w := range texts {
		f.versions[w.ID] = w.Version
		if w.Gone {
			gone = append(gone, f.number(w.ID))
			continue
		}
		documents = append(documents, match.Document{ID: f.number(w.ID), Text: w.Text, Title: w.Title, Claimant: w.Claimant, Language: w.Language})
	}
	m.index.Remove(gone...)
	m.index.Put(documents...)
}

// reload reads claims again whose versions have not changed.
func (m *matching) reload(ctx context.Context, r *Room, ids []int64) error {
	for len(ids) > 0 {
		part := ids[:min(len(ids), atOnce)]
		ids = ids[len(part):]
		texts, err := read(ctx, r, func(q *store.Queries) ([]store.Wording, error) { return q.ClaimWordings(ctx, part) })
		if err != nil {
			return err
		}
		m.take(m.claims, texts)
	}
	return nil
}
