package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
)

// The newest snapshot of a source is the one that is read and quoted from.
const sourceQuery = `
	SELECT s.id, s.version, s.title, s.publisher, s.authors, s.url, s.published_on, s.language, s.kind, s.level,
		s.access, s.interest, COALESCE(s.rests_on, 0), s.archived_url, s.archived_at, s.public_description, s.protected_because,
		s.created_by, s.created_at, s.updated_at,
		(SELECT count(*) FROM evidence e WHERE e.source_id = s.id AND e.position > 0),
		n.id, n.media_type, n.file_name, n.sha256, n.text_sha256, n.size, n.length, n.passages, n.retrieved_at, n.retrieved_from,
		n.retrieval, n.lost, n.created_by
	FROM sources s JOIN snapshots n ON n.id = (SELECT max(id) FROM snapshots WHERE source_id = s.id)`

func scanSource(rows *sql.Rows) (s factcheck.Source, err error) {
	var authors, retrieval, lost string
	var archived, created, updated, retrieved int64
	n := &s.Snapshot
	err = rows.Scan(&s.ID, &s.Version, &s.Title, &s.Publisher, &authors, &s.URL, &s.PublishedOn, &s.Language, &s.Kind, &s.Level,
		&s.Access, &s.Interest, &s.RestsOn, &s.ArchivedURL, &archived, &s.Description, &s.Because,
		&s.CreatedBy, &created, &updated, &s.Quotes,
		&n.ID, &n.MediaType, &n.FileName, &n.SHA256, &n.TextSHA256, &n.Size, &n.Length, &n.Passages, &retrieved, &n.RetrievedFrom,
		&retrieval, &lost, &n.CreatedBy)
	if err != nil {
		return s, err
	}
	n.SourceID, n.RetrievedAt = s.ID, moment(retrieved)
	s.ArchivedAt, s.CreatedAt, s.UpdatedAt = moment(archived), moment(created), moment(updated)
	return s, errors.Join(fromJSON(authors, &s.Authors), fromJSON(retrieval, &n.Retrieval), fromJSON(lost, &n.Lost))
}

// Roots tells for each of some sources on which one it rests in the end;
// itself when on none.
func (q *Queries) Roots(ctx context.Context, ids []int64) (map[int64]int64, error) {
	roots := map[int64]int64{}
	if len(ids) == 0 {
		return roots, nil
	}
	up, err := q.Below(ctx, ids)
	for _, id := range ids {
		root := id
		for n := 0; up[root] != 0 && n <= len(up); n++ {
			root = up[root]
		}
		roots[id] = root
	}
	return roots, err
}

// Below tells for each of some sources, and for each that they rest on in turn,
// on which one it rests; those that rest on none are left out.
func (q *Queries) Below(ctx context.Context, ids []int64) (map[int64]int64, error) {
	up := map[int64]int64{}
	marks, args := in(ids, 1)
	return up, each(ctx, q.db, args, func(rows *sql.Rows) error {
		var id, on int64
		err := rows.Scan(&id, &on)
		up[id] = on
		return err
	}, `WITH RECURSIVE chain (id, rests_on) AS (
			SELECT id, rests_on FROM sources WHERE id IN `+marks+`
			UNION
			SELECT s.id, s.rests_on FROM sources s JOIN chain c ON s.id = c.rests_on)
		SELECT id, rests_on FROM chain WHERE rests_on IS NOT NULL ORDER BY id`)
}

// Source is the one with this id, with its newest snapshot but not its text.
func (q *Queries) Source(ctx context.Context, id int64) (factcheck.Source, error) {
	s, err := one(ctx, q.db, factcheck.NoSuch("source %d", id), scanSource, sourceQuery+` WHERE s.id = $1`, id)
	if err != nil {
		return s, err
	}
	return s, q.fillUsers(ctx, &s)
}

// Sources are up to limit sources whose title, publisher or address holds the
// words, newest first, after the one with this id (0: from the start). Those
// that are protected from this user are left out; user 0 sees all.
func (q *Queries) Sources(ctx context.Context, words string, after int64, limit int, user int64) ([]factcheck.Source, error) {
	var c conditions
	if user != 0 {
		c.add(`(s.access <> 'protected' OR EXISTS (SELECT 1 FROM source_users su WHERE su.source_id = s.id AND su.user_id = %1))`, user)
	}
	if after != 0 {
		c.add(`s.id < %1`, after)
	}
	c.words(sourceWords, words)
	all, err := list(ctx, q.db, scanSource, sourceQuery+c.where()+` ORDER BY s.id DESC LIMIT $`+strconv.Itoa(len(c.args)+1),
		append(c.args, limit)...)
	return q.withUsers(ctx, all, err)
}

// SourcesOf are the sources with these ids, by id.
func (q *Queries) SourcesOf(ctx context.Context, ids []int64) ([]factcheck.Source, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	marks, args := in(ids, 1)
	all, err := list(ctx, q.db, scanSource, sourceQuery+` WHERE s.id IN `+marks+` ORDER BY s.id`, args...)
	return q.withUsers(ctx, all, err)
}

// SourcesByHash are the sources one of whose snapshots has these bytes.
func (q *Queries) SourcesByHash(ctx context.Context, sha256 string) ([]factcheck.Source, error) {
	all, err := list(ctx, q.db, scanSource, sourceQuery+`
		WHERE s.id IN (SELECT source_id FROM snapshots WHERE sha256 = $1) ORDER BY s.id`, sha256)
	return q.withUsers(ctx, all, err)
}

