package jobs

import (
	"context"
	"log/slog"
	"time"

	"claimdesk/internal/newsroom"
)

// period is how long sessions, links and receipts that are over may lie about
// before they are deleted. They are of no use meanwhile.
const period = time.Hour

// Run tidies up at once and then every hour. It returns when ctx ends; a
// round that fails is logged, and the next one tries again.
func Run(ctx context.Context, room *newsroom.Room, log *slog.Logger) {
	ticker := time.NewTicker(period)
	defer ticker.Stop()
	rounds(ctx, room.Sweep, ticker.C, log)
}

// rounds calls sweep now and at each tick, and not at all once ctx has ended.
func rounds(ctx context.Context, sweep func(context.Context) error, ticks <-chan time.Time, log *slog.Logger) {
	for ctx.Err() == nil {
		if err := sweep(ctx); err != nil && ctx.Err() == nil {
			log.ErrorContext(ctx, "tidying up", "error", err)
		}
		select {
		case <-ctx.Done():
		case <-ticks:
		}
	}
}
