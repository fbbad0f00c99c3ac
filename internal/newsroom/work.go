package newsroom

import (
	"context"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// Work is what waits for somebody at the desk. Claims that are due stand first
// in their lists.
type Work struct {
	Review     []factcheck.Claim // in review, to be approved by this person
	Agree      []factcheck.Claim // in review, changed since this person signed
	Returned   []factcheck.Claim // sent back to this person
	Mine       []factcheck.Claim // assigned to this person, not sent yet
	Ready      []factcheck.Claim // approved, to be published
	Failed     []factcheck.Claim // could not be published at the time that was set
	Again      []factcheck.Claim // published, and to be looked at again by now
	Unassigned []factcheck.Claim // begun or not, with nobody

	Changed []factcheck.ChangedQuote // quotes that a newer copy of their source no longer holds, the oldest first
	Tasks   []factcheck.Task         // the oldest first
	Tips    []factcheck.Tip          // the newest three
	Tally   Counts                   // how many there are of each
}

// How many of the newest tips stand beside the work.
const workTips = 3

// Work is what waits for the actor: at most fifty of each kind.
func (r *Room) Work(ctx context.Context, by factcheck.Actor) (Work, error) {
	return readAs(ctx, r, by, func(q *store.Queries) (w Work, err error) {
		if err := w.review(ctx, q, by); err != nil {
			return w, err
		}
		for _, queue := range workQueues(by, factcheck.DateOf(r.Now())) { // six at most
			if *queue.list(&w), err = q.Claims(ctx, queue.query); err != nil {
				return w, err
			}
		}
		if w.Tasks, err = q.OpenTasks(ctx, by.ID, by.Role.AtLeast(factcheck.Editor), pageUsual); err != nil {
			return w, err
		}
		if w.Tips, err = q.Tips(ctx, store.TipQuery{State: factcheck.TipOpen, Limit: workTips}); err != nil {
			return w, err
		}
		open, err := q.OpenFates(ctx, viewer(by), pageUsual)
		if err != nil {
			return w, err
		}
		if w.Changed, err = q.ChangedQuotes(ctx, open); err != nil {
			return w, err
		}
		return w, r.tallyRest(ctx, q, by, &w.Tally)
	})
}

// review reads the claims in review that wait for the actor.
func (w *Work) review(ctx context.Context, q *store.Queries, by factcheck.Actor) error {
	approve, agree, err := inReview(ctx, q, by)
	if err != nil {
		return err
	}
	w.Tally.Review, w.Tally.Agree = len(approve), len(agree)
	if w.Review, err = q.ClaimsOf(ctx, approve[:min(len(approve), pageUsual)]); err != nil {
		return err
	}
	w.Agree, err = q.ClaimsOf(ctx, agree[:min(len(agree), pageUsual)])
	return err
}

// InReview are the claims in review that wait for the actor, to be approved or
// to be agreed to, those that are due first; at most 200.
func (r *Room) InReview(ctx context.Context, by factcheck.Actor) (ClaimPage, error) {
	return readAs(ctx, r, by, func(q *store.Queries) (p ClaimPage, err error) {
		approve, agree, err := inReview(ctx, q, by)
		if err != nil {
			return p, err
		}
		all := append(approve, agree...)
		p.Total = len(all)
		p.Items, err = q.ClaimsOf(ctx, all[:min(len(all), pageMost)])
		return p, err
	})
}

// CountInReview is how many claims in review wait for the actor.
func (r *Room) CountInReview(ctx context.Context, by factcheck.Actor) (int, error) {
	return read(ctx, r, func(q *store.Queries) (int, error) {
		approve, agree, err := inReview(ctx, q, by)
		return len(approve) + len(agree), err
	})
}

// DoTask ticks off a task; one that was ticked off already stays so.
func (r *Room) DoTask(ctx context.Context, by factcheck.Actor, id int64) (factcheck.Task, error) {
	return act(ctx, r, by, factcheck.DoTask, func(a *acting) (factcheck.Task, error) {
		t, err := a.Task(ctx, id)
		if err != nil || !t.DoneAt.IsZero() {
			return t, err
		}
		c, err := a.Claim(ctx, t.ClaimID)
		if err != nil {
			return t, err
		}
		t.DoneAt = a.now
		if err := a.SetTaskDone(ctx, id, by.ID, a.now); err != nil {
			return t, err
		}
		return t, a.trace(ctx, "claim", t.ClaimID, c.Version, nil)
	})
}
