package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// Record is a table of the newsroom's records, as an export holds it whole.
type Record struct {
	Name string
	key  string            // by which its rows are ordered, and told apart
	left map[string]string // columns that are left out, and what stands in them after a load
	blob []string          // columns of bytes
}

// Records are all tables that make up a newsroom, each after those that its
// rows point at, but where two point at each other.
var Records = []Record{
	{Name: "settings", key: "id"},
	{Name: "edition", key: "id"},
	{Name: "users", key: "id", left: map[string]string{"password": ""}},
	{Name: "scales", key: "version"},
	{Name: "pages", key: "slug"},
	{Name: "events", key: "id"},
	{Name: "tombstones", key: "id"},
	{Name: "versions", key: "id"},
	{Name: "files", key: "id", blob: []string{"bytes", "copy_bytes"}},
	{Name: "sources", key: "id"},
	{Name: "source_users", key: "source_id, user_id"},
	{Name: "snapshots", key: "id"},
	{Name: "originals", key: "snapshot_id", blob: []string{"bytes"}},
	{Name: "passages", key: "id"},
	{Name: "claimants", key: "id"},
	{Name: "claimant_slugs", key: "slug"},
	{Name: "topics", key: "id"},
	{Name: "topic_slugs", key: "slug"},
	{Name: "claims", key: "id"},
	{Name: "captures", key: "id"},
	{Name: "appearances", key: "claim_id, position"},
	{Name: "claim_topics", key: "claim_id, topic_id"},
	{Name: "notes", key: "id"},
	{Name: "mentions", key: "note_id, user_id"},
	{Name: "evidence", key: "id"},
	{Name: "fates", key: "id"},
	{Name: "exhibits", key: "id"},
	{Name: "verdicts", key: "id"},
	{Name: "dissents", key: "id"},
	{Name: "articles", key: "id"},
	{Name: "slugs", key: "slug"},
	{Name: "signatures", key: "id"},
	{Name: "passes", key: "claim_id, rule"},
	{Name: "enquiries", key: "id"},
	{Name: "schedules", key: "claim_id"},
	{Name: "tips", key: "id"},
	{Name: "repeats", key: "id"},
	{Name: "other_reviews", key: "id"},
	{Name: "leans", key: "claim_id, review_id"},
	{Name: "tasks", key: "id"},
	{Name: "filters", key: "id"},
	{Name: "revisions", key: "id"},
	{Name: "publications", key: "claim_id"},
	{Name: "publication_topics", key: "topic_id, first_at, claim_id"},
	{Name: "public_topics", key: "topic_id"},
	{Name: "revision_evidence", key: "evidence_id, revision_id"},
	{Name: "revision_exhibits", key: "exhibit_id, revision_id"},
}

// LeftOut are the tables that no export holds, each with the reason.
var LeftOut = map[string]string{
	"sessions":          "who is logged in, in which browser",
	"links":             "one-time links",
	"tokens":            "keys to the API",
	"receipts":          "answers to calls of the last day",
	"tip_contacts":      "how senders of tips can be reached",
	"mails":             "mail on its way",
	"drafts":            "texts that somebody is typing",
	"imports":           "documents that nobody has confirmed",
	"loads":             "files of records on their way in",
	"notifications":     "what each colleague has been told of",
	"claim_words":       "made anew from the claims",
	"source_words":      "made anew from the sources",
	"publication_words": "made anew from the revisions",
	"goose_db_version":  "which shape the database has: the export says it once",
}

// RecordOf is the table with this name.
func RecordOf(name string) (Record, bool) {
	at := slices.IndexFunc(Records, func(r Record) bool { return r.Name == name })
	if at < 0 {
		return Record{}, false
	}
	return Records[at], true
}

// Bytes tells whether a column holds bytes rather than text or a number.
func (r Record) Bytes(column string) bool { return slices.Contains(r.blob, column) }

// columns are the names of those that an export holds, in the table's order.
func (r Record) columns(ctx context.Context, db querier) ([]string, error) {
	rows, err := db.QueryContext(ctx, `SELECT * FROM `+r.Name+` LIMIT 0`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(name string) bool {
		_, left := r.left[name]
		return left
	})
	return all, rows.Err()
}

// Row is one row of a record: its columns in order, and their values, each a
// string, an int64, nil, or []byte.
type Row struct {
	Columns []string
	Values  []any
}

// Rows gives fn each row of a table in order, one at a time. The row is fn's
// only until it returns.
func (q *Queries) Rows(ctx context.Context, r Record, fn func(Row) error) error {
	columns, err := r.columns(ctx, q.db)
	if err != nil {
		return fmt.Errorf("columns of %s: %w", r.Name, err)
	}
	rows, err := q.db.QueryContext(ctx, `SELECT `+strings.Join(columns, ", ")+` FROM `+r.Name+` ORDER BY `+r.key)
	if err != nil {
		return err
	}
	defer rows.Close()
	row := Row{columns, make([]any, len(columns))}
	into := make([]any, len(columns))
	for i := range into {
		into[i] = &row.Values[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return fmt.Errorf("a row of %s: %w", r.Name, err)
		}
		if err := fn(row); err != nil {
			return err
		}
	}
	return rows.Err()
}

// BytesAt is where bytes lie in a table of records: the row's id, and the
// column.
type BytesAt struct {
	Table, Column string
	ID            int64
}

// Bytes are those at a place that Rows has given.
func (q *Queries) Bytes(ctx context.Context, at BytesAt) ([]byte, error) {
	r, known := RecordOf(at.Table)
	if !known || !r.Bytes(at.Column) {
		return nil, fmt.Errorf("%s.%s holds no bytes", at.Table, at.Column)
	}
	return one(ctx, q.db, fmt.Errorf("row %d of %s is gone", at.ID, at.Table), blob,
		`SELECT `+at.Column+` FROM `+r.Name+` WHERE `+r.key+` = $1`, at.ID)
}

// Size is how many rows a table of records has.
func (q *Queries) Size(ctx context.Context, r Record) (int, error) {
	n, err := one(ctx, q.db, nil, number, `SELECT count(*) FROM `+r.Name)
	return int(n), err
}

// Shape is the version of the database's shape: the number of the newest
// migration.
func (q *Queries) Shape(ctx context.Context) (int64, error) {
	return one(ctx, q.db, nil, number, `SELECT max(version_id) FROM goose_db_version WHERE is_applied`)
}

// Tables are the names of all tables that hold rows of their own.
func (q *Queries) Tables(ctx context.Context) ([]string, error) {
	return list(ctx, q.db, word, `
		SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%' ORDER BY name`)
}
