package jobs

import (
	"context"
	"log/slog"
	"testing"
	"time"
)

func TestMailIsSentAtOnceWhenWokenAndAtEachTick(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	sent, woken, ticks, ended := make(chan struct{}), make(chan struct{}), make(chan time.Time), make(chan struct{})
	go func() {
		defer close(ended)
		deliver(ctx, func(context.Context) error {
			sent <- struct{}{}
			return nil
		}, woken, ticks, slog.New(slog.DiscardHandler))
	}()
	<-sent
	woken <- struct{}{}
	<-sent
	ticks <- time.Time{}
	<-sent
	cancel()
	<-ended
}
