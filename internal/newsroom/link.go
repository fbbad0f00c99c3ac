package newsroom

import (
	"context"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// SetupLink makes the one-time link by which the first admin is made, and
// gives its token; earlier ones become void.
func (r *Room) SetupLink(ctx context.Context) (string, error) {
	token, hash := secret()
	return act(ctx, r, factcheck.ByConsole(), factcheck.MakeFirstAdmin, func(a *acting) (string, error) {
		kind := factcheck.SetupLink
		return token, a.AddLink(ctx, hash, factcheck.Link{Kind: kind, ExpiresAt: a.now.Add(kind.Lasts())})
	})
}

// Link is what a one-time token is for; NotFound when it was used, has
// expired or never was. A setup link is void once there is an admin.
func (r *Room) Link(ctx context.Context, token string) (factcheck.Link, error) {
	return read(ctx, r, func(q *store.Queries) (factcheck.Link, error) { return usable(ctx, q, token, r.Now()) })
}

// usable is the link of a token that can be used now.
func usable(ctx context.Context, q *store.Queries, token string, now time.Time) (factcheck.Link, error) {
	l, err := q.Link(ctx, hashSecret(token))
	if err != nil {
		return l, err
	}
	admins, err := q.Admins(ctx)
	if err == nil && (now.After(l.ExpiresAt) || l.User.Disabled || l.Kind == factcheck.SetupLink && admins > 0) {
		err = factcheck.NoSuch("such link: it was used, or it has expired")
	}
	return l, err
}

// MakeFirstAdmin makes the first admin by a setup link, which is then void.
func (r *Room) MakeFirstAdmin(ctx context.Context, token string, d factcheck.UserDraft, password string) (factcheck.User, error) {
	if _, err := r.Link(ctx, token); err != nil {
		return factcheck.User{}, err // before a password is hashed for nobody
	}
	d.Role = factcheck.Admin
	d, hash, err := r.newcomer(ctx, d, password)
	if err == nil && password == "" {
		err = factcheck.Wrong("password", "A password is missing. At least %d characters are needed.", factcheck.MinPassword)
	}
	if err != nil {
		return factcheck.User{}, err
	}
	return act(ctx, r, factcheck.ByConsole(), factcheck.MakeFirstAdmin, func(a *acting) (u factcheck.User, err error) {
		l, err := usable(ctx, &a.Queries, token, a.now)
		if err == nil && l.Kind != factcheck.SetupLink {
			err = factcheck.NoSuch("such link: it was used, or it has expired")
		}
		if err != nil {
			return u, err
		}
		if err := a.EndLinks(ctx, 0); err != nil {
			return u, err
		}
		return a.addUser(ctx, d, hash)
	})
}

// UseLink sets the password of whom an invitation or reset link was made for;
// the link is then void, and all sessions end.
func (r *Room) UseLink(ctx context.Context, token, password string) (factcheck.User, error) {
	l, err := r.Link(ctx, token)
	if err == nil && l.User.ID == 0 {
		err = factcheck.NoSuch("such link: it was used, or it has expired")
	}
	if err != nil {
		return factcheck.User{}, err
	}
	hash, err := r.checkedHash(ctx, password, l.User.Email)
	if err != nil {
		return l.User, err
	}
	return act(ctx, r, l.User.Actor(), factcheck.SetPassword, func(a *acting) (factcheck.User, error) {
		if _, err := usable(ctx, &a.Queries, token, a.now); err != nil {
			return l.User, err // used meanwhile
		}
		return l.User, a.setPassword(ctx, l.User, hash, "")
	})
}

// ResetUser makes a one-time link by which a person sets a new password, and
// gives its token; earlier ones become void. By mail, it is sent to them as
// well; while mail is off that is a Conflict.
func (r *Room) ResetUser(ctx context.Context, by factcheck.Actor, id int64, byMail bool) (string, error) {
	if byMail && !r.MailOn() {
		return "", errMailOff
	}
	token, hash := secret()
	return act(ctx, r, by, factcheck.ResetUser, func(a *acting) (string, error) {
		u, err := a.User(ctx, id)
		if err != nil {
			return "", err
		}
		kind := factcheck.ResetLink
		if !u.HasSecret {
			kind = factcheck.InviteLink
		}
		l := factcheck.Link{Kind: kind, User: u, ExpiresAt: a.now.Add(kind.Lasts())}
		if err := a.AddLink(ctx, hash, l); err != nil {
			return "", err
		}
		if byMail {
			if err := a.mailLink(ctx, r, l, token); err != nil {
				return "", err
			}
		}
		return token, a.trace(ctx, "user", u.ID, u.Version, nil)
	})
}
