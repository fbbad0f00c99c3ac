package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// How long a client may take: to send the head of a request, to send all of
// it, to take the answer, and between two requests. The longest is the upload of
// a source over a slow line, which is then read for up to 50 seconds.
const (
	headTime  = 10 * time.Second
	readTime  = 90 * time.Second
	writeTime = 150 * time.Second
	idleTime  = 75 * time.Second
)

// mostHead is the largest head of a request, in bytes.
const mostHead = 64 << 10

// drainTime is how long running requests have when the server stops.
const drainTime = 20 * time.Second

// Serve answers the connections of a listener until ctx ends. Then it takes
// no new ones, lets running requests finish within 20 seconds, and returns
// nil; requests that took longer are cut off, which is an error.
func Serve(ctx context.Context, listener net.Listener, handler http.Handler, log *slog.Logger) error {
	srv := bounded(handler, log)
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(listener) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serving at %s: %w", listener.Addr(), err)
	case <-ctx.Done():
	}
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTime)
	defer cancel()
	if err := srv.Shutdown(drain); err != nil {
		return fmt.Errorf("waiting for running requests: %w", errors.Join(err, srv.Close()))
	}
	return nil
}

// bounded is a server that waits for nobody without end.
func bounded(handler http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: headTime,
		ReadTimeout:       readTime,
		WriteTimeout:      writeTime,
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    mostHead,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
}
