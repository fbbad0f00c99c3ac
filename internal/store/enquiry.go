package store

import (
	"context"
	"database/sql"
	"time"

	"claimdesk/internal/factcheck"
)

func (q *Queries) fillEnquiries(ctx context.Context, claims map[int64]*factcheck.Claim, ids []int64) error {
	marks, args := in(ids, 1)
	return each(ctx, q.db, args, func(rows *sql.Rows) error {
		var e factcheck.Enquiry
		var at int64
		if err := rows.Scan(&e.ID, &e.ClaimID, &e.Kind, &e.Asked, &e.Via, &e.On, &e.Question, &e.Outcome, &e.OutcomeOn, &e.Answer,
			&e.URL, &e.Told, &e.CreatedBy, &e.By, &at); err != nil {
			return err
		}
		e.CreatedAt = moment(at)
		claims[e.ClaimID].Enquiries = append(claims[e.ClaimID].Enquiries, e)
		return nil
	}, `SELECT e.id, e.claim_id, e.kind, e.asked, e.via, e.asked_on, e.question, e.outcome, e.outcome_on, e.answer,
			e.url, e.told, e.created_by, COALESCE(u.name, 'Console'), e.created_at
		FROM enquiries e LEFT JOIN users u ON u.id = e.created_by
		WHERE e.removed_at = 0 AND e.claim_id IN `+marks+` ORDER BY e.claim_id, e.id`)
}

// AddEnquiry stores an enquiry and gives its id.
func (tx *Tx) AddEnquiry(ctx context.Context, e factcheck.Enquiry) (int64, error) {
	return tx.insert(ctx, `
		INSERT INTO enquiries (claim_id, kind, asked, via, asked_on, question, outcome, outcome_on, answer, url, told,
			created_by, created_at, removed_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0) RETURNING id`,
		e.ClaimID, e.Kind, e.Asked, e.Via, e.On, e.Question, e.Outcome, e.OutcomeOn, e.Answer, e.URL, e.Told,
		e.CreatedBy, millis(e.CreatedAt))
}

// SetEnquiry stores what an enquiry says; who noted it and when stays.
func (tx *Tx) SetEnquiry(ctx context.Context, e factcheck.Enquiry) error {
	return tx.exec(ctx, `
		UPDATE enquiries SET kind = $1, asked = $2, via = $3, asked_on = $4, question = $5, outcome = $6, outcome_on = $7,
			answer = $8, url = $9, told = $10
		WHERE id = $11`,
		e.Kind, e.Asked, e.Via, e.On, e.Question, e.Outcome, e.OutcomeOn, e.Answer, e.URL, e.Told, e.ID)
}

// RemoveEnquiry takes an enquiry off its claim. The row stays.
func (tx *Tx) RemoveEnquiry(ctx context.Context, id int64, now time.Time) error {
	return tx.exec(ctx, `UPDATE enquiries SET removed_at = $1 WHERE id = $2`, millis(now), id)
}
