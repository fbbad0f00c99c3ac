package store

import (
	"context"

	"claimdesk/internal/factcheck"
)

// AddRevision stores a publication, makes it the live one, and gives its id.
// p holds the claim's feed id and dates; its slug must belong to the claim.
func (tx *Tx) AddRevision(ctx context.Context, r factcheck.Revision, p factcheck.Live) (int64, error) {
	c := r.Content
	content := asJSON(c)
	var claimant any
	if c.Claimant != nil && c.Claimant.ID != 0 {
		claimant = c.Claimant.ID
	}
	id, err := tx.insert(ctx, `
		INSERT INTO revisions (claim_id, number, class, note, at, user_id, slug, rating, claimant_id, language, content, hash)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
		r.ClaimID, r.Number, r.Class, r.Note, millis(r.At), r.By, c.Slug, c.Rating.Slug, claimant, c.Language,
		content, factcheck.HashOf([]byte(content)))
	if err != nil {
		return 0, err
	}
	if err := tx.exec(ctx, `
		INSERT INTO publications (claim_id, revision_id, guid, slug, rating, claimant_id, language, first_at, updated_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
		ON CONFLICT (claim_id) DO UPDATE SET revision_id = excluded.revision_id, slug = excluded.slug, rating = excluded.rating,
			claimant_id = excluded.claimant_id, language = excluded.language, updated_at = excluded.updated_at`,
		r.ClaimID, id, p.GUID, c.Slug, c.Rating.Slug, claimant, c.Language, millis(p.FirstAt), millis(p.UpdatedAt)); err != nil {
		return 0, err
	}
	if err := tx.publicTopics(ctx, c, millis(p.FirstAt), millis(r.At)); err != nil {
		return 0, err
	}
	if err := tx.publicEvidence(ctx, c, id); err != nil {
		return 0, err
	}
	if err := tx.publicExhibits(ctx, c, id); err != nil {
		return 0, err
	}
	return id, tx.indexPublication(ctx, c)
}

func (tx *Tx) publicTopics(ctx context.Context, c factcheck.Content, first, now int64) error {
	if err := tx.exec(ctx, `DELETE FROM publication_topics WHERE claim_id = $1`, c.ClaimID); err != nil {
		return err
	}
	for _, t := range c.Topics { // at most factcheck.MaxTopics
		if err := tx.exec(ctx, `INSERT INTO publication_topics (topic_id, first_at, claim_id) VALUES ($1, $2, $3)`, t.ID, first, c.ClaimID); err != nil {
			return err
		}
		if err := tx.exec(ctx, `INSERT INTO public_topics (topic_id, since) VALUES ($1, $2) ON CONFLICT (topic_id) DO NOTHING`, t.ID, now); err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) publicEvidence(ctx context.Context, c factcheck.Content, revision int64) error {
	ids := make([]int64, len(c.Evidence))
	for i, e := range c.Evidence {
		ids[i] = e.ID
	}
	return tx.link(ctx, `revision_evidence (revision_id, evidence_id)`, revision, ids)
}

// publicExhibits notes in which revision the exhibits of a page were shown.
func (tx *Tx) publicExhibits(ctx context.Context, c factcheck.Content, revision int64) error {
	ids := make([]int64, len(c.Exhibits))
	for i, e := range c.Exhibits {
		ids[i] = e.ID
	}
	return tx.link(ctx, `revision_exhibits (revision_id, exhibit_id)`, revision, ids)
}

// link adds a row to a table of pairs for each of many that one thing has.
func (tx *Tx) link(ctx context.Context, table string, one int64, many []int64) error {
	if len(many) == 0 {
		return nil
	}
	args := make([]any, 0, 2*len(many))
	for _, id := range many {
		args = append(args, one, id)
	}
	return tx.exec(ctx, `INSERT INTO `+table+` VALUES `+rowsOf(len(many), 2), args...)
}
