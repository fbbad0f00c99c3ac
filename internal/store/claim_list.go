package store

import (
	"context"
	"database/sql"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
)

// ClaimQuery chooses claims of the desk. Empty fields choose nothing away.
// After is the place of the last claim of the page before.
type ClaimQuery struct {
	Status     factcheck.Status
	Topic      string // slug or name
	Rating     string // slug
	Words      string
	Assignee   int64
	Unassigned bool
	Mine       int64 // with this user, or recorded by them and with nobody
	Live       bool  // has a live revision
	SourceID   int64
	After      Place
	Limit      int
}

// Place is where a list goes on: the time it is sorted by, and the id.
type Place struct {
	At int64 // Unix milliseconds; 0: from the start
	ID int64
}

// conditions gathers the parts of a WHERE, with numbered parameters.
type conditions struct {
	parts []string
	args  []any
}

// add takes a condition with %1 for its first value and so on.
func (c *conditions) add(part string, values ...any) {
	for i, v := range values {
		c.args = append(c.args, v)
		part = strings.ReplaceAll(part, "%"+strconv.Itoa(i+1), "$"+strconv.Itoa(len(c.args)))
	}
	c.parts = append(c.parts, part)
}

func (c *conditions) where() string {
	if len(c.parts) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(c.parts, " AND ")
}

func (f ClaimQuery) conditions() *conditions {
	var c conditions
	if f.Status != "" {
		c.add(`c.status = %1`, f.Status)
	}
	if f.Topic != "" {
		c.add(`c.id IN (SELECT ct.claim_id FROM claim_topics ct JOIN topics t ON t.id = ct.topic_id WHERE t.slug = %1 OR t.folded = %2)`,
			f.Topic, strings.ToLower(f.Topic))
	}
	if f.Rating != "" {
		c.add(`c.rating = %1`, f.Rating)
	}
	if f.Assignee != 0 {
		c.add(`c.assignee_id = %1`, f.Assignee)
	}
	if f.Mine != 0 {
		c.add(`(c.assignee_id = %1 OR c.assignee_id IS NULL AND c.created_by = %1)`, f.Mine)
	}
	if f.Unassigned {
		c.add(`c.assignee_id IS NULL`)
	}
	if f.Live {
		c.add(`EXISTS (SELECT 1 FROM publications p WHERE p.claim_id = c.id)`)
	}
	if f.SourceID != 0 {
		c.add(`(c.source_id = %1 OR c.id IN (SELECT claim_id FROM evidence WHERE source_id = %1 AND position > 0))`, f.SourceID)
	}
	c.words(claimWords, f.Words)
	return &c
}

// Claims are the chosen claims, last changed first, with all that hangs on
// them but the bodies of their articles.
func (q *Queries) Claims(ctx context.Context, f ClaimQuery) ([]factcheck.Claim, error) {
	c := f.conditions()
	if f.After.ID != 0 {
		c.add(`(c.updated_at < %1 OR c.updated_at = %1 AND c.id < %2)`, f.After.At, f.After.ID)
	}
	limit := "$" + strconv.Itoa(len(c.args)+1)
	claims, err := list(ctx, q.db, scanClaim, claimQuery+c.where()+` ORDER BY c.updated_at DESC, c.id DESC LIMIT `+limit,
		append(c.args, f.Limit)...)
	if err != nil {
		return nil, err
	}
	if err := q.fill(ctx, claims); err != nil {
		return nil, err
	}
	for i := range claims {
		if claims[i].Article != nil {
			claims[i].Article.Body = ""
		}
	}
	return claims, nil
}

// CountClaims is how many claims are chosen, wherever a page begins.
func (q *Queries) CountClaims(ctx context.Context, f ClaimQuery) (int64, error) {
	c := f.conditions()
	return one(ctx, q.db, nil, number, `SELECT count(*) FROM claims c`+c.where(), c.args...)
}

// TopicCount is a topic with how many claims or checks have it.
type TopicCount struct {
	factcheck.Topic
	Claims int
}

func scanTopicCount(rows *sql.Rows) (t TopicCount, err error) {
	err = rows.Scan(&t.ID, &t.Slug, &t.Name, &t.Claims)
	return t, err
}

// Topics are all topics of the desk by name, with how many claims have them.
func (q *Queries) Topics(ctx context.Context) ([]TopicCount, error) {
	return list(ctx, q.db, scanTopicCount, `
		SELECT t.id, t.slug, t.name, (SELECT count(*) FROM claim_topics ct WHERE ct.topic_id = t.id)
		FROM topics t ORDER BY t.folded, t.id`)
}

// Notes are the private remarks on a claim, newest first.
func (q *Queries) Notes(ctx context.Context, claim int64) ([]factcheck.Note, error) {
	return list(ctx, q.db, func(rows *sql.Rows) (n factcheck.Note, err error) {
		var at int64
		err = rows.Scan(&n.ID, &n.ClaimID, &n.By, &at, &n.Text)
		n.At = moment(at)
		return n, err
	}, `SELECT n.id, n.claim_id, COALESCE(u.name, 'Console'), n.at, n.text FROM notes n LEFT JOIN users u ON u.id = n.user_id
		WHERE n.claim_id = $1 ORDER BY n.id DESC`, claim)
}
