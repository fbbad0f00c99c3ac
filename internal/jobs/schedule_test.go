package jobs

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"
)

func TestItLooksAtTheNextTimeAndNeverLaterThanThePeriod(t *testing.T) {
	now := time.Date(2023, 9, 14, 12, 0, 0, 0, time.UTC)
	for _, x := range []struct {
		next time.Time
		want time.Duration
	}{
		{time.Time{}, lookPeriod}, {now.Add(time.Hour), lookPeriod}, {now.Add(time.Second), time.Second}, {now, 0}, {now.Add(-time.Hour), 0},
	} {
		if got := until(x.next, now); got != x.want {
			t.Errorf("until %v it waits %v, want %v", x.next, got, x.want)
		}
	}
}

func TestItLooksAtOnceWhenWokenAndWhenTheTimeHasCome(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	var written bytes.Buffer
	looked, woken, times, ended := make(chan struct{}), make(chan struct{}), make(chan time.Time), make(chan struct{})
	next := time.Date(2023, 9, 14, 12, 0, 0, 0, time.UTC)
	due := func(context.Context) (time.Time, error) {
		looked <- struct{}{}
		return next, errors.New("the disk is full")
	}
	wait := func(got time.Time) <-chan time.Time {
		if got != next {
			t.Errorf("it waits for %v", got)
		}
		return times
	}
	go func() {
		defer close(ended)
		publish(ctx, due, woken, wait, slog.New(slog.NewTextHandler(&written, nil)))
	}()
	<-looked
	woken <- struct{}{}
	<-looked
	times <- next
	<-looked
	cancel()
	<-ended
	if !strings.Contains(written.String(), "the disk is full") {
		t.Errorf("the log says %q", written.String())
	}
}
