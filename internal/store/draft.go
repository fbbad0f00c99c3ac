package store

import (
	"context"
	"database/sql"
	"time"
)

// Draft is a text as it was typed into a form of a claim and not saved.
type Draft struct {
	Form   string
	Fields map[string]string // by the names that they have in the form
	Base   int64             // the id or number that was started from
	At     time.Time
}

// SetDraft keeps what a user has typed into a form, in place of what was kept
// of it before.
func (tx *Tx) SetDraft(ctx context.Context, user, claim int64, d Draft) error {
	return tx.exec(ctx, `
		INSERT INTO drafts (user_id, claim_id, form, content, base, at) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (user_id, claim_id, form) DO UPDATE SET content = excluded.content, base = excluded.base, at = excluded.at`,
		user, claim, d.Form, asJSON(d.Fields), d.Base, millis(d.At))
}

// Drafts are what a user has typed on a claim and not saved, by form.
func (q *Queries) Drafts(ctx context.Context, user, claim int64) (map[string]Draft, error) {
	all, err := list(ctx, q.db, func(rows *sql.Rows) (d Draft, err error) {
		var content string
		var at int64
		if err := rows.Scan(&d.Form, &content, &d.Base, &at); err != nil {
			return d, err
		}
		d.At = moment(at)
		return d, fromJSON(content, &d.Fields)
	}, `SELECT form, content, base, at FROM drafts WHERE user_id = $1 AND claim_id = $2`, user, claim)
	drafts := map[string]Draft{}
	for _, d := range all {
		drafts[d.Form] = d
	}
	return drafts, err
}

// DropDraft forgets what a user has typed into a form.
func (tx *Tx) DropDraft(ctx context.Context, user, claim int64, form string) error {
	return tx.exec(ctx, `DELETE FROM drafts WHERE user_id = $1 AND claim_id = $2 AND form = $3`, user, claim, form)
}

// SweepDrafts forgets what was typed before a time.
func (tx *Tx) SweepDrafts(ctx context.Context, before time.Time) error {
	return tx.exec(ctx, `DELETE FROM drafts WHERE at < $1`, millis(before))
}
