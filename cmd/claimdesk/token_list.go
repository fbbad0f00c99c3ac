package main

import (
	"context"
	"strconv"

	"claimdesk/internal/config"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

type tokenListCommand struct {
	config.Newsroom
	printed
}

// Help is shown under the command's usage.
func (tokenListCommand) Help() string {
	return "The tokens themselves are not shown: only their hashes are kept.\n\nExamples:\n\n\tclaimdesk token list\n\tclaimdesk token list --json"
}

// Run prints everybody's tokens, the newest first.
func (c *tokenListCommand) Run(ctx context.Context, t *terminal) error {
	return withRoom(ctx, c.Newsroom, address{}, t, func(room *newsroom.Room) error {
		tokens, err := room.Tokens(ctx, factcheck.ByConsole(), 0)
		if err != nil {
			return err
		}
		if c.JSON {
			out := make([]token, len(tokens))
			for i, k := range tokens {
				out[i] = tokenOf(k)
			}
			return t.asJSON(out)
		}
		rows := make([][]string, len(tokens))
		for i, k := range tokens {
			rows[i] = []string{strconv.FormatInt(k.ID, 10), k.User.Email, k.Name, day(k.CreatedAt, ""),
				day(k.ExpiresAt, "never"), day(k.LastUsed, "never"), day(k.RevokedAt, "")}
		}
		return t.table([]string{"ID", "USER", "NAME", "MADE (UTC)", "EXPIRES", "LAST USED", "REVOKED"}, rows)
	})
}
