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

// desk counts sweeps and tells of each.
type desk struct {
	swept chan struct{}
	fails error
}

func (d *desk) sweep(context.Context) error {
	d.swept <- struct{}{}
	return d.fails
}

// begin runs rounds in the background; ended is closed when they are over.
func begin(ctx context.Context, d *desk, ticks <-chan time.Time, log *slog.Logger) (ended chan struct{}) {
	ended = make(chan struct{})
	go func() {
		defer close(ended)
		rounds(ctx, d.sweep, ticks, log)
	}()
	return ended
}

func TestItTidiesUpAtOnceAndAtEachTick(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	d, ticks := &desk{swept: make(chan struct{})}, make(chan time.Time)
	ended := begin(ctx, d, ticks, slog.New(slog.DiscardHandler))
	<-d.swept
	for range 3 {
		ticks <- time.Time{}
		<-d.swept
	}
	cancel()
	<-ended
}

func TestARoundThatFailsIsLoggedAndTheNextOneComes(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	var written bytes.Buffer
	d, ticks := &desk{swept: make(chan struct{}), fails: errors.New("the disk is full")}, make(chan time.Time)
	ended := begin(ctx, d, ticks, slog.New(slog.NewTextHandler(&written, nil)))
	<-d.swept
	ticks <- time.Time{}
	<-d.swept
	cancel()
	<-ended
	if !strings.Contains(written.String(), "the disk is full") {
		t.Errorf("the log says %q", written.String())
	}
}

func TestNothingIsDoneOnceItIsOver(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	d := &desk{swept: make(chan struct{}, 1)}
	<-begin(ctx, d, nil, slog.New(slog.DiscardHandler))
	if len(d.swept) != 0 {
		t.Error("it tidied up after the end")
	}
}
