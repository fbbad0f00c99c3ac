package newsroom

import (
	"context"
	"slices"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// PublicClaimant is the claimant that readers find under this slug, if a live
// check names it; a *Moved error when it has another slug by now, or was merged.
func (r *Room) PublicClaimant(ctx context.Context, slug string) (factcheck.ClaimantEntry, error) {
	m, err := read(ctx, r, func(q *store.Queries) (factcheck.ClaimantEntry, error) { return q.PublicClaimant(ctx, slug) })
	if err == nil && m.Slug != slug {
		return m, &Moved{Slug: m.Slug}
	}
	return m, err
}

// ClaimantFilter chooses claimants: Query is a part of the name, Cursor a page's
// Next.
type ClaimantFilter struct {
	Query  string
	Kind   factcheck.ClaimantKind
	Cursor int64 // id of the last one of the page before
	Limit  int
}

// ClaimantPage is a page of the list of claimants; Next is 0 on the last. Total
// counts all that were chosen.
type ClaimantPage struct {
	Items []factcheck.ClaimantEntry
	Next  int64
	Total int
}

// Claimants are the chosen claimants by name, but those that were merged.
func (r *Room) Claimants(ctx context.Context, f ClaimantFilter) (ClaimantPage, error) {
	limit := pageSize(f.Limit)
	query := store.ClaimantQuery{Name: f.Query, Kind: f.Kind, AfterID: f.Cursor, Limit: limit + 1}
	return read(ctx, r, func(q *store.Queries) (p ClaimantPage, err error) {
		if f.Cursor != 0 {
			last, err := q.ClaimantEntry(ctx, f.Cursor)
			if err != nil {
				return p, err
			}
			query.After = last.Name
		}
		total, err := q.CountClaimants(ctx, query)
		if err != nil {
			return p, err
		}
		p.Total = int(total)
		if p.Items, err = q.ClaimantEntries(ctx, query); len(p.Items) > limit {
			p.Items = p.Items[:limit]
			p.Next = p.Items[limit-1].ID
		}
		return p, err
	})
}

// KnownClaimant is a claimant with what hangs on it.
type KnownClaimant struct {
	factcheck.ClaimantEntry
	Merged []factcheck.ClaimantEntry // that were merged into it
	Live   []Check                   // that were published with its name, without their bodies
}

// How many checks a claimant's page at the desk lists.
const claimantChecks = 100

// Claimant is the one with this id. Its checks are as they were published,
// whatever the claimant is now.
func (r *Room) Claimant(ctx context.Context, id int64) (KnownClaimant, error) {
	return read(ctx, r, func(q *store.Queries) (k KnownClaimant, err error) {
		if k.ClaimantEntry, err = q.ClaimantEntry(ctx, id); err != nil {
			return k, err
		}
		if k.Merged, err = q.ClaimantsIn(ctx, id); err != nil {
			return k, err
		}
		found, err := q.PublishedBy(ctx, id, claimantChecks)
		for _, p := range found {
			n := p.Revision.Content
			k.Live = append(k.Live, Check{Live: p.Live, Content: factcheck.Content{ClaimID: p.Revision.ClaimID, Headline: n.Headline,
				Language: n.Language, Claimant: n.Claimant, Claim: n.Claim}})
		}
		return k, err
	})
}

// EditClaimant changes who a claimant is. Who becomes a private person is gone
// from all public pages at once, old revisions among them, but for what was
// written into their texts. Version is that of the claimant as it was seen; the
// same once more changes nothing.
func (r *Room) EditClaimant(ctx context.Context, by factcheck.Actor, id, version int64, d factcheck.ClaimantDraft) (factcheck.ClaimantEntry, error) {
	d, err := factcheck.CheckClaimant(d)
	if err != nil {
		return factcheck.ClaimantEntry{}, err
	}
	return act(ctx, r, by, factcheck.EditClaimant, func(a *acting) (factcheck.ClaimantEntry, error) {
		m, err := a.presentClaimant(ctx, id, version)
		if err != nil {
			return m, err
		}
		if m.Name == d.Name && m.Kind == d.Kind && slices.Equal(m.SameAs, d.SameAs) {
			return m, nil
		}
		renamed := m.Name != d.Name || (m.Kind == factcheck.PrivatePerson) != (d.Kind == factcheck.PrivatePerson)
		m.Name, m.Kind, m.SameAs = d.Name, d.Kind, d.SameAs
		if renamed {
			if m.Slug, err = a.ClaimantSlug(ctx, m.Claimant); err != nil {
				return m, err
			}
		}
		m.Version++
		a.public = true
		if err := a.SetClaimant(ctx, m, a.now); err != nil {
			return m, err
		}
		return m, a.trace(ctx, "claimant", id, m.Version, m)
	})
}

// presentClaimant is a claimant that nobody has changed since a version.
func (a *acting) presentClaimant(ctx context.Context, id, version int64) (factcheck.ClaimantEntry, error) {
	m, err := a.ClaimantEntry(ctx, id)
	switch {
	case err != nil:
		return m, err
	case m.MergedInto != 0:
		return m, factcheck.Clash("The claimant “%s” was merged into another one.", m.Name)
	case m.Version != version:
		return m, factcheck.Clash("Somebody has changed the claimant meanwhile. Look at it as it is now.")
	}
	return m, nil
}

// MergeClaimant makes all that is by a claimant the other one's. Its slug and
// its name lead there from now on. Signatures that held hold still. Versions are
// those of both as they were seen.
func (r *Room) MergeClaimant(ctx context.Context, by factcheck.Actor, id, version, into, intoVersion int64) (factcheck.ClaimantEntry, error) {
	return act(ctx, r, by, factcheck.MergeClaimant, func(a *acting) (factcheck.ClaimantEntry, error) {
		m, err := a.mergingClaimant(ctx, id, version, into, intoVersion)
		if err != nil {
			return m, err
		}
		if err := a.reseal(ctx, id, into); err != nil {
			return m, err
		}
		m.Version++
		a.public = true
		if err := a.Tx.MergeClaimant(ctx, m, into); err != nil {
			return m, err
		}
		if m, err = a.ClaimantEntry(ctx, id); err != nil {
			return m, err
		}
		if err := a.trace(ctx, "claimant", id, m.Version, m); err != nil {
			return m, err
		}
		return a.ClaimantEntry(ctx, into)
	})
}

// mergingClaimant is a claimant that can be merged into another one: never a
// private person into somebody whom readers know, or the other way round.
func (a *acting) mergingClaimant(ctx context.Context, id, version, into, intoVersion int64) (factcheck.ClaimantEntry, error) {
	if id == into {
		return factcheck.ClaimantEntry{}, factcheck.Wrong("into", "A claimant cannot be merged into itself. Choose another one.")
	}
	m, err := a.presentClaimant(ctx, id, version)
	if err != nil {
		return m, err
	}
	target, err := a.presentClaimant(ctx, into, intoVersion)
	if err != nil {
		return m, orWrong(err, "into", "There is no claimant with this number.")
	}
	if (m.Kind == factcheck.PrivatePerson) != (target.Kind == factcheck.PrivatePerson) {
		return m, factcheck.Wrong("into", "One of the two is a private person, the other is not. Say first which is right.")
	}
	return m, nil
}

// reseal keeps the signatures valid of claims whose claimant gets another
// number.
func (a *acting) reseal(ctx context.Context, from, into int64) error {
	ids, err := a.ClaimsBy(ctx, from)
	if err != nil {
		return err
	}
	for _, id := range ids {
		c, err := a.Claim(ctx, id)
		if err != nil {
			return err
		}
		if len(c.Signatures) == 0 {
			continue
		}
		was := c.Substance()
		c.Claimant.ID = into
		if err := a.Reseal(ctx, id, was, c.Substance()); err != nil {
			return err
		}
	}
	return nil
}

// followClaimant gives the live page's claimant the name and number that it has
// now, so that a merge or a mended name is no change of what the check says.
func (a *acting) followClaimant(ctx context.Context, live, next *factcheck.Content) error {
	if live == nil || live.Claimant == nil || next.Claimant == nil || live.Claimant.ID == 0 {
		return nil
	}
	present, err := a.PresentClaimants(ctx, []int64{live.Claimant.ID})
	if now, is := present[live.Claimant.ID]; is && now.ID == next.Claimant.ID {
		same := *next.Claimant
		live.Claimant = &same
	}
	return err
}

// hidePrivate takes out of pages the claimants who are private persons now.
func hidePrivate(ctx context.Context, q *store.Queries, pages ...*factcheck.Content) error {
	var ids []int64
	for _, n := range pages {
		if n.Claimant != nil && n.Claimant.ID != 0 {
			ids = append(ids, n.Claimant.ID)
		}
	}
	present, err := q.PresentClaimants(ctx, ids)
	for _, n := range pages {
		if n.Claimant != nil && present[n.Claimant.ID].Kind == factcheck.PrivatePerson {
			n.HideClaimant()
		}
	}
	return err
}
