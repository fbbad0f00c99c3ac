package store

import (
	"context"
	"database/sql"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
)

// The newest snapshot of a source is the one that is read and quoted from.
const sourceQuery = `
	SELECT s.id, s.version, s.title, s.publisher, s.authors, s.url, s.published_on, s.language, s.kind, s.level,
		s.access, s.interest, s.created_by, s.created_at, s.updated_at,
		(SELECT count(*) FROM evidence e WHERE e.source_id = s.id AND e.position > 0),
		n.id, n.media_type, n.file_name, n.sha256, n.text_sha256, n.size, n.length, n.passages, n.retrieved_at, n.retrieved_from
	FROM sources s JOIN snapshots n ON n.id = (SELECT max(id) FROM snapshots WHERE source_id = s.id)`

func scanSource(rows *sql.Rows) (s factcheck.Source, err error) {
	var authors string
	var created, updated, retrieved int64
	n := &s.Snapshot
	err = rows.Scan(&s.ID, &s.Version, &s.Title, &s.Publisher, &authors, &s.URL, &s.PublishedOn, &s.Language, &s.Kind, &s.Level,
		&s.Access, &s.Interest, &s.CreatedBy, &created, &updated, &s.Quotes,
		&n.ID, &n.MediaType, &n.FileName, &n.SHA256, &n.TextSHA256, &n.Size, &n.Length, &n.Passages, &retrieved, &n.RetrievedFrom)
	if err != nil {
		return s, err
	}
	n.SourceID, n.RetrievedAt = s.ID, moment(retrieved)
	s.CreatedAt, s.UpdatedAt = moment(created), moment(updated)
	return s, fromJSON(authors, &s.Authors)
}

// Source is the one with this id, with its newest snapshot but not its text.
func (q *Queries) Source(ctx context.Context, id int64) (factcheck.Source, error) {
	return one(ctx, q.db, factcheck.NoSuch("source %d", id), scanSource, sourceQuery+` WHERE s.id = $1`, id)
}

// Sources are up to limit sources whose title, publisher or address holds the
// words, newest first, after the one with this id (0: from the start).
func (q *Queries) Sources(ctx context.Context, words string, after int64, limit int) ([]factcheck.Source, error) {
	var c conditions
	if after != 0 {
		c.add(`s.id < %1`, after)
	}
	c.words(sourceWords, words)
	return list(ctx, q.db, scanSource, sourceQuery+c.where()+` ORDER BY s.id DESC LIMIT $`+strconv.Itoa(len(c.args)+1),
		append(c.args, limit)...)
}

// SourcesOf are the sources with these ids, in no order.
func (q *Queries) SourcesOf(ctx context.Context, ids []int64) ([]factcheck.Source, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	marks, args := in(ids, 1)
	return list(ctx, q.db, scanSource, sourceQuery+` WHERE s.id IN `+marks, args...)
}

// SourcesByHash are the sources one of whose snapshots has these bytes.
func (q *Queries) SourcesByHash(ctx context.Context, sha256 string) ([]factcheck.Source, error) {
	return list(ctx, q.db, scanSource, sourceQuery+`
		WHERE s.id IN (SELECT source_id FROM snapshots WHERE sha256 = $1) ORDER BY s.id`, sha256)
}

// AddSource stores a new source without a snapshot and gives the id.
func (tx *Tx) AddSource(ctx context.Context, s factcheck.Source) (int64, error) {
	var err error
	s.ID, err = tx.insert(ctx, `
		INSERT INTO sources (version, title, publisher, authors, url, published_on, language, kind, level, access,
			interest, created_by, created_at, updated_at)
		VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12) RETURNING id`,
		s.Title, s.Publisher, asJSON(s.Authors), s.URL, s.PublishedOn, s.Language, s.Kind, s.Level, s.Access,
		s.Interest, s.CreatedBy, millis(s.CreatedAt))
	if err != nil {
		return 0, err
	}
	return s.ID, tx.indexSource(ctx, s)
}

// SetSource stores what can change of a source.
func (tx *Tx) SetSource(ctx context.Context, s factcheck.Source) error {
	err := tx.exec(ctx, `
		UPDATE sources SET version = $1, title = $2, publisher = $3, authors = $4, url = $5, published_on = $6,
			language = $7, kind = $8, level = $9, access = $10, interest = $11, updated_at = $12 WHERE id = $13`,
		s.Version, s.Title, s.Publisher, asJSON(s.Authors), s.URL, s.PublishedOn,
		s.Language, s.Kind, s.Level, s.Access, s.Interest, millis(s.UpdatedAt), s.ID)
	if err != nil {
		return err
	}
	return tx.indexSource(ctx, s)
}

