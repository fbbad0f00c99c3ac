package main

import (
	"context"

	"claimdesk/internal/config"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

type tokenAddCommand struct {
	User string `required:"" placeholder:"EMAIL" help:"Whose token it is: it may do what this person may."`
	Name string `required:"" placeholder:"NAME" help:"What it is for, to know it again in the list."`
	Days int    `placeholder:"DAYS" help:"How many days it works. Default: until it is revoked."`
	config.Newsroom
	printed
}

// Help is shown under the command's usage.
func (tokenAddCommand) Help() string {
	return `The token is printed once, alone on the last line; only its hash is kept.

Examples:

	claimdesk token add --user editor@example.org --name "archive script" --days 90
	TOKEN=$(claimdesk token add --user editor@example.org --name "archive script" | tail -n 1)`
}

// mostDays is a hundred years.
const mostDays = 36_500

// Run makes the token.
func (c *tokenAddCommand) Run(ctx context.Context, t *terminal) error {
	if c.Days < 0 || c.Days > mostDays {
		return misuse("--days must be from 1 to %d, or left out, not %d", mostDays, c.Days)
	}
	return withRoom(ctx, c.Newsroom, address{}, t, func(room *newsroom.Room) error {
		u, err := room.UserByEmail(ctx, c.User)
		if err != nil {
			return err
		}
		key, made, err := room.AddToken(ctx, factcheck.ByConsole(), u.ID, c.Name, c.Days)
		if err != nil {
			return err
		}
		if c.JSON {
			out := tokenOf(made)
			out.Key = key
			return t.asJSON(out)
		}
		return t.say("Token %d of %s, named %s, %s. It is shown this once:\n%s", made.ID, u.Email, made.Name, lasting(made), key)
	})
}

func lasting(t factcheck.Token) string {
	if t.ExpiresAt.IsZero() {
		return "valid until it is revoked"
	}
	return "valid until " + day(t.ExpiresAt, "") + " UTC"
}
