package store

import (
	"context"
	"database/sql"
	"time"

	"claimdesk/internal/factcheck"
)

// KeptViews are the views of the claims list that somebody keeps, in the order in
// which they were kept.
func (q *Queries) KeptViews(ctx context.Context, user int64) ([]factcheck.KeptView, error) {
	return list(ctx, q.db, func(rows *sql.Rows) (v factcheck.KeptView, err error) {
		err = rows.Scan(&v.ID, &v.Name, &v.Query)
		return v, err
	}, `SELECT id, name, query FROM filters WHERE user_id = $1 ORDER BY id`, user)
}

// AddKeptView stores a view for somebody and gives its id.
func (tx *Tx) AddKeptView(ctx context.Context, user int64, v factcheck.KeptView, now time.Time) (int64, error) {
	return tx.insert(ctx, `INSERT INTO filters (user_id, name, query, created_at) VALUES ($1, $2, $3, $4) RETURNING id`,
		user, v.Name, v.Query, millis(now))
}

// DropKeptView deletes one of somebody's views.
func (tx *Tx) DropKeptView(ctx context.Context, user, id int64) error {
	return tx.exec(ctx, `DELETE FROM filters WHERE user_id = $1 AND id = $2`, user, id)
}
