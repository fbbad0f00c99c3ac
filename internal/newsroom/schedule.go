package newsroom

import (
	"context"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// Schedule has an approved claim published at a time, under the same rules as
// publishing it now, in place of any other time. A time that has just gone by
// publishes at once; one further back, or more than a year ahead, is Invalid.
func (r *Room) Schedule(ctx context.Context, by factcheck.Actor, id int64, b Base, o Order, at time.Time) (factcheck.Claim, error) {
	at = at.UTC().Truncate(time.Millisecond)
	now, err := factcheck.CheckTime(at, r.Now())
	if err != nil {
		return factcheck.Claim{}, err
	}
	if now {
		return r.Publish(ctx, by, id, b, o)
	}
	c, err := act(ctx, r, by, factcheck.Schedule, func(a *acting) (factcheck.Claim, error) {
		c, err := a.Claim(ctx, id)
		if err != nil {
			return c, err
		}
		if err := b.holds(&c); err != nil {
			return c, err
		}
		return a.schedule(ctx, c, o, at)
	})
	if err == nil {
		r.wakeSchedule()
	}
	return c, err
}

func (a *acting) schedule(ctx context.Context, c factcheck.Claim, o Order, at time.Time) (factcheck.Claim, error) {
	if _, err := c.Next(factcheck.Schedule); err != nil {
		return c, err
	}
	if err := a.mayPublish(ctx, &c, o); err != nil {
		return c, err
	}
	rev, err := a.draw(ctx, &c, o)
	if err != nil {
		return c, err
	}
	s := factcheck.Scheduled{ClaimID: c.ID, At: at, Class: rev.Class, Note: rev.Note, UserID: a.by.ID, CreatedAt: a.now}
	if err := a.SetSchedule(ctx, s); err != nil {
		return c, err
	}
	return a.save(ctx, c)
}

// Unschedule takes a claim off the schedule, also one that could not be
// published at its time. It stays approved.
func (r *Room) Unschedule(ctx context.Context, by factcheck.Actor, id int64, b Base) (factcheck.Claim, error) {
	return act(ctx, r, by, factcheck.Unschedule, func(a *acting) (factcheck.Claim, error) {
		c, err := a.Claim(ctx, id)
		if err != nil {
			return c, err
		}
		if err := b.holds(&c); err != nil {
			return c, err
		}
		s, err := a.Tx.Schedule(ctx, id)
		if err != nil && factcheck.KindOf(err) == factcheck.NotFound {
			return c, factcheck.Clash("The claim is not scheduled: there is nothing to cancel.")
		}
		if err != nil {
			return c, err
		}
		if err := a.RemoveSchedule(ctx, id); err != nil {
			return c, err
		}
		if err := a.notify(ctx, factcheck.WasUnscheduled, id, "", s.UserID); err != nil {
			return c, err
		}
		return a.save(ctx, c)
	})
}

// unscheduled takes a claim off the schedule that is no longer approved. Unless
// it has just been published, the log says so and whoever scheduled it is told.
func (a *acting) unscheduled(ctx context.Context, c *factcheck.Claim) error {
	if c.Status == factcheck.Approved {
		return nil
	}
	if c.Status != factcheck.Published && !c.PublishAt.IsZero() {
		s, err := a.Tx.Schedule(ctx, c.ID)
		if err != nil {
			return err
		}
		if err := a.traceAs(ctx, factcheck.Unschedule, "claim", c.ID, c.Version, nil); err != nil {
			return err
		}
		if err := a.notify(ctx, factcheck.WasUnscheduled, c.ID, "It is no longer approved as it was.", s.UserID); err != nil {
			return err
		}
	}
	return a.RemoveSchedule(ctx, c.ID)
}

// ScheduleOf is when a claim is to be published, or was and could not be; one
// without a claim's id when neither.
func (r *Room) ScheduleOf(ctx context.Context, id int64) (factcheck.Scheduled, error) {
	s, err := read(ctx, r, func(q *store.Queries) (factcheck.Scheduled, error) { return q.Schedule(ctx, id) })
	if err != nil && factcheck.KindOf(err) == factcheck.NotFound {
		return s, nil
	}
	return s, err
}

// Schedules are all publications that are to happen, or could not, the soonest
// first.
func (r *Room) Schedules(ctx context.Context) ([]factcheck.Scheduled, error) {
	return read(ctx, r, func(q *store.Queries) ([]factcheck.Scheduled, error) { return q.Schedules(ctx) })
}
