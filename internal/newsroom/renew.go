package newsroom

import (
	"context"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/internal/store"
)

// Renewed is a source after a newer copy of it has come.
type Renewed struct {
	factcheck.Source
	New   bool // false: the newest copy was of the same bytes with the same text, and has stayed
	Fates Fates
}

// Fates count what became of a source's quotes in its newest copy; those that
// were taken from that one are not among them.
type Fates struct{ Unchanged, Moved, Altered, Gone int }

// renewed is a source as it is now, with what became of its quotes.
func renewed(ctx context.Context, q *store.Queries, s factcheck.Source, isNew bool) (Renewed, error) {
	n := Renewed{Source: s, New: isNew}
	fates, err := q.FatesIn(ctx, s.Snapshot.ID)
	for _, f := range fates {
		switch f.Kind {
		case quote.Unchanged:
			n.Fates.Unchanged++
		case quote.Moved:
			n.Fates.Moved++
		case quote.Altered:
			n.Fates.Altered++
		case quote.Gone:
			n.Fates.Gone++
		}
	}
	return n, err
}
