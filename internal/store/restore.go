package store

import (
	"context"

	"claimdesk/internal/factcheck"
)

// RemovedEvidence is a quote that was taken off a claim; its position is 0. It
// is NotFound when the quote stands on the claim, or never did.
func (q *Queries) RemovedEvidence(ctx context.Context, claim, id int64) (factcheck.Evidence, error) {
	return one(ctx, q.db, factcheck.NoSuch("removed evidence %d on claim %d", id, claim), scanEvidence,
		evidenceQuery+` WHERE e.id = $1 AND e.claim_id = $2 AND e.position = 0`, id, claim)
}

// RestoreEvidence puts a removed quote back on its claim, at a position from 1.
func (tx *Tx) RestoreEvidence(ctx context.Context, id int64, position int) error {
	return tx.exec(ctx, `UPDATE evidence SET position = $1, removed_at = 0 WHERE id = $2`, position, id)
}
