package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"time"

	"claimdesk/internal/factcheck"
)

// bulkRows is how many rows one statement inserts. SQLite looks for each named
// parameter among all of them, so that twice as many take longer again.
const bulkRows = 20

// lookedUp is how many rows one statement looks for, for the same reason.
const lookedUp = 100

// bulk inserts rows, some at once. The statement begins with the given words and
// ends behind the values with those of after. It is prepared once for all but
// the last rows.
func bulk[T any](ctx context.Context, tx *Tx, begin, after string, all []T, values func(T) []any) error {
	return bulkBy(ctx, tx, bulkRows, begin, after, all, values)
}

// bulkBy is bulk with so many rows at once.
func bulkBy[T any](ctx context.Context, tx *Tx, rows int, begin, after string, all []T, values func(T) []any) error {
	var whole *sql.Stmt
	var args []any
	for part := range slices.Chunk(all, rows) {
		args = args[:0]
		for _, one := range part {
			args = append(args, values(one)...)
		}
		query := func() string { return begin + " VALUES " + rowsOf(len(part), len(args)/len(part)) + after }
		if len(part) < rows {
			if err := tx.exec(ctx, query(), args...); err != nil {
				return err
			}
			continue
		}
		if whole == nil {
			var err error
			if whole, err = tx.db.PrepareContext(ctx, query()); err != nil {
				return err
			}
			defer whole.Close()
		}
		if _, err := whole.ExecContext(ctx, args...); err != nil {
			return err
		}
	}
	return nil
}

// LastID is the highest id in a table, 0 while it is empty.
func (q *Queries) LastID(ctx context.Context, t Table) (int64, error) {
	return one(ctx, q.db, nil, number, `SELECT COALESCE(max(id), 0) FROM `+string(t))
}

// AddClaims stores new claims, which have their ids and those of their claimants
// and topics, with where they were seen, and makes them findable.
func (tx *Tx) AddClaims(ctx context.Context, claims []factcheck.Claim) error {
	err := bulk(ctx, tx, `INSERT INTO claims (id, version, details, status, text, language, claimant_id, said_on, source_id, assignee_id,
		rating, drop_reason, drop_note, return_note, created_by, created_at, updated_at)`, "", claims, func(c factcheck.Claim) []any {
		return []any{c.ID, c.Version, c.Details, c.Status, c.Text, c.Language, claimantID(c), c.SaidOn, orNull(c.SourceID), orNull(c.AssigneeID),
			"", "", "", "", c.CreatedBy, millis(c.CreatedAt), millis(c.UpdatedAt)}
	})
	if err != nil {
		return err
	}
	if err := tx.addSeen(ctx, claims); err != nil {
		return err
	}
	if err := tx.addTopics(ctx, claims); err != nil {
		return err
	}
	return tx.indexNew(ctx, claims)
}

func (tx *Tx) addSeen(ctx context.Context, claims []factcheck.Claim) error {
	type seen struct {
		claim    int64
		position int
		factcheck.Appearance
	}
	var all []seen
	for _, c := range claims {
		for i, a := range c.Appearances {
			all = append(all, seen{c.ID, i + 1, a})
		}
	}
	return bulk(ctx, tx, `INSERT INTO appearances (claim_id, position, url, outlet, seen_on, archived_url, said, plain)`, "", all, func(a seen) []any {
		return []any{a.claim, a.position, a.URL, a.Outlet, a.SeenOn, a.ArchivedURL, a.Said, a.Plain}
	})
}

func (tx *Tx) addTopics(ctx context.Context, claims []factcheck.Claim) error {
	type row struct {
		claim, topic int64
		position     int
	}
	var all []row
	for _, c := range claims {
		for i, t := range c.Topics {
			all = append(all, row{c.ID, t.ID, i + 1})
		}
	}
	return bulk(ctx, tx, `INSERT INTO claim_topics (claim_id, topic_id, position)`, ` ON CONFLICT (claim_id, topic_id) DO NOTHING`, all,
		func(r row) []any { return []any{r.claim, r.topic, r.position} })
}

// AddVersions keeps many stands.
func (tx *Tx) AddVersions(ctx context.Context, all []Version) error {
	return bulk(ctx, tx, `INSERT INTO versions (subject, subject_id, version, content, hash, user_id, at)`, "", all, func(v Version) []any {
		return []any{v.Subject, v.SubjectID, v.Version, v.Content, v.Hash, v.UserID, v.At}
	})
}

// AddEvents writes events one behind the other, as AddEvent does with one.
func (tx *Tx) AddEvents(ctx context.Context, events []factcheck.Event) error {
	last, err := list(ctx, tx.db, scanEvent, eventColumns+` ORDER BY id DESC LIMIT 1`)
	if err != nil {
		return err
	}
	id, previous := int64(0), ""
	if len(last) == 1 {
		id, previous = last[0].ID, last[0].Hash
	}
	for i := range events {
		e := &events[i]
		id++
		e.ID, e.Previous = id, previous
		e.Hash = e.Seal()
		previous = e.Hash
	}
	return bulk(ctx, tx, `INSERT INTO events (id, at, actor, user_id, action, subject, subject_id, version, content, request_id, previous, hash)`, "", events,
		func(e factcheck.Event) []any {
			return []any{e.ID, millis(e.At), e.Actor, e.UserID, e.Action, e.Subject, e.SubjectID, e.Version, e.Content, e.RequestID, e.Previous, e.Hash}
		})
}

// Noted is a private remark on a claim, to be stored.
type Noted struct {
	Claim, User int64
	Text        string
}

// AddNotes stores many private remarks, which name nobody.
func (tx *Tx) AddNotes(ctx context.Context, all []Noted, now time.Time) error {
	return bulk(ctx, tx, `INSERT INTO notes (claim_id, user_id, at, text)`, "", all, func(n Noted) []any {
		return []any{n.Claim, n.User, millis(now), n.Text}
	})
}

// ClaimText is what a claim says.
type ClaimText struct {
	ID   int64
	Text string
}

// EachClaimText goes through what all claims behind an id say, in the order in
// which they were recorded. A claim that was merged into another counts as that
// one.
func (q *Queries) EachClaimText(ctx context.Context, after int64, do func(ClaimText)) error {
	return each(ctx, q.db, []any{after}, func(rows *sql.Rows) error {
		var c ClaimText
		if err := rows.Scan(&c.ID, &c.Text); err != nil {
			return err
		}
		do(c)
		return nil
	}, `SELECT COALESCE(merged_into, id), text FROM claims WHERE id > $1 ORDER BY id`)
}

// NextImport is the number of the import that is to be logged next.
func (q *Queries) NextImport(ctx context.Context) (int64, error) {
	n, err := one(ctx, q.db, nil, number, `SELECT COALESCE(max(subject_id), 0) FROM versions WHERE subject = 'import'`)
	return n + 1, err
}

// TopicsNamed finds the topics of these names or makes them, by their names in
// small letters.
func (tx *Tx) TopicsNamed(ctx context.Context, names []string, now time.Time) (map[string]int64, error) {
	found := map[string]int64{}
	for _, name := range names { // at most factcheck.MaxNewTopics
		id, err := tx.topic(ctx, name, now)
		if err != nil {
			return nil, err
		}
		found[strings.ToLower(name)] = id
	}
	return found, nil
}
