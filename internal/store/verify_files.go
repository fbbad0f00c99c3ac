package store

import (
	"context"
	"database/sql"
)

// Hashed is a row and a hash that it was stored with.
type Hashed struct {
	ID   int64
	Hash string
}

// FileHashes are those of the files with these ids, of the bytes as they came.
// Files that are absent are left out.
func (q *Queries) FileHashes(ctx context.Context, ids []int64) (map[int64]string, error) {
	return q.hashes(ctx, `SELECT id, sha256 FROM files WHERE id IN `, ids)
}

// CaptureHashes are those of the captures with these ids, of their texts.
// Captures that are absent are left out.
func (q *Queries) CaptureHashes(ctx context.Context, ids []int64) (map[int64]string, error) {
	return q.hashes(ctx, `SELECT id, text_sha256 FROM captures WHERE id IN `, ids)
}

func (q *Queries) hashes(ctx context.Context, query string, ids []int64) (map[int64]string, error) {
	found := map[int64]string{}
	if len(ids) == 0 {
		return found, nil
	}
	marks, args := in(ids, 1)
	all, err := list(ctx, q.db, func(rows *sql.Rows) (h Hashed, err error) {
		err = rows.Scan(&h.ID, &h.Hash)
		return h, err
	}, query+marks, args...)
	for _, h := range all {
		found[h.ID] = h.Hash
	}
	return found, err
}

// StoredAppearance is an appearance as far as its words were found in what was
// kept of it. Anchor is JSON, "" when they were not; Text is that of the
// capture, "" when there is none or nothing was found.
type StoredAppearance struct {
	ClaimID, Position int64
	Anchor, Text      string
}

// AppearancesBehind are up to limit appearances by claim and position, behind
// the last one; the zero one begins.
func (q *Queries) AppearancesBehind(ctx context.Context, last StoredAppearance, limit int) ([]StoredAppearance, error) {
	return list(ctx, q.db, func(rows *sql.Rows) (a StoredAppearance, err error) {
		err = rows.Scan(&a.ClaimID, &a.Position, &a.Anchor, &a.Text)
		return a, err
	}, `SELECT a.claim_id, a.position, a.anchor, CASE a.anchor WHEN '' THEN '' ELSE COALESCE(k.text, '') END
		FROM appearances a LEFT JOIN captures k ON k.id = a.capture_id
		WHERE (a.claim_id, a.position) > ($1, $2) ORDER BY a.claim_id, a.position LIMIT $3`, last.ClaimID, last.Position, limit)
}
