package store

import (
	"context"
	"database/sql"

	"claimdesk/internal/factcheck"
)

// AddEvent seals the event with the hash of the one before it and writes it.
func (tx *Tx) AddEvent(ctx context.Context, e factcheck.Event) error {
	last, err := list(ctx, tx.db, scanEvent, eventColumns+` ORDER BY id DESC LIMIT 1`)
	if err != nil {
		return err
	}
	e.ID = 1
	if len(last) == 1 {
		e.ID, e.Previous = last[0].ID+1, last[0].Hash
	}
	e.Hash = e.Seal()
	return tx.exec(ctx, `
		INSERT INTO events (id, at, actor, user_id, action, subject, subject_id, version, content, request_id, previous, hash)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
		e.ID, millis(e.At), e.Actor, e.UserID, e.Action, e.Subject, e.SubjectID, e.Version, e.Content, e.RequestID, e.Previous, e.Hash)
}

const eventColumns = `
	SELECT id, at, actor, user_id, action, subject, subject_id, version, content, request_id, previous, hash FROM events`

func scanEvent(rows *sql.Rows) (e factcheck.Event, err error) {
	var at int64
	err = rows.Scan(&e.ID, &at, &e.Actor, &e.UserID, &e.Action, &e.Subject, &e.SubjectID, &e.Version, &e.Content, &e.RequestID, &e.Previous, &e.Hash)
	e.At = moment(at)
	return e, err
}

// EventsAfter are up to limit events in their order, for checking the chain.
func (q *Queries) EventsAfter(ctx context.Context, after int64, limit int) ([]factcheck.Event, error) {
	return list(ctx, q.db, scanEvent, eventColumns+` WHERE id > $1 ORDER BY id LIMIT $2`, after, limit)
}

// Events are up to limit events before an id, newest first, with the names of
// who acted and what they acted on.
func (q *Queries) Events(ctx context.Context, before int64, limit int) ([]factcheck.Event, error) {
	return list(ctx, q.db, scanNamedEvent, namedEvents+` WHERE e.id < $1 ORDER BY e.id DESC LIMIT $2`, before, limit)
}

// EventsOf are all events about one thing, newest first.
func (q *Queries) EventsOf(ctx context.Context, subject string, id int64) ([]factcheck.Event, error) {
	return list(ctx, q.db, scanNamedEvent, namedEvents+` WHERE e.subject = $1 AND e.subject_id = $2 ORDER BY e.id DESC`, subject, id)
}

const namedEvents = `
	SELECT e.id, e.at, e.actor, e.user_id, e.action, e.subject, e.subject_id, e.version, e.request_id, e.content, e.hash,
		COALESCE(u.name, ''),
		CASE e.subject
			WHEN 'claim' THEN COALESCE((SELECT text FROM claims WHERE id = e.subject_id), '')
			WHEN 'source' THEN COALESCE((SELECT title FROM sources WHERE id = e.subject_id), '')
			WHEN 'fate' THEN COALESCE((SELECT c.text FROM fates f JOIN evidence q ON q.id = f.evidence_id
				JOIN claims c ON c.id = q.claim_id WHERE f.id = e.subject_id), '')
			WHEN 'tip' THEN COALESCE((SELECT text FROM tips WHERE id = e.subject_id), '')
			WHEN 'topic' THEN COALESCE((SELECT name FROM topics WHERE id = e.subject_id), '')
			WHEN 'claimant' THEN COALESCE((SELECT name FROM claimants WHERE id = e.subject_id), '')
			WHEN 'user' THEN COALESCE((SELECT name FROM users WHERE id = e.subject_id), '')
			ELSE '' END
	FROM events e LEFT JOIN users u ON u.id = e.user_id`

func scanNamedEvent(rows *sql.Rows) (e factcheck.Event, err error) {
	var at int64
	err = rows.Scan(&e.ID, &at, &e.Actor, &e.UserID, &e.Action, &e.Subject, &e.SubjectID, &e.Version, &e.RequestID, &e.Content, &e.Hash, &e.By, &e.Title)
	e.At = moment(at)
	return e, err
}
