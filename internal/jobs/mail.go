package jobs

import (
	"context"
	"log/slog"
	"time"

	"claimdesk/internal/newsroom"
)

// mailPeriod is how long a mail may lie that was queued by another process, or
// whose time has come to be tried again.
const mailPeriod = 30 * time.Second

// Mail sends what is due: at once after an act, and every half minute. It
// returns when ctx ends, and at once while mail is off. A round that fails is
// logged, and the next one tries again.
func Mail(ctx context.Context, room *newsroom.Room, log *slog.Logger) {
	if !room.MailOn() {
		return
	}
	ticker := time.NewTicker(mailPeriod)
	defer ticker.Stop()
	deliver(ctx, room.SendMails, room.MailWoken(), ticker.C, log)
}

// deliver sends now, at each tick and when woken, and not at all once ctx has
// ended.
func deliver(ctx context.Context, send func(context.Context) error, woken <-chan struct{}, ticks <-chan time.Time, log *slog.Logger) {
	for ctx.Err() == nil {
		if err := send(ctx); err != nil && ctx.Err() == nil {
			log.ErrorContext(ctx, "sending mail", "error", err)
		}
		select {
		case <-ctx.Done():
		case <-ticks:
		case <-woken:
		}
	}
}
