package newsroom

import (
	"context"
	"maps"
	"slices"

	"claimdesk/internal/factcheck"
)

// settle makes a draft fit the newsroom: who may see a protected source are
// people who can log in, whoever saves it always among them; what it rests on
// is there to be seen. Present is the source as it stands, empty for a new one:
// what it has already is not questioned again.
func (a *acting) settle(ctx context.Context, d factcheck.SourceDraft, present factcheck.Source) (factcheck.SourceDraft, error) {
	if err := a.named(ctx, &d, present); err != nil {
		return d, err
	}
	return d, a.mayRest(ctx, d.RestsOn, present)
}

func (a *acting) named(ctx context.Context, d *factcheck.SourceDraft, present factcheck.Source) error {
	if d.Access != factcheck.ProtectedAccess {
		d.Users = nil
		return nil
	}
	users := slices.Clone(d.Users)
	if a.by.ID != 0 {
		users = append(users, a.by.ID)
	}
	slices.Sort(users)
	d.Users = slices.Compact(users)
	if len(d.Users) == 0 {
		return factcheck.Wrong("access_users", "Name at least one person who may see it.")
	}
	for _, id := range d.Users { // at most factcheck.MaxUsers
		if slices.Contains(present.Users, id) {
			continue
		}
		u, err := a.User(ctx, id)
		if err != nil {
			return orWrong(err, "access_users", "There is no person with one of these numbers.")
		}
		if u.Disabled {
			return factcheck.Wrong("access_users", "%s can no longer log in. Choose somebody else.", u.Name)
		}
	}
	return nil
}

// mayRest refuses what cannot be seen, and rings.
func (a *acting) mayRest(ctx context.Context, on int64, present factcheck.Source) error {
	if on == 0 || on == present.RestsOn {
		return nil
	}
	if on == present.ID {
		return factcheck.Wrong("rests_on", "A source cannot rest on itself.")
	}
	if _, err := sourceFor(ctx, &a.Queries, a.by, on); err != nil {
		return orWrong(err, "rests_on", "There is no source with this number.")
	}
	below, err := a.Below(ctx, []int64{on})
	if err == nil && present.ID != 0 && slices.Contains(slices.Collect(maps.Values(below)), present.ID) {
		return factcheck.Wrong("rests_on", "That source rests on this one already.")
	}
	return err
}

// shown tells whether readers may have seen something of a change of who sees
// what: a source that is or was protected, or one whose text was or is public.
func shown(was, is factcheck.Source) bool {
	if was.Access != is.Access {
		return true
	}
	return is.Access == factcheck.ProtectedAccess &&
		(was.Description != is.Description || was.Because != is.Because || was.Level != is.Level)
}

// mayName is nil when somebody may see a source, or when it stood there
// already; otherwise the fault of the field that names it.
func (a *acting) mayName(ctx context.Context, id, already int64, field string) error {
	if id == 0 || id == already {
		return nil
	}
	_, err := sourceFor(ctx, &a.Queries, a.by, id)
	return orWrong(err, field, "There is no source with this number.")
}

// viewer is the id by which the store leaves out what somebody may not see; 0,
// which sees all, is the console's alone.
func viewer(by factcheck.Actor) int64 {
	if by.ID == 0 && by.Role != factcheck.Console {
		return -1
	}
	return by.ID
}

// MayFetch refuses to reach out for what is protected: whoever runs the other
// server would learn that somebody here looks at it.
func MayFetch(access factcheck.Access) error {
	if access != factcheck.ProtectedAccess {
		return nil
	}
	return factcheck.Wrong("fetch_url", "Nothing is fetched for a protected source: the other server would learn of it. Save the page yourself and bring in the file, or paste its text.")
}
