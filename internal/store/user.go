package store

import (
	"context"
	"database/sql"
	"time"

	"claimdesk/internal/factcheck"
)

const userColumns = `u.id, u.version, u.email, u.name, u.byline, u.role, u.disabled, u.password <> '', u.mail, u.created_at, u.last_seen`

func userFields(u *factcheck.User, created, seen *int64) []any {
	return []any{&u.ID, &u.Version, &u.Email, &u.Name, &u.Byline, &u.Role, &u.Disabled, &u.HasSecret, &u.Mail, created, seen}
}

func scanUser(rows *sql.Rows) (u factcheck.User, err error) {
	var created, seen int64
	err = rows.Scan(userFields(&u, &created, &seen)...)
	u.CreatedAt, u.LastSeen = moment(created), moment(seen)
	return u, err
}

// User is the one with this id.
func (q *Queries) User(ctx context.Context, id int64) (factcheck.User, error) {
	return one(ctx, q.db, factcheck.NoSuch("person %d", id), scanUser, `SELECT `+userColumns+` FROM users u WHERE u.id = $1`, id)
}

// UserByEmail is the one with this address, in lower case.
func (q *Queries) UserByEmail(ctx context.Context, email string) (factcheck.User, error) {
	return one(ctx, q.db, factcheck.NoSuch("person with the email %s", email), scanUser,
		`SELECT `+userColumns+` FROM users u WHERE u.email = $1`, email)
}

// Users are all people, by name.
func (q *Queries) Users(ctx context.Context) ([]factcheck.User, error) {
	return list(ctx, q.db, scanUser, `SELECT `+userColumns+` FROM users u ORDER BY u.disabled, u.name, u.id`)
}

// Admins is how many people could let others in.
func (q *Queries) Admins(ctx context.Context) (int64, error) {
	return one(ctx, q.db, nil, number, `SELECT count(*) FROM users WHERE role = 'admin' AND disabled = 0`)
}

// Password is a user's stored hash, "" when none was set.
func (q *Queries) Password(ctx context.Context, user int64) (string, error) {
	return one(ctx, q.db, factcheck.NoSuch("person %d", user), word, `SELECT password FROM users WHERE id = $1`, user)
}

// AddUser stores a new user and gives the id.
func (tx *Tx) AddUser(ctx context.Context, u factcheck.User, password string) (int64, error) {
	id, err := tx.insert(ctx, `
		INSERT INTO users (version, email, name, byline, role, disabled, password, created_at, last_seen)
		VALUES (1, $1, $2, $3, $4, FALSE, $5, $6, 0) RETURNING id`,
		u.Email, u.Name, u.Byline, u.Role, password, millis(u.CreatedAt))
	return id, twice(err, emailTaken(u.Email))
}

// SetUser stores what can change of a user.
func (tx *Tx) SetUser(ctx context.Context, u factcheck.User) error {
	return twice(tx.exec(ctx, `
		UPDATE users SET version = $1, email = $2, name = $3, byline = $4, role = $5, disabled = $6 WHERE id = $7`,
		u.Version, u.Email, u.Name, u.Byline, u.Role, u.Disabled, u.ID), emailTaken(u.Email))
}

func emailTaken(email string) *factcheck.Error {
	return factcheck.Wrong("email", "There is already a person with the email %s.", email)
}

// SetPassword stores a hash.
func (tx *Tx) SetPassword(ctx context.Context, user int64, hash string) error {
	return tx.exec(ctx, `UPDATE users SET password = $1 WHERE id = $2`, hash, user)
}

// AddSession stores a session under its token's hash.
func (tx *Tx) AddSession(ctx context.Context, hash string, user int64, now time.Time) error {
	if err := tx.exec(ctx, `UPDATE users SET last_seen = $1 WHERE id = $2`, millis(now), user); err != nil {
		return err
	}
	return tx.exec(ctx, `INSERT INTO sessions (token_hash, user_id, created_at, last_seen) VALUES ($1, $2, $3, $3)`,
		hash, user, millis(now))
}

