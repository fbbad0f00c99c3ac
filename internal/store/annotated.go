package store

import (
	"context"
	"database/sql"

	"claimdesk/internal/factcheck"
)

// Annotated is a piece of evidence with what its claim is called: Slug is the
// live check's, "" when the claim was never published.
type Annotated struct {
	factcheck.Evidence
	Claim, Slug string
}

// EvidenceAfter are up to limit pieces of evidence after an id, removed ones
// too, without what became of them.
func (q *Queries) EvidenceAfter(ctx context.Context, after int64, limit int) ([]Annotated, error) {
	found, err := list(ctx, q.db, scanEvidence, evidenceQuery+` WHERE e.id > $1 ORDER BY e.id LIMIT $2`, after, limit)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	all, ids, at := make([]Annotated, len(found)), make([]int64, len(found)), map[int64][]int{}
	for i, e := range found {
		all[i].Evidence, ids[i] = e, e.ClaimID
		at[e.ClaimID] = append(at[e.ClaimID], i)
	}
	marks, args := in(ids, 1)
	return all, each(ctx, q.db, args, func(rows *sql.Rows) error {
		var claim int64
		var text, slug string
		err := rows.Scan(&claim, &text, &slug)
		for _, i := range at[claim] {
			all[i].Claim, all[i].Slug = text, slug
		}
		return err
	}, `SELECT c.id, c.text, COALESCE(p.slug, '') FROM claims c LEFT JOIN publications p ON p.claim_id = c.id WHERE c.id IN `+marks)
}
