package store

import (
	"context"
	"database/sql"
	"strconv"
	"strings"
	"time"

	"claimdesk/internal/factcheck"
)

const claimantQuery = `
	SELECT m.id, m.slug, m.name, m.kind, m.same_as, m.version, COALESCE(m.merged_into, 0),
		(SELECT count(*) FROM claims c WHERE c.claimant_id = m.id),
		(SELECT count(*) FROM publications p WHERE p.claimant_id = m.id)
	FROM claimants m`

func scanClaimant(rows *sql.Rows) (m factcheck.ClaimantEntry, err error) {
	var sameAs string
	err = rows.Scan(&m.ID, &m.Slug, &m.Name, &m.Kind, &sameAs, &m.Version, &m.MergedInto, &m.Claims, &m.Published)
	if err != nil {
		return m, err
	}
	return m, fromJSON(sameAs, &m.SameAs)
}

// ClaimantQuery chooses claimants by a part of the name, in any case, and by
// kind. After and AfterID are the name and the id of the last one of the page
// before.
type ClaimantQuery struct {
	Name    string
	Kind    factcheck.ClaimantKind
	After   string
	AfterID int64
	Limit   int
}

func (f ClaimantQuery) conditions() *conditions {
	var c conditions
	c.add(`m.merged_into IS NULL`)
	if f.Name != "" {
		c.add(`instr(m.folded, %1) > 0`, strings.ToLower(f.Name))
	}
	if f.Kind != "" {
		c.add(`m.kind = %1`, f.Kind)
	}
	return &c
}

// ClaimantEntries are the chosen claimants by name, but those that were merged
// into others.
func (q *Queries) ClaimantEntries(ctx context.Context, f ClaimantQuery) ([]factcheck.ClaimantEntry, error) {
	c := f.conditions()
	if f.AfterID != 0 {
		c.add(`(m.folded > %1 OR m.folded = %1 AND m.id > %2)`, strings.ToLower(f.After), f.AfterID)
	}
	limit := strconv.Itoa(len(c.args) + 1)
	return list(ctx, q.db, scanClaimant, claimantQuery+c.where()+` ORDER BY m.folded, m.id LIMIT $`+limit, append(c.args, f.Limit)...)
}

// CountClaimants is how many claimants are chosen, wherever a page begins.
func (q *Queries) CountClaimants(ctx context.Context, f ClaimantQuery) (int64, error) {
	c := f.conditions()
	return one(ctx, q.db, nil, number, `SELECT count(*) FROM claimants m`+c.where(), c.args...)
}

// ClaimantEntry is the claimant with this id, be it merged into another.
func (q *Queries) ClaimantEntry(ctx context.Context, id int64) (factcheck.ClaimantEntry, error) {
	return one(ctx, q.db, factcheck.NoSuch("claimant %d", id), scanClaimant, claimantQuery+` WHERE m.id = $1`, id)
}

// ClaimantsIn are the claimants that were merged into one, by name.
func (q *Queries) ClaimantsIn(ctx context.Context, id int64) ([]factcheck.ClaimantEntry, error) {
	return list(ctx, q.db, scanClaimant, claimantQuery+` WHERE m.merged_into = $1 ORDER BY m.folded, m.id`, id)
}

// PublicClaimant is the claimant that readers find under this slug, if a live
// check names it: its slug is another one when this is an old one, under which
// it was public, or that of a claimant that was merged into it.
func (q *Queries) PublicClaimant(ctx context.Context, slug string) (factcheck.ClaimantEntry, error) {
	return one(ctx, q.db, factcheck.NoSuch("claimant %q", slug), scanClaimant, claimantQuery+`
		WHERE m.merged_into IS NULL AND m.kind <> 'private-person' AND EXISTS (SELECT 1 FROM publications p WHERE p.claimant_id = m.id)
			AND (m.slug = $1
				OR m.id = (SELECT o.merged_into FROM claimants o WHERE o.slug = $1 AND EXISTS (SELECT 1 FROM revisions r WHERE r.claimant_id = o.id))
				OR m.id = (SELECT s.claimant_id FROM claimant_slugs s WHERE s.slug = $1
					AND EXISTS (SELECT 1 FROM revisions r JOIN claimants o ON o.id = r.claimant_id
						WHERE (o.id = s.claimant_id OR o.merged_into = s.claimant_id) AND r.at <= s.until)))`, slug)
}

// PresentClaimants are, by the id under which something was published, the
// claimants as they are now: those that took others in for these.
func (q *Queries) PresentClaimants(ctx context.Context, ids []int64) (map[int64]factcheck.Claimant, error) {
	present := map[int64]factcheck.Claimant{}
	if len(ids) == 0 {
		return present, nil
	}
	marks, args := in(ids, 1)
	return present, each(ctx, q.db, args, func(rows *sql.Rows) error {
		var was int64
		var m factcheck.Claimant
		err := rows.Scan(&was, &m.ID, &m.Slug, &m.Name, &m.Kind)
		present[was] = m
		return err
	}, `SELECT o.id, m.id, m.slug, m.name, m.kind FROM claimants o JOIN claimants m ON m.id = COALESCE(o.merged_into, o.id)
		WHERE o.id IN `+marks)
}

