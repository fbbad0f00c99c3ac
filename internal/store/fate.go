package store

import (
	"context"
	"database/sql"
	"slices"
	"time"

	"claimdesk/internal/factcheck"
)

const fateQuery = `
	SELECT f.id, f.evidence_id, f.snapshot_id, f.kind, f.start_at, f.end_at, f.diff, f.state, f.note, f.decided_by, f.decided_at, f.created_at,
		(SELECT COALESCE(max(version), 0) FROM versions WHERE subject = 'fate' AND subject_id = f.id)
	FROM fates f`

func scanFate(rows *sql.Rows) (f factcheck.Fate, err error) {
	var diff string
	var decided, created int64
	err = rows.Scan(&f.ID, &f.EvidenceID, &f.SnapshotID, &f.Kind, &f.Start, &f.End, &diff, &f.State, &f.Note, &f.DecidedBy, &decided, &created, &f.Version)
	if err != nil {
		return f, err
	}
	f.DecidedAt, f.At = moment(decided), moment(created)
	return f, fromJSON(diff, &f.Diff)
}

// fillFates tells what became of some evidence in the newest snapshots.
func (q *Queries) fillFates(ctx context.Context, all []factcheck.Evidence) error {
	ids := make([]int64, len(all))
	for i := range all {
		ids[i] = all[i].ID
	}
	fates, err := q.Fates(ctx, ids)
	for i := range all {
		if f, known := fates[all[i].ID]; known {
			all[i].Fate = &f
		}
	}
	return err
}

// Fates are, by evidence id, what became of these quotes in the newest
// snapshot of their sources; those that were taken from the newest have none.
func (q *Queries) Fates(ctx context.Context, evidence []int64) (map[int64]factcheck.Fate, error) {
	return q.fatesBy(ctx, evidence, "")
}

// Told are, by evidence id, what readers are told of changed quotes. While a
// newer change waits for a decision, the last decision stands.
func (q *Queries) Told(ctx context.Context, evidence []int64) (map[int64]factcheck.Fate, error) {
	decided, err := q.fatesBy(ctx, evidence, ` AND (state IN ('', 'told') OR decided_at > 0)`)
	for id, f := range decided {
		if f.State != factcheck.FateTold {
			delete(decided, id)
		}
	}
	return decided, err
}

// fatesBy are the newest fate of each quote that a condition holds for.
func (q *Queries) fatesBy(ctx context.Context, evidence []int64, and string) (map[int64]factcheck.Fate, error) {
	fates := map[int64]factcheck.Fate{}
	if len(evidence) == 0 {
		return fates, nil
	}
	marks, args := in(evidence, 1)
	newest, err := list(ctx, q.db, scanFate, fateQuery+`
		WHERE f.id IN (SELECT max(id) FROM fates WHERE evidence_id IN `+marks+and+` GROUP BY evidence_id)`, args...)
	for _, f := range newest {
		fates[f.EvidenceID] = f
	}
	return fates, err
}

// FateSources are, by the fate's id, the sources that some fates tell of.
func (q *Queries) FateSources(ctx context.Context, fates []int64) (map[int64]int64, error) {
	sources := map[int64]int64{}
	if len(fates) == 0 {
		return sources, nil
	}
	marks, args := in(fates, 1)
	return sources, each(ctx, q.db, args, func(rows *sql.Rows) error {
		var fate, source int64
		err := rows.Scan(&fate, &source)
		sources[fate] = source
		return err
	}, `SELECT f.id, e.source_id FROM fates f JOIN evidence e ON e.id = f.evidence_id WHERE f.id IN `+marks)
}

// Fate is the one with this id.
func (q *Queries) Fate(ctx context.Context, id int64) (factcheck.Fate, error) {
	return one(ctx, q.db, factcheck.NoSuch("changed quote %d", id), scanFate, fateQuery+` WHERE f.id = $1`, id)
}

