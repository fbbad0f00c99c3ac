package store

import (
	"context"
	"database/sql"
	"time"

	"claimdesk/internal/factcheck"
)

// AddNotification stores what somebody is told.
func (tx *Tx) AddNotification(ctx context.Context, n factcheck.Notification) (int64, error) {
	return tx.insert(ctx, `
		INSERT INTO notifications (user_id, kind, claim_id, by_id, text, at, read_at, mailed_at)
		VALUES ($1, $2, $3, $4, $5, $6, 0, 0) RETURNING id`,
		n.UserID, n.Kind, orNull(n.ClaimID), n.ByID, n.Text, millis(n.At))
}

const notificationColumns = `
	SELECT n.id, n.user_id, n.kind, COALESCE(n.claim_id, 0), COALESCE(c.text, ''), n.by_id, COALESCE(u.name, ''), n.text, n.at, n.read_at
	FROM notifications n LEFT JOIN claims c ON c.id = n.claim_id LEFT JOIN users u ON u.id = n.by_id`

func scanNotification(rows *sql.Rows) (n factcheck.Notification, err error) {
	var at, read int64
	err = rows.Scan(&n.ID, &n.UserID, &n.Kind, &n.ClaimID, &n.Claim, &n.ByID, &n.By, &n.Text, &at, &read)
	n.At, n.ReadAt = moment(at), moment(read)
	return n, err
}

// UnreadNotifications is how many things somebody was told and has not read.
func (q *Queries) UnreadNotifications(ctx context.Context, user int64) (int64, error) {
	return one(ctx, q.db, nil, number, `SELECT count(*) FROM notifications WHERE user_id = $1 AND read_at = 0`, user)
}

// UnreadOf are up to limit things that somebody was told and has not read,
// newest first, older than the one with the id before (0: from the newest).
func (q *Queries) UnreadOf(ctx context.Context, user, before int64, limit int) ([]factcheck.Notification, error) {
	return list(ctx, q.db, scanNotification, notificationColumns+`
		WHERE n.user_id = $1 AND n.read_at = 0 AND ($2 = 0 OR n.id < $2) ORDER BY n.id DESC LIMIT $3`, user, before, limit)
}

// ReadOf are those that somebody has read, likewise.
func (q *Queries) ReadOf(ctx context.Context, user, before int64, limit int) ([]factcheck.Notification, error) {
	return list(ctx, q.db, scanNotification, notificationColumns+`
		WHERE n.user_id = $1 AND n.read_at > 0 AND ($2 = 0 OR n.id < $2) ORDER BY n.id DESC LIMIT $3`, user, before, limit)
}

// Notification is one that somebody was told; NotFound when it is another's.
func (q *Queries) Notification(ctx context.Context, user, id int64) (factcheck.Notification, error) {
	return one(ctx, q.db, factcheck.NoSuch("notification %d", id), scanNotification, notificationColumns+`
		WHERE n.user_id = $1 AND n.id = $2`, user, id)
}

// ReadNotification notes that somebody has read one, if it was not noted yet.
func (tx *Tx) ReadNotification(ctx context.Context, user, id int64, now time.Time) error {
	return tx.exec(ctx, `UPDATE notifications SET read_at = $1 WHERE id = $2 AND user_id = $3 AND read_at = 0`, millis(now), id, user)
}

// ReadNotifications notes that somebody has read all up to the one with an id.
func (tx *Tx) ReadNotifications(ctx context.Context, user, upTo int64, now time.Time) error {
	return tx.exec(ctx, `UPDATE notifications SET read_at = $1 WHERE user_id = $2 AND read_at = 0 AND id <= $3`, millis(now), user, upTo)
}

// SweepNotifications deletes those that were read before a time.
func (tx *Tx) SweepNotifications(ctx context.Context, before time.Time) error {
	return tx.exec(ctx, `DELETE FROM notifications WHERE read_at > 0 AND read_at < $1`, millis(before))
}
