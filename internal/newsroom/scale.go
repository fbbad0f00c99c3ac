package newsroom

import (
	"context"
	"reflect"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// Scale is the present scale.
func (r *Room) Scale(ctx context.Context) (factcheck.Scale, error) {
	return read(ctx, r, func(q *store.Queries) (factcheck.Scale, error) { return q.Scale(ctx, 0) })
}

// Scales are all versions of the scale, newest first.
func (r *Room) Scales(ctx context.Context) ([]factcheck.Scale, error) {
	return read(ctx, r, func(q *store.Queries) ([]factcheck.Scale, error) { return q.Scales(ctx) })
}

// EditScale makes the next version of the scale. base is the version that the
// editor started from: a stale one is a Conflict. The note says what changed,
// and readers see it. What was published keeps the version under which it was.
func (r *Room) EditScale(ctx context.Context, by factcheck.Actor, base int, drafts []factcheck.RatingDraft, note string) (factcheck.Scale, error) {
	return act(ctx, r, by, factcheck.EditScale, func(a *acting) (factcheck.Scale, error) {
		scales, err := a.Scales(ctx)
		if err != nil {
			return factcheck.Scale{}, err
		}
		present := scales[0]
		if base != present.Version {
			return present, factcheck.Clash("Somebody else has changed the scale meanwhile. Look at what changes now.")
		}
		ratings, wrong := factcheck.CheckScale(drafts, scales)
		note, err := factcheck.CheckScaleNote(note)
		if err = factcheck.Together(wrong, err); err != nil {
			return present, err
		}
		if reflect.DeepEqual(ratings, present.Ratings) {
			return present, errUnchanged
		}
		next := factcheck.Scale{Version: present.Version + 1, Since: a.now, Note: note, Ratings: ratings}
		a.public = true
		if err := a.AddScale(ctx, next, by.ID); err != nil {
			return next, err
		}
		return next, a.trace(ctx, "scale", 1, int64(next.Version), next)
	})
}

// retired tells whether a claim's verdict gives a rating that no new verdict
// can give. What is public under such a rating may stay so.
func retired(ctx context.Context, q *store.Queries, scale factcheck.Scale, c *factcheck.Claim) (bool, error) {
	if c.Verdict == nil {
		return false, nil
	}
	if _, known := scale.Rating(c.Verdict.Rating.Slug); known || c.Live == nil {
		return !known, nil
	}
	p, err := q.PublishedClaim(ctx, c.ID)
	return p.Revision.Content.Rating.Slug != c.Verdict.Rating.Slug, err
}
