package newsroom

import (
	"context"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/fetch"
	"claimdesk/internal/store"
)

// FindArchivedSource looks up a copy of a source's address in the archive,
// nearest to the day on which it was published, else on which we took our own,
// and stores where it is. version is the one that was seen, 0 for any. It is
// refused for a protected source, of which the archive would learn, and where
// there is a copy already; NotFound when the archive has none, Invalid when it
// cannot be asked. Nothing is changed then.
func (r *Room) FindArchivedSource(ctx context.Context, by factcheck.Actor, id, version int64) (factcheck.Source, error) {
	seen, err := looking(ctx, r, by, factcheck.EditSource, func(q *store.Queries) (factcheck.Source, error) {
		return unarchived(ctx, q, by, id, version)
	})
	if err != nil {
		return seen, err
	}
	near := seen.PublishedOn.Time()
	if near.IsZero() {
		near = seen.Snapshot.RetrievedAt
	}
	found, err := r.memento(ctx, seen.URL, near)
	if err != nil {
		return seen, err
	}
	return act(ctx, r, by, factcheck.EditSource, func(a *acting) (factcheck.Source, error) {
		s, err := unarchived(ctx, &a.Queries, by, id, version)
		if err != nil {
			return s, err
		}
		if s.URL != seen.URL {
			return s, errMoved
		}
		s.ArchivedURL, s.ArchivedAt = found.URL, found.At
		s.Version++
		s.UpdatedAt = a.now
		if err := a.SetSource(ctx, s); err != nil {
			return s, err
		}
		if s, err = a.Source(ctx, id); err != nil {
			return s, err
		}
		return s, a.traceSource(ctx, s)
	})
}

// unarchived is a source of which an archived copy may be looked up.
func unarchived(ctx context.Context, q *store.Queries, by factcheck.Actor, id, version int64) (factcheck.Source, error) {
	s, err := sourceFor(ctx, q, by, id)
	switch {
	case err != nil:
	case version != 0 && version != s.Version:
		err = factcheck.Clash("Somebody else has changed the source meanwhile: it is at version %d now.", s.Version)
	case s.Access == factcheck.ProtectedAccess:
		err = factcheck.Wrong("archived_url", "Nothing is looked up for a protected source: the archive would learn of it.")
	default:
		err = mayLookUp(s.URL, s.ArchivedURL)
	}
	return s, err
}

// errMoved ends a look-up whose address was changed while it ran.
var errMoved = factcheck.Clash("Somebody has changed the address meanwhile. Look up the new one.")

// mayLookUp refuses where there is nothing to look up, or nothing to be gained.
func mayLookUp(address, archived string) error {
	switch {
	case address == "":
		return factcheck.Wrong("url", "There is no address to look up. Write it down first.")
	case archived != "":
		return factcheck.Clash("There is an archived copy already. Take it out first if another one is to stand there.")
	}
	return nil
}

// FindArchivedAppearance does the same for a place where a claim was seen, the
// nth from 1: nearest to the day on which it was seen there, else to the day on
// which the claim was said or recorded. It is refused for a private person, and
// where the claim was found in a protected source.
func (r *Room) FindArchivedAppearance(ctx context.Context, by factcheck.Actor, claim int64, n int, b Base) (factcheck.Claim, error) {
	c, err := looking(ctx, r, by, factcheck.EditClaim, func(q *store.Queries) (factcheck.Claim, error) {
		c, err := q.Claim(ctx, claim)
		if err != nil {
			return c, err
		}
		if err := b.holds(&c); err != nil {
			c.Veil(by)
			return c, err
		}
		return c, unarchivedAppearance(&c, n)
	})
	if err != nil {
		return c, err
	}
	seen := c.Appearances[n-1]
	near := seen.SeenOn.Time()
	if near.IsZero() {
		near = c.SaidOn.Time()
	}
	if near.IsZero() {
		near = c.CreatedAt
	}
	found, err := r.memento(ctx, seen.URL, near)
	if err != nil {
		return c, err
	}
	return r.change(ctx, by, claim, b, factcheck.EditClaim, func(a *acting, c *factcheck.Claim) error {
		if err := unarchivedAppearance(c, n); err != nil {
			return err
		}
		if c.Appearances[n-1].URL != seen.URL {
			return errMoved
		}
		c.Appearances[n-1].ArchivedURL = found.URL
		c.Details++
		return a.SetAppearances(ctx, claim, c.Appearances)
	})
}

// unarchivedAppearance refuses to look up a copy of a claim's nth appearance
// where that must not be done.
func unarchivedAppearance(c *factcheck.Claim, n int) error {
	switch {
	case n < 1 || n > len(c.Appearances):
		return factcheck.NoSuch("appearance %d of claim %d", n, c.ID)
	case c.Claimant != nil && c.Claimant.Kind == factcheck.PrivatePerson:
		return factcheck.Wrong("archived_url", "Nothing is looked up about a private person: the archive would learn of the address.")
	case c.Origin.Access == factcheck.ProtectedAccess:
		return factcheck.Wrong("archived_url", "The claim was found in a protected source, and looking up where else it was seen could lead there.")
	}
	return mayLookUp(c.Appearances[n-1].URL, c.Appearances[n-1].ArchivedURL)
}

// looking reads what a look-up is about, for somebody who may store what it
// finds. A call that was answered before is answered again without another
// look-up.
func looking[T any](ctx context.Context, r *Room, by factcheck.Actor, action factcheck.Action, about func(*store.Queries) (T, error)) (T, error) {
	var none T
	if err := factcheck.Permit(by, action); err != nil {
		return none, err
	}
	return read(ctx, r, func(q *store.Queries) (T, error) {
		if err := replay(ctx, q, by, r.Now()); err != nil {
			return none, err
		}
		return about(q)
	})
}

// memento asks the archive in its turn.
func (r *Room) memento(ctx context.Context, address string, near time.Time) (fetch.Memento, error) {
	if r.fetch == nil {
		return fetch.Memento{}, factcheck.Wrong("archived_url", "This newsroom does not reach other machines. Look for a copy yourself, and write its address by hand.")
	}
	return inTurn(ctx, r.turns.fetch, func() (fetch.Memento, error) { return r.fetch.Memento(ctx, address, near) })
}
