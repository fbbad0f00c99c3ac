package newsroom

import (
	"context"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/internal/store"
)

// AddSnapshot stores a newer retrieval of a source and looks in it for each
// quote that was taken from an older one. Evidence keeps pointing at the
// snapshot that it was taken from. The same bytes with the same text once more
// are not stored again.
func (r *Room) AddSnapshot(ctx context.Context, by factcheck.Actor, source int64, doc *factcheck.Document) (Renewed, error) {
	return r.addSnapshot(ctx, by, source, doc, func(*acting) error { return nil })
}

// addSnapshot also does something else in the same act.
func (r *Room) addSnapshot(ctx context.Context, by factcheck.Actor, source int64, doc *factcheck.Document, also func(*acting) error) (Renewed, error) {
	return act(ctx, r, by, factcheck.AddSnapshot, func(a *acting) (Renewed, error) {
		s, err := sourceFor(ctx, &a.Queries, by, source)
		if err != nil {
			return Renewed{}, err
		}
		if err := also(a); err != nil {
			return Renewed{}, err
		}
		next := snapshotOf(source, doc, a.now)
		next.CreatedBy = by.ID
		isNew := next.SHA256 != s.Snapshot.SHA256 || next.TextSHA256 != s.Snapshot.TextSHA256
		if isNew {
			if s, err = a.renew(ctx, s, next, doc); err != nil {
				return Renewed{}, err
			}
		}
		return renewed(ctx, &a.Queries, s, isNew)
	})
}

// renew gives a source its next snapshot, and looks for its quotes in it.
func (a *acting) renew(ctx context.Context, s factcheck.Source, next factcheck.Snapshot, doc *factcheck.Document) (factcheck.Source, error) {
	id, err := a.Tx.AddSnapshot(ctx, next, doc.Original, doc.Passages)
	if err != nil {
		return s, err
	}
	if err := a.again(ctx, s, id, doc.Text); err != nil {
		return s, err
	}
	if err := a.shrink(ctx, []int64{s.ID}); err != nil { // the share is one of the newest text
		return s, err
	}
	s.Version++
	s.UpdatedAt = a.now
	if err := a.SetSource(ctx, s); err != nil {
		return s, err
	}
	if s, err = a.Source(ctx, s.ID); err != nil {
		return s, err
	}
	return s, a.traceSource(ctx, s)
}

// again looks for every quote of a source in its newest text. What still waited
// for a decision on an older one is overtaken.
func (a *acting) again(ctx context.Context, s factcheck.Source, snapshot int64, text string) error {
	quotes, err := a.StandingQuotes(ctx, s.ID)
	if err != nil {
		return err
	}
	ids := make([]int64, len(quotes))
	for i, e := range quotes {
		ids[i] = e.ID
	}
	last, err := a.Fates(ctx, ids)
	if err != nil {
		return err
	}
	told, err := a.Told(ctx, ids)
	if err != nil {
		return err
	}
	doc := quote.NewDocument(text)
	fates := make([]factcheck.Fate, len(quotes))
	for i, e := range quotes {
		fates[i] = a.lookAgain(doc, snapshot, e, last[e.ID])
		if _, was := told[e.ID]; was && !fates[i].Differs() && s.Access != factcheck.ProtectedAccess {
			a.public = true
		}
	}
	if err := a.AddFates(ctx, fates); err != nil {
		return err
	}
	return a.Overtake(ctx, s.ID, snapshot)
}

// lookAgain is what became of one quote in a newer text of its source. Last is
// what became of it in the text before, zero when it was taken from that.
func (a *acting) lookAgain(doc *quote.Document, snapshot int64, e factcheck.Evidence, last factcheck.Fate) factcheck.Fate {
	was := doc.Again(e.Anchor)
	f := factcheck.Fate{EvidenceID: e.ID, SnapshotID: snapshot, Kind: was.Kind, Start: was.Anchor.Start, End: was.Anchor.End, At: a.now}
	if n := was.Nearest; n != nil {
		f.Start, f.End, f.Diff = n.Start, n.End, n.Diff
	}
	return f.After(last, a.by.ID)
}

