package store

import (
	"context"
	"strings"
	"time"

	"claimdesk/internal/factcheck"
)

// AddClaim stores a new claim without what hangs on it, and gives the id.
func (tx *Tx) AddClaim(ctx context.Context, c factcheck.Claim) (int64, error) {
	return tx.insert(ctx, `
		INSERT INTO claims (version, details, status, text, language, claimant_id, said_on, source_id, assignee_id,
			rating, drop_reason, drop_note, return_note, created_by, created_at, updated_at, due_on, reach, harm, review_by)
		VALUES (1, 1, $1, $2, $3, $4, $5, $6, $7, '', '', '', '', $8, $9, $9, $10, $11, $12, $13) RETURNING id`,
		c.Status, c.Text, c.Language, claimantID(c), c.SaidOn, orNull(c.SourceID), orNull(c.AssigneeID),
		c.CreatedBy, millis(c.CreatedAt), c.Plan.DueOn, c.Plan.Reach, c.Plan.Harm, c.Plan.ReviewBy)
}

// SetClaim stores the claim's own fields, its status and its versions.
func (tx *Tx) SetClaim(ctx context.Context, c factcheck.Claim) error {
	rating := ""
	if c.Verdict != nil {
		rating = c.Verdict.Rating.Slug
	}
	return tx.exec(ctx, `
		UPDATE claims SET version = $1, details = $2, status = $3, text = $4, language = $5, claimant_id = $6,
			said_on = $7, source_id = $8, assignee_id = $9, rating = $10, drop_reason = $11, drop_note = $12,
			return_note = $13, updated_at = $14, due_on = $15, reach = $16, harm = $17, review_by = $18, merged_into = $19
		WHERE id = $20`,
		c.Version, c.Details, c.Status, c.Text, c.Language, claimantID(c), c.SaidOn, orNull(c.SourceID),
		orNull(c.AssigneeID), rating, c.DropReason, c.DropNote, c.ReturnNote, millis(c.UpdatedAt),
		c.Plan.DueOn, c.Plan.Reach, c.Plan.Harm, c.Plan.ReviewBy, orNull(c.MergedInto), c.ID)
}

func claimantID(c factcheck.Claim) any {
	if c.Claimant == nil {
		return nil
	}
	return c.Claimant.ID
}

