package newsroom

import (
	"context"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// How many publications are looked up at once that are due.
const dueAtOnce = 50

// ScheduleWoken receives when this process has scheduled a publication.
func (r *Room) ScheduleWoken() <-chan struct{} { return r.due }

func (r *Room) wakeSchedule() {
	select {
	case r.due <- struct{}{}:
	default: // somebody is about to look already
	}
}

// PublishDue publishes what is due, each in an act of its own in which its row
// goes: exactly once, whatever happens between, and however many processes do
// the same. What is refused stays as failed, and people are told. It gives when
// the next one is due, zero when none is; and the first error that was nobody's
// refusal, after which the rest of that round is still tried.
func (r *Room) PublishDue(ctx context.Context) (time.Time, error) {
	due, err := read(ctx, r, func(q *store.Queries) ([]factcheck.Scheduled, error) { return q.DueSchedules(ctx, r.Now(), dueAtOnce) })
	if err != nil {
		return time.Time{}, err
	}
	var first error
	for _, s := range due {
		if err := r.publishDue(ctx, s); err != nil && first == nil {
			first = err
		}
	}
	if first != nil {
		return time.Time{}, first
	}
	return read(ctx, r, func(q *store.Queries) (time.Time, error) { return q.NextSchedule(ctx) })
}

// publishDue publishes one as whoever scheduled it, with all that is asked of
// them now; or notes why that was refused.
func (r *Room) publishDue(ctx context.Context, s factcheck.Scheduled) error {
	u, err := r.User(ctx, s.UserID)
	if err != nil {
		return err
	}
	_, err = act(ctx, r, u.Actor(), factcheck.Publish, func(a *acting) (factcheck.Claim, error) {
		if still, err := a.stillDue(ctx, s); err != nil || !still {
			return factcheck.Claim{}, err
		}
		c, err := a.Claim(ctx, s.ClaimID)
		if err != nil {
			return c, err
		}
		o := Order{Class: s.Class, Note: s.Note}
		if err := a.mayPublish(ctx, &c, o); err != nil {
			return c, err
		}
		return a.publish(ctx, r, c, o)
	})
	switch e := factcheck.As(err); {
	case e == nil || e.Kind == factcheck.Internal:
		return err
	case e.Kind == factcheck.Forbidden, e.Kind == factcheck.Unidentified:
		return r.missed(ctx, s, u.Name+", who scheduled it, may no longer publish. Somebody else has to.")
	default:
		return r.missed(ctx, s, e.Error())
	}
}

// stillDue tells whether nobody has published the claim meanwhile, taken it off
// the schedule or given it another time.
func (a *acting) stillDue(ctx context.Context, s factcheck.Scheduled) (bool, error) {
	is, err := a.Tx.Schedule(ctx, s.ClaimID)
	if err != nil && factcheck.KindOf(err) == factcheck.NotFound {
		return false, nil
	}
	return err == nil && is.At.Equal(s.At) && is.CreatedAt.Equal(s.CreatedAt) && is.Failed == "", err
}

// missed notes why a publication could not happen at its time, and tells whoever
// scheduled it and the editors.
func (r *Room) missed(ctx context.Context, s factcheck.Scheduled, why string) error {
	_, err := act(ctx, r, factcheck.ByConsole(), factcheck.MissTime, func(a *acting) (factcheck.Claim, error) {
		if still, err := a.stillDue(ctx, s); err != nil || !still {
			return factcheck.Claim{}, err
		}
		s.Failed = why
		if err := a.SetSchedule(ctx, s); err != nil {
			return factcheck.Claim{}, err
		}
		c, err := a.Claim(ctx, s.ClaimID)
		if err != nil {
			return c, err
		}
		editors, err := a.activeEditors(ctx)
		if err != nil {
			return c, err
		}
		if err := a.notify(ctx, factcheck.NotPublished, s.ClaimID, factcheck.Beginning(why), append(editors, s.UserID)...); err != nil {
			return c, err
		}
		return a.save(ctx, c)
	})
	return err
}
