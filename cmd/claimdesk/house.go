package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"claimdesk/internal/config"
	"claimdesk/internal/fetch"
	"claimdesk/internal/ingest"
	"claimdesk/internal/jobs"
	"claimdesk/internal/mail"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store"
	"claimdesk/internal/web"
)

// house is what serve and demo share: an address that is listened on, and how
// a newsroom is served there.
type house struct {
	settings *config.Serve
	listener net.Listener
	base     *url.URL
	log      *slog.Logger
	fetch    *fetch.Client
	reader   *ingest.Reader
}

// listen checks the settings and takes the address. Whoever connects before
// serve is called waits. The house must be closed.
func listen(ctx context.Context, settings *config.Serve, t *terminal) (*house, error) {
	if err := settings.Check(); err != nil {
		return nil, err
	}
	var how net.ListenConfig
	listener, err := how.Listen(ctx, "tcp", settings.Addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("something else is listening at %s already: choose another address with --addr", settings.Addr)
	}
	if err != nil {
		return nil, fmt.Errorf("listening at %s: %w", settings.Addr, err)
	}
	base, err := settings.URL(listener.Addr())
	if err != nil {
		return nil, errors.Join(err, listener.Close())
	}
	return &house{settings, listener, base, settings.Logger(t.err), fetcher(settings.Fetch, base.String()), ingest.New()}, nil
}

// fetcher is the client by which other machines are reached. It tells them
// the newsroom's address where that is public.
func fetcher(settings config.Fetch, contact string) *fetch.Client {
	return fetch.New(fetch.Options{Allow: settings.Allowed, ArchiveAPI: settings.Archive, Agent: built().Version, Contact: contact})
}

// close gives back the address and what reading documents needs. After serve,
// the address is given back already.
func (h *house) close() { _, _ = h.listener.Close(), h.reader.Close() }

// open opens the newsroom of a store as seen from this address.
func (h *house) open(ctx context.Context, st *store.Store, now func() time.Time, log *slog.Logger) (*newsroom.Room, error) {
	return newsroom.Open(ctx, st, newsroom.Options{BaseURL: h.base.String(), SiteName: h.settings.SiteName,
		Now: now, Log: log, Fetch: h.fetch, Reader: h.reader, Mail: h.mail()})
}

// mail is the server that takes mails; nil, and not a nil *mail.Server, while
// mail is off.
func (h *house) mail() newsroom.Mail {
	if h.settings.SMTP == nil {
		return nil
	}
	return mail.New(h.settings.SMTP, h.settings.From(h.base))
}

// serve answers requests and does what is due until ctx ends; then it lets
// both finish, and gives up what is being read.
func (h *house) serve(ctx context.Context, room *newsroom.Room) error {
	ctx, cancel := context.WithCancel(ctx)
	var work sync.WaitGroup
	defer room.Close()
	defer work.Wait()
	defer cancel()
	work.Go(func() { jobs.Run(ctx, room, h.log) })
	work.Go(func() { jobs.Mail(ctx, room, h.log) })
	work.Go(func() { jobs.Publish(ctx, room, h.log) })
	h.log.InfoContext(ctx, "serving", "address", h.listener.Addr().String(), "base", h.base.String(), "version", built().Version)
	handler := web.New(room, web.Options{BaseURL: h.base, Proxies: h.settings.Proxies, Log: h.log})
	if err := web.Serve(ctx, h.listener, handler, h.log); err != nil {
		return err
	}
	h.log.InfoContext(ctx, "stopped")
	return nil
}

// untilSignal is ctx until somebody asks the program to end. Asked a second
// time, once the log says that it is stopping, it ends at once. The function
// must be called at the end.
func (h *house) untilSignal(ctx context.Context) (context.Context, func()) {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	quit := make(chan struct{})
	var watch sync.WaitGroup
	watch.Go(func() {
		select {
		case <-ctx.Done():
			stop()
			h.log.Info("stopping when running requests are done; a second signal ends at once")
		case <-quit:
		}
	})
	return ctx, func() {
		close(quit)
		watch.Wait()
		stop()
	}
}

// unlessStopped is err, or nil when it says only that ctx has ended: being
// told to stop while starting is no failure.
func unlessStopped(ctx context.Context, err error) error {
	if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		return nil
	}
	return err
}
