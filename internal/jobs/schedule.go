package jobs

import (
	"context"
	"log/slog"
	"time"

	"claimdesk/internal/newsroom"
)

// lookPeriod is how long a publication may be overdue that another process has
// scheduled.
const lookPeriod = 2 * time.Second

// Publish publishes what was scheduled, each at its time. It returns when ctx
// ends; a round that fails is logged, and the next one tries again.
func Publish(ctx context.Context, room *newsroom.Room, log *slog.Logger) {
	timer := time.NewTimer(0)
	defer timer.Stop()
	wait := func(next time.Time) <-chan time.Time {
		timer.Reset(until(next, room.Now()))
		return timer.C
	}
	publish(ctx, room.PublishDue, room.ScheduleWoken(), wait, log)
}

// until is how long to wait before looking again: to the next time, zero for
// none, but never longer than lookPeriod.
func until(next, now time.Time) time.Duration {
	if next.IsZero() {
		return lookPeriod
	}
	return max(0, min(lookPeriod, next.Sub(now)))
}

// publish looks now, whenever the time comes that was waited for, and when
// woken; and not at all once ctx has ended.
func publish(ctx context.Context, due func(context.Context) (time.Time, error), woken <-chan struct{}, wait func(time.Time) <-chan time.Time, log *slog.Logger) {
	for ctx.Err() == nil {
		next, err := due(ctx)
		if err != nil && ctx.Err() == nil {
			log.ErrorContext(ctx, "publishing what was scheduled", "error", err)
		}
		select {
		case <-ctx.Done():
		case <-woken:
		case <-wait(next):
		}
	}
}
