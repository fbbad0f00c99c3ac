package store

import (
	"context"
	"database/sql"
	"slices"
	"time"

	"claimdesk/internal/factcheck"
)

const evidenceQuery = `
	SELECT e.claim_id, e.id, e.source_id, e.snapshot_id, e.position, e.stance, e.exact, e.prefix, e.suffix, e.start_at, e.end_at,
		e.spans, e.passage, e.speaker, e.note, e.translation, e.translator, e.created_by, e.created_at,
		s.title, s.publisher, s.authors, s.url, s.published_on, s.language, s.kind, s.level, s.access, s.interest,
		COALESCE(s.rests_on, 0), s.archived_url, s.archived_at, s.public_description, s.protected_because,
		n.sha256, n.text_sha256, n.media_type, n.length, n.retrieved_at, n.retrieved_from
	FROM evidence e JOIN sources s ON s.id = e.source_id JOIN snapshots n ON n.id = e.snapshot_id`

func scanEvidence(rows *sql.Rows) (e factcheck.Evidence, err error) {
	var spans, authors string
	var created, retrieved, archived int64
	s, n := &e.Source, &e.Source.Snapshot
	err = rows.Scan(&e.ClaimID, &e.ID, &e.SourceID, &e.SnapshotID, &e.Position, &e.Stance, &e.Exact, &e.Prefix, &e.Suffix, &e.Start, &e.End,
		&spans, &e.Passage, &e.Speaker, &e.Note, &e.Translation, &e.Translator, &e.CreatedBy, &created,
		&s.Title, &s.Publisher, &authors, &s.URL, &s.PublishedOn, &s.Language, &s.Kind, &s.Level, &s.Access, &s.Interest,
		&s.RestsOn, &s.ArchivedURL, &archived, &s.Description, &s.Because,
		&n.SHA256, &n.TextSHA256, &n.MediaType, &n.Length, &retrieved, &n.RetrievedFrom)
	if err != nil {
		return e, err
	}
	e.CreatedAt, n.RetrievedAt, s.ArchivedAt = moment(created), moment(retrieved), moment(archived)
	s.ID, n.ID, n.SourceID = e.SourceID, e.SnapshotID, e.SourceID
	if err := fromJSON(authors, &s.Authors); err != nil {
		return e, err
	}
	return e, fromJSON(spans, &e.Spans)
}

func (q *Queries) fillEvidence(ctx context.Context, claims map[int64]*factcheck.Claim, ids []int64) error {
	marks, args := in(ids, 1)
	all, err := list(ctx, q.db, scanEvidence, evidenceQuery+`
		WHERE e.claim_id IN `+marks+` AND e.position > 0 ORDER BY e.claim_id, e.position, e.id`, args...)
	if err != nil || len(all) == 0 {
		return err
	}
	if err := q.aboutSources(ctx, all); err != nil {
		return err
	}
	if err := q.fillFates(ctx, all); err != nil {
		return err
	}
	for _, e := range all {
		claims[e.ClaimID].Evidence = append(claims[e.ClaimID].Evidence, e)
	}
	return nil
}

// aboutSources tells of the sources of some evidence on what they rest, and
// who may see them.
func (q *Queries) aboutSources(ctx context.Context, all []factcheck.Evidence) error {
	var sources []*factcheck.Source
	var ids []int64
	for i := range all {
		sources, ids = append(sources, &all[i].Source), append(ids, all[i].SourceID)
	}
	slices.Sort(ids)
	roots, err := q.Roots(ctx, slices.Compact(ids))
	for i := range all {
		all[i].Root = roots[all[i].SourceID]
	}
	if err != nil {
		return err
	}
	return q.fillUsers(ctx, sources...)
}

// StandingQuotes are the quotes of a source that stand on a claim now, or are public.
func (q *Queries) StandingQuotes(ctx context.Context, source int64) ([]factcheck.Evidence, error) {
	return list(ctx, q.db, scanEvidence, evidenceQuery+`
		WHERE e.source_id = $1 AND (e.position > 0 OR `+onLivePage+`) ORDER BY e.id`, source)
}

// AddEvidence stores a quote behind the claim's others and gives the id.
func (tx *Tx) AddEvidence(ctx context.Context, e factcheck.Evidence) (int64, error) {
	return tx.insert(ctx, `
		INSERT INTO evidence (claim_id, source_id, snapshot_id, position, stance, exact, prefix, suffix, start_at, end_at,
			spans, passage, speaker, note, translation, translator, created_by, created_at, removed_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 0) RETURNING id`,
		e.ClaimID, e.SourceID, e.SnapshotID, e.Position, e.Stance, e.Exact, e.Prefix, e.Suffix, e.Start, e.End,
		asJSON(e.Spans), e.Passage, e.Speaker, e.Note, e.Translation, e.Translator, e.CreatedBy, millis(e.CreatedAt))
}

// SetEvidence stores what can change of a quote: what it is for, not what it
// says.
func (tx *Tx) SetEvidence(ctx context.Context, e factcheck.Evidence) error {
	return tx.exec(ctx, `
		UPDATE evidence SET position = $1, stance = $2, speaker = $3, note = $4, translation = $5, translator = $6 WHERE id = $7`,
		e.Position, e.Stance, e.Speaker, e.Note, e.Translation, e.Translator, e.ID)
}

// RemoveEvidence takes a quote off its claim; the row stays, since a revision
// may rest on it.
func (tx *Tx) RemoveEvidence(ctx context.Context, id int64, now time.Time) error {
	return tx.exec(ctx, `UPDATE evidence SET position = 0, removed_at = $1 WHERE id = $2`, millis(now), id)
}

// PublicQuotes are the quotes of a source that were ever published.
func (q *Queries) PublicQuotes(ctx context.Context, source int64) ([]factcheck.Evidence, error) {
	return list(ctx, q.db, scanEvidence, evidenceQuery+`
		WHERE e.source_id = $1 AND EXISTS (SELECT 1 FROM revision_evidence re WHERE re.evidence_id = e.id) ORDER BY e.id`, source)
}
