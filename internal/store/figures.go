package store

import (
	"context"
	"database/sql"
	"time"

	"claimdesk/internal/factcheck"
)

// Counted is how often two things come together.
type Counted struct {
	Label, Series string
	N             int
}

func scanCounted(rows *sql.Rows) (c Counted, err error) {
	err = rows.Scan(&c.Label, &c.Series, &c.N)
	return c, err
}

// counted runs a query whose $1 and $2 are the first moment and the first one
// after.
func (q *Queries) counted(ctx context.Context, from, to time.Time, query string, more ...any) ([]Counted, error) {
	return list(ctx, q.db, scanCounted, query, append([]any{millis(from), millis(to)}, more...)...)
}

// Weekly counts claims by the week in which they were recorded and their present
// status.
type Weekly struct {
	Monday time.Time
	Status string
	N      int
}

// ClaimsByWeek are the claims recorded from one moment until before another.
func (q *Queries) ClaimsByWeek(ctx context.Context, from, to time.Time) ([]Weekly, error) {
	const day, week = int64(24 * time.Hour / time.Millisecond), int64(7 * 24 * time.Hour / time.Millisecond)
	const first = 4 * day // Unix time begins on a Thursday, its first Monday four days later
	return list(ctx, q.db, func(rows *sql.Rows) (w Weekly, err error) {
		var number int64
		err = rows.Scan(&number, &w.Status, &w.N)
		w.Monday = time.UnixMilli((number-1)*week + first).UTC()
		return w, err
	}, `SELECT (created_at - $3 + $4) / $4 AS week, status, count(*) FROM claims
		WHERE created_at >= $1 AND created_at < $2 GROUP BY 1, 2 ORDER BY 1, 2`, millis(from), millis(to), first, week)
}

// FirstRecorded is when the first claim was; zero when there is none.
func (q *Queries) FirstRecorded(ctx context.Context) (time.Time, error) {
	ms, err := one(ctx, q.db, nil, number, `SELECT COALESCE(min(created_at), 0) FROM claims`)
	return moment(ms), err
}

// TimesToPublish are the milliseconds from the recording of a claim to its first
// publication, for those first published in a time, the shortest first.
func (q *Queries) TimesToPublish(ctx context.Context, from, to time.Time) ([]int64, error) {
	return list(ctx, q.db, number, `
		SELECT max(0, p.first_at - c.created_at) FROM publications p JOIN claims c ON c.id = p.claim_id
		WHERE p.first_at >= $1 AND p.first_at < $2 ORDER BY 1`, millis(from), millis(to))
}

// RatingsByTopic counts checks first published in a time by topic and present
// rating. Merging a topic has moved its checks to the other one.
func (q *Queries) RatingsByTopic(ctx context.Context, from, to time.Time) ([]Counted, error) {
	return q.counted(ctx, from, to, `
		SELECT t.name, p.rating, count(*)
		FROM publications p JOIN publication_topics pt ON pt.claim_id = p.claim_id JOIN topics t ON t.id = pt.topic_id
		WHERE p.first_at >= $1 AND p.first_at < $2 GROUP BY t.id, t.name, p.rating ORDER BY t.name, t.id, p.rating`)
}

// RatingsByClaimant is the same by claimant; "" for nobody in particular, and
// for private persons, who are not told apart.
func (q *Queries) RatingsByClaimant(ctx context.Context, from, to time.Time) ([]Counted, error) {
	return q.counted(ctx, from, to, `
		SELECT COALESCE(m.name, ''), p.rating, count(*)
		FROM publications p LEFT JOIN claimants m ON m.id = p.claimant_id AND m.kind <> 'private-person'
		WHERE p.first_at >= $1 AND p.first_at < $2 GROUP BY m.id, m.name, p.rating ORDER BY m.name, m.id, p.rating`)
}

// ReasonsOf counts the misinterpreted checks first published in a time by the
// reasons of the verdict that stands in them, as the JSON list they are stored as.
func (q *Queries) ReasonsOf(ctx context.Context, from, to time.Time) ([]Counted, error) {
	return q.counted(ctx, from, to, `
		SELECT v.reasons, '', count(*) FROM publications p JOIN revisions r ON r.id = p.revision_id
		JOIN verdicts v ON v.id = (SELECT max(id) FROM verdicts WHERE claim_id = p.claim_id AND at <= r.at)
		WHERE p.first_at >= $1 AND p.first_at < $2 AND p.rating = $3 GROUP BY v.reasons ORDER BY v.reasons`, factcheck.Misinterpreted)
}

// ClassesOf counts the checks first published in a time by the classes of
// change that they have had since.
func (q *Queries) ClassesOf(ctx context.Context, from, to time.Time) ([]Counted, error) {
	return q.counted(ctx, from, to, `
		SELECT r.class, '', count(DISTINCT r.claim_id) FROM publications p JOIN revisions r ON r.claim_id = p.claim_id
		WHERE p.first_at >= $1 AND p.first_at < $2 AND r.number > 1 GROUP BY r.class ORDER BY r.class`)
}

// QuotesPerCheck are how many quotes the checks have that were first published in
// a time, the fewest first. Withdrawn ones show none and are left out.
func (q *Queries) QuotesPerCheck(ctx context.Context, from, to time.Time) ([]int64, error) {
	return list(ctx, q.db, number, `
		SELECT (SELECT count(*) FROM revision_evidence e WHERE e.revision_id = p.revision_id) FROM publications p
		WHERE p.first_at >= $1 AND p.first_at < $2 AND p.rating <> $3 ORDER BY 1`, millis(from), millis(to), factcheck.Withdrawn)
}
