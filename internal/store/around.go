package store

import (
	"context"
	"database/sql"

	"claimdesk/internal/factcheck"
)

// SetAround stores how many code points of the words beside the quotes of a
// source readers are shown. It is no change of the source's own.
func (tx *Tx) SetAround(ctx context.Context, source int64, around int) error {
	return tx.exec(ctx, `UPDATE sources SET around = $1 WHERE id = $2`, around, source)
}

// Arounds are those of some sources, but the ones that are shown in full.
func (q *Queries) Arounds(ctx context.Context, sources []int64) (map[int64]int, error) {
	arounds := map[int64]int{}
	if len(sources) == 0 {
		return arounds, nil
	}
	marks, args := in(sources, 2)
	return arounds, each(ctx, q.db, append([]any{factcheck.Wide}, args...), func(rows *sql.Rows) error {
		var id int64
		var around int
		err := rows.Scan(&id, &around)
		arounds[id] = around
		return err
	}, `SELECT id, around FROM sources WHERE around < $1 AND id IN `+marks)
}
