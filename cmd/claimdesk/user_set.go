package main

import (
	"context"

	"claimdesk/internal/config"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

type userSetCommand struct {
	somebody
	Role   *string `placeholder:"ROLE" help:"What the person may do: reporter, editor or admin."`
	Name   *string `placeholder:"NAME" help:"How colleagues call the person."`
	Byline *string `placeholder:"NAME" help:"Name that readers see; an empty one: the name."`
	config.Newsroom
	printed
}

// Help is shown under the command's usage.
func (userSetCommand) Help() string {
	return `What is not given stays as it is. It takes effect on the person's next request.

Examples:

	claimdesk user set editor@example.org --role admin
	claimdesk user set editor@example.org --name "Night editor" --byline ""`
}

// Run changes what was given.
func (c *userSetCommand) Run(ctx context.Context, t *terminal) error {
	if c.Role == nil && c.Name == nil && c.Byline == nil {
		return misuse("nothing to change: give --role, --name or --byline")
	}
	return withRoom(ctx, c.Newsroom, address{}, t, func(room *newsroom.Room) error {
		u, err := room.UserByEmail(ctx, c.Email)
		if err != nil {
			return err
		}
		u, err = room.EditUser(ctx, factcheck.ByConsole(), u.ID, u.Version, c.draft(u))
		if err != nil {
			return err
		}
		if c.JSON {
			return t.asJSON(userOf(u))
		}
		return t.say("%s (%s) is %s.", u.Name, u.Email, u.Role)
	})
}

func (c *userSetCommand) draft(u factcheck.User) factcheck.UserDraft {
	d := factcheck.UserDraft{Email: u.Email, Name: u.Name, Byline: u.Byline, Role: u.Role}
	if c.Role != nil {
		d.Role = factcheck.Role(*c.Role)
	}
	if c.Name != nil {
		d.Name = *c.Name
	}
	if c.Byline != nil {
		d.Byline = *c.Byline
	}
	return d
}
