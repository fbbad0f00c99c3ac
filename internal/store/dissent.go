package store

import (
	"context"
	"database/sql"
	"time"

	"claimdesk/internal/factcheck"
)

func (q *Queries) fillDissents(ctx context.Context, claims map[int64]*factcheck.Claim, ids []int64) error {
	marks, args := in(ids, 1)
	return each(ctx, q.db, args, func(rows *sql.Rows) error {
		var d factcheck.DissentNote
		var at int64
		if err := rows.Scan(&d.ID, &d.ClaimID, &d.UserID, &d.By, &d.Byline, &d.Text, &d.Public, &at); err != nil {
			return err
		}
		d.At = moment(at)
		claims[d.ClaimID].Dissents = append(claims[d.ClaimID].Dissents, d)
		return nil
	}, `SELECT d.id, d.claim_id, d.user_id, u.name, CASE WHEN u.byline <> '' THEN u.byline ELSE u.name END, d.text, d.public, d.at
		FROM dissents d JOIN users u ON u.id = d.user_id
		WHERE d.removed_at = 0 AND d.claim_id IN `+marks+` ORDER BY d.claim_id, d.id`)
}

// AddDissent stores a dissent and gives its id.
func (tx *Tx) AddDissent(ctx context.Context, d factcheck.DissentNote) (int64, error) {
	return tx.insert(ctx, `
		INSERT INTO dissents (claim_id, user_id, text, public, at, removed_at)
		VALUES ($1, $2, $3, $4, $5, 0) RETURNING id`, d.ClaimID, d.UserID, d.Text, d.Public, millis(d.At))
}

// RemoveDissent takes a dissent back. The row stays.
func (tx *Tx) RemoveDissent(ctx context.Context, id int64, now time.Time) error {
	return tx.exec(ctx, `UPDATE dissents SET removed_at = $1 WHERE id = $2`, millis(now), id)
}

func (q *Queries) fillPasses(ctx context.Context, claims map[int64]*factcheck.Claim, ids []int64) error {
	marks, args := in(ids, 1)
	return each(ctx, q.db, args, func(rows *sql.Rows) error {
		var p factcheck.Pass
		var claim, at int64
		if err := rows.Scan(&claim, &p.Rule, &p.Reason, &p.UserID, &p.By, &at); err != nil {
			return err
		}
		p.At = moment(at)
		claims[claim].Passes = append(claims[claim].Passes, p)
		return nil
	}, `SELECT p.claim_id, p.rule, p.reason, p.user_id, COALESCE(u.name, 'Console'), p.at
		FROM passes p LEFT JOIN users u ON u.id = p.user_id
		WHERE p.claim_id IN `+marks+` ORDER BY p.claim_id, p.rule`)
}

// SetPass stores why a rule was passed for a claim, in place of what was said
// before; without a reason it takes that away.
func (tx *Tx) SetPass(ctx context.Context, claim int64, p factcheck.Pass) error {
	if p.Reason == "" {
		return tx.exec(ctx, `DELETE FROM passes WHERE claim_id = $1 AND rule = $2`, claim, p.Rule)
	}
	return tx.exec(ctx, `
		INSERT INTO passes (claim_id, rule, reason, user_id, at) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (claim_id, rule) DO UPDATE SET reason = excluded.reason, user_id = excluded.user_id, at = excluded.at`,
		claim, p.Rule, p.Reason, p.UserID, millis(p.At))
}
