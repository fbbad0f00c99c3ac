package newsroom

import (
	"context"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// Counts are what Work lists, all of each kind, for the navigation of every
// page. Changed is 0 for those who do not decide on changed quotes.
type Counts struct {
	Review, Agree, Returned, Mine, Ready, Failed, Again, Changed, Tasks int

	Unassigned int // with nobody: these wait for anybody
	Tips       int // that nobody has decided on
	Unread     int // notifications
}

// Waiting is how many things wait for the person.
func (t Counts) Waiting() int {
	return t.Review + t.Agree + t.Returned + t.Mine + t.Ready + t.Failed + t.Again + t.Changed + t.Tasks
}

// Tally counts what waits for the actor.
func (r *Room) Tally(ctx context.Context, by factcheck.Actor) (Counts, error) {
	return read(ctx, r, func(q *store.Queries) (Counts, error) {
		approve, agree, err := inReview(ctx, q, by)
		if err != nil {
			return Counts{}, err
		}
		t := Counts{Review: len(approve), Agree: len(agree)}
		return t, r.tallyRest(ctx, q, by, &t)
	})
}

// tallyRest counts what is not in review.
func (r *Room) tallyRest(ctx context.Context, q *store.Queries, by factcheck.Actor, t *Counts) error {
	for _, queue := range workQueues(by, factcheck.DateOf(r.Now())) { // six at most, each out of an index
		n, err := q.CountClaims(ctx, queue.query)
		if err != nil {
			return err
		}
		*queue.count(t) = int(n)
	}
	for _, counted := range []struct {
		to    *int
		count func() (int64, error)
	}{
		{&t.Tasks, func() (int64, error) { return q.CountTasks(ctx, by.ID, by.Role.AtLeast(factcheck.Editor)) }},
		{&t.Tips, func() (int64, error) { return q.OpenTips(ctx) }},
		{&t.Unread, func() (int64, error) { return q.UnreadNotifications(ctx, by.ID) }},
		{&t.Changed, func() (int64, error) {
			if !factcheck.Permitted(by.Role, factcheck.DecideFate) {
				return 0, nil
			}
			return q.CountOpenFates(ctx, viewer(by))
		}},
	} {
		n, err := counted.count()
		if err != nil {
			return err
		}
		*counted.to = int(n)
	}
	return nil
}