// ClaimsBy are the ids of the claims by a claimant.
func (q *Queries) ClaimsBy(ctx context.Context, claimant int64) ([]int64, error) {
	return list(ctx, q.db, number, `SELECT id FROM claims WHERE claimant_id = $1 ORDER BY id`, claimant)
}

// PublishedBy are the claims whose live revision names a claimant, or one that
// was merged into it, the one first published last first; at most limit.
func (q *Queries) PublishedBy(ctx context.Context, claimant int64, limit int) ([]Published, error) {
	return list(ctx, q.db, scanPublished, publishedQuery+`
		WHERE r.claimant_id IN (SELECT id FROM claimants WHERE id = $1 OR merged_into = $1) ORDER BY p.first_at DESC, p.claim_id DESC LIMIT $2`,
		claimant, limit)
}

// ClaimantSlug is the slug that a claimant (id 0: a new one) may have. That of a
// private person holds nothing of the name.
func (tx *Tx) ClaimantSlug(ctx context.Context, m factcheck.Claimant) (string, error) {
	want := factcheck.Slug(m.Name)
	if m.Kind == factcheck.PrivatePerson {
		want = "private-person"
	}
	return tx.free(ctx, "claimant", want, `
		SELECT 1 FROM claimants WHERE slug = $1 AND id <> $2 UNION ALL SELECT 1 FROM claimant_slugs WHERE slug = $1 AND claimant_id <> $2`, m.ID)
}

// SetClaimant stores what was changed of a claimant. Its former slug leads to
// it from now on, but those of a private person lead nowhere; lists and search
// know it as it is now.
func (tx *Tx) SetClaimant(ctx context.Context, m factcheck.ClaimantEntry, now time.Time) error {
	if err := tx.exec(ctx, `INSERT INTO claimant_slugs (slug, claimant_id, until) SELECT slug, id, $1 FROM claimants WHERE id = $2 AND slug <> $3
		ON CONFLICT (slug) DO UPDATE SET claimant_id = excluded.claimant_id, until = excluded.until`, millis(now), m.ID, m.Slug); err != nil {
		return err
	}
	if err := tx.exec(ctx, `DELETE FROM claimant_slugs WHERE slug = $1 OR $2 = 'private-person' AND claimant_id = $3`, m.Slug, m.Kind, m.ID); err != nil {
		return err
	}
	if err := tx.exec(ctx, `UPDATE claimants SET slug = $1, name = $2, folded = $3, kind = $4, same_as = $5, version = $6 WHERE id = $7`,
		m.Slug, m.Name, strings.ToLower(m.Name), m.Kind, asJSON(m.SameAs), m.Version, m.ID); err != nil {
		return err
	}
	return tx.settleClaimant(ctx, m.ID)
}

// MergeClaimant moves all that is by a claimant to another one. The claimant
// stays, for its slug and its name to lead to the other.
func (tx *Tx) MergeClaimant(ctx context.Context, m factcheck.ClaimantEntry, into int64) error {
	for _, statement := range []string{
		`UPDATE claims SET claimant_id = $2 WHERE claimant_id = $1`,
		`UPDATE claimant_slugs SET claimant_id = $2 WHERE claimant_id = $1`,
		`UPDATE claimants SET merged_into = $2 WHERE merged_into = $1`,
		`UPDATE claimants SET merged_into = $2 WHERE id = $1`,
	} {
		if err := tx.exec(ctx, statement, m.ID, into); err != nil {
			return err
		}
	}
	if err := tx.exec(ctx, `UPDATE claimants SET version = $1 WHERE id = $2`, m.Version, m.ID); err != nil {
		return err
	}
	return tx.settleClaimant(ctx, into)
}

// settleClaimant has lists and search know a claimant as it is now: a private
// person in none of what is public.
func (tx *Tx) settleClaimant(ctx context.Context, id int64) error {
	const live = `claim_id IN (SELECT r.claim_id FROM publications q JOIN revisions r ON r.id = q.revision_id
		JOIN claimants m ON m.id = r.claimant_id WHERE m.id = $1 OR m.merged_into = $1)`
	const name = `(SELECT CASE kind WHEN 'private-person' THEN '' ELSE name END FROM claimants WHERE id = $1)`
	for _, statement := range []string{
		`UPDATE publications SET claimant_id = (SELECT CASE kind WHEN 'private-person' THEN NULL ELSE id END FROM claimants WHERE id = $1) WHERE ` + live,
		`UPDATE publication_words SET claimant = ` + name + ` WHERE rowid IN (SELECT claim_id FROM publications WHERE ` + live + `)`,
		`UPDATE claim_words SET claimant = (SELECT name FROM claimants WHERE id = $1) WHERE rowid IN (SELECT id FROM claims WHERE claimant_id = $1)`,
	} {
		if err := tx.exec(ctx, statement, id); err != nil {
			return err
		}
	}
	return nil
}

// Reseal gives signatures of a claim that stand under one substance another.
func (tx *Tx) Reseal(ctx context.Context, claim int64, was, is string) error {
	return tx.exec(ctx, `UPDATE signatures SET substance = $1 WHERE claim_id = $2 AND substance = $3`, is, claim, was)
}