// SetTopics replaces a claim's topics by those with these names, making the
// ones that are missing.
func (tx *Tx) SetTopics(ctx context.Context, claim int64, names []string, now time.Time) error {
	if err := tx.exec(ctx, `DELETE FROM claim_topics WHERE claim_id = $1`, claim); err != nil {
		return err
	}
	for i, name := range names { // at most factcheck.MaxTopics
		id, err := tx.topic(ctx, name, now)
		if err != nil {
			return err
		}
		if err := tx.exec(ctx, `INSERT INTO claim_topics (claim_id, topic_id, position) VALUES ($1, $2, $3)
			ON CONFLICT (claim_id, topic_id) DO NOTHING`, claim, id, i+1); err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) topic(ctx context.Context, name string, now time.Time) (int64, error) {
	folded := strings.ToLower(name)
	known, err := list(ctx, tx.db, number, `SELECT COALESCE(merged_into, id) FROM topics WHERE folded = $1`, folded)
	if err != nil || len(known) > 0 {
		return first(known), err
	}
	slug, err := tx.TopicSlug(ctx, factcheck.Slug(name), 0)
	if err != nil {
		return 0, err
	}
	return tx.insert(ctx, `INSERT INTO topics (slug, name, folded, created_at) VALUES ($1, $2, $3, $4) RETURNING id`,
		slug, name, folded, millis(now))
}

// Claimant finds the claimant of this name and kind, or makes one, and keeps
// the addresses that say who it is. One that was merged is found as the one
// that took it in.
func (tx *Tx) Claimant(ctx context.Context, m factcheck.Claimant, now time.Time) (factcheck.Claimant, error) {
	folded := strings.ToLower(m.Name)
	known, err := list(ctx, tx.db, number, `SELECT COALESCE(merged_into, id) FROM claimants WHERE folded = $1 AND kind = $2
		ORDER BY merged_into IS NOT NULL, id LIMIT 1`, folded, m.Kind)
	if err != nil {
		return m, err
	}
	if len(known) > 0 {
		m.ID = known[0]
		if len(m.SameAs) > 0 {
			err = tx.SetSameAs(ctx, m.ID, m.SameAs)
		}
		return m, err
	}
	if m.Slug, err = tx.ClaimantSlug(ctx, m); err != nil {
		return m, err
	}
	m.ID, err = tx.insert(ctx, `INSERT INTO claimants (slug, name, folded, kind, same_as, created_at)
		VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`, m.Slug, m.Name, folded, m.Kind, asJSON(m.SameAs), millis(now))
	return m, err
}

// SetSameAs stores the addresses that say who a claimant is.
func (tx *Tx) SetSameAs(ctx context.Context, claimant int64, addresses []string) error {
	return tx.exec(ctx, `UPDATE claimants SET same_as = $1, version = version + 1 WHERE id = $2 AND same_as <> $1`, asJSON(addresses), claimant)
}

// free is base, or base with the lowest number behind it for which the query
// finds nothing; otherwise stands in for an empty base.
func (tx *Tx) free(ctx context.Context, otherwise, base, query string, more ...any) (string, error) {
	if base == "" {
		base = otherwise
	}
	slug := base
	for n := 2; ; n++ {
		taken, err := list(ctx, tx.db, number, query, append([]any{slug}, more...)...)
		if err != nil || len(taken) == 0 {
			return slug, err
		}
		slug = factcheck.NextSlug(base, n)
	}
}

// FreeSlug is the wanted slug when the claim may have it, else that with a
// number behind it.
func (tx *Tx) FreeSlug(ctx context.Context, want string, claim int64) (string, error) {
	return tx.free(ctx, "fact-check", want, `SELECT 1 FROM slugs WHERE slug = $1 AND claim_id <> $2`, claim)
}

// KeepSlug gives a slug to a claim for good.
func (tx *Tx) KeepSlug(ctx context.Context, slug string, claim int64, now time.Time) error {
	return tx.exec(ctx, `INSERT INTO slugs (slug, claim_id, at) VALUES ($1, $2, $3) ON CONFLICT (slug) DO NOTHING`,
		slug, claim, millis(now))
}

// ReleaseSlugs frees the slugs of a claim that was never public, but one.
func (tx *Tx) ReleaseSlugs(ctx context.Context, claim int64, but string) error {
	return tx.exec(ctx, `DELETE FROM slugs WHERE claim_id = $1 AND slug <> $2`, claim, but)
}

// AddVerdict stores a verdict and gives the id.
func (tx *Tx) AddVerdict(ctx context.Context, v factcheck.Verdict) (int64, error) {
	misread := ""
	if v.Misread != nil {
		misread = asJSON(v.Misread)
	}
	return tx.insert(ctx, `
		INSERT INTO verdicts (claim_id, rating, scale_version, explanation, reasons, misread, evidence_ids, as_of, user_id, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
		v.ClaimID, v.Rating.Slug, v.ScaleVersion, v.Explanation, asJSON(v.Reasons), misread, asJSON(v.EvidenceIDs), v.AsOf, v.UserID, millis(v.At))
}

// AddArticle stores a text of a claim's article and gives the id.
func (tx *Tx) AddArticle(ctx context.Context, a factcheck.Article) (int64, error) {
	return tx.insert(ctx, `
		INSERT INTO articles (claim_id, headline, slug, summary, body, user_id, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
		a.ClaimID, a.Headline, a.Slug, a.Summary, a.Body, a.UserID, millis(a.At))
}

// AddSignature stores somebody's name under a claim.
func (tx *Tx) AddSignature(ctx context.Context, claim int64, s factcheck.Signature) error {
	return tx.exec(ctx, `INSERT INTO signatures (claim_id, user_id, kind, version, substance, at) VALUES ($1, $2, $3, $4, $5, $6)`,
		claim, s.UserID, s.Kind, s.Version, s.Substance, millis(s.At))
}

// ClearSignatures takes all names off a claim that goes back to research.
func (tx *Tx) ClearSignatures(ctx context.Context, claim int64) error {
	return tx.exec(ctx, `DELETE FROM signatures WHERE claim_id = $1`, claim)
}

func first(ids []int64) int64 {
	if len(ids) == 0 {
		return 0
	}
	return ids[0]
}
