package main

import (
	"context"
	"strconv"

	"claimdesk/internal/config"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

type userListCommand struct {
	config.Newsroom
	printed
}

// Help is shown under the command's usage.
func (userListCommand) Help() string {
	return "Examples:\n\n\tclaimdesk user list\n\tclaimdesk user list --json --data /srv/newsroom"
}

// Run prints everybody, those who are locked out last.
func (c *userListCommand) Run(ctx context.Context, t *terminal) error {
	return withRoom(ctx, c.Newsroom, address{}, t, func(room *newsroom.Room) error {
		people, err := room.Users(ctx)
		if err != nil {
			return err
		}
		if c.JSON {
			out := make([]user, len(people))
			for i, u := range people {
				out[i] = userOf(u)
			}
			return t.asJSON(out)
		}
		rows := make([][]string, len(people))
		for i, u := range people {
			rows[i] = []string{strconv.FormatInt(u.ID, 10), u.Email, u.Name, string(u.Role), state(u), day(u.LastSeen, "never")}
		}
		return t.table([]string{"ID", "EMAIL", "NAME", "ROLE", "STATE", "LAST SEEN (UTC)"}, rows)
	})
}

// state is whether a user can log in.
func state(u factcheck.User) string {
	switch {
	case u.Disabled:
		return "disabled"
	case !u.HasSecret:
		return "no password"
	}
	return "active"
}
