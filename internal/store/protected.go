package store

import (
	"context"
	"database/sql"

	"claimdesk/internal/factcheck"
)

// Protected are, by id, those of some sources that are protected now, with no
// more than readers may be told.
func (q *Queries) Protected(ctx context.Context, ids []int64) (map[int64]factcheck.Source, error) {
	protected := map[int64]factcheck.Source{}
	if len(ids) == 0 {
		return protected, nil
	}
	marks, args := in(ids, 1)
	err := each(ctx, q.db, args, func(rows *sql.Rows) error {
		s := factcheck.Source{Access: factcheck.ProtectedAccess}
		err := rows.Scan(&s.ID, &s.Language, &s.Level, &s.Description, &s.Because)
		protected[s.ID] = s
		return err
	}, `SELECT id, language, level, public_description, protected_because FROM sources
		WHERE id IN `+marks+` AND access = 'protected' ORDER BY id`)
	return protected, err
}
