package newsroom

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"claimdesk/internal/store"
)

// verifier goes through a newsroom. One read transaction feeds as many workers
// as there are processors: reading takes turns, hashing and comparing do not.
type verifier struct {
	reading  sync.Mutex // guards q: a transaction answers one question at a time
	q        *store.Queries
	progress func([]Tally)

	jobs chan func() // of the check under way
	next int         // number of the next job

	mu      sync.Mutex // guards what follows
	check   string
	tallies []Tally
	found   []finding
	report  Report
	known   known
}

// finding is a fault with the number of the job that found it, so that faults
// are listed in the order of what was read.
type finding struct {
	job int
	Fault
}

func newVerifier(progress func([]Tally)) *verifier {
	if progress == nil {
		progress = func([]Tally) {}
	}
	return &verifier{progress: progress, known: newKnown(), report: Report{Counts: map[string]int{}, Faults: []Fault{}}}
}

// conduct runs one check to its end. It fails only when ctx is over.
func (v *verifier) conduct(ctx context.Context, c inspection) error {
	v.check, v.tallies = c.name, nil
	err := v.begin(ctx, c)
	if err == nil {
		var workers sync.WaitGroup
		v.jobs = make(chan func(), runtime.GOMAXPROCS(0))
		for range runtime.GOMAXPROCS(0) {
			workers.Go(func() {
				for work := range v.jobs {
					work()
				}
			})
		}
		err = c.run(v, ctx)
		close(v.jobs)
		workers.Wait()
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		v.fault(c.name, "they could not be read to the end, and the rest was not looked at: %v", err)
	}
	v.end(err == nil)
	return nil
}

// begin counts what there is to look at.
func (v *verifier) begin(ctx context.Context, c inspection) error {
	for _, t := range c.counts {
		n, err := v.q.Count(ctx, t.in)
		if err != nil {
			return err
		}
		v.tallies = append(v.tallies, Tally{Things: t.things, Of: n})
	}
	return nil
}

// end lists the check's faults in order and adds up what was looked at.
func (v *verifier) end(whole bool) {
	for _, t := range v.tallies {
		v.report.Counts[t.Things] = t.Done
		if whole && t.Done < t.Of {
			v.fault(t.Things, "%d of %d could not be reached: what they belong to is missing", t.Of-t.Done, t.Of)
		}
	}
	slices.SortStableFunc(v.found, func(a, b finding) int { return cmp.Compare(a.job, b.job) })
	for _, f := range v.found {
		v.report.Faults = append(v.report.Faults, f.Fault)
	}
	v.found = nil
}

// finish makes the report, with the faults of the database's file first.
func (v *verifier) finish(file []Fault) Report {
	p := v.report
	p.Faults = append(append([]Fault{}, file...), p.Faults...) // [], not null, in JSON
	if over := len(p.Faults) - MaxFaults; over > 0 {
		p.Faults, p.Unlisted = p.Faults[:MaxFaults], p.Unlisted+over
	}
	p.OK = len(p.Faults) == 0
	return p
}

// job is a piece of work; what it finds is listed at its place.
type job struct {
	v      *verifier
	number int
}

// do hands work to a worker, and waits while all of them are busy. Only the
// goroutine that runs the check may call it.
func (v *verifier) do(work func(job)) {
	v.next++
	j := job{v, v.next}
	v.jobs <- func() { work(j) }
}

// fault notes what the goroutine that runs the check has found itself.
func (v *verifier) fault(what, format string, args ...any) {
	v.next++
	job{v, v.next}.fault(what, format, args...)
}

// fault notes what does not hold.
func (j job) fault(what, format string, args ...any) {
	j.v.mu.Lock()
	defer j.v.mu.Unlock()
	if len(j.v.report.Faults)+len(j.v.found) >= MaxFaults {
		j.v.report.Unlisted++
		return
	}
	j.v.found = append(j.v.found, finding{j.number, Fault{j.v.check, what, fmt.Sprintf(format, args...)}})
}

// looked says that n more of some things were looked at.
func (j job) looked(things string, n int) {
	j.v.mu.Lock()
	defer j.v.mu.Unlock()
	for i := range j.v.tallies {
		if j.v.tallies[i].Things == things {
			j.v.tallies[i].Done += n
		}
	}
	j.v.progress(slices.Clone(j.v.tallies))
}

// showOnly shows something as under way that is not counted.
func (v *verifier) showOnly(things string) { v.progress([]Tally{{Things: things}}) }

// ask reads within the one transaction.
func ask[T any](v *verifier, read func(*store.Queries) (T, error)) (T, error) {
	v.reading.Lock()
	defer v.reading.Unlock()
	return read(v.q)
}

// walk reads page after page until one is empty. Each page begins behind the
// last row of the one before; the first begins behind the zero row.
func walk[T any](v *verifier, page func(q *store.Queries, last T) ([]T, error), take func([]T) error) error {
	var last T
	for {
		rows, err := ask(v, func(q *store.Queries) ([]T, error) { return page(q, last) })
		if err != nil || len(rows) == 0 {
			return err
		}
		last = rows[len(rows)-1] // before the rows go to a worker
		if err := take(rows); err != nil {
			return err
		}
	}
}