// AddSource stores a new source without a snapshot and gives the id.
func (tx *Tx) AddSource(ctx context.Context, s factcheck.Source) (int64, error) {
	var err error
	s.ID, err = tx.insert(ctx, `
		INSERT INTO sources (version, title, publisher, authors, url, published_on, language, kind, level, access,
			interest, rests_on, archived_url, archived_at, public_description, protected_because, created_by, created_at, updated_at)
		VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17) RETURNING id`,
		s.Title, s.Publisher, asJSON(s.Authors), s.URL, s.PublishedOn, s.Language, s.Kind, s.Level, s.Access,
		s.Interest, orNull(s.RestsOn), s.ArchivedURL, millis(s.ArchivedAt), s.Description, s.Because, s.CreatedBy, millis(s.CreatedAt))
	if err != nil {
		return 0, err
	}
	if err := tx.setSourceUsers(ctx, s.ID, s.Users); err != nil {
		return 0, err
	}
	return s.ID, tx.indexSource(ctx, s)
}

// SetSource stores what can change of a source.
func (tx *Tx) SetSource(ctx context.Context, s factcheck.Source) error {
	err := tx.exec(ctx, `
		UPDATE sources SET version = $1, title = $2, publisher = $3, authors = $4, url = $5, published_on = $6,
			language = $7, kind = $8, level = $9, access = $10, interest = $11, rests_on = $12, archived_url = $13,
			archived_at = $14, public_description = $15, protected_because = $16, updated_at = $17 WHERE id = $18`,
		s.Version, s.Title, s.Publisher, asJSON(s.Authors), s.URL, s.PublishedOn,
		s.Language, s.Kind, s.Level, s.Access, s.Interest, orNull(s.RestsOn), s.ArchivedURL, millis(s.ArchivedAt),
		s.Description, s.Because, millis(s.UpdatedAt), s.ID)
	if err != nil {
		return err
	}
	if err := tx.setSourceUsers(ctx, s.ID, s.Users); err != nil {
		return err
	}
	return tx.indexSource(ctx, s)
}

// AddSnapshot stores a retrieval with its original bytes and its passages,
// and gives the id.
func (tx *Tx) AddSnapshot(ctx context.Context, n factcheck.Snapshot, original []byte, passages []quote.Passage) (int64, error) {
	id, err := tx.insert(ctx, `
		INSERT INTO snapshots (source_id, media_type, file_name, sha256, text_sha256, size, length, passages,
			retrieved_at, retrieved_from, retrieval, lost, created_by, text)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id`,
		n.SourceID, n.MediaType, n.FileName, n.SHA256, n.TextSHA256, n.Size, n.Length, len(passages),
		millis(n.RetrievedAt), n.RetrievedFrom, orNone(n.Retrieval), asJSON(n.Lost), n.CreatedBy, n.Text)
	if err != nil {
		return 0, err
	}
	if err := tx.exec(ctx, `INSERT INTO originals (snapshot_id, bytes) VALUES ($1, $2)`, id, original); err != nil {
		return 0, err
	}
	return id, tx.addPassages(ctx, id, passages)
}

// addPassages writes them many a statement: a long source has thousands. SQLite
// looks through the list of parameters for each of them, so that more a
// statement are slower.
func (tx *Tx) addPassages(ctx context.Context, snapshot int64, passages []quote.Passage) error {
	const most, columns = 40, 6
	for part := range slices.Chunk(passages, most) {
		args := make([]any, 0, columns*len(part))
		for _, p := range part {
			args = append(args, snapshot, p.Number, p.Kind, p.Start, p.End, p.Label)
		}
		if err := tx.exec(ctx, `INSERT INTO passages (snapshot_id, number, kind, start_at, end_at, label) VALUES `+rowsOf(len(part), columns), args...); err != nil {
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
		err = rows.Scan(&p.Number, &p.Kind, &p.Start, &p.End, &p.Label)
		return p, err
	}, `SELECT number, kind, start_at, end_at, label FROM passages WHERE snapshot_id = $1 ORDER BY number`, snapshot)
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

// SnapshotsOf are all of a source, newest first, without their texts.
func (q *Queries) SnapshotsOf(ctx context.Context, source int64) ([]factcheck.Snapshot, error) {
	return list(ctx, q.db, scanSnapshot, snapshotQuery+` WHERE source_id = $1 ORDER BY id DESC`, source)
}

// Snapshot is a source's retrieval with this id, without its text.
func (q *Queries) Snapshot(ctx context.Context, source, id int64) (factcheck.Snapshot, error) {
	return one(ctx, q.db, factcheck.NoSuch("snapshot %d of source %d", id, source), scanSnapshot,
		snapshotQuery+` WHERE id = $1 AND source_id = $2`, id, source)
}

const snapshotQuery = `
	SELECT id, source_id, media_type, file_name, sha256, text_sha256, size, length, passages, retrieved_at, retrieved_from,
		retrieval, lost, created_by
	FROM snapshots`

func scanSnapshot(rows *sql.Rows) (n factcheck.Snapshot, err error) {
	var at int64
	var retrieval, lost string
	err = rows.Scan(&n.ID, &n.SourceID, &n.MediaType, &n.FileName, &n.SHA256, &n.TextSHA256, &n.Size, &n.Length, &n.Passages,
		&at, &n.RetrievedFrom, &retrieval, &lost, &n.CreatedBy)
	if err != nil {
		return n, err
	}
	n.RetrievedAt = moment(at)
	return n, errors.Join(fromJSON(retrieval, &n.Retrieval), fromJSON(lost, &n.Lost))
}
