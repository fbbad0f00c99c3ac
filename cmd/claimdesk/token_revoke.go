package main

import (
	"context"

	"claimdesk/internal/config"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

type tokenRevokeCommand struct {
	ID int64 `arg:"" help:"Number of the token, as the list shows it."`
	config.Newsroom
}

// Help is shown under the command's usage.
func (tokenRevokeCommand) Help() string {
	return "It stops working at once.\n\nExamples:\n\n\tclaimdesk token revoke 3"
}

// Run revokes the token.
func (c *tokenRevokeCommand) Run(ctx context.Context, t *terminal) error {
	return withRoom(ctx, c.Newsroom, address{}, t, func(room *newsroom.Room) error {
		if err := room.RevokeToken(ctx, factcheck.ByConsole(), c.ID); err != nil {
			return err
		}
		return t.say("Token %d is revoked.", c.ID)
	})
}
