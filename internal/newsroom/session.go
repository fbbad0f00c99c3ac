package newsroom

import (
	"context"
	"strings"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// LogIn starts a session for whoever knows the password, and gives its token.
// A wrong password and an unknown email are the same Unidentified error, after
// the same time; TooMany when too many have failed from this address.
func (r *Room) LogIn(ctx context.Context, email, password, address string) (string, factcheck.User, error) {
	email = strings.ToLower(strings.TrimSpace(email))
	if err := r.limits.check(email, address); err != nil {
		return "", factcheck.User{}, err
	}
	user, stored, err := r.account(ctx, email)
	if err != nil {
		return "", user, err
	}
	ok, err := r.samePassword(ctx, password, stored)
	if err == nil {
		err = r.limits.check(email, address) // of many at once, those that waited learn nothing
	}
	if err != nil {
		return "", factcheck.User{}, err
	}
	if !ok || user.Disabled {
		r.limits.failed(email, address)
		r.log.WarnContext(ctx, "log-in refused", "user", user.ID, "address", address)
		return "", factcheck.User{}, orUnidentified(nil)
	}
	by := user.Actor()
	by.Address = address
	token, err := r.startSession(ctx, by, func(a *acting) error {
		if now, err := a.Password(ctx, user.ID); err != nil || now != stored {
			return orUnidentified(err) // changed while this one was compared
		}
		return nil
	})
	return token, user, err
}

func orUnidentified(err error) error {
	if err != nil {
		return err
	}
	return &factcheck.Error{Kind: factcheck.Unidentified, Message: "Email and password do not fit together. Check both."}
}

// account is a user with the stored password; nobody, without an error, when
// there is none.
func (r *Room) account(ctx context.Context, email string) (factcheck.User, string, error) {
	type found struct {
		user     factcheck.User
		password string
	}
	f, err := read(ctx, r, func(q *store.Queries) (f found, err error) {
		if f.user, err = q.UserByEmail(ctx, email); err != nil {
			return f, err
		}
		f.password, err = q.Password(ctx, f.user.ID)
		return f, err
	})
	if factcheck.KindOf(err) == factcheck.NotFound {
		return factcheck.User{}, "", nil
	}
	return f.user, f.password, err
}

// StartSession starts a session for a user who has just shown who they are
// otherwise, by a one-time link, and gives its token.
func (r *Room) StartSession(ctx context.Context, user int64) (string, error) {
	u, err := r.User(ctx, user)
	if err != nil {
		return "", err
	}
	return r.startSession(ctx, u.Actor(), func(*acting) error { return nil })
}

// startSession starts one for the actor, unless holds finds that what they
// have shown holds no longer.
func (r *Room) startSession(ctx context.Context, by factcheck.Actor, holds func(*acting) error) (string, error) {
	token, hash := secret()
	return act(ctx, r, by, factcheck.LogIn, func(a *acting) (string, error) {
		u, err := a.User(ctx, by.ID)
		if err == nil {
			err = holds(a)
		}
		if err != nil {
			return "", err
		}
		if err := a.AddSession(ctx, hash, u.ID, a.now); err != nil {
			return "", err
		}
		return token, a.trace(ctx, "user", u.ID, u.Version, nil)
	})
}

// How often the use of a session or a token is written down.
const (
	touchSession = time.Minute
	touchToken   = time.Hour
)

// Session is the one that a token belongs to, with its user as of now;
// Unidentified when it has ended or the user was disabled.
func (r *Room) Session(ctx context.Context, token string) (factcheck.Session, error) {
	hash, now := hashSecret(token), r.Now()
	s, err := read(ctx, r, func(q *store.Queries) (factcheck.Session, error) { return q.Session(ctx, hash) })
	if factcheck.KindOf(err) == factcheck.NotFound || err == nil && (s.Over(now) || s.User.Disabled) {
		return factcheck.Session{}, &factcheck.Error{Kind: factcheck.Unidentified, Message: "Your session has ended. Log in again."}
	}
	if err == nil && now.Sub(s.LastSeen) > touchSession {
		r.touch(ctx, func(tx *store.Tx) error { return tx.TouchSession(ctx, hash, s.User.ID, now) })
	}
	return s, err
}

// LogOut ends the session that a token belongs to.
func (r *Room) LogOut(ctx context.Context, token string) error {
	s, err := r.Session(ctx, token)
	if factcheck.KindOf(err) == factcheck.Unidentified {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = act(ctx, r, s.User.Actor(), factcheck.LogOut, func(a *acting) (struct{}, error) {
		if err := a.EndSession(ctx, hashSecret(token)); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, a.trace(ctx, "user", s.User.ID, s.User.Version, nil)
	})
	return err
}

// AddToken makes a key to the API for a user: one's own, or anybody's by the
// console. Days until it ends, 0: never. The key is given once and stored
// nowhere.
func (r *Room) AddToken(ctx context.Context, by factcheck.Actor, user int64, name string, days int) (string, factcheck.Token, error) {
	name, err := factcheck.CheckTokenName(name)
	if err != nil {
		return "", factcheck.Token{}, err
	}
	if days < 0 || days > 3650 {
		return "", factcheck.Token{}, factcheck.Wrong("days", "Give between 1 and 3,650 days, or none for a token that does not end.")
	}
	if by.Role != factcheck.Console && by.ID != user {
		return "", factcheck.Token{}, factcheck.Refused("You can make tokens for yourself only.")
	}
	random, _ := secret()
	key := "cd_" + random // so that one is told from other secrets when it leaks
	t, err := act(ctx, r, by, factcheck.AddToken, func(a *acting) (t factcheck.Token, err error) {
		t = factcheck.Token{Name: name, CreatedAt: a.now}
		if t.User, err = a.User(ctx, user); err != nil {
			return t, err
		}
		if days > 0 {
			t.ExpiresAt = a.now.AddDate(0, 0, days)
		}
		if t.ID, err = a.Tx.AddToken(ctx, hashSecret(key), t); err != nil {
			return t, err
		}
		return t, a.trace(ctx, "token", t.ID, 1, nil)
	})
	return key, t, err
}

// Tokens are a user's keys to the API; everybody's for 0, which only an admin
// and the console may ask for.
func (r *Room) Tokens(ctx context.Context, by factcheck.Actor, user int64) ([]factcheck.Token, error) {
	if by.ID != user || user == 0 {
		if err := factcheck.Permit(by, factcheck.EditUser); err != nil {
			return nil, err
		}
	}
	return read(ctx, r, func(q *store.Queries) ([]factcheck.Token, error) { return q.Tokens(ctx, user) })
}

// RevokeToken makes a key useless: one's own, or anybody's by an admin or the
// console.
func (r *Room) RevokeToken(ctx context.Context, by factcheck.Actor, id int64) error {
	_, err := act(ctx, r, by, factcheck.RevokeToken, func(a *acting) (struct{}, error) {
		t, err := a.Token(ctx, id)
		if err != nil {
			return struct{}{}, err
		}
		if t.User.ID != by.ID && !factcheck.Permitted(by.Role, factcheck.EditUser) {
			return struct{}{}, factcheck.NoSuch("token %d", id)
		}
		if err := a.Tx.RevokeToken(ctx, id, a.now); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, a.trace(ctx, "token", id, 1, nil)
	})
	return err
}

// UserByToken is whose key to the API this is; Unidentified when it is
// nobody's, has ended or was revoked, or its user was disabled.
func (r *Room) UserByToken(ctx context.Context, key string) (factcheck.User, error) {
	now := r.Now()
	t, err := read(ctx, r, func(q *store.Queries) (factcheck.Token, error) { return q.TokenByKey(ctx, hashSecret(key)) })
	over := !t.RevokedAt.IsZero() || !t.ExpiresAt.IsZero() && now.After(t.ExpiresAt) || t.User.Disabled
	if factcheck.KindOf(err) == factcheck.NotFound || err == nil && over {
		return factcheck.User{}, &factcheck.Error{Kind: factcheck.Unidentified, Message: "This token is unknown, has ended or was revoked."}
	}
	if err == nil && now.Sub(t.LastUsed) > touchToken {
		r.touch(ctx, func(tx *store.Tx) error { return tx.TouchToken(ctx, t.ID, now) })
	}
	return t.User, err
}

// touch notes when something was last used. On a full disk reading goes on.
func (r *Room) touch(ctx context.Context, note func(*store.Tx) error) {
	if err := r.keep(ctx, note); err != nil {
		r.log.WarnContext(ctx, "last use not noted", "error", err)
	}
}
