package newsroom

import (
	"context"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/internal/store"
)

// QuotesIn are what became of a source's quotes in one of its snapshots: none in
// the first.
func (r *Room) QuotesIn(ctx context.Context, by factcheck.Actor, source, snapshot int64) ([]factcheck.ChangedQuote, error) {
	return read(ctx, r, func(q *store.Queries) ([]factcheck.ChangedQuote, error) {
		if _, err := sourceFor(ctx, q, by, source); err != nil {
			return nil, err
		}
		if _, err := q.Snapshot(ctx, source, snapshot); err != nil {
			return nil, err
		}
		return quotesIn(ctx, q, snapshot)
	})
}

func quotesIn(ctx context.Context, q *store.Queries, snapshot int64) ([]factcheck.ChangedQuote, error) {
	fates, err := q.FatesIn(ctx, snapshot)
	if err != nil {
		return nil, err
	}
	return q.ChangedQuotes(ctx, fates)
}

// ChangedQuote is the quote whose fate has this id; NotFound for whoever may not
// see its source.
func (r *Room) ChangedQuote(ctx context.Context, by factcheck.Actor, fate int64) (factcheck.ChangedQuote, error) {
	return read(ctx, r, func(q *store.Queries) (factcheck.ChangedQuote, error) { return changedQuote(ctx, q, by, fate) })
}

func changedQuote(ctx context.Context, q *store.Queries, by factcheck.Actor, fate int64) (factcheck.ChangedQuote, error) {
	f, err := q.Fate(ctx, fate)
	if err != nil {
		return factcheck.ChangedQuote{}, err
	}
	changed, err := q.ChangedQuotes(ctx, []factcheck.Fate{f})
	if err != nil {
		return factcheck.ChangedQuote{}, err
	}
	if !changed[0].Evidence.Source.SeenBy(by) {
		return factcheck.ChangedQuote{}, factcheck.NoSuch("changed quote %d", fate)
	}
	return changed[0], nil
}

// decided is what is kept of each decision on a changed quote.
type decided struct {
	EvidenceID int64               `json:"evidence_id"`
	SnapshotID int64               `json:"snapshot_id"`
	Kind       quote.FateKind      `json:"kind"`
	State      factcheck.FateState `json:"state"`
	Note       string              `json:"note,omitempty"`
}

func decidedOn(f factcheck.Fate) decided {
	return decided{f.EvidenceID, f.SnapshotID, f.Kind, f.State, f.Note}
}

// DecideFate tells readers that the source of a quote no longer holds it, or
// settles that they need not know. It can be decided anew at any time; only the
// newest snapshot counts. What is told of a quote that is not public yet is seen
// once it is.
func (r *Room) DecideFate(ctx context.Context, by factcheck.Actor, fate int64, d factcheck.FateDraft) (factcheck.ChangedQuote, error) {
	d, err := d.Check()
	if err != nil {
		return factcheck.ChangedQuote{}, err
	}
	return act(ctx, r, by, factcheck.DecideFate, func(a *acting) (factcheck.ChangedQuote, error) {
		c, err := changedQuote(ctx, &a.Queries, by, fate)
		if err != nil {
			return c, err
		}
		if err := decidable(c, d); err != nil {
			return c, err
		}
		state := factcheck.FateSettled
		if d.Tell {
			state = factcheck.FateTold
		}
		if c.State == state && c.Note == d.Note {
			return c, nil
		}
		a.public = c.Published && c.Evidence.Source.Access != factcheck.ProtectedAccess
		c.State, c.Note, c.DecidedBy, c.DecidedAt = state, d.Note, by.ID, a.now
		c.Version++
		if err := a.SetFate(ctx, c.Fate); err != nil {
			return c, err
		}
		return c, a.trace(ctx, "fate", fate, c.Version, decidedOn(c.Fate))
	})
}

func decidable(c factcheck.ChangedQuote, d factcheck.FateDraft) error {
	switch {
	case !c.Differs():
		return factcheck.Clash("The newer copy still holds these words: there is nothing to decide.")
	case !c.Newest:
		return factcheck.Clash("A newer copy of the source has come meanwhile. What it says is what is to be decided on.")
	case d.Version != nil && *d.Version != c.Version:
		return factcheck.Clash("Somebody else has decided meanwhile. Look at what stands now.")
	}
	return nil
}

// tellChanges puts on a page what readers are told of sources that have changed
// since. The page must be veiled already: nothing is told of protected ones.
func tellChanges(ctx context.Context, q *store.Queries, n *factcheck.Content) error {
	var ids []int64
	for _, e := range n.Evidence {
		if !e.Source.Protected() {
			ids = append(ids, e.ID)
		}
	}
	told, err := q.Told(ctx, ids)
	for i := range n.Evidence {
		if f, is := told[n.Evidence[i].ID]; is {
			n.Evidence[i].Changed = &factcheck.SourceChanged{At: f.DecidedAt, Note: f.Note}
		}
	}
	return err
}
