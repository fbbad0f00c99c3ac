package store

import (
	"context"
	"database/sql"

	"claimdesk/internal/factcheck"
)

const pageColumns = `p.slug, p.version, p.body, p.user_id, COALESCE(u.name, ''), p.updated_at`

func scanPage(rows *sql.Rows) (p factcheck.Page, err error) {
	var at int64
	err = rows.Scan(&p.Slug, &p.Version, &p.Body, &p.UserID, &p.By, &at)
	p.UpdatedAt = moment(at)
	return p, err
}

// Page is what was written for readers at an address, NotFound when nothing
// ever was.
func (q *Queries) Page(ctx context.Context, slug string) (factcheck.Page, error) {
	return one(ctx, q.db, factcheck.NoSuch("page %s", slug), scanPage, `
		SELECT `+pageColumns+` FROM pages p LEFT JOIN users u ON u.id = p.user_id WHERE p.slug = $1`, slug)
}

// Pages are all that were ever written, also those that were emptied again.
func (q *Queries) Pages(ctx context.Context) ([]factcheck.Page, error) {
	return list(ctx, q.db, scanPage, `
		SELECT `+pageColumns+` FROM pages p LEFT JOIN users u ON u.id = p.user_id ORDER BY p.slug`)
}

// SetPage stores what was written; p.Version must have been raised by the
// caller.
func (tx *Tx) SetPage(ctx context.Context, p factcheck.Page) error {
	return tx.exec(ctx, `
		INSERT INTO pages (slug, version, body, user_id, updated_at) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (slug) DO UPDATE SET version = excluded.version, body = excluded.body,
			user_id = excluded.user_id, updated_at = excluded.updated_at`,
		p.Slug, p.Version, p.Body, p.UserID, millis(p.UpdatedAt))
}

// WrittenPages are the slugs of those pages that have words.
func (q *Queries) WrittenPages(ctx context.Context) ([]string, error) {
	return list(ctx, q.db, func(rows *sql.Rows) (slug string, err error) {
		err = rows.Scan(&slug)
		return slug, err
	}, `SELECT slug FROM pages WHERE body <> '' ORDER BY slug`)
}
