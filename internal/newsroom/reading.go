package newsroom

import (
	"context"
	"sync"

	"claimdesk/internal/factcheck"
)

// Progress is how far the reading of an import is: whether it was fetched, if
// it has an address, and how many pages are done out of how many, both 0 while
// that is not known. Done is closed when the reading has ended.
type Progress struct {
	Fetched   bool
	Pages, Of int
	Done      <-chan struct{}
}

// readings are the imports that are being read by this process.
type readings struct {
	mu    sync.Mutex
	under map[int64]*readingOf
	ctx   context.Context // ends when the program stops
	stop  context.CancelFunc
	work  sync.WaitGroup
}

type readingOf struct {
	Progress
	cancel context.CancelFunc
}

func newReadings() *readings {
	ctx, stop := context.WithCancel(context.Background())
	return &readings{under: map[int64]*readingOf{}, ctx: ctx, stop: stop}
}

// end gives up an import that is being read.
func (s *readings) end(id int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if one := s.under[id]; one != nil {
		one.cancel()
	}
}

// close gives up everything and waits until it has ended.
func (s *readings) close() {
	s.mu.Lock()
	s.stop()
	s.mu.Unlock()
	s.work.Wait()
}

// beginReading reads an import, in a context of its own, since whoever began it
// may be gone; unless this process does so already, or is about to end.
func (r *Room) beginReading(m factcheck.Import) Progress {
	s := r.readings
	s.mu.Lock()
	defer s.mu.Unlock()
	if one := s.under[m.ID]; one != nil {
		return one.Progress
	}
	if s.ctx.Err() != nil {
		return Progress{}
	}
	ctx, cancel := context.WithCancel(s.ctx)
	done := make(chan struct{})
	one := &readingOf{Progress{Done: done}, cancel}
	s.under[m.ID] = one
	s.work.Go(func() {
		defer close(done)
		defer s.forget(m.ID)
		defer cancel()
		r.readImport(ctx, m, func(pages, of int) { s.note(one, pages, of) })
	})
	return one.Progress
}

func (s *readings) forget(id int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.under, id)
}

func (s *readings) note(one *readingOf, pages, of int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	one.Fetched, one.Pages, one.Of = true, pages, of
}
