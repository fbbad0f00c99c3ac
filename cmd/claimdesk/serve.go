package main

import (
	"context"
	"errors"
	"time"

	"claimdesk/internal/config"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store"
)

type serveCommand struct {
	config.Newsroom
	config.Serve
}

// Help is shown under the command's usage.
func (serveCommand) Help() string {
	return `A flag wins over its environment variable, which wins over the default. While there is no admin, it prints a link that works once for making the first one; everything else works meanwhile. The first SIGINT or SIGTERM lets running requests finish, the second ends at once.

Examples:

	claimdesk serve
	claimdesk serve --data /srv/newsroom --addr 127.0.0.1:9000
	claimdesk serve --base-url https://checks.example.org --trusted-proxies 127.0.0.1 --log json`
}

// Run serves until it is told to end.
func (c *serveCommand) Run(ctx context.Context, t *terminal) (err error) {
	house, err := listen(ctx, &c.Serve, t)
	if err != nil {
		return err
	}
	defer house.close()
	ctx, done := house.untilSignal(ctx)
	defer done()
	st, err := store.Open(ctx, folder(c.Newsroom))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	return unlessStopped(ctx, c.live(ctx, t, house, st))
}

func (c *serveCommand) live(ctx context.Context, t *terminal, h *house, st *store.Store) error {
	room, err := h.open(ctx, st, time.Now, h.log)
	if err != nil {
		return err
	}
	if err := welcome(ctx, t, room); err != nil {
		return err
	}
	return h.serve(ctx, room)
}

// welcome says where the newsroom is, and how its first admin is made while
// there is none.
func welcome(ctx context.Context, t *terminal, room *newsroom.Room) error {
	if err := t.say("The newsroom is at %s, its desk at %s", room.URL("/"), room.URL("/desk")); err != nil {
		return err
	}
	needed, err := room.NeedsAdmin(ctx)
	if err != nil || !needed {
		return err
	}
	token, err := room.SetupLink(ctx)
	if err != nil {
		return err
	}
	return t.say("There is no admin yet. The first one is made here, once, within 72 hours:\n%s", room.URL("/desk/setup/"+token))
}
