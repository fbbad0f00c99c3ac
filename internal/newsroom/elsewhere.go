package newsroom

import (
	"context"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// OtherFilter chooses checks of other newsrooms: by words, by the site of their
// publisher, and those that a claim of ours leans on. Cursor is Next of the page
// before, "" for the first.
type OtherFilter struct {
	Query, Site string
	Leaning     bool
	Cursor      string
	Limit       int
}

// OtherPage is a page of checks of other newsrooms.
type OtherPage struct {
	Items []factcheck.OtherReview // without their JSON
	Next  string
}

// Lean is a claim that leans on another newsroom's check.
type Lean = store.Lean

// SiteCount is a site with how many checks of it are here.
type SiteCount = store.SiteCount

// OtherReviews are the checks of other newsrooms that fit, the last that came
// first.
func (r *Room) OtherReviews(ctx context.Context, f OtherFilter) (OtherPage, error) {
	before, err := strconv.ParseInt(f.Cursor, 10, 64)
	if f.Cursor != "" && (err != nil || before < 1) {
		return OtherPage{}, factcheck.Wrong("cursor", "This is no page of the list. Begin with the first one.")
	}
	size := pageSize(f.Limit)
	return read(ctx, r, func(q *store.Queries) (OtherPage, error) {
		found, err := q.OtherReviews(ctx, store.OtherFilter{Query: f.Query, Site: f.Site, Leaning: f.Leaning, Before: before, Limit: size + 1})
		p := OtherPage{Items: found}
		if len(found) > size {
			p.Items = found[:size]
			p.Next = strconv.FormatInt(p.Items[size-1].ID, 10)
		}
		return p, err
	})
}

// The most sites that are offered.
const sitesOffered = 100

// OtherSites are the sites of other newsrooms' checks, those with the most
// first.
func (r *Room) OtherSites(ctx context.Context) ([]SiteCount, error) {
	return read(ctx, r, func(q *store.Queries) ([]SiteCount, error) { return q.OtherSites(ctx, sitesOffered) })
}

// Elsewhere is another newsroom's check with the claims that lean on it.
type Elsewhere struct {
	Review factcheck.OtherReview
	Leans  []Lean
}

// OtherReview is the one with this id.
func (r *Room) OtherReview(ctx context.Context, id int64) (Elsewhere, error) {
	return read(ctx, r, func(q *store.Queries) (e Elsewhere, err error) {
		if e.Review, err = q.OtherReview(ctx, id); err != nil {
			return e, err
		}
		e.Leans, err = q.LeansOn(ctx, []int64{id})
		return e, err
	})
}

// LeanedOn are the checks of other newsrooms that a claim leans on.
func (r *Room) LeanedOn(ctx context.Context, claim int64) ([]factcheck.OtherReview, error) {
	return read(ctx, r, func(q *store.Queries) ([]factcheck.OtherReview, error) { return q.LeanedOn(ctx, claim) })
}

// LeanOn notes that the work on a claim leans on another newsroom's check: when
// that is changed or withdrawn, the claim gets a task. One that is withdrawn
// already is a Conflict. Doing it twice does nothing more.
func (r *Room) LeanOn(ctx context.Context, by factcheck.Actor, claim, review int64) error {
	_, err := act(ctx, r, by, factcheck.LeanOn, func(a *acting) (struct{}, error) {
		c, err := a.Claim(ctx, claim)
		if err != nil {
			return struct{}{}, orWrong(err, "claim", "There is no claim with this number.")
		}
		o, err := a.OtherReview(ctx, review)
		if err != nil {
			return struct{}{}, err
		}
		if o.Withdrawn() {
			return struct{}{}, factcheck.Clash("%s has withdrawn this check. Nothing can lean on it.", o.Publisher)
		}
		added, err := a.AddLean(ctx, claim, review, by.ID, a.now)
		if err != nil || !added {
			return struct{}{}, err
		}
		return struct{}{}, a.trace(ctx, "claim", claim, c.Version, nil)
	})
	return err
}

// LeanOff ends it. Tasks that are there stay.
func (r *Room) LeanOff(ctx context.Context, by factcheck.Actor, claim, review int64) error {
	_, err := act(ctx, r, by, factcheck.LeanOff, func(a *acting) (struct{}, error) {
		c, err := a.Claim(ctx, claim)
		if err != nil {
			return struct{}{}, err
		}
		removed, err := a.RemoveLean(ctx, claim, review)
		if err != nil || !removed {
			return struct{}{}, err
		}
		return struct{}{}, a.trace(ctx, "claim", claim, c.Version, nil)
	})
	return err
}
