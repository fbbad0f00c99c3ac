package newsroom

import (
	"context"
	"errors"
	"sync"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// Loading is how far a load is that runs. Done is closed when it has ended.
type Loading struct {
	LoadProgress
	Done <-chan struct{}
}

// loadRuns are the loads that this process looks at or writes.
type loadRuns struct {
	mu    sync.Mutex
	under map[int64]*loadRun
	ctx   context.Context // ends when the program stops
	stop  context.CancelFunc
	work  sync.WaitGroup
}

type loadRun struct {
	Loading
	cancel context.CancelFunc
}

func newLoadRuns() *loadRuns {
	ctx, stop := context.WithCancel(context.Background())
	return &loadRuns{under: map[int64]*loadRun{}, ctx: ctx, stop: stop}
}

// end gives up a load and waits until it has ended.
func (s *loadRuns) end(id int64) {
	s.mu.Lock()
	one := s.under[id]
	s.mu.Unlock()
	if one != nil {
		one.cancel()
		<-one.Done
	}
}

// close gives up everything and waits until it has ended.
func (s *loadRuns) close() {
	s.mu.Lock()
	s.stop()
	s.mu.Unlock()
	s.work.Wait()
}

// beginLoading runs a load in a context of its own, since whoever began it may
// be gone; unless this process does so already, or is about to end.
func (r *Room) beginLoading(by factcheck.Actor, l factcheck.Load) Loading {
	s := r.loads
	s.mu.Lock()
	defer s.mu.Unlock()
	if one := s.under[l.ID]; one != nil {
		return one.Loading
	}
	if s.ctx.Err() != nil {
		return Loading{}
	}
	ctx, cancel := context.WithCancel(s.ctx)
	done := make(chan struct{})
	one := &loadRun{Loading{Done: done}, cancel}
	s.under[l.ID] = one
	s.work.Go(func() {
		defer close(done)
		defer s.forget(l.ID)
		defer cancel()
		r.runLoad(ctx, by, l, func(p LoadProgress) { s.note(one, p) })
	})
	return one.Loading
}

func (s *loadRuns) forget(id int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.under, id)
}

func (s *loadRuns) note(one *loadRun, p LoadProgress) {
	s.mu.Lock()
	defer s.mu.Unlock()
	one.LoadProgress = p
}

// runLoad brings in a load, or looks at it, once its turn has come. What is
// written and that it is written are one transaction.
func (r *Room) runLoad(ctx context.Context, by factcheck.Actor, l factcheck.Load, progress func(LoadProgress)) {
	fresh, err := read(ctx, r, func(q *store.Queries) (factcheck.Load, error) { return q.Load(ctx, l.UserID, l.ID) })
	if err != nil || fresh.State != factcheck.LoadRuns {
		return // somebody was faster with it, or has ended it
	}
	outcome, err := inTurn(ctx, r.turns.load, func() (factcheck.LoadOutcome, error) {
		file, err := r.store.OpenLoadFile(l.ID)
		if err != nil {
			return factcheck.LoadOutcome{}, err
		}
		defer file.Close()
		return r.importFile(ctx, by, file, fresh.Plan, progress, func(a *acting, o factcheck.LoadOutcome) error {
			if now, err := a.Load(ctx, l.UserID, l.ID); err != nil || now.State != factcheck.LoadRuns {
				return errors.Join(errLoaded, err)
			}
			fresh.State, fresh.Outcome = factcheck.LoadDone, o
			return a.SetLoad(ctx, fresh)
		})
	})
	if ctx.Err() != nil || errors.Is(err, errLoaded) { // the program stops: it is run again after the next start
		return
	}
	if err := r.keepRun(ctx, fresh, outcome, err); err != nil {
		r.log.ErrorContext(ctx, "keeping what came of a load", "load", l.ID, "error", err)
	}
}

// errLoaded takes back what was written of a load that another process has
// brought in meanwhile, or that somebody has thrown away there.
var errLoaded = errors.New("the load is not under way any more")

// keepRun stores what came of a run, but for one that has written: that has
// stored it itself.
func (r *Room) keepRun(ctx context.Context, l factcheck.Load, outcome factcheck.LoadOutcome, failure error) error {
	if l.State == factcheck.LoadDone && failure == nil {
		r.store.RemoveLoadFile(l.ID)
		return nil
	}
	l.State, l.Outcome = factcheck.LoadWaits, outcome
	if failure != nil && outcome.AllFaults == 0 {
		l.State, l.Outcome.Format = r.unloaded(ctx, &l, failure), l.Format
	}
	return r.keep(ctx, func(tx *store.Tx) error { return tx.SetLoad(ctx, l) })
}

// unloaded says why a load could not be read, and whether something can be done
// about it here: another mapping, and another time.
func (r *Room) unloaded(ctx context.Context, l *factcheck.Load, failure error) factcheck.LoadState {
	e := factcheck.As(failure)
	if e == nil || e.Kind == factcheck.Internal {
		r.log.ErrorContext(ctx, "importing a load", "load", l.ID, "error", failure)
		l.Outcome.Fault(0, "", "The file could not be imported, and it is not its fault. Try again; if it happens again, ask whoever runs this Claimdesk to look into its log.")
		return factcheck.LoadWaits
	}
	problems := factcheck.Problems(failure)
	if problems == nil {
		l.Outcome.Fault(0, "", e.Message)
		return factcheck.LoadRefused
	}
	state := factcheck.LoadWaits
	for _, p := range problems {
		l.Outcome.Fault(0, "", p.Message)
		if p.Field == "file" {
			state = factcheck.LoadRefused
		}
	}
	return state
}
