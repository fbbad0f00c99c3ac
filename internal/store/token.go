package store

import (
	"context"
	"database/sql"
	"time"

	"claimdesk/internal/factcheck"
)

const tokenQuery = `
	SELECT ` + userColumns + `, t.id, t.name, t.created_at, t.expires_at, t.last_used, t.revoked_at
	FROM tokens t JOIN users u ON u.id = t.user_id`

func scanToken(rows *sql.Rows) (t factcheck.Token, err error) {
	var created, seen, made, until, used, revoked int64
	err = rows.Scan(append(userFields(&t.User, &created, &seen), &t.ID, &t.Name, &made, &until, &used, &revoked)...)
	t.User.CreatedAt, t.User.LastSeen = moment(created), moment(seen)
	t.CreatedAt, t.ExpiresAt, t.LastUsed, t.RevokedAt = moment(made), moment(until), moment(used), moment(revoked)
	return t, err
}

// AddToken stores an API token under its key's hash and gives the id.
func (tx *Tx) AddToken(ctx context.Context, hash string, t factcheck.Token) (int64, error) {
	return tx.insert(ctx, `
		INSERT INTO tokens (token_hash, user_id, name, created_at, expires_at, last_used, revoked_at)
		VALUES ($1, $2, $3, $4, $5, 0, 0) RETURNING id`,
		hash, t.User.ID, t.Name, millis(t.CreatedAt), millis(t.ExpiresAt))
}

// Token is the one with this id.
func (q *Queries) Token(ctx context.Context, id int64) (factcheck.Token, error) {
	return one(ctx, q.db, factcheck.NoSuch("token %d", id), scanToken, tokenQuery+` WHERE t.id = $1`, id)
}

// TokenByKey is the one with this key's hash.
func (q *Queries) TokenByKey(ctx context.Context, hash string) (factcheck.Token, error) {
	return one(ctx, q.db, factcheck.NoSuch("such token"), scanToken, tokenQuery+` WHERE t.token_hash = $1`, hash)
}

// Tokens are a user's tokens, everybody's for 0, newest first.
func (q *Queries) Tokens(ctx context.Context, user int64) ([]factcheck.Token, error) {
	return list(ctx, q.db, scanToken, tokenQuery+` WHERE $1 = 0 OR t.user_id = $1 ORDER BY t.id DESC`, user)
}

// RevokeToken makes a token useless.
func (tx *Tx) RevokeToken(ctx context.Context, id int64, now time.Time) error {
	return tx.exec(ctx, `UPDATE tokens SET revoked_at = $1 WHERE id = $2`, millis(now), id)
}

// RevokeTokens makes all of a user's tokens useless.
func (tx *Tx) RevokeTokens(ctx context.Context, user int64, now time.Time) error {
	return tx.exec(ctx, `UPDATE tokens SET revoked_at = $1 WHERE user_id = $2 AND revoked_at = 0`, millis(now), user)
}

// TouchToken notes that a token was used.
func (tx *Tx) TouchToken(ctx context.Context, id int64, now time.Time) error {
	return tx.exec(ctx, `UPDATE tokens SET last_used = $1 WHERE id = $2`, millis(now), id)
}

// Receipt is the answer that was given to a call with an idempotency key.
type Receipt struct {
	RequestHash string
	Answer      string
	At          time.Time
}

// Receipt is the one that a user has for a key; NotFound when there is none.
func (q *Queries) Receipt(ctx context.Context, user int64, key string) (Receipt, error) {
	return one(ctx, q.db, factcheck.NoSuch("receipt"), func(rows *sql.Rows) (r Receipt, err error) {
		var at int64
		err = rows.Scan(&r.RequestHash, &r.Answer, &at)
		r.At = moment(at)
		return r, err
	}, `SELECT request_hash, answer, at FROM receipts WHERE user_id = $1 AND key = $2`, user, key)
}

// AddReceipt stores an answer; one that is there already is replaced.
func (tx *Tx) AddReceipt(ctx context.Context, user int64, key string, r Receipt) error {
	return tx.exec(ctx, `
		INSERT INTO receipts (user_id, key, request_hash, answer, at) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (user_id, key) DO UPDATE SET request_hash = excluded.request_hash, answer = excluded.answer, at = excluded.at`,
		user, key, r.RequestHash, r.Answer, millis(r.At))
}
