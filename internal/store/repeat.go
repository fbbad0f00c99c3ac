package store

import (
	"context"
	"database/sql"
	"time"

	"claimdesk/internal/factcheck"
)

// AddRepeat stores where a claim was seen again and gives the id.
func (tx *Tx) AddRepeat(ctx context.Context, r factcheck.Repeat) (int64, error) {
	return tx.insert(ctx, `
		INSERT INTO repeats (claim_id, from_claim, tip_id, url, outlet, seen_on, said, created_by, created_at, removed_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0) RETURNING id`,
		r.ClaimID, orNull(r.FromClaim), orNull(r.TipID), r.URL, r.Outlet, r.SeenOn, r.Said, r.CreatedBy, millis(r.CreatedAt))
}

// DropRepeat takes a repetition off; its row stays.
func (tx *Tx) DropRepeat(ctx context.Context, id int64, now time.Time) error {
	return tx.exec(ctx, `UPDATE repeats SET removed_at = $1 WHERE id = $2`, millis(now), id)
}

// DropRepeatsFrom takes off what a merged claim brought.
func (tx *Tx) DropRepeatsFrom(ctx context.Context, claim int64, now time.Time) error {
	return tx.exec(ctx, `UPDATE repeats SET removed_at = $1 WHERE from_claim = $2 AND removed_at = 0`, millis(now), claim)
}

// Repeat is one that counts.
func (q *Queries) Repeat(ctx context.Context, id int64) (factcheck.Repeat, error) {
	return one(ctx, q.db, factcheck.NoSuch("added appearance %d", id), scanRepeat, repeatQuery+` WHERE removed_at = 0 AND id = $1`, id)
}

// RepeatCounts are, by claim, how often claims were seen again; those never
// seen again are left out.
func (q *Queries) RepeatCounts(ctx context.Context, claims []int64) (map[int64]factcheck.Repeats, error) {
	counts := map[int64]factcheck.Repeats{}
	if len(claims) == 0 {
		return counts, nil
	}
	marks, args := in(claims, 1)
	return counts, each(ctx, q.db, args, func(rows *sql.Rows) error {
		r, err := scanRepeat(rows)
		n := counts[r.ClaimID]
		n.Count, n.Last = n.Count+1, max(n.Last, r.Day())
		counts[r.ClaimID] = n
		return err
	}, repeatQuery+` WHERE removed_at = 0 AND claim_id IN `+marks)
}

func (q *Queries) fillRepeats(ctx context.Context, claims map[int64]*factcheck.Claim, ids []int64) error {
	marks, args := in(ids, 1)
	return each(ctx, q.db, args, func(rows *sql.Rows) error {
		r, err := scanRepeat(rows)
		if err == nil {
			claims[r.ClaimID].Repeats = append(claims[r.ClaimID].Repeats, r)
		}
		return err
	}, repeatQuery+` WHERE removed_at = 0 AND claim_id IN `+marks+` ORDER BY claim_id, id`)
}

const repeatQuery = `
	SELECT id, claim_id, COALESCE(from_claim, 0), COALESCE(tip_id, 0), url, outlet, seen_on, said, created_by, created_at
	FROM repeats`

func scanRepeat(rows *sql.Rows) (r factcheck.Repeat, err error) {
	var at int64
	err = rows.Scan(&r.ID, &r.ClaimID, &r.FromClaim, &r.TipID, &r.URL, &r.Outlet, &r.SeenOn, &r.Said, &r.CreatedBy, &at)
	r.CreatedAt = moment(at)
	return r, err
}
