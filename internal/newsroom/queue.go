package newsroom

import (
	"context"
	"slices"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// workQueue is one kind of waiting claims: how they are chosen, and where they
// and their number go.
type workQueue struct {
	query store.ClaimQuery
	list  func(*Work) *[]factcheck.Claim
	count func(*Counts) *int
}

// workQueues are the kinds that a person has, each sorted by when it is due.
func workQueues(by factcheck.Actor, today factcheck.Date) []workQueue {
	editor, no := by.Role.AtLeast(factcheck.Editor), false
	mine := store.ClaimQuery{Status: factcheck.Researching, Mine: by.ID, Bodies: true}
	returned := mine
	mine.Sent, returned.Returned = true, true
	again := store.ClaimQuery{ReviewTo: today}
	if !editor {
		again.WithOrNobody = by.ID
	}
	queues := []workQueue{
		{returned, func(w *Work) *[]factcheck.Claim { return &w.Returned }, func(t *Counts) *int { return &t.Returned }},
		{mine, func(w *Work) *[]factcheck.Claim { return &w.Mine }, func(t *Counts) *int { return &t.Mine }},
		{again, func(w *Work) *[]factcheck.Claim { return &w.Again }, func(t *Counts) *int { return &t.Again }},
		{store.ClaimQuery{Any: []factcheck.Status{factcheck.New, factcheck.Researching}, Unassigned: true, NotMine: by.ID},
			func(w *Work) *[]factcheck.Claim { return &w.Unassigned }, func(t *Counts) *int { return &t.Unassigned }},
	}
	if editor {
		queues = append(queues,
			workQueue{store.ClaimQuery{Status: factcheck.Approved, Scheduled: &no},
				func(w *Work) *[]factcheck.Claim { return &w.Ready }, func(t *Counts) *int { return &t.Ready }},
			workQueue{store.ClaimQuery{Failed: true},
				func(w *Work) *[]factcheck.Claim { return &w.Failed }, func(t *Counts) *int { return &t.Failed }})
	}
	for i := range queues {
		queues[i].query.Order = store.ClaimOrder{By: "due", Ascending: true}
		queues[i].query.Limit = pageUsual
	}
	return queues
}

// waits is for what a claim in review waits for somebody.
type waits int

// Not at all, to be approved, to be agreed to; and when that shows only once the
// whole claim has been looked at.
const (
	waitsNot waits = iota
	waitsApproval
	waitsAgreement
	waitsUnsure
)

// inReview are the ids of all claims in review that wait for the actor: to be
// approved, and to be agreed to; those that are due first, then those that have
// waited longest. Most are told by their signatures; the others are read.
func inReview(ctx context.Context, q *store.Queries, by factcheck.Actor) (approve, agree []int64, err error) {
	s, err := q.Settings(ctx)
	if err != nil {
		return nil, nil, err
	}
	queue, err := q.ReviewQueue(ctx)
	if err != nil {
		return nil, nil, err
	}
	known, unsure := map[int64]waits{}, []int64(nil)
	for _, c := range queue {
		if known[c.ID] = waitsBySignatures(c, by, s.FourEyes); known[c.ID] == waitsUnsure {
			unsure = append(unsure, c.ID)
		}
	}
	for part := range slices.Chunk(unsure, pageMost) {
		claims, err := q.ClaimsOf(ctx, part)
		if err != nil {
			return nil, nil, err
		}
		for i := range claims {
			known[claims[i].ID] = waitsWhole(&claims[i], by, s.FourEyes)
		}
	}
	for _, c := range queue {
		switch known[c.ID] {
		case waitsApproval:
			approve = append(approve, c.ID)
		case waitsAgreement:
			agree = append(agree, c.ID)
		}
	}
	return approve, agree, nil
}

// waitsBySignatures tells it of a claim that has not been changed since its
// signatures were made, and of one that the actor can do nothing with.
func waitsBySignatures(c store.InReview, by factcheck.Actor, fourEyes bool) waits {
	person, own, other := false, false, false
	for _, s := range c.Signatures {
		switch {
		case s.Kind == factcheck.ApprovedBy, s.UserID == by.ID && s.Version != c.Version:
			return waitsUnsure
		case s.UserID == by.ID:
			own = true
		case s.UserID != 0 && s.Version == c.Version:
			other = true
		}
		person = person || s.UserID != 0
	}
	editor := by.Role.AtLeast(factcheck.Editor)
	switch {
	case fourEyes && !person:
		return waitsAgreement
	case !editor, fourEyes && own && len(c.Signatures) == 1:
		return waitsNot
	case !fourEyes || other:
		return waitsApproval
	}
	return waitsUnsure
}

// waitsWhole tells it of any claim in review.
func waitsWhole(c *factcheck.Claim, by factcheck.Actor, fourEyes bool) waits {
	switch {
	case signed(c, by.ID) && !c.Signed(by.ID), fourEyes && nobodySigned(c):
		return waitsAgreement
	case by.Role.AtLeast(factcheck.Editor) && (!fourEyes || c.FourEyes(by.ID) == nil):
		return waitsApproval
	}
	return waitsNot
}

// nobodySigned tells whether no person ever signed: the console has sent it.
func nobodySigned(c *factcheck.Claim) bool {
	return !slices.ContainsFunc(c.Signatures, func(s factcheck.Signature) bool { return s.UserID != 0 })
}

func signed(c *factcheck.Claim, user int64) bool {
	return slices.ContainsFunc(c.Signatures, func(s factcheck.Signature) bool {
		return s.UserID == user && s.Kind != factcheck.ApprovedBy
	})
}

// NextInQueue is the claim that the actor is to approve next, but the one just
// dealt with: the first that is due, else the one that has waited longest; 0
// when none waits.
func (r *Room) NextInQueue(ctx context.Context, by factcheck.Actor, after int64) (int64, error) {
	return read(ctx, r, func(q *store.Queries) (int64, error) {
		approve, _, err := inReview(ctx, q, by)
		for _, id := range approve {
			if id != after {
				return id, err
			}
		}
		return 0, err
	})
}
