package store

import (
	"context"
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

// AddMail queues a mail to the sender of a tip; the address is looked up when it
// is sent.
func (tx *Tx) AddMail(ctx context.Context, m Mail, now time.Time) error {
	return tx.exec(ctx, `
		INSERT INTO mails (user_id, tip_id, subject, body, created_at, next_at, attempts, error)
		VALUES ($1, $2, $3, $4, $5, $5, 0, '')`, orNull(m.UserID), orNull(m.TipID), m.Subject, m.Body, millis(now))
}

// Mail is one to be sent: to a user, or to the sender of a tip, never both.
type Mail struct {
	ID, UserID, TipID int64
	Subject, Body     string // plain text
}
