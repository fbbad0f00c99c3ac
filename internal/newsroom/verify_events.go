package newsroom

import (
	"context"
	"fmt"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// How many lines of the log are read at once.
const eventPage = 500

// events checks that each line of the log is sealed, and follows on the one
// before it.
func (v *verifier) events(ctx context.Context) error {
	var before factcheck.Event
	err := walk(v, func(q *store.Queries, last factcheck.Event) ([]factcheck.Event, error) {
		return q.EventsAfter(ctx, last.ID, eventPage)
	}, func(page []factcheck.Event) error {
		first := before
		before = page[len(page)-1]
		v.do(func(j job) {
			for _, e := range page {
				checkEvent(j, first, e)
				first = e
			}
			j.looked("events", len(page))
		})
		return nil
	})
	v.report.LastEvent, v.report.LastEventHash = before.ID, before.Hash
	return err
}

// checkEvent checks one line behind another; the zero line begins.
func checkEvent(j job, before, e factcheck.Event) {
	what := fmt.Sprintf("event %d", e.ID)
	switch {
	case e.ID != before.ID+1:
		j.fault(what, "the one before it, %d, is missing: lines were taken out of the log", e.ID-1)
	case e.Previous != before.Hash:
		j.fault(what, "it does not follow on the one before it: one of the two was changed, or put in later")
	case e.Seal() != e.Hash:
		j.fault(what, "it has another hash than was stored: who did what and when is not what was logged")
	}
}
