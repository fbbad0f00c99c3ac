package store

import (
	"context"
	"database/sql"

	"claimdesk/internal/factcheck"
)

// InReview is a claim in review, as far as it takes to tell for whom it waits.
// Of its signatures only user, kind and version are there.
type InReview struct {
	ID, Version int64
	Signatures  []factcheck.Signature
}

// ReviewQueue are all claims in review: those that are due first, then those
// that have waited longest.
func (q *Queries) ReviewQueue(ctx context.Context) ([]InReview, error) {
	var all []InReview
	return all, each(ctx, q.db, nil, func(rows *sql.Rows) error {
		var c InReview
		var s factcheck.Signature
		if err := rows.Scan(&c.ID, &c.Version, &s.UserID, &s.Kind, &s.Version); err != nil {
			return err
		}
		if n := len(all); n == 0 || all[n-1].ID != c.ID {
			all = append(all, c)
		}
		if last := &all[len(all)-1]; s.Kind != "" {
			last.Signatures = append(last.Signatures, s)
		}
		return nil
	}, `SELECT c.id, c.version, COALESCE(s.user_id, 0), COALESCE(s.kind, ''), COALESCE(s.version, 0)
		FROM claims c LEFT JOIN signatures s ON s.claim_id = c.id
		WHERE c.status = 'in-review' ORDER BY `+dueOrLast+`, c.updated_at, c.id, s.id`)
}
