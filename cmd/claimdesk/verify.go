package main

import (
	"context"
	"fmt"
	"io"

	"claimdesk/internal/config"
	"claimdesk/internal/newsroom"
)

type verifyCommand struct {
	config.Newsroom
	printed
}

// Help is shown under the command's usage.
func (verifyCommand) Help() string {
	return `Looks up every quote in its snapshot again, recomputes every hash and the chain of the log, and checks the database itself. It changes nothing, and ends with 1 when anything does not hold.

Examples:

	claimdesk verify
	claimdesk verify --json --data /srv/newsroom`
}

// Run checks everything. The error says how much does not hold.
func (c *verifyCommand) Run(ctx context.Context, t *terminal) error {
	return withExisting(ctx, c.Newsroom, t, func(room *newsroom.Room) error {
		bar := progress{to: t.err, on: onScreen(t.err)}
		found, err := room.Verify(ctx, bar.show)
		bar.clear()
		if err != nil {
			return err
		}
		if err := c.print(t, found); err != nil {
			return err
		}
		if n := len(found.Faults); n > 0 {
			return fmt.Errorf("not everything holds: %d found", n)
		}
		return nil
	})
}

func (c *verifyCommand) print(t *terminal, r newsroom.Report) error {
	if c.JSON {
		r.Faults = append([]newsroom.Fault{}, r.Faults...) // [], not null
		return t.asJSON(r)
	}
	if err := t.say("Checked %s, %s, %s, %s and %s.", many(r.Quotes, "quote"), many(r.Snapshots, "snapshot"),
		many(r.Revisions, "revision"), many(r.Versions, "version"), many(r.Events, "event")); err != nil {
		return err
	}
	for _, f := range r.Faults {
		if err := t.say("%s: %s", f.What, f.Why); err != nil {
			return err
		}
	}
	if len(r.Faults) == 0 {
		return t.say("Everything holds.")
	}
	return nil
}

// progress is a line on a screen that says how far something has come.
type progress struct {
	to io.Writer
	on bool
}

func (p progress) show(done int) {
	if p.on {
		fmt.Fprintf(p.to, "\r\x1b[K%d checked", done)
	}
}

func (p progress) clear() {
	if p.on {
		fmt.Fprint(p.to, "\r\x1b[K")
	}
}
