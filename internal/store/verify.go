package store

import (
	"context"
	"database/sql"
	"slices"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
)

// Table is one that is checked as a whole.
type Table string

// The tables that are checked as a whole.
const (
	SnapshotTable    Table = "snapshots"
	QuoteTable       Table = "evidence"
	FateTable        Table = "fates"
	ClaimTable       Table = "claims"
	FileTable        Table = "files"
	ExhibitTable     Table = "exhibits"
	CaptureTable     Table = "captures"
	AppearanceTable  Table = "appearances"
	EventTable       Table = "events"
	VersionTable     Table = "versions"
	RevisionTable    Table = "revisions"
	PublicationTable Table = "publications"
)

// Count is how many rows a table has.
func (q *Queries) Count(ctx context.Context, t Table) (int, error) {
	n, err := one(ctx, q.db, nil, number, `SELECT count(*) FROM `+string(t))
	return int(n), err
}

// Anchored is a quote as its row lies in the database.
type Anchored struct {
	ID, ClaimID, SnapshotID int64
	Passage                 int
	quote.Anchor                   // without its spans, until Read was called
	Encoded                 string // the spans, as JSON
}

// Read decodes the spans. It fails when they are not what the program wrote.
func (a *Anchored) Read() error { return fromJSON(a.Encoded, &a.Spans) }

// Same tells whether the quote is this one, in this snapshot. Read must have
// been called.
func (a *Anchored) Same(snapshot int64, b quote.Anchor) bool {
	return a.SnapshotID == snapshot && a.Exact == b.Exact && a.Prefix == b.Prefix && a.Suffix == b.Suffix &&
		a.Start == b.Start && a.End == b.End && slices.Equal(a.Spans, b.Spans)
}

const anchoredQuery = `SELECT id, claim_id, snapshot_id, passage, exact, prefix, suffix, start_at, end_at, spans FROM evidence`

func scanAnchored(rows *sql.Rows) (a Anchored, err error) {
	err = rows.Scan(&a.ID, &a.ClaimID, &a.SnapshotID, &a.Passage, &a.Exact, &a.Prefix, &a.Suffix, &a.Start, &a.End, &a.Encoded)
	return a, err
}

// QuotesIn are up to limit of all quotes that were ever taken from a snapshot,
// removed ones too, by where they begin and then by id, behind the quote last;
// the zero one begins.
func (q *Queries) QuotesIn(ctx context.Context, snapshot int64, last Anchored, limit int) ([]Anchored, error) {
	return list(ctx, q.db, scanAnchored, anchoredQuery+`
		WHERE snapshot_id = $1 AND (start_at, id) > ($2, $3) ORDER BY start_at, id LIMIT $4`, snapshot, last.Start, last.ID, limit)
}

// QuotesOf are the quotes with these ids, by id. Those that are absent are left
// out.
func (q *Queries) QuotesOf(ctx context.Context, ids []int64) (map[int64]*Anchored, error) {
	found := map[int64]*Anchored{}
	if len(ids) == 0 {
		return found, nil
	}
	marks, args := in(ids, 1)
	all, err := list(ctx, q.db, scanAnchored, anchoredQuery+` WHERE id IN `+marks, args...)
	for i := range all {
		found[all[i].ID] = &all[i]
	}
	return found, err
}

// SnapshotHashes are the two that a snapshot was stored with: of its bytes and
// of its text.
func (q *Queries) SnapshotHashes(ctx context.Context, id int64) (factcheck.Snapshot, error) {
	return one(ctx, q.db, factcheck.NoSuch("snapshot %d", id), func(rows *sql.Rows) (n factcheck.Snapshot, err error) {
		err = rows.Scan(&n.ID, &n.SHA256, &n.TextSHA256)
		return n, err
	}, `SELECT id, sha256, text_sha256 FROM snapshots WHERE id = $1`, id)
}

// StandsLogged are up to limit of the events that name a stand, by subject and
// then in the log's order, behind the event last; the zero one begins.
func (q *Queries) StandsLogged(ctx context.Context, last factcheck.Event, limit int) ([]factcheck.Event, error) {
	return list(ctx, q.db, scanEvent, eventColumns+`
		WHERE (subject, subject_id, id) > ($1, $2, $3) AND content <> '' ORDER BY subject, subject_id, id LIMIT $4`,
		last.Subject, last.SubjectID, last.ID, limit)
}

// VersionsBehind are up to limit kept stands by subject and number, behind the
// stand last; the zero one begins.
func (q *Queries) VersionsBehind(ctx context.Context, last Version, limit int) ([]Version, error) {
	return list(ctx, q.db, scanVersion, `
		SELECT subject, subject_id, version, content, hash, user_id, at FROM versions
		WHERE (subject, subject_id, version) > ($1, $2, $3) ORDER BY subject, subject_id, version LIMIT $4`,
		last.Subject, last.SubjectID, last.Version, limit)
}

// StoredRevision is a revision as its bytes lie in the database, with the
// columns that repeat a part of them for lists.
type StoredRevision struct {
	ID, ClaimID            int64
	Number                 int
	Slug, Rating, Language string
	Hash, Content          string
	Seal                   string // as it is now, of class, note and the like
}

// RevisionsAfter are up to limit revisions after an id, for checking them all.
func (q *Queries) RevisionsAfter(ctx context.Context, after int64, limit int) ([]StoredRevision, error) {
	return list(ctx, q.db, func(rows *sql.Rows) (r StoredRevision, err error) {
		var said factcheck.Revision
		var at int64
		err = rows.Scan(&r.ID, &r.ClaimID, &r.Number, &r.Slug, &r.Rating, &r.Language, &r.Hash, &r.Content, &said.Class, &said.Note, &at, &said.By)
		said.Number, said.At = r.Number, moment(at)
		r.Seal = said.Seal()
		return r, err
	}, `SELECT id, claim_id, number, slug, rating, language, hash, content, class, note, at, user_id FROM revisions WHERE id > $1 ORDER BY id LIMIT $2`, after, limit)
}

// StoredPublication is which revision of a claim is public. Agrees tells
// whether the columns that lists are made of are those of the revision, and its
// dates those of the first revision and of the last that was more than minor.
type StoredPublication struct {
	ClaimID int64
	Hash    string // of the revision, "" when it is absent
	Agrees  bool
}

// PublicationsAfter are up to limit publications behind a claim, by claim.
func (q *Queries) PublicationsAfter(ctx context.Context, claim int64, limit int) ([]StoredPublication, error) {
	return list(ctx, q.db, func(rows *sql.Rows) (p StoredPublication, err error) {
		err = rows.Scan(&p.ClaimID, &p.Hash, &p.Agrees)
		return p, err
	}, `SELECT p.claim_id, COALESCE(r.hash, ''), CASE WHEN p.claim_id = r.claim_id AND p.slug = r.slug AND p.rating = r.rating
				AND p.language = r.language AND COALESCE(p.claimant_id, 0) = COALESCE(r.claimant_id, 0)
				AND p.first_at = (SELECT at FROM revisions WHERE claim_id = p.claim_id AND number = 1)
				AND p.updated_at = (SELECT at FROM revisions WHERE claim_id = p.claim_id AND class <> 'minor' ORDER BY number DESC LIMIT 1)
			THEN TRUE ELSE FALSE END
		FROM publications p LEFT JOIN revisions r ON r.id = p.revision_id
		WHERE p.claim_id > $1 ORDER BY p.claim_id LIMIT $2`, claim, limit)
}
