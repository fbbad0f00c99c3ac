package store

import (
	"context"
	"database/sql"
	"time"

	"claimdesk/internal/factcheck"
)

const fileColumns = `f.id, f.file_name, f.media_type, f.sha256, f.size, f.copy_type, f.copy_sha256, f.copy_width, f.copy_height`

// fileFields are where the fileColumns of a row go.
func fileFields(f *factcheck.File) []any {
	return []any{&f.ID, &f.Name, &f.MediaType, &f.SHA256, &f.Size, &f.CopyType, &f.CopySHA256, &f.Width, &f.Height}
}

// AddFile stores a file with its bytes and the copy that readers are shown,
// and gives the id. copied is empty when there is no copy.
func (tx *Tx) AddFile(ctx context.Context, f factcheck.File, original, copied []byte, by int64, now time.Time) (int64, error) {
	if copied == nil {
		copied = []byte{}
	}
	return tx.insert(ctx, `
		INSERT INTO files (file_name, media_type, sha256, size, bytes, copy_type, copy_sha256, copy_width, copy_height, copy_bytes,
			created_by, created_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
		f.Name, f.MediaType, f.SHA256, f.Size, original, f.CopyType, f.CopySHA256, f.Width, f.Height, copied, by, millis(now))
}

// FileBytes are a file's bytes as they came.
func (q *Queries) FileBytes(ctx context.Context, id int64) ([]byte, error) {
	return one(ctx, q.db, factcheck.NoSuch("file %d", id), blob, `SELECT bytes FROM files WHERE id = $1`, id)
}

// FileCopy are the bytes of the copy that readers are shown; empty when there
// is none.
func (q *Queries) FileCopy(ctx context.Context, id int64) ([]byte, error) {
	return one(ctx, q.db, factcheck.NoSuch("file %d", id), blob, `SELECT copy_bytes FROM files WHERE id = $1`, id)
}

// Files are up to limit files after an id, for checking them all.
func (q *Queries) Files(ctx context.Context, after int64, limit int) ([]factcheck.File, error) {
	return list(ctx, q.db, func(rows *sql.Rows) (f factcheck.File, err error) {
		err = rows.Scan(fileFields(&f)...)
		return f, err
	}, `SELECT `+fileColumns+` FROM files f WHERE f.id > $1 ORDER BY f.id LIMIT $2`, after, limit)
}

func blob(rows *sql.Rows) (b []byte, err error) {
	err = rows.Scan(&b)
	return b, err
}

// File is what is known of a file beside its bytes.
func (q *Queries) File(ctx context.Context, id int64) (factcheck.File, error) {
	return one(ctx, q.db, factcheck.NoSuch("file %d", id), func(rows *sql.Rows) (f factcheck.File, err error) {
		err = rows.Scan(fileFields(&f)...)
		return f, err
	}, `SELECT `+fileColumns+` FROM files f WHERE f.id = $1`, id)
}
