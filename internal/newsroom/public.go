package newsroom

import (
	"context"
	"slices"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// Correction is what a later revision told readers.
type Correction struct {
	At       time.Time
	Class    factcheck.Class
	Note     string
	Revision int
}

// Check is a live fact-check. Class and Note are those of the newest revision;
// Corrections are all but the minor ones after the first, newest first;
// CorrectedAt is the newest substantial one's time, zero when there is none.
type Check struct {
	Live        factcheck.Live
	Content     factcheck.Content
	Class       factcheck.Class
	Note        string
	Revisions   int
	Corrections []Correction
	CorrectedAt time.Time
	Repeats     factcheck.Repeats // how often the claim was seen again: read with the page, part of no revision
}

// PublicFilter chooses live checks; Topic, Rating and Claimant are slugs,
// After is a page's Next.
type PublicFilter struct {
	Query, Topic, Rating, Claimant, Language, After string
	Limit                                           int
}

// PublicPage is a page of a list of checks; Next is empty on the last. Total
// counts all that were chosen.
type PublicPage struct {
	Items []Check
	Total int
	Next  string
}

// Published are the chosen checks without their bodies: the newest first, or,
// with a Query, the best first.
func (r *Room) Published(ctx context.Context, f PublicFilter) (PublicPage, error) {
	after, err := parseCursor(f.After)
	if err != nil {
		return PublicPage{}, factcheck.Wrong("after", "This page does not exist. Begin again with the first one.")
	}
	limit := pageSize(f.Limit)
	query := store.PublicQuery{Words: f.Query, Topic: f.Topic, Rating: f.Rating, Claimant: f.Claimant, Language: f.Language,
		After: after, Limit: limit + 1}
	if f.Query != "" {
		query.Offset = int(min(after.ID, 1<<20))
	}
	return read(ctx, r, func(q *store.Queries) (p PublicPage, err error) {
		now, err := f.followed(ctx, q)
		if err != nil {
			return p, err
		}
		query.Topic, query.Claimant = now.Topic, now.Claimant
		total, err := q.CountPublished(ctx, query)
		if err != nil {
			return p, err
		}
		found, err := q.Published(ctx, query)
		if err != nil {
			return p, err
		}
		p.Total = int(total)
		if len(found) > limit {
			found = found[:limit]
			last := found[limit-1]
			p.Next = cursor(store.Place{At: last.Live.FirstAt.UnixMilli(), ID: last.Revision.ClaimID})
			if f.Query != "" {
				p.Next = cursor(store.Place{ID: int64(query.Offset + limit)})
			}
		}
		if p.Items, err = checks(ctx, q, found); err != nil {
			return p, err
		}
		for i := range p.Items {
			p.Items[i].Content.Body, p.Items[i].Content.BodyHTML = "", ""
		}
		return p, nil
	})
}

// checks gives published revisions what earlier ones said of themselves.
func checks(ctx context.Context, q *store.Queries, found []store.Published) ([]Check, error) {
	ids := make([]int64, len(found))
	for i, p := range found {
		ids[i] = p.Revision.ClaimID
	}
	changes, err := q.Changes(ctx, ids)
	if err != nil {
		return nil, err
	}
	repeats, err := q.RepeatCounts(ctx, ids)
	if err != nil {
		return nil, err
	}
	all, pages := make([]Check, len(found)), make([]*factcheck.Content, len(found))
	for i, p := range found {
		pages[i] = &all[i].Content
		all[i] = Check{Live: p.Live, Content: p.Revision.Content, Class: p.Revision.Class, Note: p.Revision.Note,
			Revisions: len(changes[p.Revision.ClaimID]), Repeats: repeats[p.Revision.ClaimID]}
		for _, c := range changes[p.Revision.ClaimID] {
			if c.Number == 1 || c.Class == factcheck.Minor {
				continue
			}
			all[i].Corrections = append(all[i].Corrections, Correction{c.At, c.Class, c.Note, c.Number})
			if c.Class == factcheck.Substantial && all[i].CorrectedAt.IsZero() {
				all[i].CorrectedAt = c.At
			}
		}
	}
	return all, forReaders(ctx, q, pages...)
}

// Moved is the error for a slug that a check, a topic or a claimant had once:
// Slug is the one it has now.
type Moved struct{ Slug string }

// Error says so.
func (m *Moved) Error() string { return "it has moved to " + m.Slug }

// Check is the live check with this slug; a *Moved error when it has another
// by now.
func (r *Room) Check(ctx context.Context, slug string) (Check, error) {
	return read(ctx, r, func(q *store.Queries) (Check, error) { return check(ctx, q, slug) })
}

func check(ctx context.Context, q *store.Queries, slug string) (Check, error) {
	p, err := q.PublishedBySlug(ctx, slug)
	if err != nil {
		return Check{}, err
	}
	if p.Live.Slug != slug {
		return Check{}, &Moved{Slug: p.Live.Slug}
	}
	all, err := checks(ctx, q, []store.Published{p})
	if err != nil {
		return Check{}, err
	}
	return all[0], tellChanges(ctx, q, &all[0].Content)
}

// Revisions are all revisions of a claim, newest first.
func (r *Room) Revisions(ctx context.Context, claim int64) ([]factcheck.Revision, error) {
	return read(ctx, r, func(q *store.Queries) ([]factcheck.Revision, error) {
		all, err := q.Revisions(ctx, claim)
		pages := make([]*factcheck.Content, len(all))
		for i := range all {
			pages[i] = &all[i].Content
		}
		if err != nil {
			return nil, err
		}
		return all, forReaders(ctx, q, pages...)
	})
}

// Revision is revision n of the check with this slug, and the live check.
func (r *Room) Revision(ctx context.Context, slug string, n int) (factcheck.Revision, Check, error) {
	var live Check
	rev, err := read(ctx, r, func(q *store.Queries) (rev factcheck.Revision, err error) {
		if live, err = check(ctx, q, slug); err != nil {
			return rev, err
		}
		if rev, err = q.Revision(ctx, live.Content.ClaimID, n); err != nil {
			return rev, err
		}
		return rev, forReaders(ctx, q, &rev.Content)
	})
	return rev, live, err
}

// RatingCounts is how many live checks have each rating.
func (r *Room) RatingCounts(ctx context.Context) (map[string]int, error) {
	return read(ctx, r, func(q *store.Queries) (map[string]int, error) { return q.RatingCounts(ctx) })
}

// Feed are the newest checks, whole.
func (r *Room) Feed(ctx context.Context, limit int) ([]Check, error) {
	return read(ctx, r, func(q *store.Queries) ([]Check, error) {
		found, err := q.Published(ctx, store.PublicQuery{Limit: pageSize(limit)})
		if err != nil {
			return nil, err
		}
		return checks(ctx, q, found)
	})
}

// Changed is when the public last saw something new; zero when never.
func (r *Room) Changed(ctx context.Context) (time.Time, error) {
	return read(ctx, r, func(q *store.Queries) (time.Time, error) {
		published, err := q.Changed(ctx)
		if err != nil || published.IsZero() {
			return published, err
		}
		told, err := q.LastTold(ctx)
		if err != nil {
			return published, err
		}
		named, err := q.LastNamed(ctx)
		return latest(published, told, named), err
	})
}

func latest(times ...time.Time) time.Time {
	return slices.MaxFunc(times, time.Time.Compare)
}
