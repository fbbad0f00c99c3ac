package desk

import (
	"context"
	"slices"
	"strings"

	"claimdesk/internal/factcheck"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// benchVeiled says whom to ask about the sources of a claim that the reader may
// not see.
func (d *Desk) benchVeiled(c echo.Context, page *view.BenchView, _ benchState) error {
	hidden := map[int64][]int64{}
	for _, e := range page.Claim.Evidence {
		if e.Veiled {
			hidden[e.SourceID] = e.Source.Users
		}
	}
	if len(hidden) == 0 {
		return nil
	}
	users, err := d.room.Users(c.Request().Context())
	page.Ask = map[int64]string{}
	for source, named := range hidden {
		page.Ask[source] = namesOf(users, named, "or")
	}
	return err
}

// namesOf are the names of those among some people who can log in, with a word
// before the last.
func namesOf(users []factcheck.User, named []int64, joint string) string {
	var names []string
	for _, u := range users {
		if !u.Disabled && slices.Contains(named, u.ID) {
			names = append(names, u.Name)
		}
	}
	if last := len(names) - 1; last > 0 {
		return strings.Join(names[:last], ", ") + " " + joint + " " + names[last]
	}
	return strings.Join(names, "")
}

// namedOptions are all who can be named on a protected source: those who can
// log in, and whoever is named already.
func (d *Desk) namedOptions(ctx context.Context, by factcheck.Actor, named []int64) ([]ui.Option, error) {
	users, err := d.room.Users(ctx)
	var options []ui.Option
	for _, u := range users {
		is := slices.Contains(named, u.ID)
		if u.ID == by.ID {
			options = append(options, ui.Option{Value: number(u.ID), Label: u.Name, Hint: "you", Selected: true, Disabled: true})
		} else if is || !u.Disabled {
			options = append(options, ui.Option{Value: number(u.ID), Label: u.Name, Selected: is})
		}
	}
	return options, err
}

// sourceTies are, in words, what a source rests on and who may see it while it
// is protected; empty where there is neither.
func (d *Desk) sourceTies(c echo.Context, s factcheck.Source) (rests, named string, err error) {
	if s.RestsOn != 0 {
		if rests, err = d.sourceInWords(c, s.RestsOn); err != nil {
			return "", "", err
		}
	}
	if s.Access != factcheck.ProtectedAccess {
		return rests, "", nil
	}
	users, err := d.room.Users(c.Request().Context())
	return rests, namesOf(users, s.Users, "and"), err
}