// FatesIn are what became of all quotes in one snapshot, by evidence id.
func (q *Queries) FatesIn(ctx context.Context, snapshot int64) ([]factcheck.Fate, error) {
	return list(ctx, q.db, scanFate, fateQuery+` WHERE f.snapshot_id = $1 ORDER BY f.evidence_id`, snapshot)
}

// FatesOf are what became of one quote, in the newest snapshot first.
func (q *Queries) FatesOf(ctx context.Context, evidence int64) ([]factcheck.Fate, error) {
	return list(ctx, q.db, scanFate, fateQuery+` WHERE f.evidence_id = $1 ORDER BY f.id DESC`, evidence)
}

// FatesAfter are up to limit fates by snapshot and then by id, behind the fate
// last; the zero one begins.
func (q *Queries) FatesAfter(ctx context.Context, last factcheck.Fate, limit int) ([]factcheck.Fate, error) {
	return list(ctx, q.db, scanFate, fateQuery+`
		WHERE (f.snapshot_id, f.id) > ($1, $2) ORDER BY f.snapshot_id, f.id LIMIT $3`, last.SnapshotID, last.ID, limit)
}

// OpenFates are up to limit quotes that wait for a decision, the oldest first:
// those that stand on a claim, or are public. Those of sources that are
// protected from this user are left out; user 0 sees all.
func (q *Queries) OpenFates(ctx context.Context, user int64, limit int) ([]factcheck.Fate, error) {
	return list(ctx, q.db, scanFate, fateQuery+openFates+` ORDER BY f.id LIMIT $2`, user, limit)
}

// CountOpenFates is how many those are.
func (q *Queries) CountOpenFates(ctx context.Context, user int64) (int64, error) {
	return one(ctx, q.db, nil, number, `SELECT count(*) FROM fates f`+openFates, user)
}

// openFates leaves those that wait for a decision and that user $1 may see.
const openFates = `
	JOIN evidence e ON e.id = f.evidence_id JOIN sources s ON s.id = e.source_id
	WHERE f.state = 'open' AND (e.position > 0 OR ` + onLivePage + `)
		AND ($1 = 0 OR s.access <> 'protected' OR EXISTS (SELECT 1 FROM source_users su WHERE su.source_id = s.id AND su.user_id = $1))`

// onLivePage holds for evidence e that is part of what the public sees.
const onLivePage = `EXISTS (
	SELECT 1 FROM publications p JOIN revision_evidence re ON re.revision_id = p.revision_id
	WHERE p.claim_id = e.claim_id AND re.evidence_id = e.id)`

// ChangedQuotes gives fates their quotes, claims and passages, in the same order.
func (q *Queries) ChangedQuotes(ctx context.Context, fates []factcheck.Fate) ([]factcheck.ChangedQuote, error) {
	if len(fates) == 0 {
		return nil, nil
	}
	ids := make([]int64, len(fates))
	changed, at := make([]factcheck.ChangedQuote, len(fates)), map[int64][]*factcheck.ChangedQuote{}
	for i, f := range fates {
		ids[i], changed[i].Fate = f.EvidenceID, f
		at[f.EvidenceID] = append(at[f.EvidenceID], &changed[i])
	}
	marks, args := in(ids, 1)
	quotes, err := list(ctx, q.db, scanEvidence, evidenceQuery+` WHERE e.id IN `+marks, args...)
	if err != nil {
		return nil, err
	}
	if err := q.aboutSources(ctx, quotes); err != nil {
		return nil, err
	}
	for _, e := range quotes {
		for _, c := range at[e.ID] {
			c.Evidence = e
		}
	}
	if err := q.aboutClaims(ctx, at, marks, args); err != nil {
		return nil, err
	}
	return changed, q.aboutPassages(ctx, changed)
}

