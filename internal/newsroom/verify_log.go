package newsroom

import (
	"cmp"
	"context"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// named goes through the stands that the log names, in the order in which the
// versions are read, so that the two can be held side by side and neither need
// be remembered.
type named struct {
	v    *verifier
	last factcheck.Event
	page []factcheck.Event
}

// first is the next stand that the log names; false at the end.
func (n *named) first(ctx context.Context) (factcheck.Event, bool, error) {
	if len(n.page) == 0 {
		var err error
		n.page, err = ask(n.v, func(q *store.Queries) ([]factcheck.Event, error) { return q.StandsLogged(ctx, n.last, eventPage) })
		if err != nil || len(n.page) == 0 {
			return factcheck.Event{}, false, err
		}
		n.last = n.page[len(n.page)-1]
	}
	return n.page[0], true, nil
}

// hash is what the log says is the hash of a kept stand, "" when it knows
// nothing of it. Stands that come before it, and are not kept, are faults.
func (n *named) hash(ctx context.Context, kept store.Version) (string, error) {
	for {
		e, more, err := n.first(ctx)
		if err != nil || !more {
			return "", err
		}
		order := compareStand(e, kept)
		if order > 0 {
			return "", nil
		}
		n.page = n.page[1:]
		if order == 0 {
			return e.Content, nil
		}
		n.missing(e)
	}
}

// rest makes faults of all that the log still names.
func (n *named) rest(ctx context.Context) error {
	for {
		e, more, err := n.first(ctx)
		if err != nil || !more {
			return err
		}
		n.page = n.page[1:]
		n.missing(e)
	}
}

func (n *named) missing(e factcheck.Event) {
	what := store.Version{Subject: e.Subject, SubjectID: e.SubjectID, Version: e.Version}.String()
	n.v.fault(what, "it is missing, and event %d of the log names it: what it said is lost", e.ID)
}

func compareStand(e factcheck.Event, kept store.Version) int {
	return cmp.Or(strings.Compare(e.Subject, kept.Subject), cmp.Compare(e.SubjectID, kept.SubjectID), cmp.Compare(e.Version, kept.Version))
}
