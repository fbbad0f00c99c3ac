package main

import (
	"context"

	"claimdesk/internal/config"
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

type sourceShareCommand struct {
	ID   int64    `arg:"" placeholder:"ID" help:"The source's number."`
	With []string `required:"" sep:"none" placeholder:"EMAIL" help:"Who may see it from now on; may be given more than once."`
	config.Newsroom
	printed
}

// Help is shown under the command's usage.
func (sourceShareCommand) Help() string {
	return `At the desk only somebody who is named on a protected source can name another. This is for when none of them can log in any more.

Examples:

	claimdesk source share 12 --with editor@example.org`
}

// Run names the people on the source, beside those who are named already.
func (c *sourceShareCommand) Run(ctx context.Context, t *terminal) error {
	return withExisting(ctx, c.Newsroom, t, func(room *newsroom.Room) error {
		s, err := room.Source(ctx, factcheck.ByConsole(), c.ID)
		if err != nil {
			return err
		}
		if s.Access != factcheck.ProtectedAccess {
			return factcheck.Clash("Source %d is not protected: everybody at the desk sees it.", s.ID)
		}
		more, err := usersOf(ctx, room, c.With)
		if err != nil {
			return err
		}
		draft := s.Draft()
		draft.Users = append(draft.Users, more...)
		if s, err = room.EditSource(ctx, factcheck.ByConsole(), s.ID, s.Version, draft); err != nil {
			return err
		}
		if c.JSON {
			return t.asJSON(sourceOf(s))
		}
		return t.say("Source %d is seen by %s now.", s.ID, factcheck.Plural(len(s.Users), "person", "people"))
	})
}

// usersOf are the ids of people by their email addresses.
func usersOf(ctx context.Context, room *newsroom.Room, emails []string) ([]int64, error) {
	var ids []int64
	for _, email := range emails {
		u, err := room.UserByEmail(ctx, email)
		if err != nil {
			return nil, err
		}
		ids = append(ids, u.ID)
	}
	return ids, nil
}
