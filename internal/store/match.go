package store

import (
	"context"
	"database/sql"

	"claimdesk/internal/factcheck"
)

// Stamped is a record with its version and when it was last changed.
type Stamped struct {
	ID, Version int64
	At          int64 // Unix milliseconds
}

func scanStamped(rows *sql.Rows) (s Stamped, err error) {
	err = rows.Scan(&s.ID, &s.Version, &s.At)
	return s, err
}

// ClaimsSince are up to limit claims that were changed after a place, or at its
// time and with a higher id, in the order of their last change.
func (q *Queries) ClaimsSince(ctx context.Context, after Place, limit int) ([]Stamped, error) {
	return list(ctx, q.db, scanStamped, `SELECT id, version, updated_at FROM claims
		WHERE (updated_at, id) > ($1, $2) ORDER BY updated_at, id LIMIT $3`, after.At, after.ID, limit)
}

// OthersSince is the same for other newsrooms' checks.
func (q *Queries) OthersSince(ctx context.Context, after Place, limit int) ([]Stamped, error) {
	return list(ctx, q.db, scanStamped, `SELECT id, version, updated_at FROM other_reviews
		WHERE (updated_at, id) > ($1, $2) ORDER BY updated_at, id LIMIT $3`, after.At, after.ID, limit)
}

// LastEvent is the id of the newest event, 0 before the first.
func (q *Queries) LastEvent(ctx context.Context) (int64, error) {
	return one(ctx, q.db, nil, number, `SELECT COALESCE(max(id), 0) FROM events`)
}

// ClaimsOfClaimantsSince are the claims by claimants that were acted on after
// an event, or by those that such were merged into.
func (q *Queries) ClaimsOfClaimantsSince(ctx context.Context, event int64) ([]int64, error) {
	return list(ctx, q.db, number, `SELECT id FROM claims WHERE claimant_id IN (
		SELECT COALESCE(merged_into, id) FROM claimants WHERE id IN (
			SELECT subject_id FROM events WHERE subject = 'claimant' AND id > $1)) ORDER BY id`, event)
}

// Wording is what a claim says, for finding it again. Gone tells that it is
// not to be found: merged into another one, or withdrawn.
type Wording struct {
	ID, Version                     int64
	Text, Title, Claimant, Language string
	Gone                            bool
}

func scanWording(rows *sql.Rows) (w Wording, err error) {
	err = rows.Scan(&w.ID, &w.Version, &w.Text, &w.Title, &w.Claimant, &w.Language, &w.Gone)
	return w, err
}

const newestHeadline = `COALESCE((SELECT a.headline FROM articles a WHERE a.claim_id = c.id ORDER BY a.id DESC LIMIT 1), '')`

// ClaimWordings are what these claims say.
func (q *Queries) ClaimWordings(ctx context.Context, ids []int64) ([]Wording, error) {
	marks, args := in(ids, 1)
	return list(ctx, q.db, scanWording, `
		SELECT c.id, c.version, c.text, `+newestHeadline+`, COALESCE(m.name, ''), c.language, c.merged_into IS NOT NULL
		FROM claims c LEFT JOIN claimants m ON m.id = c.claimant_id WHERE c.id IN `+marks, args...)
}

// OtherWordings are what these checks of other newsrooms are about.
func (q *Queries) OtherWordings(ctx context.Context, ids []int64) ([]Wording, error) {
	marks, args := in(ids, 1)
	return list(ctx, q.db, scanWording, `
		SELECT id, version, claim, title, claimant, language, withdrawn_at <> 0 FROM other_reviews WHERE id IN `+marks, args...)
}

// MatchedClaims are these claims as lists of matches show them, by id; those
// that were merged into others are left out.
func (q *Queries) MatchedClaims(ctx context.Context, ids []int64) (map[int64]factcheck.MatchedClaim, error) {
	marks, args := in(ids, 1)
	found, scales := map[int64]factcheck.MatchedClaim{}, map[int64]int{}
	err := each(ctx, q.db, args, func(rows *sql.Rows) error {
		var m factcheck.MatchedClaim
		var scale int
		err := rows.Scan(&m.ID, &m.Text, &m.Language, &m.Claimant, &m.Status, &m.DropReason, &m.Headline, &m.Rating.Slug, &scale, &m.Slug)
		found[m.ID], scales[m.ID] = m, scale
		return err
	}, `
		SELECT c.id, c.text, c.language, COALESCE(m.name, ''), c.status, c.drop_reason, `+newestHeadline+`,
			COALESCE(v.rating, ''), COALESCE(v.scale_version, 0), COALESCE(p.slug, '')
		FROM claims c
		LEFT JOIN claimants m ON m.id = c.claimant_id
		LEFT JOIN verdicts v ON v.id = (SELECT max(id) FROM verdicts WHERE claim_id = c.id)
		LEFT JOIN publications p ON p.claim_id = c.id
		WHERE c.merged_into IS NULL AND c.id IN `+marks)
	if err != nil {
		return nil, err
	}
	return found, q.labelMatched(ctx, found, scales)
}

// labelMatched gives claims their ratings as the scales of their verdicts have
// them.
func (q *Queries) labelMatched(ctx context.Context, found map[int64]factcheck.MatchedClaim, versions map[int64]int) error {
	scales := map[int]factcheck.Scale{}
	for id, m := range found {
		if m.Rating.Slug == "" {
			continue
		}
		v := factcheck.Verdict{Rating: m.Rating, ScaleVersion: versions[id]}
		if err := q.label(ctx, &v, scales); err != nil {
			return err
		}
		m.Rating = v.Rating
		found[id] = m
	}
	return nil
}

// MatchedReviews are these checks of other newsrooms as lists of matches show
// them, by id; those that were withdrawn are left out.
func (q *Queries) MatchedReviews(ctx context.Context, ids []int64) (map[int64]factcheck.MatchedReview, error) {
	marks, args := in(ids, 1)
	found := map[int64]factcheck.MatchedReview{}
	return found, each(ctx, q.db, args, func(rows *sql.Rows) error {
		var m factcheck.MatchedReview
		err := rows.Scan(&m.ID, &m.URL, &m.Publisher, &m.Title, &m.Claim, &m.Claimant, &m.Rating, &m.ReviewedOn, &m.Language)
		found[m.ID] = m
		return err
	}, `
		SELECT id, url, publisher, title, claim, claimant, rating, reviewed_on, language FROM other_reviews
		WHERE withdrawn_at = 0 AND id IN `+marks)
}
