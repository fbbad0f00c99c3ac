package store

import (
	"context"
	"database/sql"
	"strconv"
	"time"

	"claimdesk/internal/factcheck"
)

const tipQuery = `
	SELECT t.id, t.version, t.text, t.seen_at, t.details, t.language, t.state, COALESCE(t.claim_id, 0), t.reason, t.note,
		t.decided_by, COALESCE(u.name, CASE WHEN t.decided_at > 0 THEN 'Console' ELSE '' END), t.decided_at, t.closed_at, t.created_at,
		COALESCE(c.text, ''), COALESCE(c.status, ''), k.tip_id IS NOT NULL
	FROM tips t
	LEFT JOIN users u ON u.id = t.decided_by
	LEFT JOIN claims c ON c.id = t.claim_id
	LEFT JOIN tip_contacts k ON k.tip_id = t.id`

func scanTip(rows *sql.Rows) (t factcheck.Tip, err error) {
	var decided, closed, created int64
	err = rows.Scan(&t.ID, &t.Version, &t.Text, &t.SeenAt, &t.Details, &t.Language, &t.State, &t.ClaimID, &t.Reason, &t.Note,
		&t.DecidedBy, &t.By, &decided, &closed, &created, &t.Claim, &t.ClaimStatus, &t.HasContact)
	t.DecidedAt, t.ClosedAt, t.CreatedAt = moment(decided), moment(closed), moment(created)
	return t, err
}

// Tip is the one with this id.
func (q *Queries) Tip(ctx context.Context, id int64) (factcheck.Tip, error) {
	return one(ctx, q.db, factcheck.NoSuch("tip %d", id), scanTip, tipQuery+` WHERE t.id = $1`, id)
}

// TipQuery chooses tips. No state means all of them; After is the id of the last
// tip of the page before, 0 on the first.
type TipQuery struct {
	State  factcheck.TipState
	Oldest bool // first
	After  int64
	Limit  int
}

// Tips are the chosen tips, in the order in which they came or the other way
// round.
func (q *Queries) Tips(ctx context.Context, f TipQuery) ([]factcheck.Tip, error) {
	var c conditions
	if f.State != "" {
		c.add(`t.state = %1`, f.State)
	}
	order, behind := ` ORDER BY t.id DESC`, `t.id < %1`
	if f.Oldest {
		order, behind = ` ORDER BY t.id`, `t.id > %1`
	}
	if f.After != 0 {
		c.add(behind, f.After)
	}
	limit := ` LIMIT $` + strconv.Itoa(len(c.args)+1)
	return list(ctx, q.db, scanTip, tipQuery+c.where()+order+limit, append(c.args, f.Limit)...)
}

// OpenTips is how many tips nobody has decided on.
func (q *Queries) OpenTips(ctx context.Context) (int64, error) {
	return one(ctx, q.db, nil, number, `SELECT count(*) FROM tips WHERE state = 'open'`)
}

// TipCounts are how many tips are in each state.
func (q *Queries) TipCounts(ctx context.Context) (map[factcheck.TipState]int, error) {
	counts := map[factcheck.TipState]int{}
	err := each(ctx, q.db, nil, func(rows *sql.Rows) error {
		var state factcheck.TipState
		var n int
		err := rows.Scan(&state, &n)
		counts[state] = n
		return err
	}, `SELECT state, count(*) FROM tips GROUP BY state`)
	return counts, err
}

// TipsOf are the tips that became a claim or say the same, and those of claims
// that were merged into it, oldest first.
func (q *Queries) TipsOf(ctx context.Context, claim int64) ([]factcheck.Tip, error) {
	return list(ctx, q.db, scanTip, tipQuery+`
		WHERE t.claim_id = $1 OR t.claim_id IN (SELECT id FROM claims WHERE merged_into = $1) ORDER BY t.id`, claim)
}

// AddTip stores a tip without its sender's contact, and gives the id.
func (tx *Tx) AddTip(ctx context.Context, t factcheck.Tip) (int64, error) {
	return tx.insert(ctx, `
		INSERT INTO tips (version, text, seen_at, details, language, state, reason, note, decided_by, decided_at, closed_at, created_at)
		VALUES ($1, $2, $3, $4, $5, $6, '', '', 0, 0, 0, $7) RETURNING id`,
		t.Version, t.Text, t.SeenAt, t.Details, t.Language, t.State, millis(t.CreatedAt))
}

// SetTip stores what was decided on a tip.
func (tx *Tx) SetTip(ctx context.Context, t factcheck.Tip) error {
	return tx.exec(ctx, `
		UPDATE tips SET version = $1, state = $2, claim_id = $3, reason = $4, note = $5, decided_by = $6, decided_at = $7, closed_at = $8
		WHERE id = $9`, t.Version, t.State, orNull(t.ClaimID), t.Reason, t.Note, t.DecidedBy, millis(t.DecidedAt), millis(t.ClosedAt), t.ID)
}

// CloseTip stores when a tip was closed; a zero time takes it up again.
func (tx *Tx) CloseTip(ctx context.Context, id int64, at time.Time) error {
	return tx.exec(ctx, `UPDATE tips SET closed_at = $1 WHERE id = $2`, millis(at), id)
}

// AddTipContact stores how the sender of a tip can be reached.
func (tx *Tx) AddTipContact(ctx context.Context, c factcheck.TipContact) error {
	return tx.exec(ctx, `INSERT INTO tip_contacts (tip_id, contact, tell, told_at) VALUES ($1, $2, $3, $4)`,
		c.TipID, c.Contact, c.Tell, millis(c.ToldAt))
}

// Sender is how the sender of a tip can be reached; NotFound when they have not
// said so, or it was deleted.
func (q *Queries) Sender(ctx context.Context, tip int64) (factcheck.TipContact, error) {
	return one(ctx, q.db, factcheck.NoSuch("contact for tip %d", tip), func(rows *sql.Rows) (c factcheck.TipContact, err error) {
		var told int64
		err = rows.Scan(&c.TipID, &c.Contact, &c.Tell, &told)
		c.ToldAt = moment(told)
		return c, err
	}, `SELECT tip_id, contact, tell, told_at FROM tip_contacts WHERE tip_id = $1`, tip)
}

// SweepTipContacts deletes how the senders of tips can be reached that were
// closed before a time, and the mail to them that never went out.
func (tx *Tx) SweepTipContacts(ctx context.Context, before time.Time) error {
	const closed = `(SELECT id FROM tips WHERE closed_at > 0 AND closed_at < $1)`
	if err := tx.exec(ctx, `DELETE FROM mails WHERE tip_id IN `+closed, millis(before)); err != nil {
		return err
	}
	return tx.exec(ctx, `DELETE FROM tip_contacts WHERE tip_id IN `+closed, millis(before))
}