// aboutPassages tells in which passages of the newer snapshots changed quotes, or
// what is nearest to them, begin. One that is gone begins in none.
func (q *Queries) aboutPassages(ctx context.Context, changed []factcheck.ChangedQuote) error {
	ids, at := make([]int64, len(changed)), map[int64]*factcheck.ChangedQuote{}
	for i := range changed {
		ids[i], at[changed[i].ID] = changed[i].ID, &changed[i]
	}
	marks, args := in(ids, 1)
	return each(ctx, q.db, args, func(rows *sql.Rows) error {
		var fate int64
		var number int
		err := rows.Scan(&fate, &number)
		at[fate].Passage = number
		return err
	}, `SELECT f.id, COALESCE((
			SELECT p.number FROM passages p WHERE p.snapshot_id = f.snapshot_id AND p.start_at <= f.start_at ORDER BY p.number DESC LIMIT 1), 0)
		FROM fates f WHERE f.kind <> 'gone' AND f.id IN `+marks)
}

// aboutClaims tells of the claims of changed quotes.
func (q *Queries) aboutClaims(ctx context.Context, at map[int64][]*factcheck.ChangedQuote, marks string, args []any) error {
	return each(ctx, q.db, args, func(rows *sql.Rows) error {
		var evidence, newest int64
		var of factcheck.ChangedQuote
		err := rows.Scan(&evidence, &newest, &of.ClaimText, &of.ClaimLanguage, &of.Public, &of.Published)
		for _, c := range at[evidence] {
			c.Newest = c.SnapshotID == newest
			c.ClaimText, c.ClaimLanguage, c.Public, c.Published = of.ClaimText, of.ClaimLanguage, of.Public, of.Published
		}
		return err
	}, `SELECT e.id, (SELECT max(id) FROM snapshots n WHERE n.source_id = e.source_id), c.text, c.language, `+onLivePage+`,
			EXISTS (SELECT 1 FROM revision_evidence re WHERE re.evidence_id = e.id)
		FROM evidence e JOIN claims c ON c.id = e.claim_id WHERE e.id IN `+marks)
}

// AddFates stores what became of quotes, many a statement: a source may have
// thousands.
func (tx *Tx) AddFates(ctx context.Context, fates []factcheck.Fate) error {
	const most, columns = 500, 11
	for part := range slices.Chunk(fates, most) {
		args := make([]any, 0, columns*len(part))
		for _, f := range part {
			diff := ""
			if len(f.Diff) > 0 {
				diff = asJSON(f.Diff)
			}
			args = append(args, f.EvidenceID, f.SnapshotID, f.Kind, f.Start, f.End, diff, f.State, f.Note, f.DecidedBy, millis(f.DecidedAt), millis(f.At))
		}
		if err := tx.exec(ctx, `
			INSERT INTO fates (evidence_id, snapshot_id, kind, start_at, end_at, diff, state, note, decided_by, decided_at, created_at)
			VALUES `+rowsOf(len(part), columns), args...); err != nil {
			return err
		}
	}
	return nil
}

// SetFate stores what was decided on a changed quote.
func (tx *Tx) SetFate(ctx context.Context, f factcheck.Fate) error {
	return tx.exec(ctx, `UPDATE fates SET state = $1, note = $2, decided_by = $3, decided_at = $4 WHERE id = $5`,
		f.State, f.Note, f.DecidedBy, millis(f.DecidedAt), f.ID)
}

// Overtake settles, without a decision, what waited for one on an older
// snapshot of a source.
func (tx *Tx) Overtake(ctx context.Context, source, newest int64) error {
	return tx.exec(ctx, `
		UPDATE fates SET state = 'settled' WHERE state = 'open' AND snapshot_id < $2
			AND snapshot_id IN (SELECT id FROM snapshots WHERE source_id = $1)`, source, newest)
}

// LastTold is when readers were last told of a changed source, or no longer
// told; zero when never. Sources that are protected do not count.
func (q *Queries) LastTold(ctx context.Context) (time.Time, error) {
	ms, err := one(ctx, q.db, nil, number, `
		SELECT COALESCE(max(f.decided_at), 0) FROM fates f JOIN evidence e ON e.id = f.evidence_id JOIN sources s ON s.id = e.source_id
		WHERE f.state IN ('told', 'settled') AND f.decided_at > 0 AND s.access <> 'protected'`)
	return moment(ms), err
}
