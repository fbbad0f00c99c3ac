package store

import (
	"context"
	"database/sql"
	"slices"
	"strconv"
	"strings"
	"time"

	"claimdesk/internal/factcheck"
)

// otherColumns leaves out the JSON: it is long.
const (
	otherColumns = `o.id, o.version, o.iri, o.url, o.publisher, o.site, o.title, o.claim, o.claimant, o.claimed_on, o.reviewed_on, o.rating,
		o.value, o.best, o.worst, o.language, o.hash, o.withdrawn_at, o.created_at, o.updated_at, (SELECT count(*) FROM leans l WHERE l.review_id = o.id)`
	otherQuery = `SELECT ` + otherColumns + `, '' FROM other_reviews o`
	wholeOther = `SELECT ` + otherColumns + `, o.content FROM other_reviews o`
)

func scanOther(rows *sql.Rows) (o factcheck.OtherReview, err error) {
	var withdrawn, created, updated int64
	err = rows.Scan(&o.ID, &o.Version, &o.IRI, &o.URL, &o.Publisher, &o.Site, &o.Title, &o.Claim, &o.Claimant, &o.ClaimedOn, &o.ReviewedOn, &o.Rating,
		&o.Value, &o.Best, &o.Worst, &o.Language, &o.Hash, &withdrawn, &created, &updated, &o.Leans, &o.Content)
	o.WithdrawnAt, o.CreatedAt, o.UpdatedAt = moment(withdrawn), moment(created), moment(updated)
	return o, err
}

// OtherReview is another newsroom's check, whole.
func (q *Queries) OtherReview(ctx context.Context, id int64) (factcheck.OtherReview, error) {
	return one(ctx, q.db, factcheck.NoSuch("check of another newsroom with number %d", id), scanOther, wholeOther+` WHERE o.id = $1`, id)
}

// OtherFilter chooses checks of other newsrooms. Words are looked for anywhere
// in what they say; Site is a host, Before the id that the last page ended with,
// 0 for the first.
type OtherFilter struct {
	Query, Site string
	Leaning     bool // only those that a claim of ours leans on
	Before      int64
	Limit       int
}

// OtherReviews are those that fit, newest first, without their JSON.
func (q *Queries) OtherReviews(ctx context.Context, f OtherFilter) ([]factcheck.OtherReview, error) {
	c := f.conditions()
	c.args = append(c.args, f.Limit)
	return list(ctx, q.db, scanOther, otherQuery+c.where()+` ORDER BY o.id DESC LIMIT $`+strconv.Itoa(len(c.args)), c.args...)
}

func (f OtherFilter) conditions() *conditions {
	var c conditions
	words := strings.Fields(strings.ToLower(f.Query))
	for _, word := range words[:min(len(words), mostWords)] {
		c.add(`o.folded LIKE %1 ESCAPE '\'`, "%"+likely.Replace(word)+"%")
	}
	if f.Site != "" {
		c.add(`o.site = %1`, f.Site)
	}
	if f.Leaning {
		c.add(`o.id IN (SELECT review_id FROM leans)`)
	}
	if f.Before > 0 {
		c.add(`o.id < %1`, f.Before)
	}
	return &c
}

// likely takes the meaning from the signs of LIKE.
var likely = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

// SiteCount is a site with how many checks of it are here.
type SiteCount struct {
	Site, Publisher string
	Checks          int
}

// OtherSites are the sites of other newsrooms' checks, those with the most
// first.
func (q *Queries) OtherSites(ctx context.Context, limit int) ([]SiteCount, error) {
	return list(ctx, q.db, func(rows *sql.Rows) (s SiteCount, err error) {
		err = rows.Scan(&s.Site, &s.Publisher, &s.Checks)
		return s, err
	}, `SELECT site, min(publisher), count(*) FROM other_reviews GROUP BY site ORDER BY count(*) DESC, site LIMIT $1`, limit)
}

// OtherReviewsByIRI are those of these @ids that are here, by @id, without
// their JSON.
func (q *Queries) OtherReviewsByIRI(ctx context.Context, iris []string) (map[string]factcheck.OtherReview, error) {
	found := make(map[string]factcheck.OtherReview)
	for part := range slices.Chunk(iris, lookedUp) {
		args := make([]any, len(part))
		for i, iri := range part {
			args[i] = iri
		}
		some, err := list(ctx, q.db, scanOther, otherQuery+` WHERE o.iri IN `+rowsOf(1, len(part)), args...)
		if err != nil {
			return nil, err
		}
		for _, o := range some {
			found[o.IRI] = o
		}
	}
	return found, nil
}

// StandingOf are the checks of a site that stand, by @id, without their JSON.
func (q *Queries) StandingOf(ctx context.Context, site string) ([]factcheck.OtherReview, error) {
	return list(ctx, q.db, scanOther, otherQuery+` WHERE o.site = $1 AND o.withdrawn_at = 0 ORDER BY o.id`, site)
}

// LastOtherReview is the highest id of all, 0 for none.
func (q *Queries) LastOtherReview(ctx context.Context) (int64, error) {
	return one(ctx, q.db, nil, number, `SELECT COALESCE(max(id), 0) FROM other_reviews`)
}

// PutOtherReviews stores checks of other newsrooms, which have their ids and
// versions: new ones, and those that are here already in place of what they
// were.
func (tx *Tx) PutOtherReviews(ctx context.Context, all []factcheck.OtherReview) error {
	return bulk(ctx, tx, `
		INSERT INTO other_reviews (id, version, iri, url, publisher, site, title, claim, claimant, claimed_on, reviewed_on, rating,
			value, best, worst, language, content, hash, folded, withdrawn_at, created_at, updated_at)`, `
		ON CONFLICT (iri) DO UPDATE SET version = excluded.version, url = excluded.url, publisher = excluded.publisher, site = excluded.site,
			title = excluded.title, claim = excluded.claim, claimant = excluded.claimant, claimed_on = excluded.claimed_on,
			reviewed_on = excluded.reviewed_on, rating = excluded.rating, value = excluded.value, best = excluded.best, worst = excluded.worst,
			language = excluded.language, content = excluded.content, hash = excluded.hash, folded = excluded.folded,
			withdrawn_at = excluded.withdrawn_at, updated_at = excluded.updated_at`, all, func(o factcheck.OtherReview) []any {
		return []any{o.ID, o.Version, o.IRI, o.URL, o.Publisher, o.Site, o.Title, o.Claim, o.Claimant, o.ClaimedOn, o.ReviewedOn, o.Rating,
			o.Value, o.Best, o.Worst, o.Language, o.Content, o.Hash, folded(o), millis(o.WithdrawnAt), millis(o.CreatedAt), millis(o.UpdatedAt)}
	})
}

func folded(o factcheck.OtherReview) string {
	return strings.ToLower(strings.Join([]string{o.Claim, o.Title, o.Publisher, o.Claimant, o.URL}, "\n"))
}

// WithdrawOtherReviews notes that checks no longer stand.
func (tx *Tx) WithdrawOtherReviews(ctx context.Context, ids []int64, now time.Time) error {
	for part := range slices.Chunk(ids, lookedUp) {
		marks, args := in(part, 2)
		if err := tx.exec(ctx, `UPDATE other_reviews SET withdrawn_at = $1, updated_at = $1, version = version + 1 WHERE id IN `+marks,
			append([]any{millis(now)}, args...)...); err != nil {
			return err
		}
	}
	return nil
}
