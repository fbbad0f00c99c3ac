package store

import (
	"context"
	"database/sql"
	"time"

	"claimdesk/internal/factcheck"
)

// importList leaves out what was read: it is long.
const (
	importQuery = `
	SELECT i.id, i.user_id, COALESCE(i.source_id, 0), i.state, i.draft, i.address, i.file_name, i.document, i.refusal, i.created_at
	FROM imports i`
	importList = `
	SELECT i.id, i.user_id, COALESCE(i.source_id, 0), i.state, i.draft, i.address, i.file_name, '', i.refusal, i.created_at
	FROM imports i`
)

func scanImport(rows *sql.Rows) (m factcheck.Import, err error) {
	var draft, document, refusal string
	var at int64
	err = rows.Scan(&m.ID, &m.UserID, &m.SourceID, &m.State, &draft, &m.Address, &m.FileName, &document, &refusal, &at)
	if err != nil {
		return m, err
	}
	m.CreatedAt = moment(at)
	if err := fromJSON(draft, &m.Draft); err != nil {
		return m, err
	}
	if err := fromJSON(refusal, &m.Problems); err != nil {
		return m, err
	}
	return m, fromJSON(document, &m.Document)
}

// Import is a user's import with this id; NotFound for another's.
func (q *Queries) Import(ctx context.Context, user, id int64) (factcheck.Import, error) {
	return one(ctx, q.db, factcheck.NoSuch("import %d", id), scanImport, importQuery+` WHERE i.id = $1 AND i.user_id = $2`, id, user)
}

// Imports are a user's imports, newest first, without their documents.
func (q *Queries) Imports(ctx context.Context, user int64) ([]factcheck.Import, error) {
	return list(ctx, q.db, scanImport, importList+` WHERE i.user_id = $1 ORDER BY i.id DESC LIMIT 50`, user)
}

// ImportBytes are the bytes of an import as they came.
func (q *Queries) ImportBytes(ctx context.Context, id int64) ([]byte, error) {
	return one(ctx, q.db, factcheck.NoSuch("import %d", id), blob, `SELECT bytes FROM imports WHERE id = $1`, id)
}

// AddImport stores an import that has begun, and gives the id.
func (tx *Tx) AddImport(ctx context.Context, m factcheck.Import, raw []byte) (int64, error) {
	if raw == nil {
		raw = []byte{}
	}
	return tx.insert(ctx, `
		INSERT INTO imports (user_id, source_id, state, draft, address, file_name, bytes, document, refusal, created_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, '', '', $8) RETURNING id`,
		m.UserID, orNull(m.SourceID), m.State, asJSON(m.Draft), m.Address, m.FileName, raw, millis(m.CreatedAt))
}

// SetImport stores what was read of an import that was being read, or why it
// could not be. raw is nil when the bytes were there from the start.
func (tx *Tx) SetImport(ctx context.Context, m factcheck.Import, raw []byte) error {
	refusal := ""
	if len(m.Problems) > 0 {
		refusal = asJSON(m.Problems)
	}
	if raw != nil {
		if err := tx.exec(ctx, `UPDATE imports SET bytes = $1 WHERE id = $2 AND state = 'reading'`, raw, m.ID); err != nil {
			return err
		}
	}
	return tx.exec(ctx, `UPDATE imports SET state = $1, draft = $2, document = $3, refusal = $4 WHERE id = $5 AND state = 'reading'`,
		m.State, asJSON(m.Draft), orNone(m.Document), refusal, m.ID)
}

// RemoveImport ends an import.
func (tx *Tx) RemoveImport(ctx context.Context, id int64) error {
	return tx.exec(ctx, `DELETE FROM imports WHERE id = $1`, id)
}

// SweepImports ends those that were begun before a time.
func (tx *Tx) SweepImports(ctx context.Context, before time.Time) error {
	return tx.exec(ctx, `DELETE FROM imports WHERE created_at < $1`, millis(before))
}
