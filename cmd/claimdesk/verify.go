package main

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"claimdesk/internal/config"
	"claimdesk/internal/newsroom"
)

type verifyCommand struct {
	config.Newsroom
	printed
}

// Help is shown under the command's usage.
func (verifyCommand) Help() string {
	return `Looks up every quote in its snapshot again, recomputes every hash and the chain of the log, and checks the database itself. It changes nothing, may run beside a server, and ends with 1 when anything does not hold. On a terminal it shows how far it has come.

With --json it prints one object at the end: "ok"; "seconds"; "counts", how many "quotes", "snapshots", "events" and so on were looked at; "faults", a list of objects with "check" (which part found it), "what" (where, such as "evidence 7 of claim 3") and "why"; "unlisted", how many faults there are beyond the 10,000 that are listed; "last_event" and "last_event_hash", with which the log ends: keep them elsewhere, and you can tell later that nothing was cut off.

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
		if n := len(found.Faults) + found.Unlisted; n > 0 {
			return fmt.Errorf("not everything holds: %s found", many(n, "fault"))
		}
		return nil
	})
}

func (c *verifyCommand) print(t *terminal, r newsroom.Report) error {
	if c.JSON {
		return t.asJSON(r)
	}
	var parts []string
	for _, things := range slices.Sorted(maps.Keys(r.Counts)) {
		if n := r.Counts[things]; n > 0 {
			parts = append(parts, counted(n, things))
		}
	}
	if err := t.say("Checked %s in %.1f s.", strings.Join(parts, ", "), r.Seconds); err != nil {
		return err
	}
	for _, f := range r.Faults {
		if err := t.say("%s: %s", f.What, f.Why); err != nil {
			return err
		}
	}
	switch {
	case r.Unlisted > 0:
		return t.say("%s more are not listed.", grouped(r.Unlisted))
	case !r.OK:
		return nil
	}
	return t.say("Everything holds. The log ends with event %d, hash %s.", r.LastEvent, r.LastEventHash)
}

// counted is a number of things in words, out of their plural: "1 quote".
func counted(n int, things string) string {
	if n == 1 {
		things = strings.TrimSuffix(things, "s")
	}
	return grouped(n) + " " + things
}
