package main

import (
	"context"

	"claimdesk/internal/config"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

type userPasswordCommand struct {
	somebody
	Stdin bool `name:"password-stdin" help:"Take the password from the first line of stdin instead of printing a link."`
	config.Newsroom
	address
	printed
}

// Help is shown under the command's usage.
func (userPasswordCommand) Help() string {
	return `A new password ends all sessions of the person. Without --password-stdin it prints a link that works once, within an hour, for choosing one.

Examples:

	claimdesk user password editor@example.org
	claimdesk user password editor@example.org --password-stdin < password.txt`
}

// Run sets the password, or makes a link.
func (c *userPasswordCommand) Run(ctx context.Context, t *terminal) error {
	var password string
	if c.Stdin {
		var err error
		if password, err = readPassword(t.in); err != nil {
			return err
		}
	}
	return withRoom(ctx, c.Newsroom, c.address, t, func(room *newsroom.Room) error {
		u, err := room.UserByEmail(ctx, c.Email)
		if err != nil {
			return err
		}
		if c.Stdin {
			return c.set(ctx, t, room, u, password)
		}
		return c.link(ctx, t, room, u)
	})
}

func (c *userPasswordCommand) set(ctx context.Context, t *terminal, room *newsroom.Room, u factcheck.User, password string) error {
	if err := room.SetPassword(ctx, factcheck.ByConsole(), u.ID, password); err != nil {
		return err
	}
	if !c.JSON {
		return t.say("The password of %s (%s) is set.", u.Name, u.Email)
	}
	u, err := room.User(ctx, u.ID)
	if err != nil {
		return err
	}
	return t.asJSON(userOf(u))
}

func (c *userPasswordCommand) link(ctx context.Context, t *terminal, room *newsroom.Room, u factcheck.User) error {
	token, err := room.ResetUser(ctx, factcheck.ByConsole(), u.ID, false)
	if err != nil {
		return err
	}
	out := userOf(u)
	out.Link = linkFor(room, token)
	if c.JSON {
		return t.asJSON(out)
	}
	return t.say("%s (%s) chooses a password here, once, within an hour:\n%s", u.Name, u.Email, out.Link)
}
