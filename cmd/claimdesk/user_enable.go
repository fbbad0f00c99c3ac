package main

import (
	"context"

	"claimdesk/internal/config"
)

type userEnableCommand struct {
	somebody
	config.Newsroom
	printed
}

// Help is shown under the command's usage.
func (userEnableCommand) Help() string {
	return "Examples:\n\n\tclaimdesk user enable editor@example.org"
}

// Run lets the user in again.
func (c *userEnableCommand) Run(ctx context.Context, t *terminal) error {
	return setDisabled(ctx, t, c.Newsroom, c.printed, c.Email, false)
}
