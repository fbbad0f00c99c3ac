package newsroom

import (
	"context"
	"math"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/match"
	"claimdesk/internal/quote"
	"claimdesk/internal/store"
)

// RankedPassage is a passage that bears on a claim. Score is above 0 and to
// four decimals; it tells the passages of one ranking apart and must not be
// compared with those of another claim or source. Words are where the passage
// has the claim's words or others for them, in code points of the passage.
type RankedPassage struct {
	quote.Passage
	Score float64
	Words []match.Word
}

// Bearing ranks the passages of a source's newest snapshot by how much they
// bear on what a claim says, the best first; none when the source has nothing
// of it. A limit of 0 or less means all. A source that is protected from the
// reader is NotFound.
func (r *Room) Bearing(ctx context.Context, by factcheck.Actor, source int64, claim string, limit int) ([]RankedPassage, error) {
	known, err := r.indexed(ctx, by, source)
	if err != nil {
		return nil, err
	}
	var ranked []RankedPassage
	for _, hit := range known.index().Rank(claim, limit) {
		score := max(math.Round(hit.Score*10_000), 1) / 10_000
		ranked = append(ranked, RankedPassage{known.passages[hit.Number-1], score, hit.Words})
	}
	return ranked, nil
}

// BearingOn is Bearing for a recorded claim. A claim that there is not is
// Invalid, under the name claim_id.
func (r *Room) BearingOn(ctx context.Context, by factcheck.Actor, source, claim int64, limit int) ([]RankedPassage, error) {
	if _, err := r.Source(ctx, by, source); err != nil {
		return nil, err
	}
	c, err := r.Claim(ctx, by, claim)
	if err != nil {
		return nil, orWrong(err, "claim_id", "There is no claim with this number.")
	}
	return r.Bearing(ctx, by, source, c.Text, limit)
}

// indexed is the index of a source's newest snapshot. Who asks is looked at
// each time, whether the index is there already or not.
func (r *Room) indexed(ctx context.Context, by factcheck.Actor, source int64) (*indexOf, error) {
	return read(ctx, r, func(q *store.Queries) (*indexOf, error) {
		s, err := sourceFor(ctx, q, by, source)
		if err != nil {
			return nil, err
		}
		key := indexKey{s.Snapshot.ID, s.Language}
		if known := r.indexes.get(key); known != nil {
			return known, nil
		}
		list, err := passages(ctx, q, s.Snapshot.ID)
		if err != nil {
			return nil, err
		}
		return r.indexes.add(key, list), nil
	})
}