// catchUp looks for a quote that is put back on its claim in the newest text of
// its source, when that came while the quote was away.
func (a *acting) catchUp(ctx context.Context, e factcheck.Evidence) error {
	s, err := a.Source(ctx, e.SourceID)
	if err != nil || s.Snapshot.ID == e.SnapshotID {
		return err
	}
	last, err := a.Fates(ctx, []int64{e.ID})
	if err != nil || last[e.ID].SnapshotID == s.Snapshot.ID {
		return err
	}
	text, err := a.Text(ctx, s.Snapshot.ID)
	if err != nil {
		return err
	}
	return a.AddFates(ctx, []factcheck.Fate{a.lookAgain(quote.NewDocument(text), s.Snapshot.ID, e, last[e.ID])})
}

// Snapshots are all retrievals of a source, newest first, without their texts.
func (r *Room) Snapshots(ctx context.Context, by factcheck.Actor, source int64) ([]factcheck.Snapshot, error) {
	return read(ctx, r, func(q *store.Queries) ([]factcheck.Snapshot, error) {
		if _, err := sourceFor(ctx, q, by, source); err != nil {
			return nil, err
		}
		return q.SnapshotsOf(ctx, source)
	})
}

// Copy is a source as it is read in one of its snapshots, newest or older, with
// what is quoted from that one. Its Source has this snapshot.
func (r *Room) Copy(ctx context.Context, by factcheck.Actor, source, snapshot int64) (Reader, error) {
	return read(ctx, r, func(q *store.Queries) (d Reader, err error) {
		if d.Source, err = sourceFor(ctx, q, by, source); err != nil {
			return d, err
		}
		if d.Source.Snapshot, err = q.Snapshot(ctx, source, snapshot); err != nil {
			return d, err
		}
		if d.Passages, err = passages(ctx, q, snapshot); err != nil {
			return d, err
		}
		d.Quoted, err = q.Quoted(ctx, snapshot)
		return d, err
	})
}

// Original is a snapshot of a source and its bytes as they came.
func (r *Room) Original(ctx context.Context, by factcheck.Actor, source, snapshot int64) (n factcheck.Snapshot, raw []byte, err error) {
	n, err = read(ctx, r, func(q *store.Queries) (n factcheck.Snapshot, err error) {
		if _, err := sourceFor(ctx, q, by, source); err != nil {
			return n, err
		}
		if n, err = q.Snapshot(ctx, source, snapshot); err != nil {
			return n, err
		}
		raw, err = q.Original(ctx, snapshot)
		return n, err
	})
	return n, raw, err
}

// Comparison is what changed in a source from one snapshot to another, and, when
// that is the newer one, what became of the quotes in it.
type Comparison struct {
	Source   factcheck.Source
	From, To factcheck.Snapshot
	Pairs    []quote.PassagePair
	Quotes   []factcheck.ChangedQuote
}

// Compare compares two snapshots of a source, passage by passage.
func (r *Room) Compare(ctx context.Context, by factcheck.Actor, source, from, to int64) (Comparison, error) {
	return read(ctx, r, func(q *store.Queries) (c Comparison, err error) {
		if c.Source, err = sourceFor(ctx, q, by, source); err != nil {
			return c, err
		}
		if c.From, err = q.Snapshot(ctx, source, from); err != nil {
			return c, err
		}
		if c.To, err = q.Snapshot(ctx, source, to); err != nil {
			return c, err
		}
		was, err := passages(ctx, q, from)
		if err != nil {
			return c, err
		}
		is, err := passages(ctx, q, to)
		if err != nil {
			return c, err
		}
		c.Pairs = quote.PassageDiff(was, is)
		c.Quotes, err = quotesIn(ctx, q, to)
		return c, err
	})
}
