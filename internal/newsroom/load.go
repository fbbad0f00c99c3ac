package newsroom

import (
	"bytes"
	"context"
	"errors"
	"io"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// How long a load waits to be confirmed, and how many one person may have
// waiting.
const (
	loadsLast  = 24 * time.Hour
	loadsOfOne = 5
)

// errLarge is what is said of a file that is too large, before all of it was
// read.
var errLarge = factcheck.Wrong("file", "The file is larger than %s, and nothing of it was kept. Split it and bring in the parts one by one.", loadWords)

// BeginLoad takes a file of many records to a place beside the database, without
// ever having all of it in memory, and begins to look at it. Nothing of it is
// written before RunLoad is told to. A file that is too large, or of which it is
// clear from its beginning that it is none of the kinds that are read, is Invalid
// about the field "file".
func (r *Room) BeginLoad(ctx context.Context, by factcheck.Actor, name string, from io.Reader) (factcheck.Load, error) {
	l := factcheck.Load{UserID: by.ID, FileName: name, State: factcheck.LoadRuns, Plan: factcheck.LoadPlan{DryRun: true}, CreatedAt: r.Now()}
	if err := r.mayLoad(ctx, by); err != nil {
		return l, err
	}
	kept, size, err := r.store.KeepLoadFile(io.LimitReader(from, factcheck.MaxLoadBytes+1))
	if err != nil {
		return l, err
	}
	defer r.store.DropLoadFile(kept) // it has another name by then, when all went well
	if size > factcheck.MaxLoadBytes {
		return l, errLarge
	}
	l.Size = size
	if l.Format, err = formatOf(kept); err != nil {
		return l, err
	}
	err = r.keep(ctx, func(tx *store.Tx) error {
		if l.ID, err = tx.AddLoad(ctx, l); err != nil {
			return err
		}
		return r.store.NameLoadFile(kept, l.ID)
	})
	if err == nil {
		r.beginLoading(by, l)
	}
	return l, err
}

// formatOf tells by the beginning of a file what it holds.
func formatOf(name string) (factcheck.LoadFormat, error) {
	head, err := store.Head(name, 512)
	if err != nil {
		return "", err
	}
	if len(head) == 0 {
		return "", factcheck.Wrong("file", "The file is empty.")
	}
	format, text, err := recognised(bytes.NewReader(head))
	if err != nil {
		return "", err
	}
	if _, err := text.Read(make([]byte, 1)); err != nil && !errors.Is(err, io.EOF) {
		return "", err // another encoding
	}
	return format, nil
}

// mayLoad tells whether somebody may bring in a file now.
func (r *Room) mayLoad(ctx context.Context, by factcheck.Actor) error {
	if err := factcheck.Permit(by, factcheck.ImportClaims); err != nil {
		return err
	}
	all, err := r.Loads(ctx, by)
	waiting := 0
	for _, l := range all {
		if l.State == factcheck.LoadWaits || l.State == factcheck.LoadRuns {
			waiting++
		}
	}
	if err == nil && waiting >= loadsOfOne {
		err = factcheck.Clash("Five files of yours wait to be imported. Import one of them or throw it away first.")
	}
	return err
}

// Loads are the actor's own of the last day, newest first.
func (r *Room) Loads(ctx context.Context, by factcheck.Actor) ([]factcheck.Load, error) {
	return read(ctx, r, func(q *store.Queries) ([]factcheck.Load, error) { return q.Loads(ctx, by.ID) })
}

// Load is one of the actor's own, with how far it is while it runs. One that was
// under way when the program ended is begun again.
func (r *Room) Load(ctx context.Context, by factcheck.Actor, id int64) (factcheck.Load, Loading, error) {
	if err := factcheck.Permit(by, factcheck.ImportClaims); err != nil {
		return factcheck.Load{}, Loading{}, err
	}
	l, err := read(ctx, r, func(q *store.Queries) (factcheck.Load, error) { return q.Load(ctx, by.ID, id) })
	if err != nil || l.State != factcheck.LoadRuns {
		return l, Loading{}, err
	}
	return l, r.beginLoading(by, l), nil
}

// RunLoad begins to bring in a load as the plan says, or with plan.DryRun to look
// at all of it once more; the answer does not wait for that. One that runs
// already, or is done, is a Conflict.
func (r *Room) RunLoad(ctx context.Context, by factcheck.Actor, id int64, plan factcheck.LoadPlan) (factcheck.Load, error) {
	var l factcheck.Load
	if err := factcheck.Permit(by, factcheck.ImportClaims); err != nil {
		return l, err
	}
	err := r.keep(ctx, func(tx *store.Tx) (err error) {
		if l, err = tx.Load(ctx, by.ID, id); err != nil {
			return err
		}
		if l.State != factcheck.LoadWaits {
			return factcheck.Clash("This file is being imported, or was. Look at what came of it.")
		}
		l.State, l.Plan, l.Outcome = factcheck.LoadRuns, plan, factcheck.LoadOutcome{}
		return tx.SetLoad(ctx, l)
	})
	if err == nil {
		r.beginLoading(by, l)
	}
	return l, err
}

// EndLoad throws a load away; what was written of it stays.
func (r *Room) EndLoad(ctx context.Context, by factcheck.Actor, id int64) error {
	if _, _, err := r.Load(ctx, by, id); err != nil {
		return err
	}
	r.loads.end(id)
	err := r.keep(ctx, func(tx *store.Tx) error {
		if _, err := tx.Load(ctx, by.ID, id); err != nil {
			return err
		}
		return tx.RemoveLoad(ctx, id)
	})
	if err == nil {
		r.store.RemoveLoadFile(id)
	}
	return err
}

// sweepLoads throws away what has waited for a day, and files that belong to
// nothing.
func (r *Room) sweepLoads(ctx context.Context) error {
	before := r.Now().Add(-loadsLast)
	var needed []int64
	err := r.keep(ctx, func(tx *store.Tx) (err error) {
		needed, err = tx.SweepLoads(ctx, before)
		return err
	})
	if err != nil {
		return err
	}
	return r.store.SweepLoadFiles(needed, time.Now().Add(-loadsLast)) // files have the machine's time
}
