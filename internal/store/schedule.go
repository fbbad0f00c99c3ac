package store

import (
	"context"
	"database/sql"
	"time"

	"claimdesk/internal/factcheck"
)

const scheduleQuery = `
	SELECT s.claim_id, c.text, s.at, s.class, s.note, s.user_id, u.name, s.created_at, s.failed
	FROM schedules s JOIN claims c ON c.id = s.claim_id JOIN users u ON u.id = s.user_id`

func scanSchedule(rows *sql.Rows) (s factcheck.Scheduled, err error) {
	var at, created int64
	err = rows.Scan(&s.ClaimID, &s.Claim, &at, &s.Class, &s.Note, &s.UserID, &s.By, &created, &s.Failed)
	s.At, s.CreatedAt = moment(at), moment(created)
	return s, err
}

// Schedule is when a claim is to be published, or was and could not be;
// NotFound when neither.
func (q *Queries) Schedule(ctx context.Context, claim int64) (factcheck.Scheduled, error) {
	return one(ctx, q.db, factcheck.NoSuch("schedule of claim %d", claim), scanSchedule, scheduleQuery+` WHERE s.claim_id = $1`, claim)
}

// Schedules are all, the soonest first.
func (q *Queries) Schedules(ctx context.Context) ([]factcheck.Scheduled, error) {
	return list(ctx, q.db, scanSchedule, scheduleQuery+` ORDER BY s.at, s.claim_id`)
}

// DueSchedules are up to limit of those whose time has come, the oldest first.
func (q *Queries) DueSchedules(ctx context.Context, now time.Time, limit int) ([]factcheck.Scheduled, error) {
	return list(ctx, q.db, scanSchedule, scheduleQuery+`
		WHERE s.failed = '' AND s.at <= $1 ORDER BY s.at, s.claim_id LIMIT $2`, millis(now), limit)
}

// NextSchedule is when the next publication is due; zero when none is.
func (q *Queries) NextSchedule(ctx context.Context) (time.Time, error) {
	at, err := list(ctx, q.db, number, `SELECT at FROM schedules WHERE failed = '' ORDER BY at, claim_id LIMIT 1`)
	if err != nil || len(at) == 0 {
		return time.Time{}, err
	}
	return moment(at[0]), nil
}

// SetSchedule stores when a claim is to be published, in place of any other
// time.
func (tx *Tx) SetSchedule(ctx context.Context, s factcheck.Scheduled) error {
	return tx.exec(ctx, `
		INSERT INTO schedules (claim_id, at, class, note, user_id, created_at, failed)
		VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (claim_id) DO UPDATE SET at = excluded.at, class = excluded.class, note = excluded.note,
			user_id = excluded.user_id, created_at = excluded.created_at, failed = excluded.failed`,
		s.ClaimID, millis(s.At), s.Class, s.Note, s.UserID, millis(s.CreatedAt), s.Failed)
}

// RemoveSchedule takes a claim off the schedule; there may be none.
func (tx *Tx) RemoveSchedule(ctx context.Context, claim int64) error {
	return tx.exec(ctx, `DELETE FROM schedules WHERE claim_id = $1`, claim)
}
