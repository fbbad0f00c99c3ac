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

// fillUsers loads who may see the protected ones among some sources.
func (q *Queries) fillUsers(ctx context.Context, sources ...*factcheck.Source) error {
	at := map[int64][]*factcheck.Source{}
	var ids []int64
	for _, s := range sources {
		if s.Access != factcheck.ProtectedAccess {
			continue
		}
		if at[s.ID] == nil {
			ids = append(ids, s.ID)
		}
		at[s.ID] = append(at[s.ID], s)
	}
	if len(ids) == 0 {
		return nil
	}
	marks, args := in(ids, 1)
	return each(ctx, q.db, args, func(rows *sql.Rows) error {
		var source, user int64
		if err := rows.Scan(&source, &user); err != nil {
			return err
		}
		for _, s := range at[source] {
			s.Users = append(s.Users, user)
		}
		return nil
	}, `SELECT source_id, user_id FROM source_users WHERE source_id IN `+marks+` ORDER BY source_id, user_id`)
}

// withUsers gives sources that were read the people who may see them.
func (q *Queries) withUsers(ctx context.Context, all []factcheck.Source, err error) ([]factcheck.Source, error) {
	if err != nil {
		return nil, err
	}
	list := make([]*factcheck.Source, len(all))
	for i := range all {
		list[i] = &all[i]
	}
	return all, q.fillUsers(ctx, list...)
}

// setSourceUsers replaces the people who may see a source while it is
// protected. Nobody may be named twice.
func (tx *Tx) setSourceUsers(ctx context.Context, source int64, users []int64) error {
	if err := tx.exec(ctx, `DELETE FROM source_users WHERE source_id = $1`, source); err != nil {
		return err
	}
	return tx.link(ctx, `source_users (source_id, user_id)`, source, users)
}

// ProtectedFrom is how many protected sources a user is not named on.
func (q *Queries) ProtectedFrom(ctx context.Context, user int64) (int, error) {
	n, err := one(ctx, q.db, nil, number, `
		SELECT count(*) FROM sources s WHERE s.access = 'protected'
			AND NOT EXISTS (SELECT 1 FROM source_users u WHERE u.source_id = s.id AND u.user_id = $1)`, user)
	return int(n), err
}
