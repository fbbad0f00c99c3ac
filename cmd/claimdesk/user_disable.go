package main

import (
	"context"

	"claimdesk/internal/config"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

type userDisableCommand struct {
	somebody
	config.Newsroom
	printed
}

// Help is shown under the command's usage.
func (userDisableCommand) Help() string {
	return `Sessions and API tokens stop working at once. Nothing that the person did is lost, and "claimdesk user enable" lets the person in again.

Examples:

	claimdesk user disable editor@example.org`
}

// Run locks the user out.
func (c *userDisableCommand) Run(ctx context.Context, t *terminal) error {
	return setDisabled(ctx, t, c.Newsroom, c.printed, c.Email, true)
}

// setDisabled locks a user out or lets one in again.
func setDisabled(ctx context.Context, t *terminal, n config.Newsroom, p printed, email string, disabled bool) error {
	return withRoom(ctx, n, address{}, t, func(room *newsroom.Room) error {
		u, err := room.UserByEmail(ctx, email)
		if err != nil {
			return err
		}
		u, err = room.SetDisabled(ctx, factcheck.ByConsole(), u.ID, disabled)
		if err != nil {
			return err
		}
		if p.JSON {
			return t.asJSON(userOf(u))
		}
		if disabled {
			return t.say("%s (%s) can no longer log in.", u.Name, u.Email)
		}
		return t.say("%s (%s) can log in again.", u.Name, u.Email)
	})
}
