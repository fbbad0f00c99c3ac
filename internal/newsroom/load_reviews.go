package newsroom

import (
	"context"
	"maps"
	"slices"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// comparison is what the checks in a file do to those that are here.
type comparison struct {
	put       []factcheck.OtherReview // new or changed
	stands    []reviewStand
	withdrawn []int64 // left out of a file that has all of their publisher
	changes   []changedReview
	tasks     []factcheck.Task
	told      []store.Lean // for each task
}

// changedReview is a check whose change matters to who leans on it.
type changedReview struct {
	id         int64
	kind, text string
}

// takeReviews stores the checks of a file, in place of what they were, and puts
// tasks on the claims that lean on what has changed.
func (a *acting) takeReviews(ctx context.Context, l *loading) ([]reviewStand, error) {
	c, err := l.compare(ctx, &a.Queries)
	if err != nil {
		return nil, err
	}
	for i := range c.put {
		o := &c.put[i]
		o.UpdatedAt = a.now
		if o.Version == 1 {
			o.CreatedAt = a.now
		}
		if o.Withdrawn() && o.WithdrawnAt.Equal(l.now) {
			o.WithdrawnAt = a.now
		}
	}
	written := l.outcome.Claims
	for part := range slices.Chunk(c.put, claimsAtOnce) {
		if err := a.PutOtherReviews(ctx, part); err != nil {
			return nil, err
		}
		written += len(part)
		l.progress(LoadProgress{Read: l.outcome.Rows, Written: written, Of: len(l.claims) + len(l.reviews)})
	}
	if err := a.WithdrawOtherReviews(ctx, c.withdrawn, a.now); err != nil {
		return nil, err
	}
	for i := range c.tasks {
		c.tasks[i].At = a.now
	}
	if err := a.AddTasks(ctx, c.tasks); err != nil {
		return nil, err
	}
	for i, t := range c.tasks {
		if err := a.notify(ctx, factcheck.HasTask, t.ClaimID, t.Text, c.told[i].AssigneeID, c.told[i].CreatedBy); err != nil {
			return nil, err
		}
	}
	l.outcome.Tasks = len(c.tasks)
	return c.stands, nil
}

// compare holds the checks of a file against those that are here, and counts.
func (l *loading) compare(ctx context.Context, q *store.Queries) (*comparison, error) {
	iris := make([]string, len(l.reviews))
	for i, o := range l.reviews {
		iris[i] = o.IRI
	}
	known, err := q.OtherReviewsByIRI(ctx, iris)
	if err != nil {
		return nil, err
	}
	last, err := q.LastOtherReview(ctx)
	if err != nil {
		return nil, err
	}
	c := &comparison{}
	for _, o := range l.reviews {
		if was, is := known[o.IRI]; is {
			l.again(c, o, was)
			continue
		}
		last++
		o.ID, o.Version = last, 1
		if o.retracted {
			o.WithdrawnAt = l.now
		}
		l.outcome.Reviews++
		c.put = append(c.put, o.OtherReview)
		c.stands = append(c.stands, reviewStand{ID: o.ID, Version: 1, Hash: o.Hash, Withdrawn: o.retracted})
	}
	if l.plan.Complete {
		if err := l.leftOut(ctx, q, c); err != nil {
			return nil, err
		}
	}
	return c, c.leaning(ctx, q)
}

// again looks at a check that is here already.
func (l *loading) again(c *comparison, o other, was factcheck.OtherReview) {
	o.ID, o.Version, o.CreatedAt = was.ID, was.Version+1, was.CreatedAt
	switch {
	case o.retracted && was.Withdrawn():
		o.WithdrawnAt = was.WithdrawnAt
	case o.retracted:
		o.WithdrawnAt = l.now
	}
	if o.Hash == was.Hash && o.Withdrawn() == was.Withdrawn() {
		l.outcome.Unchanged++
		return
	}
	kind := TaskChanged
	if o.Withdrawn() && !was.Withdrawn() {
		kind = TaskWithdrawn
		l.outcome.Withdrawn++
	} else {
		l.outcome.Changed++
	}
	if text := o.Differs(was); text != "" {
		c.changes = append(c.changes, changedReview{was.ID, kind, text})
	}
	c.put = append(c.put, o.OtherReview)
	c.stands = append(c.stands, reviewStand{ID: o.ID, Version: o.Version, Hash: o.Hash, Withdrawn: o.Withdrawn(), Was: &was})
}

// leftOut withdraws the checks that a file leaves out which has all of their
// publishers.
func (l *loading) leftOut(ctx context.Context, q *store.Queries, c *comparison) error {
	sites := map[string]bool{}
	for _, o := range l.reviews {
		sites[o.Site] = true
	}
	for _, site := range slices.Sorted(maps.Keys(sites)) { // few: the file is one newsroom's
		standing, err := q.StandingOf(ctx, site)
		if err != nil {
			return err
		}
		for _, was := range standing {
			if _, listed := l.iris[was.IRI]; listed {
				continue
			}
			is := was
			is.WithdrawnAt = l.now
			l.outcome.Withdrawn++
			c.withdrawn = append(c.withdrawn, was.ID)
			c.changes = append(c.changes, changedReview{was.ID, TaskWithdrawn, is.Differs(was)})
			c.stands = append(c.stands, reviewStand{ID: was.ID, Version: was.Version + 1, Hash: was.Hash, Withdrawn: true, Was: &was})
		}
	}
	return nil
}

// leaning finds the claims that lean on what has changed.
func (c *comparison) leaning(ctx context.Context, q *store.Queries) error {
	by := map[int64]changedReview{}
	ids := make([]int64, len(c.changes))
	for i, change := range c.changes {
		by[change.id], ids[i] = change, change.id
	}
	leans, err := q.LeansOn(ctx, ids)
	for _, lean := range leans {
		change := by[lean.ReviewID]
		c.tasks = append(c.tasks, factcheck.Task{Kind: change.kind, ClaimID: lean.ClaimID, ReviewID: lean.ReviewID, Text: change.text})
	}
	c.told = leans
	return err
}