// AddSnapshot stores a retrieval with its original bytes and its passages,
// and gives the id.
func (tx *Tx) AddSnapshot(ctx context.Context, n factcheck.Snapshot, original []byte, passages []quote.Passage) (int64, error) {
	id, err := tx.insert(ctx, `
		INSERT INTO snapshots (source_id, media_type, file_name, sha256, text_sha256, size, length, passages,
			retrieved_at, retrieved_from, text)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
		n.SourceID, n.MediaType, n.FileName, n.SHA256, n.TextSHA256, n.Size, n.Length, len(passages),
		millis(n.RetrievedAt), n.RetrievedFrom, n.Text)
	if err != nil {
		return 0, err
	}
	if err := tx.exec(ctx, `INSERT INTO originals (snapshot_id, bytes) VALUES ($1, $2)`, id, original); err != nil {
		return 0, err
	}
	return id, tx.addPassages(ctx, id, passages)
}

// addPassages writes them many a statement: a long source has thousands.
func (tx *Tx) addPassages(ctx context.Context, snapshot int64, passages []quote.Passage) error {
	const most = 500
	for len(passages) > 0 {
		part := passages[:min(most, len(passages))]
		passages = passages[len(part):]
		query := `INSERT INTO passages (snapshot_id, number, kind, start_at, end_at) VALUES `
		args := make([]any, 0, 5*len(part))
		for i, p := range part {
			if i > 0 {
				query += ", "
			}
			query += placeholders(len(args)+1, 5)
			args = append(args, snapshot, p.Number, p.Kind, p.Start, p.End)
		}
		if err := tx.exec(ctx, query, args...); err != nil {
			return err
		}
	}
	return nil
}

// Text is a snapshot's normalised text.
func (q *Queries) Text(ctx context.Context, snapshot int64) (string, error) {
	return one(ctx, q.db, factcheck.NoSuch("snapshot %d", snapshot), word, `SELECT text FROM snapshots WHERE id = $1`, snapshot)
}

// Original is a snapshot's bytes as they came.
func (q *Queries) Original(ctx context.Context, snapshot int64) ([]byte, error) {
	return one(ctx, q.db, factcheck.NoSuch("snapshot %d", snapshot), func(rows *sql.Rows) (b []byte, err error) {
		err = rows.Scan(&b)
		return b, err
	}, `SELECT bytes FROM originals WHERE snapshot_id = $1`, snapshot)
}

// Passages are a snapshot's passages in order, without their text.
func (q *Queries) Passages(ctx context.Context, snapshot int64) ([]quote.Passage, error) {
	return list(ctx, q.db, func(rows *sql.Rows) (p quote.Passage, err error) {
		err = rows.Scan(&p.Number, &p.Kind, &p.Start, &p.End)
		return p, err
	}, `SELECT number, kind, start_at, end_at FROM passages WHERE snapshot_id = $1 ORDER BY number`, snapshot)
}

// Snapshots are up to limit snapshots after an id, without their text, for
// checking them all.
func (q *Queries) Snapshots(ctx context.Context, after int64, limit int) ([]factcheck.Snapshot, error) {
	return list(ctx, q.db, func(rows *sql.Rows) (n factcheck.Snapshot, err error) {
		var at int64
		err = rows.Scan(&n.ID, &n.SourceID, &n.MediaType, &n.FileName, &n.SHA256, &n.TextSHA256, &n.Size, &n.Length, &n.Passages, &at, &n.RetrievedFrom)
		n.RetrievedAt = moment(at)
		return n, err
	}, `SELECT id, source_id, media_type, file_name, sha256, text_sha256, size, length, passages, retrieved_at, retrieved_from
		FROM snapshots WHERE id > $1 ORDER BY id LIMIT $2`, after, limit)
}

// Quoted are the quotes that stand on claims now, out of one snapshot, by
// their place in the text.
func (q *Queries) Quoted(ctx context.Context, snapshot int64) ([]factcheck.Quoted, error) {
	return list(ctx, q.db, func(rows *sql.Rows) (o factcheck.Quoted, err error) {
		var spans string
		if err := rows.Scan(&o.EvidenceID, &o.ClaimID, &o.SnapshotID, &o.Position, &o.ClaimText, &o.ClaimStatus, &o.Stance, &spans); err != nil {
			return o, err
		}
		return o, fromJSON(spans, &o.Spans)
	}, `SELECT e.id, e.claim_id, e.snapshot_id, e.position, c.text, c.status, e.stance, e.spans
		FROM evidence e JOIN claims c ON c.id = e.claim_id
		WHERE e.snapshot_id = $1 AND e.position > 0 ORDER BY e.start_at, e.id`, snapshot)
}
