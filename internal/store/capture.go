package store

import (
	"context"
	"database/sql"

	"claimdesk/internal/factcheck"
)

// AddCapture stores what an appearance looked like, and gives the id. Its file
// must be stored already.
func (tx *Tx) AddCapture(ctx context.Context, claim int64, c factcheck.Capture, by int64) (int64, error) {
	var file any
	if c.File != nil {
		file = c.File.ID
	}
	return tx.insert(ctx, `
		INSERT INTO captures (claim_id, file_id, text, text_sha256, captured_at, created_by)
		VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`, claim, file, c.Text, c.TextSHA256, millis(c.At), by)
}

// captureQuery reads captures with their texts, captureNote without.
const (
	captureQuery = `SELECT k.text, ` + captureRest
	captureNote  = `SELECT '', ` + captureRest
	captureRest  = `
	k.claim_id, k.id, k.text_sha256, k.captured_at, COALESCE(f.id, 0), COALESCE(f.file_name, ''), COALESCE(f.media_type, ''),
		COALESCE(f.sha256, ''), COALESCE(f.size, 0), COALESCE(f.copy_type, ''), COALESCE(f.copy_sha256, ''),
		COALESCE(f.copy_width, 0), COALESCE(f.copy_height, 0)
	FROM captures k LEFT JOIN files f ON f.id = k.file_id`
)

// Captured is a capture with the claim that it belongs to.
type Captured struct {
	ClaimID int64
	factcheck.Capture
}

func scanCapture(rows *sql.Rows) (c Captured, err error) {
	var at int64
	var f factcheck.File
	err = rows.Scan(append([]any{&c.Text, &c.ClaimID, &c.ID, &c.TextSHA256, &at}, fileFields(&f)...)...)
	c.At = moment(at)
	if f.ID != 0 {
		c.File = &f
	}
	return c, err
}

// Capture is the one with this id, with its text.
func (q *Queries) Capture(ctx context.Context, id int64) (Captured, error) {
	return one(ctx, q.db, factcheck.NoSuch("capture %d", id), scanCapture, captureQuery+` WHERE k.id = $1`, id)
}

// Captures are up to limit captures after an id with their texts, for checking
// them all.
func (q *Queries) Captures(ctx context.Context, after int64, limit int) ([]Captured, error) {
	return list(ctx, q.db, scanCapture, captureQuery+` WHERE k.id > $1 ORDER BY k.id LIMIT $2`, after, limit)
}

func (q *Queries) fillAppearances(ctx context.Context, claims map[int64]*factcheck.Claim, ids []int64) error {
	marks, args := in(ids, 1)
	captures := map[int64]*factcheck.Capture{}
	err := each(ctx, q.db, args, func(rows *sql.Rows) error {
		c, err := scanCapture(rows)
		captures[c.ID] = &c.Capture
		return err
	}, captureNote+` WHERE k.id IN (SELECT capture_id FROM appearances WHERE claim_id IN `+marks+`)`)
	if err != nil {
		return err
	}
	return each(ctx, q.db, args, func(rows *sql.Rows) error {
		var claim, capture int64
		var a factcheck.Appearance
		var found string
		if err := rows.Scan(&claim, &a.URL, &a.Outlet, &a.SeenOn, &a.ArchivedURL, &a.Said, &capture, &found, &a.Plain); err != nil {
			return err
		}
		a.Capture = captures[capture]
		claims[claim].Appearances = append(claims[claim].Appearances, a)
		return fromJSON(found, &claims[claim].Appearances[len(claims[claim].Appearances)-1].Found)
	}, `SELECT claim_id, url, outlet, seen_on, archived_url, said, COALESCE(capture_id, 0), anchor, plain
		FROM appearances WHERE claim_id IN `+marks+` ORDER BY claim_id, position`)
}

// SetAppearances replaces a claim's appearances. Their captures must be stored
// already; those of appearances that are gone stay stored.
func (tx *Tx) SetAppearances(ctx context.Context, claim int64, seen []factcheck.Appearance) error {
	if err := tx.exec(ctx, `DELETE FROM appearances WHERE claim_id = $1`, claim); err != nil || len(seen) == 0 {
		return err
	}
	const columns = 10
	var args []any
	for i, a := range seen {
		var capture any
		if a.Capture != nil {
			capture = a.Capture.ID
		}
		args = append(args, claim, i+1, a.URL, a.Outlet, a.SeenOn, a.ArchivedURL, a.Said, capture, orNone(a.Found), a.Plain)
	}
	return tx.exec(ctx, `
		INSERT INTO appearances (claim_id, position, url, outlet, seen_on, archived_url, said, capture_id, anchor, plain)
		VALUES `+rowsOf(len(seen), columns), args...)
}
