package store

import (
	"context"
	"database/sql"
	"time"

	"claimdesk/internal/factcheck"
)

const exhibitQuery = `
	SELECT e.id, e.claim_id, e.position, e.kind, e.stance, e.description, e.origin, e.vouched_by, e.moment,
		e.confirmed_by, COALESCE(k.name, ''), e.confirmed_at, e.created_by, COALESCE(u.name, 'Console'), e.created_at,
		e.edited_by, COALESCE(d.name, 'Console'), ` + fileColumns + `
	FROM exhibits e JOIN files f ON f.id = e.file_id
	LEFT JOIN users k ON k.id = e.confirmed_by
	LEFT JOIN users u ON u.id = e.created_by
	LEFT JOIN users d ON d.id = e.edited_by`

func scanExhibit(rows *sql.Rows) (e factcheck.Exhibit, err error) {
	var confirmed, created int64
	err = rows.Scan(append([]any{&e.ID, &e.ClaimID, &e.Position, &e.Kind, &e.Stance, &e.Description, &e.Origin, &e.VouchedBy, &e.Moment,
		&e.ConfirmedBy, &e.Confirmer, &confirmed, &e.CreatedBy, &e.Creator, &created, &e.EditedBy, &e.Editor}, fileFields(&e.File)...)...)
	e.ConfirmedAt, e.CreatedAt = moment(confirmed), moment(created)
	return e, err
}

func (q *Queries) fillExhibits(ctx context.Context, claims map[int64]*factcheck.Claim, ids []int64) error {
	marks, args := in(ids, 1)
	all, err := list(ctx, q.db, scanExhibit, exhibitQuery+`
		WHERE e.claim_id IN `+marks+` AND e.position > 0 ORDER BY e.claim_id, e.position, e.id`, args...)
	for _, e := range all {
		claims[e.ClaimID].Exhibits = append(claims[e.ClaimID].Exhibits, e)
	}
	return err
}

// Exhibit is the one with this id, a removed one too: its Position is 0.
func (q *Queries) Exhibit(ctx context.Context, id int64) (factcheck.Exhibit, error) {
	return one(ctx, q.db, factcheck.NoSuch("exhibit %d", id), scanExhibit, exhibitQuery+` WHERE e.id = $1`, id)
}

// ExhibitsAfter are up to limit exhibits after an id, removed ones too, for
// checking them all.
func (q *Queries) ExhibitsAfter(ctx context.Context, after int64, limit int) ([]factcheck.Exhibit, error) {
	return list(ctx, q.db, scanExhibit, exhibitQuery+` WHERE e.id > $1 ORDER BY e.id LIMIT $2`, after, limit)
}

// AddExhibit stores an exhibit whose file is stored already, described by who
// brings it in, and gives the id.
func (tx *Tx) AddExhibit(ctx context.Context, e factcheck.Exhibit) (int64, error) {
	return tx.insert(ctx, `
		INSERT INTO exhibits (claim_id, position, kind, stance, description, origin, vouched_by, moment, file_id,
			confirmed_by, confirmed_at, created_by, created_at, edited_by, removed_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, $10, $11, $10, 0) RETURNING id`,
		e.ClaimID, e.Position, e.Kind, e.Stance, e.Description, e.Origin, e.VouchedBy, e.Moment, e.File.ID, e.CreatedBy, millis(e.CreatedAt))
}

// SetExhibit stores what can change of an exhibit: never its file.
func (tx *Tx) SetExhibit(ctx context.Context, e factcheck.Exhibit) error {
	return tx.exec(ctx, `
		UPDATE exhibits SET position = $1, kind = $2, stance = $3, description = $4, origin = $5, vouched_by = $6, moment = $7,
			confirmed_by = $8, confirmed_at = $9, edited_by = $10 WHERE id = $11`,
		e.Position, e.Kind, e.Stance, e.Description, e.Origin, e.VouchedBy, e.Moment, e.ConfirmedBy, millis(e.ConfirmedAt), e.EditedBy, e.ID)
}

// RemoveExhibit takes an exhibit off its claim; the row stays, since a
// revision may show it.
func (tx *Tx) RemoveExhibit(ctx context.Context, id int64, now time.Time) error {
	return tx.exec(ctx, `UPDATE exhibits SET position = 0, removed_at = $1 WHERE id = $2`, millis(now), id)
}

// ExhibitRevision is the newest revision that an exhibit was published in;
// NotFound when it never was.
func (q *Queries) ExhibitRevision(ctx context.Context, exhibit int64) (int64, error) {
	return one(ctx, q.db, factcheck.NoSuch("exhibit %d", exhibit), number,
		`SELECT revision_id FROM revision_exhibits WHERE exhibit_id = $1 ORDER BY revision_id DESC LIMIT 1`, exhibit)
}
