package newsroom

import (
	"context"
	"io"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// Exported says what an export holds.
type Exported struct {
	Shape       int64          `json:"shape"`  // version of the tables
	Tables      map[string]int `json:"tables"` // rows by table
	Files       int            `json:"files"`
	Annotations int            `json:"annotations"`
}

// Export writes the whole newsroom as a ZIP from which TakeOver makes the same
// newsroom elsewhere. Two exports of one state are equal byte for byte. All of
// it is seen in one state, whatever is written meanwhile, and no more than one
// row or file is in memory. progress may be nil.
//
// It holds protected sources whole, so a person must be named on all of them;
// whoever has the machine may export it at the console. It changes nothing, so
// that it leaves a line in the program's log and none in the newsroom's own.
func (r *Room) Export(ctx context.Context, by factcheck.Actor, to io.Writer, progress func([]Tally)) (Exported, error) {
	e := exporting{room: r, progress: progress, done: Exported{Tables: map[string]int{}}, files: map[string]store.BytesAt{}}
	if e.progress == nil {
		e.progress = func([]Tally) {}
	}
	err := r.exporting(ctx, by, "zip", func(q *store.Queries) error {
		if err := mayTakeAll(ctx, q, by); err != nil {
			return err
		}
		e.q, e.zip = q, newPack(to)
		return e.write(ctx)
	})
	return e.done, err
}

// CanExport is nil when somebody may export the newsroom whole.
func (r *Room) CanExport(ctx context.Context, by factcheck.Actor) error {
	if err := factcheck.Permit(by, factcheck.Export); err != nil {
		return err
	}
	return r.store.Read(ctx, func(q *store.Queries) error { return mayTakeAll(ctx, q, by) })
}

// mayTakeAll is Forbidden for a person who is not named on all protected
// sources.
func mayTakeAll(ctx context.Context, q *store.Queries, by factcheck.Actor) error {
	if by.Role == factcheck.Console {
		return nil
	}
	n, err := q.ProtectedFrom(ctx, by.ID)
	if err == nil && n > 0 {
		err = factcheck.Refused("The whole newsroom holds %s that you are not named on. Ask to be named on each, or have it exported on the server with claimdesk export.",
			factcheck.Plural(n, "protected source", "protected sources"))
	}
	return err
}

// exporting runs fn over one state for somebody who may export, and tells the
// program's log.
func (r *Room) exporting(ctx context.Context, by factcheck.Actor, what string, fn func(*store.Queries) error) error {
	if err := factcheck.Permit(by, factcheck.Export); err != nil {
		return err
	}
	if err := r.store.Read(ctx, fn); err != nil {
		return err
	}
	r.log.InfoContext(ctx, "act", "action", factcheck.Export, "what", what, "user", by.ID, "address", by.Address, "request", by.RequestID)
	return nil
}