// Session is the one with this token's hash, and its user as of now.
func (q *Queries) Session(ctx context.Context, hash string) (factcheck.Session, error) {
	return one(ctx, q.db, factcheck.NoSuch("such session"), func(rows *sql.Rows) (s factcheck.Session, err error) {
		var created, seen, begun, last int64
		err = rows.Scan(append(userFields(&s.User, &created, &seen), &begun, &last)...)
		s.User.CreatedAt, s.User.LastSeen = moment(created), moment(seen)
		s.CreatedAt, s.LastSeen = moment(begun), moment(last)
		return s, err
	}, `SELECT `+userColumns+`, s.created_at, s.last_seen
		FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.token_hash = $1`, hash)
}

// TouchSession keeps a session alive.
func (tx *Tx) TouchSession(ctx context.Context, hash string, user int64, now time.Time) error {
	if err := tx.exec(ctx, `UPDATE users SET last_seen = $1 WHERE id = $2`, millis(now), user); err != nil {
		return err
	}
	return tx.exec(ctx, `UPDATE sessions SET last_seen = $1 WHERE token_hash = $2`, millis(now), hash)
}

// EndSession deletes a session.
func (tx *Tx) EndSession(ctx context.Context, hash string) error {
	return tx.exec(ctx, `DELETE FROM sessions WHERE token_hash = $1`, hash)
}

// EndSessions deletes a user's sessions but the one with the hash keep.
func (tx *Tx) EndSessions(ctx context.Context, user int64, keep string) error {
	return tx.exec(ctx, `DELETE FROM sessions WHERE user_id = $1 AND token_hash <> $2`, user, keep)
}

// AddLink stores a one-time link under its token's hash, and voids the user's
// (for a setup link: every setup link's) earlier ones.
func (tx *Tx) AddLink(ctx context.Context, hash string, l factcheck.Link) error {
	if err := tx.EndLinks(ctx, l.User.ID); err != nil {
		return err
	}
	return tx.exec(ctx, `INSERT INTO links (token_hash, kind, user_id, expires_at) VALUES ($1, $2, $3, $4)`,
		hash, l.Kind, orNull(l.User.ID), millis(l.ExpiresAt))
}

// EndLinks voids a user's links, with the mails that hold them; those for setting
// up with user 0.
func (tx *Tx) EndLinks(ctx context.Context, user int64) error {
	if err := tx.exec(ctx, `DELETE FROM mails WHERE secret = 1 AND user_id = $1`, user); err != nil {
		return err
	}
	return tx.exec(ctx, `DELETE FROM links WHERE COALESCE(user_id, 0) = $1`, user)
}

// Link is the one with this token's hash.
func (q *Queries) Link(ctx context.Context, hash string) (factcheck.Link, error) {
	var user sql.NullInt64
	l, err := one(ctx, q.db, factcheck.NoSuch("such link: it was used, or it has expired"), func(rows *sql.Rows) (l factcheck.Link, err error) {
		var until int64
		err = rows.Scan(&l.Kind, &user, &until)
		l.ExpiresAt = moment(until)
		return l, err
	}, `SELECT kind, user_id, expires_at FROM links WHERE token_hash = $1`, hash)
	if err == nil && user.Valid {
		l.User, err = q.User(ctx, user.Int64)
	}
	return l, err
}

// Sweep deletes sessions, links and receipts that are over.
func (tx *Tx) Sweep(ctx context.Context, now time.Time) error {
	for _, s := range []struct {
		query  string
		before time.Time
	}{
		{`DELETE FROM sessions WHERE last_seen < $1`, now.Add(-factcheck.SessionIdle)},
		{`DELETE FROM sessions WHERE created_at < $1`, now.Add(-factcheck.SessionMost)},
		{`DELETE FROM links WHERE expires_at < $1`, now},
		{`DELETE FROM receipts WHERE at < $1`, now.Add(-24 * time.Hour)},
	} {
		if err := tx.exec(ctx, s.query, millis(s.before)); err != nil {
			return err
		}
	}
	return nil
}
