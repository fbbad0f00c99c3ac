package store

import (
	"context"
	"database/sql"
	"time"

	"claimdesk/internal/factcheck"
)

// AddNote stores a private remark and gives its id.
func (tx *Tx) AddNote(ctx context.Context, claim, user int64, text string, now time.Time) (int64, error) {
	return tx.insert(ctx, `INSERT INTO notes (claim_id, user_id, at, text) VALUES ($1, $2, $3, $4) RETURNING id`,
		claim, user, millis(now), text)
}

// AddMention keeps that a note names somebody.
func (tx *Tx) AddMention(ctx context.Context, note, user int64) error {
	return tx.exec(ctx, `INSERT INTO mentions (note_id, user_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`, note, user)
}

// Notes are the private remarks on a claim, newest first, with whom they name.
func (q *Queries) Notes(ctx context.Context, claim int64) ([]factcheck.Note, error) {
	notes, err := list(ctx, q.db, func(rows *sql.Rows) (n factcheck.Note, err error) {
		var at int64
		err = rows.Scan(&n.ID, &n.ClaimID, &n.By, &at, &n.Text)
		n.At = moment(at)
		return n, err
	}, `SELECT n.id, n.claim_id, COALESCE(u.name, 'Console'), n.at, n.text FROM notes n LEFT JOIN users u ON u.id = n.user_id
		WHERE n.claim_id = $1 ORDER BY n.id DESC`, claim)
	if err != nil {
		return nil, err
	}
	named, err := q.mentioned(ctx, claim)
	for i := range notes {
		notes[i].Mentioned = named[notes[i].ID]
	}
	return notes, err
}

// mentioned are, by note, the people whom the notes on a claim name.
func (q *Queries) mentioned(ctx context.Context, claim int64) (map[int64][]factcheck.Mentionable, error) {
	type row struct {
		note   int64
		person factcheck.Mentionable
	}
	rows, err := list(ctx, q.db, func(rows *sql.Rows) (r row, err error) {
		err = rows.Scan(&r.note, &r.person.ID, &r.person.Name)
		return r, err
	}, `SELECT m.note_id, u.id, u.name FROM mentions m JOIN notes n ON n.id = m.note_id JOIN users u ON u.id = m.user_id
		WHERE n.claim_id = $1`, claim)
	named := map[int64][]factcheck.Mentionable{}
	for _, r := range rows {
		named[r.note] = append(named[r.note], r.person)
	}
	return named, err
}
