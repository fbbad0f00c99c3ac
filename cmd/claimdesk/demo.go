package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"claimdesk/internal/config"
	"claimdesk/internal/demo"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/store"
)

type demoCommand struct {
	config.Example
	config.Serve
	printed
}

// Help is shown under the command's usage.
func (demoCommand) Help() string {
	return `Everything in it can be read and edited. It lies in a temporary folder that is removed at the end, or in --data; the logins get new passwords at each start. A folder that holds a newsroom of your own is refused.

Examples:

	claimdesk demo
	claimdesk demo --addr 127.0.0.1:0 --json
	claimdesk demo --data example`
}

// login is how to log in as a role.
type login struct {
	Role     string `json:"role"`
	Email    string `json:"email"`
	Password string `json:"password"`
}

// invitation is the line that demo prints for other programs.
type invitation struct {
	URL    string  `json:"url"`
	Logins []login `json:"logins"`
}

// Run serves the example newsroom until it is told to end.
func (c *demoCommand) Run(ctx context.Context, t *terminal) (err error) {
	house, err := listen(ctx, &c.Serve, t)
	if err != nil {
		return err
	}
	defer house.close()
	ctx, done := house.untilSignal(ctx)
	defer done()
	folder, remove, err := c.folder()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, remove()) }()
	return unlessStopped(ctx, c.live(ctx, t, house, folder))
}

func (c *demoCommand) live(ctx context.Context, t *terminal, h *house, folder string) (err error) {
	if err := build(ctx, t, h, folder); err != nil {
		return fmt.Errorf("building the example newsroom: %w", err)
	}
	st, err := store.Open(ctx, folder)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	if err := refuseReal(ctx, st); err != nil {
		return err
	}
	room, err := h.open(ctx, st, time.Now, h.log)
	if err != nil {
		return err
	}
	if err := c.welcome(ctx, t, room); err != nil {
		return err
	}
	return h.serve(ctx, room)
}

// folder is where the example lies, and what takes it away again at the end.
func (c *demoCommand) folder() (name string, remove func() error, err error) {
	if c.Data != "" {
		return c.Data, func() error { return nil }, nil
	}
	name, err = os.MkdirTemp("", "claimdesk-demo-")
	return name, func() error { return os.RemoveAll(name) }, err
}

// build makes the example newsroom in a folder that holds none. It is built
// to one side and put in its place when it is whole, so that an interrupted
// start leaves no half of it.
func build(ctx context.Context, t *terminal, h *house, folder string) (err error) {
	if store.Exists(folder) {
		return nil
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	aside, err := os.MkdirTemp(folder, "building-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(aside)) }()
	if err := fill(ctx, t, h, aside); err != nil {
		return err
	}
	return os.Rename(filepath.Join(aside, store.FileName), filepath.Join(folder, store.FileName))
}

// fill makes the example newsroom in an empty folder, and closes it.
func fill(ctx context.Context, t *terminal, h *house, folder string) (err error) {
	st, err := store.Open(ctx, folder)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	log := quietly(t.err)
	return demo.Build(ctx, func(now func() time.Time) (*newsroom.Room, error) { return h.open(ctx, st, now, log) })
}

// refuseReal fails when a newsroom is there that is not an example.
func refuseReal(ctx context.Context, st *store.Store) error {
	var present factcheck.Settings
	err := st.Read(ctx, func(q *store.Queries) (err error) {
		present, err = q.Settings(ctx)
		return err
	})
	if factcheck.KindOf(err) == factcheck.NotFound {
		return nil
	}
	if err == nil && !present.Example {
		err = fmt.Errorf("%s is a newsroom of your own, not an example: name another folder with --data", st.Path())
	}
	return err
}

func (c *demoCommand) welcome(ctx context.Context, t *terminal, room *newsroom.Room) error {
	known, err := demo.Logins(ctx, room)
	if err != nil {
		return err
	}
	out := invitation{URL: room.URL("")}
	for _, l := range known {
		out.Logins = append(out.Logins, login{string(l.Role), l.Email, l.Password})
	}
	if c.JSON {
		return t.asJSON(out)
	}
	if err := t.say("The example newsroom is at %s, its desk at %s\n", room.URL("/"), room.URL("/desk")); err != nil {
		return err
	}
	rows := make([][]string, len(out.Logins))
	for i, l := range out.Logins {
		rows[i] = []string{l.Role, l.Email, l.Password}
	}
	if err := t.table([]string{"ROLE", "EMAIL", "PASSWORD"}, rows); err != nil {
		return err
	}
	if c.Data == "" {
		return t.say("\nNothing of it is kept: Ctrl-C ends it and removes it.")
	}
	return t.say("\nIt is kept in %s. Ctrl-C ends it.", c.Data)
}
