package store

import (
	"context"
	"database/sql"
	"slices"
	"time"

	"claimdesk/internal/factcheck"
)

// Lean is a claim that leans on another newsroom's check, with who works on it.
type Lean struct {
	ClaimID, ReviewID     int64
	Text, Language        string // of the claim
	Status                factcheck.Status
	AssigneeID, CreatedBy int64
	By                    string // who said that it leans
	At                    time.Time
}

const leanQuery = `
	SELECT l.claim_id, l.review_id, c.text, c.language, c.status, COALESCE(c.assignee_id, 0), c.created_by, COALESCE(u.name, 'Console'), l.at
	FROM leans l JOIN claims c ON c.id = l.claim_id LEFT JOIN users u ON u.id = l.user_id`

func scanLean(rows *sql.Rows) (l Lean, err error) {
	var at int64
	err = rows.Scan(&l.ClaimID, &l.ReviewID, &l.Text, &l.Language, &l.Status, &l.AssigneeID, &l.CreatedBy, &l.By, &at)
	l.At = moment(at)
	return l, err
}

// LeansOn are the claims that lean on one of these checks, by check and claim.
func (q *Queries) LeansOn(ctx context.Context, reviews []int64) ([]Lean, error) {
	var all []Lean
	for part := range slices.Chunk(reviews, lookedUp) {
		marks, args := in(part, 1)
		some, err := list(ctx, q.db, scanLean, leanQuery+` WHERE l.review_id IN `+marks+` ORDER BY l.review_id, l.claim_id`, args...)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

// LeanedOn are the checks of others that a claim leans on, the newest lean last.
func (q *Queries) LeanedOn(ctx context.Context, claim int64) ([]factcheck.OtherReview, error) {
	return list(ctx, q.db, scanOther, `SELECT `+otherColumns+`, '' FROM leans n JOIN other_reviews o ON o.id = n.review_id
		WHERE n.claim_id = $1 ORDER BY n.at, o.id`, claim)
}

// AddLean notes that a claim leans on a check, and tells whether that is new.
func (tx *Tx) AddLean(ctx context.Context, claim, review, user int64, now time.Time) (bool, error) {
	added, err := list(ctx, tx.db, number, `INSERT INTO leans (claim_id, review_id, user_id, at) VALUES ($1, $2, $3, $4)
		ON CONFLICT DO NOTHING RETURNING claim_id`, claim, review, user, millis(now))
	return len(added) > 0, err
}

// RemoveLean ends a lean, and tells whether there was one.
func (tx *Tx) RemoveLean(ctx context.Context, claim, review int64) (bool, error) {
	gone, err := list(ctx, tx.db, number, `DELETE FROM leans WHERE claim_id = $1 AND review_id = $2 RETURNING claim_id`, claim, review)
	return len(gone) > 0, err
}

// AddTasks stores tasks that are to be done.
func (tx *Tx) AddTasks(ctx context.Context, all []factcheck.Task) error {
	return bulk(ctx, tx, `INSERT INTO tasks (kind, claim_id, review_id, text, created_at, done_at, done_by)`, "", all, func(t factcheck.Task) []any {
		return []any{t.Kind, t.ClaimID, orNull(t.ReviewID), t.Text, millis(t.At), 0, 0}
	})
}
