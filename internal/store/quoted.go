package store

import (
	"context"
	"database/sql"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
)

const quotedColumns = `
	SELECT e.id, e.claim_id, e.snapshot_id, e.position, c.text, c.status, e.stance, e.spans`

func scanQuoted(rows *sql.Rows, more ...any) (o factcheck.Quoted, err error) {
	var spans string
	into := append([]any{&o.EvidenceID, &o.ClaimID, &o.SnapshotID, &o.Position, &o.ClaimText, &o.ClaimStatus, &o.Stance, &spans}, more...)
	if err := rows.Scan(into...); err != nil {
		return o, err
	}
	return o, fromJSON(spans, &o.Spans)
}

// Quoted are the quotes that stand on claims now, out of one snapshot, by
// their place in the text.
func (q *Queries) Quoted(ctx context.Context, snapshot int64) ([]factcheck.Quoted, error) {
	return list(ctx, q.db, func(rows *sql.Rows) (factcheck.Quoted, error) { return scanQuoted(rows) }, quotedColumns+`
		FROM evidence e JOIN claims c ON c.id = e.claim_id
		WHERE e.snapshot_id = $1 AND e.position > 0 ORDER BY e.start_at, e.id`, snapshot)
}

// QuotedBefore are the quotes that stand on claims now out of older snapshots of
// the same source, with the places at which they stand in this one. Those whose
// words it does not hold have no spans; of one that moved and leaves words out
// the place is one span from its first word to its last.
func (q *Queries) QuotedBefore(ctx context.Context, snapshot int64) ([]factcheck.Quoted, error) {
	return list(ctx, q.db, func(rows *sql.Rows) (factcheck.Quoted, error) {
		var kind quote.FateKind
		var start, end int
		o, err := scanQuoted(rows, &kind, &start, &end)
		switch kind {
		case quote.Unchanged:
		case quote.Moved:
			o.Spans = []quote.Span{{Start: start, End: end}}
		default:
			o.Spans = nil
		}
		return o, err
	}, quotedColumns+`, f.kind, f.start_at, f.end_at
		FROM fates f JOIN evidence e ON e.id = f.evidence_id JOIN claims c ON c.id = e.claim_id
		WHERE f.snapshot_id = $1 AND e.position > 0 ORDER BY f.start_at, e.id`, snapshot)
}
