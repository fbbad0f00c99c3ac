package newsroom

import (
	"context"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// NeedsAdmin tells whether nobody could let others in yet.
func (r *Room) NeedsAdmin(ctx context.Context) (bool, error) {
	n, err := read(ctx, r, func(q *store.Queries) (int64, error) { return q.Admins(ctx) })
	return n == 0, err
}

// newcomer checks what is typed about a new person; an empty password is one
// that is to be set by link.
func (r *Room) newcomer(ctx context.Context, d factcheck.UserDraft, password string) (factcheck.UserDraft, string, error) {
	d, err := d.Check()
	problems := factcheck.Problems(err)
	if err != nil && problems == nil {
		return d, "", err
	}
	if password != "" {
		s, err := r.Settings(ctx)
		if err != nil {
			return d, "", err
		}
		problems = append(problems, factcheck.Problems(factcheck.CheckPassword(password, d.Email, s.SiteName))...)
	}
	if len(problems) > 0 {
		return d, "", &factcheck.Error{Kind: factcheck.Invalid, Message: "The person was not saved.", Fields: problems}
	}
	if password == "" {
		return d, "", nil
	}
	hash, err := r.hashPassword(ctx, password)
	return d, hash, err
}

func (a *acting) addUser(ctx context.Context, d factcheck.UserDraft, hash string) (factcheck.User, error) {
	u := factcheck.User{Version: 1, Email: d.Email, Name: d.Name, Byline: d.Byline, Role: d.Role, HasSecret: hash != "", CreatedAt: a.now}
	var err error
	if u.ID, err = a.AddUser(ctx, u, hash); err != nil {
		return u, err
	}
	return u, a.traceUser(ctx, u)
}

// traceUser keeps no address of a person in the log's records.
func (a *acting) traceUser(ctx context.Context, u factcheck.User) error {
	return a.trace(ctx, "user", u.ID, u.Version, struct {
		Role     factcheck.Role `json:"role"`
		Disabled bool           `json:"disabled"`
	}{u.Role, u.Disabled})
}

func (r *Room) checkedHash(ctx context.Context, password, email string) (string, error) {
	s, err := r.Settings(ctx)
	if err != nil {
		return "", err
	}
	if err := factcheck.CheckPassword(password, email, s.SiteName); err != nil {
		return "", err
	}
	return r.hashPassword(ctx, password)
}

// setPassword also voids the user's links, ends the sessions but one and, where
// there was a password before, revokes the tokens: whoever knew the old one
// keeps nothing.
func (a *acting) setPassword(ctx context.Context, u factcheck.User, hash, keep string) error {
	if err := a.SetPassword(ctx, u.ID, hash); err != nil {
		return err
	}
	if err := a.EndLinks(ctx, u.ID); err != nil {
		return err
	}
	if err := a.EndSessions(ctx, u.ID, keep); err != nil {
		return err
	}
	if u.HasSecret {
		if err := a.RevokeTokens(ctx, u.ID, a.now); err != nil {
			return err
		}
	}
	return a.trace(ctx, "user", u.ID, u.Version, nil)
}

// Users are all people: those who can log in first, by name.
func (r *Room) Users(ctx context.Context) ([]factcheck.User, error) {
	return read(ctx, r, func(q *store.Queries) ([]factcheck.User, error) { return q.Users(ctx) })
}

// User is the one with this id.
func (r *Room) User(ctx context.Context, id int64) (factcheck.User, error) {
	return read(ctx, r, func(q *store.Queries) (factcheck.User, error) { return q.User(ctx, id) })
}

// UserByEmail is the one with this address, in whatever case.
func (r *Room) UserByEmail(ctx context.Context, email string) (factcheck.User, error) {
	d, _ := factcheck.UserDraft{Email: email, Name: "-", Role: factcheck.Reporter}.Check()
	return read(ctx, r, func(q *store.Queries) (factcheck.User, error) { return q.UserByEmail(ctx, d.Email) })
}

// AddUser adds a person. Without a password it also gives the token of a
// one-time link by which they set their own; d.MailLink also mails it to them,
// which is a Conflict while mail is off.
func (r *Room) AddUser(ctx context.Context, by factcheck.Actor, d factcheck.UserDraft, password string) (factcheck.User, string, error) {
	if err := factcheck.Permit(by, factcheck.AddUser); err != nil {
		return factcheck.User{}, "", err
	}
	if d.MailLink && !r.MailOn() {
		return factcheck.User{}, "", errMailOff
	}
	d, hash, err := r.newcomer(ctx, d, password)
	if err != nil {
		return factcheck.User{}, "", err
	}
	token, tokenHash := "", ""
	if hash == "" {
		token, tokenHash = secret()
	}
	u, err := act(ctx, r, by, factcheck.AddUser, func(a *acting) (factcheck.User, error) {
		u, err := a.addUser(ctx, d, hash)
		if err != nil || token == "" {
			return u, err
		}
		l := factcheck.Link{Kind: factcheck.InviteLink, User: u, ExpiresAt: a.now.Add(factcheck.InviteLink.Lasts())}
		if err := a.AddLink(ctx, tokenHash, l); err != nil || !d.MailLink {
			return u, err
		}
		return u, a.mailLink(ctx, r, l, token)
	})
	return u, token, err
}

// EditUser changes a person's name, byline, email and role. A stale version is
// a Conflict, and so is taking the role from the last admin.
func (r *Room) EditUser(ctx context.Context, by factcheck.Actor, id, version int64, d factcheck.UserDraft) (factcheck.User, error) {
	d, err := d.Check()
	if err != nil {
		return factcheck.User{}, err
	}
	return r.changeUser(ctx, by, factcheck.EditUser, id, func(u *factcheck.User) error {
		if version != u.Version {
			return factcheck.Clash("Somebody else has changed this person meanwhile. Look at the list again.")
		}
		u.Email, u.Name, u.Byline, u.Role = d.Email, d.Name, d.Byline, d.Role
		return nil
	})
}

// SetDisabled shuts a person out, or lets them in again. It bites on their
// next request. What they had in hand and is not done is with nobody then, and
// editors are told: GaveBack counts it.
func (r *Room) SetDisabled(ctx context.Context, by factcheck.Actor, id int64, disabled bool) (factcheck.User, error) {
	action := factcheck.EnableUser
	if disabled {
		action = factcheck.DisableUser
	}
	return r.changeUser(ctx, by, action, id, func(u *factcheck.User) error {
		if disabled && id == by.ID {
			return factcheck.Clash("You cannot shut yourself out. Ask another admin.")
		}
		u.Disabled = disabled
		return nil
	})
}

// changeUser keeps at least one admin.
func (r *Room) changeUser(ctx context.Context, by factcheck.Actor, action factcheck.Action, id int64, change func(*factcheck.User) error) (factcheck.User, error) {
	return act(ctx, r, by, action, func(a *acting) (factcheck.User, error) {
		u, err := a.User(ctx, id)
		if err != nil {
			return u, err
		}
		was := u
		if err := change(&u); err != nil {
			return u, err
		}
		u.Version++
		if err := a.SetUser(ctx, u); err != nil {
			return u, err
		}
		if u.Disabled && !was.Disabled {
			if err := a.EndSessions(ctx, id, ""); err != nil {
				return u, err
			}
			if err := a.EndLinks(ctx, id); err != nil {
				return u, err
			}
			if u.GaveBack, err = a.giveBack(ctx, u); err != nil {
				return u, err
			}
		}
		if left, err := a.Admins(ctx); err != nil || left == 0 && was.Role == factcheck.Admin && !was.Disabled {
			return u, orClash(err, "This is the last admin. Make somebody else one first.")
		}
		return u, a.traceUser(ctx, u)
	})
}

func orClash(err error, message string) error {
	if err != nil {
		return err
	}
	return factcheck.Clash("%s", message)
}

// EditOwn changes one's own name and byline.
func (r *Room) EditOwn(ctx context.Context, by factcheck.Actor, name, byline string) (factcheck.User, error) {
	return act(ctx, r, by, factcheck.EditOwn, func(a *acting) (factcheck.User, error) {
		u, err := a.User(ctx, by.ID)
		if err != nil {
			return u, err
		}
		d, err := factcheck.UserDraft{Email: u.Email, Name: name, Byline: byline, Role: u.Role}.Check()
		if err != nil {
			return u, err
		}
		u.Name, u.Byline, u.Version = d.Name, d.Byline, u.Version+1
		if err := a.SetUser(ctx, u); err != nil {
			return u, err
		}
		return u, a.traceUser(ctx, u)
	})
}

// ChangePassword sets one's own password, given the present one. All other
// sessions end; keepToken is the token of the one that stays.
func (r *Room) ChangePassword(ctx context.Context, by factcheck.Actor, current, next, keepToken string) error {
	u, err := r.User(ctx, by.ID)
	if err != nil {
		return err
	}
	_, stored, err := r.account(ctx, u.Email)
	if err != nil {
		return err
	}
	if err := r.limits.check(u.Email, by.Address); err != nil {
		return err
	}
	if ok, err := r.samePassword(ctx, current, stored); err != nil || !ok {
		if err == nil {
			r.limits.failed(u.Email, by.Address)
			err = factcheck.Wrong("current", "This is not your present password.")
		}
		return err
	}
	hash, err := r.checkedHash(ctx, next, u.Email)
	if err != nil {
		return err
	}
	_, err = act(ctx, r, by, factcheck.SetPassword, func(a *acting) (struct{}, error) {
		return struct{}{}, a.setPassword(ctx, u, hash, hashSecret(keepToken))
	})
	return err
}

// SetPassword sets anybody's password, for the console.
func (r *Room) SetPassword(ctx context.Context, by factcheck.Actor, id int64, password string) error {
	if by.Role != factcheck.Console {
		return factcheck.Refused("Only the console sets somebody's password. Make a link instead.")
	}
	u, err := r.User(ctx, id)
	if err != nil {
		return err
	}
	hash, err := r.checkedHash(ctx, password, u.Email)
	if err != nil {
		return err
	}
	_, err = act(ctx, r, by, factcheck.SetPassword, func(a *acting) (struct{}, error) {
		return struct{}{}, a.setPassword(ctx, u, hash, "")
	})
	return err
}
