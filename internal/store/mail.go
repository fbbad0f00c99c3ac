package store

import (
	"context"
	"database/sql"
	"time"

	"claimdesk/internal/factcheck"
)

// mailLasts is how long a mail is tried, when nothing else is said.
const mailLasts = 3 * 24 * time.Hour

// Mail is one to be sent: to a user, or to the sender of a tip, never both.
type Mail struct {
	ID, UserID, TipID int64
	Subject, Body     string    // plain text
	Secret            bool      // it holds a one-time link: it goes when the link becomes void
	Until             time.Time // not sent any more afterwards; zero: three days after it was queued

	Attempts int
	NextAt   time.Time // zero: given up
}

// AddMail queues a mail; the address is looked up when it is sent.
func (tx *Tx) AddMail(ctx context.Context, m Mail, now time.Time) error {
	if m.Until.IsZero() {
		m.Until = now.Add(mailLasts)
	}
	return tx.exec(ctx, `
		INSERT INTO mails (user_id, tip_id, subject, body, secret, created_at, until, next_at, attempts, tried_at, error)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $6, 0, 0, '')`,
		orNull(m.UserID), orNull(m.TipID), m.Subject, m.Body, m.Secret, millis(now), millis(m.Until))
}

// DueMails are up to limit mails that are to be sent now, the longest waiting
// first.
func (q *Queries) DueMails(ctx context.Context, now time.Time, limit int) ([]Mail, error) {
	return list(ctx, q.db, func(rows *sql.Rows) (m Mail, err error) {
		var until, next int64
		err = rows.Scan(&m.ID, &m.UserID, &m.TipID, &m.Subject, &m.Body, &m.Secret, &until, &next, &m.Attempts)
		m.Until, m.NextAt = moment(until), moment(next)
		return m, err
	}, `SELECT id, COALESCE(user_id, 0), COALESCE(tip_id, 0), subject, body, secret, until, next_at, attempts FROM mails
		WHERE next_at > 0 AND next_at <= $1 AND until > $1 ORDER BY next_at, id LIMIT $2`, millis(now), limit)
}

// SetMailTried keeps how a mail fared that was not sent: m.Attempts, and
// m.NextAt, when it is tried again. Of one that is given up, the words go.
func (tx *Tx) SetMailTried(ctx context.Context, m Mail, failed string, now time.Time) error {
	return tx.exec(ctx, `
		UPDATE mails SET attempts = $1, next_at = $2, error = $3, tried_at = $4, body = CASE WHEN $2 = 0 THEN '' ELSE body END
		WHERE id = $5`, m.Attempts, millis(m.NextAt), failed, millis(now), m.ID)
}

// DropMail takes a mail out of the queue.
func (tx *Tx) DropMail(ctx context.Context, id int64) error {
	return tx.exec(ctx, `DELETE FROM mails WHERE id = $1`, id)
}

// SweepMails drops the mails whose time is over and gives how many of them were
// never sent.
func (tx *Tx) SweepMails(ctx context.Context, now time.Time) (int64, error) {
	n, err := one(ctx, tx.db, nil, number, `SELECT count(*) FROM mails WHERE until <= $1`, millis(now))
	if err != nil || n == 0 {
		return n, err
	}
	return n, tx.exec(ctx, `DELETE FROM mails WHERE until <= $1`, millis(now))
}

// MailQueue is how the queue stands.
type MailQueue struct {
	Waiting  int64     // to be sent yet
	GivenUp  int64     // refused for good
	Failed   string    // the last error among both; "" for none
	FailedAt time.Time // when that was
}

// MailQueue tells how many mails wait and what went wrong last.
func (q *Queries) MailQueue(ctx context.Context) (MailQueue, error) {
	return one(ctx, q.db, nil, func(rows *sql.Rows) (s MailQueue, err error) {
		var at int64
		err = rows.Scan(&s.Waiting, &s.GivenUp, &s.Failed, &at)
		s.FailedAt = moment(at)
		return s, err
	}, `SELECT count(*) FILTER (WHERE next_at > 0), count(*) FILTER (WHERE next_at = 0),
			COALESCE((SELECT error FROM mails WHERE error <> '' ORDER BY tried_at DESC, id DESC LIMIT 1), ''),
			COALESCE(max(tried_at), 0) FROM mails`)
}

// Unmailed are up to limit things that somebody was told since a time, and of
// which it was not settled yet whether they are mailed.
func (q *Queries) Unmailed(ctx context.Context, since time.Time, limit int) ([]factcheck.Notification, error) {
	return list(ctx, q.db, scanNotification, notificationColumns+`
		WHERE n.mailed_at = 0 AND n.at > $1 ORDER BY n.at, n.id LIMIT $2`, millis(since), limit)
}

// SetMailed settles that something need not be mailed again.
func (tx *Tx) SetMailed(ctx context.Context, notification int64, now time.Time) error {
	return tx.exec(ctx, `UPDATE notifications SET mailed_at = $1 WHERE id = $2`, millis(now), notification)
}

// MailWaits tells whether there is anything for Unmailed or DueMails.
func (q *Queries) MailWaits(ctx context.Context, since, now time.Time) (bool, error) {
	n, err := one(ctx, q.db, nil, number, `
		SELECT EXISTS (SELECT 1 FROM notifications WHERE mailed_at = 0 AND at > $1)
			OR EXISTS (SELECT 1 FROM mails WHERE next_at > 0 AND next_at <= $2)`, millis(since), millis(now))
	return n == 1, err
}

// SetMailWish stores how a user wants to hear of things. The first daily mail
// comes when the next one is due.
func (tx *Tx) SetMailWish(ctx context.Context, user int64, wish factcheck.MailWish, now time.Time) error {
	return tx.exec(ctx, `UPDATE users SET mail = $1, digest_at = $2 WHERE id = $3`, wish, millis(now), user)
}

// AwaitingDigest are those who want a daily mail and have had none since a time.
func (q *Queries) AwaitingDigest(ctx context.Context, since time.Time) ([]factcheck.User, error) {
	return list(ctx, q.db, scanUser, `SELECT `+userColumns+` FROM users u
		WHERE u.mail = 'daily' AND u.disabled = 0 AND u.digest_at < $1 ORDER BY u.id`, millis(since))
}

// SetDigested notes that somebody's daily mail of now was dealt with.
func (tx *Tx) SetDigested(ctx context.Context, user int64, now time.Time) error {
	return tx.exec(ctx, `UPDATE users SET digest_at = $1 WHERE id = $2`, millis(now), user)
}

// SetTold notes that the sender of a tip was told of its publication.
func (tx *Tx) SetTold(ctx context.Context, tip int64, now time.Time) error {
	return tx.exec(ctx, `UPDATE tip_contacts SET told_at = $1 WHERE tip_id = $2`, millis(now), tip)
}
