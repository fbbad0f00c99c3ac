package newsroom

import (
	"context"
	"fmt"
	"time"

	"claimdesk/internal/store"
)

// Fault is one thing that does not hold: which check found it, what it is, and
// why it does not hold and what that means.
type Fault struct {
	Check string `json:"check"` // the table of inspections names them
	What  string `json:"what"`  // such as "evidence 7 of claim 3"
	Why   string `json:"why"`
}

// MaxFaults is how many faults a Report lists; those beyond it are counted.
const MaxFaults = 10_000

// Report says what Verify looked at, and what does not hold.
type Report struct {
	OK      bool           `json:"ok"` // no fault was found
	Seconds float64        `json:"seconds"`
	Counts  map[string]int `json:"counts"` // by the name of what was looked at, such as "quotes"
	// LastEvent and its hash end the log. Whoever keeps them elsewhere can tell
	// later that no line was cut off the end.
	LastEvent     int64   `json:"last_event"`
	LastEventHash string  `json:"last_event_hash"`
	Faults        []Fault `json:"faults"`
	Unlisted      int     `json:"unlisted"` // faults beyond MaxFaults
}

// Tally is how many of some things were looked at.
type Tally struct {
	Things   string // such as "quotes"
	Done, Of int
}

// inspection is one thing that Verify does. It reads rows in its run, and hands what
// takes time to the workers by do.
type inspection struct {
	name   string
	counts []counted
	run    func(*verifier, context.Context) error
}

// counted is what a check looks at: a name in the plural, and the table whose
// every row it must reach.
type counted struct {
	things string
	in     store.Table
}

// inspections are all but the one of the database's file, in their order: revisions
// and publications rest on what versions has found.
var inspections = []inspection{
	{"snapshots", []counted{{"snapshots", store.SnapshotTable}, {"quotes", store.QuoteTable}}, (*verifier).snapshots},
	{"fates", []counted{{"changed quotes", store.FateTable}}, (*verifier).fates},
	{"files", []counted{{"files", store.FileTable}}, (*verifier).files},
	{"claims", []counted{{"claims", store.ClaimTable}}, (*verifier).claims},
	{"exhibits", []counted{{"exhibits", store.ExhibitTable}}, (*verifier).exhibits},
	{"captures", []counted{{"captures", store.CaptureTable}}, (*verifier).captures},
	{"appearances", []counted{{"appearances", store.AppearanceTable}}, (*verifier).appearances},
	{"events", []counted{{"events", store.EventTable}}, (*verifier).events},
	{"versions", []counted{{"versions", store.VersionTable}}, (*verifier).versions},
	{"revisions", []counted{{"revisions", store.RevisionTable}}, (*verifier).revisions},
	{"publications", []counted{{"publications", store.PublicationTable}}, (*verifier).publications},
}

// Verify checks everything again: the database's file, each snapshot's bytes
// and text against their hashes, each quote against its snapshot and what became
// of it in newer ones, each claim against the newest stand that was kept of it,
// the files of exhibits, what was captured of appearances, the chain of the log, each version and revision against its hash and the log,
// each published quote against the evidence. All of it but the file itself is seen in one state,
// whatever is written meanwhile. The memory that it takes does not grow with
// the quotes: a few snapshots at a time, and about 400 bytes for each revision.
//
// progress may be nil; it is called now and then, never twice at once, with
// what the check under way has looked at. Verify fails only when it is ended or
// cannot begin: what cannot be read is a fault.
func (r *Room) Verify(ctx context.Context, progress func([]Tally)) (Report, error) {
	began := time.Now()
	file := r.soundness(ctx)
	v := newVerifier(progress)
	err := r.store.Read(ctx, func(q *store.Queries) error {
		v.q = q
		for _, c := range inspections {
			if err := v.conduct(ctx, c); err != nil {
				return err
			}
		}
		return nil
	})
	v.showOnly("database file")
	faults := <-file
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return Report{}, err
	}
	p := v.finish(faults)
	p.Seconds = time.Since(began).Round(time.Millisecond).Seconds()
	return p, nil
}

// soundness checks the database's file meanwhile, in whatever state it is: each
// of them must be sound.
func (r *Room) soundness(ctx context.Context) <-chan []Fault {
	found := make(chan []Fault, 1)
	go func() {
		var faults []Fault
		lines, err := r.store.Sound(ctx)
		for _, line := range lines {
			faults = append(faults, Fault{"database", "database", line + ": the file is damaged, or was changed from outside"})
		}
		if err != nil {
			faults = append(faults, Fault{"database", "database", fmt.Sprintf("it could not be checked to the end: %v", err)})
		}
		found <- faults
	}()
	return found
}
