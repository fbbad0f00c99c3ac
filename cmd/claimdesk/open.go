package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"time"

	"claimdesk/internal/config"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store"
)

// address is where readers reach the server, for commands that print links to
// it. The flags are those of serve, so that one environment does for both.
type address struct {
	Base string `name:"base-url" env:"CLAIMDESK_BASE_URL" placeholder:"URL" help:"Address of the server, for the link that is printed. Default: http:// and --addr."`
	Addr string `name:"addr" env:"CLAIMDESK_ADDR" default:"127.0.0.1:8080" placeholder:"HOST:PORT" help:"Address that the server listens on."`
}

// url is the base of links. It fails as serve would with the same settings.
func (a address) url() (*url.URL, error) {
	s := config.Serve{Addr: a.Addr, Base: a.Base}
	if err := s.Check(); err != nil {
		return nil, err
	}
	if s.BaseURL == nil {
		return nil, misuse("the server's address is not known while --addr takes a free port: give --base-url")
	}
	return s.BaseURL, nil
}

// folder is where a newsroom lies. A variable that is set and empty means the
// default, as everywhere.
func folder(n config.Newsroom) string { return cmp.Or(n.Data, "data") }

// withRoom opens the newsroom, lets fn work on it, and closes it. Where there
// is none it is created.
func withRoom(ctx context.Context, n config.Newsroom, at address, t *terminal, fn func(*newsroom.Room) error) error {
	base, err := at.url()
	if err != nil {
		return err
	}
	return opened(ctx, n, t, newsroom.Options{BaseURL: base.String()}, fn)
}

// opened opens the newsroom as options say, lets fn work on it, and closes it.
func opened(ctx context.Context, n config.Newsroom, t *terminal, options newsroom.Options, fn func(*newsroom.Room) error) (err error) {
	st, err := store.Open(ctx, folder(n))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	options.Now, options.Log = time.Now, quietly(t.err)
	room, err := newsroom.Open(ctx, st, options)
	if err != nil {
		return err
	}
	return fn(room)
}

// withExisting is withRoom for commands that have no business in a newsroom
// that is not there yet.
func withExisting(ctx context.Context, n config.Newsroom, t *terminal, fn func(*newsroom.Room) error) error {
	return withExistingAt(ctx, n, address{}, t, fn)
}

// withExistingAt is withExisting for commands that write addresses.
func withExistingAt(ctx context.Context, n config.Newsroom, at address, t *terminal, fn func(*newsroom.Room) error) error {
	if err := exists(n); err != nil {
		return err
	}
	return withRoom(ctx, n, at, t, fn)
}

// exists fails where there is no newsroom.
func exists(n config.Newsroom) error {
	if !store.Exists(folder(n)) {
		return fmt.Errorf("there is no newsroom in %s: name its folder with --data", folder(n))
	}
	return nil
}

// quietly logs only what somebody should look at.
func quietly(w io.Writer) *slog.Logger {
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: slog.LevelWarn}))
}
