package main

import (
	"context"

	"claimdesk/internal/config"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

type userAddCommand struct {
	Email  string `required:"" placeholder:"EMAIL" help:"Address with which the person logs in."`
	Name   string `required:"" placeholder:"NAME" help:"How colleagues call the person."`
	Role   string `required:"" placeholder:"ROLE" help:"What the person may do: reporter, editor or admin."`
	Byline string `placeholder:"NAME" help:"Name that readers see; without one, the name."`
	Stdin  bool   `name:"password-stdin" help:"Take the password from the first line of stdin instead of printing a link."`
	config.Newsroom
	address
	printed
}

// Help is shown under the command's usage.
func (userAddCommand) Help() string {
	return `Creates the newsroom where there is none. Without --password-stdin it prints a link that works once, within 72 hours, for choosing a password.

Examples:

	claimdesk user add --email editor@example.org --name "Desk editor" --role editor
	claimdesk user add --email admin@example.org --name "Admin" --role admin --password-stdin < password.txt`
}

// Run adds the user.
func (c *userAddCommand) Run(ctx context.Context, t *terminal) error {
	var password string
	if c.Stdin {
		var err error
		if password, err = readPassword(t.in); err != nil {
			return err
		}
	}
	return withRoom(ctx, c.Newsroom, c.address, t, func(room *newsroom.Room) error {
		draft := factcheck.UserDraft{Email: c.Email, Name: c.Name, Byline: c.Byline, Role: factcheck.Role(c.Role)}
		u, token, err := room.AddUser(ctx, factcheck.ByConsole(), draft, password)
		if err != nil {
			return err
		}
		return c.print(t, room, u, token)
	})
}

func (c *userAddCommand) print(t *terminal, room *newsroom.Room, u factcheck.User, token string) error {
	out := userOf(u)
	if token != "" {
		out.Link = linkFor(room, token)
	}
	if c.JSON {
		return t.asJSON(out)
	}
	if err := t.say("Added %s (%s) as %s.", u.Name, u.Email, u.Role); err != nil || token == "" {
		return err
	}
	return t.say("A password is chosen here, once, within 72 hours:\n%s", out.Link)
}
