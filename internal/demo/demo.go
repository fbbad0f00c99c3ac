package demo

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// The accounts of the example newsroom, in the order in which Logins gives
// them.
var people = []factcheck.UserDraft{
	{Email: "reporter@example.org", Name: "Reporter", Role: factcheck.Reporter},
	{Email: "editor@example.org", Name: "Editor", Role: factcheck.Editor},
	{Email: "admin@example.org", Name: "Admin", Role: factcheck.Admin},
}

// Build fills a newsroom with the example. Open opens the newsroom under a
// clock that runs forward through September 2023. A newsroom that has users
// already is left as it is. Nobody can log in before Logins has been called.
func Build(ctx context.Context, open func(now func() time.Time) (*newsroom.Room, error)) error {
	hours := &clock{}
	if err := hours.reach("13 07:00"); err != nil {
		return err
	}
	room, err := open(hours.now)
	if err != nil {
		return err
	}
	known, err := room.Users(ctx)
	if err != nil || len(known) > 0 {
		return err
	}
	d := &desk{room: room, clock: hours, sources: map[document]int64{}, ids: map[string]int64{}}
	if err := d.open(ctx); err != nil {
		return fmt.Errorf("open the desk: %w", err)
	}
	return d.work(ctx)
}

// desk is the example newsroom at work.
type desk struct {
	room             *newsroom.Room
	clock            *clock
	reporter, editor factcheck.Actor
	sources          map[document]int64 // by what they are to the checks
	ids              map[string]int64   // of the claims, by their words
}

// open settles the newsroom, lets the people in and brings in the documents.
func (d *desk) open(ctx context.Context) error {
	settings, err := d.room.Settings(ctx)
	if err != nil {
		return err
	}
	settings.SiteName, settings.Example, settings.FourEyes = "Claimdesk example newsroom", true, true
	if _, err := d.room.EditSettings(ctx, factcheck.ByConsole(), settings); err != nil {
		return err
	}
	for _, draft := range people {
		user, _, err := d.room.AddUser(ctx, factcheck.ByConsole(), draft, "")
		if err != nil {
			return err
		}
		switch user.Role {
		case factcheck.Reporter:
			d.reporter = user.Actor()
		case factcheck.Editor:
			d.editor = user.Actor()
		}
	}
	if err := d.clock.reach("14 08:00"); err != nil {
		return err
	}
	for _, s := range documents() {
		if err := d.bringIn(ctx, s); err != nil {
			return fmt.Errorf("%s: %w", s, err)
		}
	}
	return nil
}

// entry is one line of the newsroom's diary: what is done when, and on what.
type entry struct {
	at, on string
	do     func(ctx context.Context) error
}

// diary holds what is done on all claims and documents, in the order of time.
func (d *desk) diary(checks []check) []entry {
	lines := append(d.paperwork(), d.daily()...)
	for _, k := range checks {
		var id int64
		lines = append(lines, entry{k.recorded, k.claim.Text, func(ctx context.Context) (err error) {
			id, err = d.record(ctx, k)
			d.ids[k.claim.Text] = id
			return err
		}})
		for _, s := range k.then {
			lines = append(lines, entry{s.at, k.claim.Text, func(ctx context.Context) error {
				_, err := s.act(ctx, d, id)
				return err
			}})
		}
	}
	slices.SortStableFunc(lines, func(a, b entry) int { return strings.Compare(a.at, b.at) })
	return lines
}

// work goes through the diary, line by line.
func (d *desk) work(ctx context.Context) error {
	for _, line := range d.diary(claims()) {
		err := d.clock.reach(line.at)
		if err == nil {
			err = line.do(ctx)
		}
		if err != nil {
			return fmt.Errorf("%s, %q: %w", line.at, line.on, err)
		}
	}
	return nil
}
