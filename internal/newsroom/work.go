package newsroom

import (
	"context"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// Work is what waits for somebody at the desk.
type Work struct {
	Review     []factcheck.Claim // in review, to be approved by this person
	Agree      []factcheck.Claim // in review, changed since this person signed
	Returned   []factcheck.Claim // sent back to this person
	Mine       []factcheck.Claim // assigned to this person, not sent yet
	Ready      []factcheck.Claim // approved, to be published
	Unassigned []factcheck.Claim // new, with nobody

	Changed []factcheck.ChangedQuote // quotes that a newer copy of their source no longer holds, the oldest first
}

// Work is what waits for the actor: at most fifty of each kind, last changed
// first.
func (r *Room) Work(ctx context.Context, by factcheck.Actor) (Work, error) {
	return readAs(ctx, r, by, func(q *store.Queries) (w Work, err error) {
		review, err := q.Claims(ctx, store.ClaimQuery{Status: factcheck.InReview, Limit: pageUsual})
		if err != nil {
			return w, err
		}
		s, err := q.Settings(ctx)
		if err != nil {
			return w, err
		}
		w.part(review, by, s.FourEyes)
		mine, err := q.Claims(ctx, store.ClaimQuery{Status: factcheck.Researching, Mine: by.ID, Limit: pageUsual})
		if err != nil {
			return w, err
		}
		for _, c := range mine {
			if c.ReturnNote != "" {
				w.Returned = append(w.Returned, c)
			} else {
				w.Mine = append(w.Mine, c)
			}
		}
		if by.Role.AtLeast(factcheck.Editor) {
			if w.Ready, err = q.Claims(ctx, store.ClaimQuery{Status: factcheck.Approved, Limit: pageUsual}); err != nil {
				return w, err
			}
		}
		if w.Unassigned, err = q.Claims(ctx, store.ClaimQuery{Status: factcheck.New, Unassigned: true, Limit: pageUsual}); err != nil {
			return w, err
		}
		open, err := q.OpenFates(ctx, viewer(by), pageUsual)
		if err != nil {
			return w, err
		}
		w.Changed, err = q.ChangedQuotes(ctx, open)
		return w, err
	})
}

// part puts claims in review where they wait for the actor, if they do.
func (w *Work) part(review []factcheck.Claim, by factcheck.Actor, fourEyes bool) {
	for _, c := range review {
		switch {
		case signed(c, by.ID) && !c.Signed(by.ID), fourEyes && nobodySigned(c):
			w.Agree = append(w.Agree, c)
		case by.Role.AtLeast(factcheck.Editor) && (!fourEyes || c.FourEyes(by.ID) == nil):
			w.Review = append(w.Review, c)
		}
	}
}

// nobodySigned tells whether no person ever signed: the console has sent it.
func nobodySigned(c factcheck.Claim) bool {
	for _, s := range c.Signatures {
		if s.UserID != 0 {
			return false
		}
	}
	return true
}

func signed(c factcheck.Claim, user int64) bool {
	for _, s := range c.Signatures {
		if s.UserID == user && s.Kind != factcheck.ApprovedBy {
			return true
		}
	}
	return false
}

// NextInQueue is the claim that has waited longest for the actor's approval,
// but the one just dealt with; 0 when none waits.
func (r *Room) NextInQueue(ctx context.Context, by factcheck.Actor, after int64) (int64, error) {
	w, err := r.Work(ctx, by)
	for i := len(w.Review) - 1; i >= 0; i-- {
		if w.Review[i].ID != after {
			return w.Review[i].ID, err
		}
	}
	return 0, err
}
