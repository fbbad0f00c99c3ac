package store

import (
	"context"
	"database/sql"
	"strconv"
	"strings"
	"time"

	"claimdesk/internal/factcheck"
)

// Published is a live check with its revision.
type Published struct {
	Live     factcheck.Live
	Revision factcheck.Revision
}

const publishedQuery = `
	SELECT p.claim_id, p.revision_id, p.guid, p.slug, p.first_at, p.updated_at,
		r.number, r.class, r.note, r.at, r.user_id, r.hash, r.content
	FROM publications p JOIN revisions r ON r.id = p.revision_id`

func scanPublished(rows *sql.Rows) (p Published, err error) {
	l, r := &p.Live, &p.Revision
	var first, updated, at int64
	var content string
	if err := rows.Scan(&r.ClaimID, &r.ID, &l.GUID, &l.Slug, &first, &updated,
		&r.Number, &r.Class, &r.Note, &at, &r.By, &r.Hash, &content); err != nil {
		return p, err
	}
	l.RevisionID, l.Revision, l.ContentHash = r.ID, r.Number, r.Hash
	l.FirstAt, l.UpdatedAt, r.At, r.Live = moment(first), moment(updated), moment(at), true
	return p, fromJSON(content, &r.Content)
}

// PublicQuery chooses live checks. Topic and Claimant are slugs.
type PublicQuery struct {
	Words, Topic, Rating, Claimant, Language string
	After                                    Place // by first publication
	Offset                                   int   // of searches by words, which are sorted by how well they fit
	Limit                                    int
}

func (f PublicQuery) conditions() *conditions {
	var c conditions
	if f.Topic != "" {
		c.add(`p.claim_id IN (SELECT pt.claim_id FROM publication_topics pt JOIN topics t ON t.id = pt.topic_id WHERE t.slug = %1)`, f.Topic)
	}
	if f.Rating != "" {
		c.add(`p.rating = %1`, f.Rating)
	}
	if f.Claimant != "" {
		c.add(`p.claimant_id IN (SELECT id FROM claimants WHERE slug = %1)`, f.Claimant)
	}
	if f.Language != "" {
		c.add(`p.language = %1`, f.Language)
	}
	return &c
}

// Published are the chosen checks: by how well they fit the words, else the
// newest first publication first.
func (q *Queries) Published(ctx context.Context, f PublicQuery) ([]Published, error) {
	if f.Words != "" {
		return q.found(ctx, f)
	}
	c := f.conditions()
	if f.After.ID != 0 {
		c.add(`(p.first_at < %1 OR p.first_at = %1 AND p.claim_id < %2)`, f.After.At, f.After.ID)
	}
	limit := "$" + strconv.Itoa(len(c.args)+1)
	return list(ctx, q.db, scanPublished, publishedQuery+c.where()+` ORDER BY p.first_at DESC, p.claim_id DESC LIMIT `+limit,
		append(c.args, f.Limit)...)
}

// found ranks by bm25, a word in the headline or the claim weighing more than
// one in the body.
func (q *Queries) found(ctx context.Context, f PublicQuery) ([]Published, error) {
	match := matchAll(f.Words)
	if match == "" {
		return nil, nil
	}
	c := f.conditions()
	c.add(`w.publication_words MATCH %1`, match)
	n := len(c.args)
	query := strings.Replace(publishedQuery, `FROM publications p`, `FROM publication_words w JOIN publications p ON p.claim_id = w.rowid`, 1) +
		c.where() + ` ORDER BY bm25(publication_words, 8, 10, 4, 1, 3, 3), p.claim_id DESC
		LIMIT $` + strconv.Itoa(n+1) + ` OFFSET $` + strconv.Itoa(n+2)
	return list(ctx, q.db, scanPublished, query, append(c.args, f.Limit, f.Offset)...)
}

// CountPublished is how many checks are chosen, wherever a page begins.
func (q *Queries) CountPublished(ctx context.Context, f PublicQuery) (int64, error) {
	c := f.conditions()
	if f.Words != "" {
		match := matchAll(f.Words)
		if match == "" {
			return 0, nil
		}
		c.add(publicationWords, match)
	}
	return one(ctx, q.db, nil, number, `SELECT count(*) FROM publications p`+c.where(), c.args...)
}

// PublishedBySlug is the check that was public under this slug at any time.
func (q *Queries) PublishedBySlug(ctx context.Context, slug string) (Published, error) {
	return one(ctx, q.db, factcheck.NoSuch("fact-check %q", slug), scanPublished, publishedQuery+`
		WHERE p.claim_id = (SELECT claim_id FROM revisions WHERE slug = $1 ORDER BY claim_id LIMIT 1)`, slug)
}

// PublishedClaim is the live check of a claim.
func (q *Queries) PublishedClaim(ctx context.Context, claim int64) (Published, error) {
	return one(ctx, q.db, factcheck.NoSuch("fact-check %d", claim), scanPublished, publishedQuery+` WHERE p.claim_id = $1`, claim)
}

const revisionQuery = `
	SELECT r.id, r.claim_id, r.number, r.class, r.note, r.at, r.user_id, r.hash, r.content, p.revision_id = r.id
	FROM revisions r JOIN publications p ON p.claim_id = r.claim_id`

func scanRevision(rows *sql.Rows) (r factcheck.Revision, err error) {
	var at int64
	var content string
	if err := rows.Scan(&r.ID, &r.ClaimID, &r.Number, &r.Class, &r.Note, &at, &r.By, &r.Hash, &content, &r.Live); err != nil {
		return r, err
	}
	r.At = moment(at)
	return r, fromJSON(content, &r.Content)
}

// Revisions are all of a claim's, newest first.
func (q *Queries) Revisions(ctx context.Context, claim int64) ([]factcheck.Revision, error) {
	return list(ctx, q.db, scanRevision, revisionQuery+` WHERE r.claim_id = $1 ORDER BY r.number DESC`, claim)
}

// Revision is one of a claim's.
func (q *Queries) Revision(ctx context.Context, claim int64, number int) (factcheck.Revision, error) {
	return one(ctx, q.db, factcheck.NoSuch("revision %d", number), scanRevision, revisionQuery+`
		WHERE r.claim_id = $1 AND r.number = $2`, claim, number)
}

// RevisionWith is the newest revision that a piece of evidence was published
// in.
func (q *Queries) RevisionWith(ctx context.Context, evidence int64) (factcheck.Revision, error) {
	return one(ctx, q.db, factcheck.NoSuch("evidence %d", evidence), scanRevision, revisionQuery+`
		WHERE r.id = (SELECT max(revision_id) FROM revision_evidence WHERE evidence_id = $1)`, evidence)
}

// Change is what one revision said of itself, without the content.
type Change struct {
	ClaimID int64
	Number  int
	Class   factcheck.Class
	Note    string
	At      time.Time
}

// Changes are the revisions of these claims, newest first, without their
// content.
func (q *Queries) Changes(ctx context.Context, claims []int64) (map[int64][]Change, error) {
	byClaim := map[int64][]Change{}
	if len(claims) == 0 {
		return byClaim, nil
	}
	marks, args := in(claims, 1)
	all, err := list(ctx, q.db, func(rows *sql.Rows) (c Change, err error) {
		var at int64
		err = rows.Scan(&c.ClaimID, &c.Number, &c.Class, &c.Note, &at)
		c.At = moment(at)
		return c, err
	}, `SELECT claim_id, number, class, note, at FROM revisions WHERE claim_id IN `+marks+` ORDER BY claim_id, number DESC`, args...)
	for _, c := range all {
		byClaim[c.ClaimID] = append(byClaim[c.ClaimID], c)
	}
	return byClaim, err
}

// PublicTopics are the topics that ever had a published check, by name, with
// how many are live.
func (q *Queries) PublicTopics(ctx context.Context) ([]TopicCount, error) {
	return list(ctx, q.db, scanTopicCount, `
		SELECT t.id, t.slug, t.name, (SELECT count(*) FROM publication_topics pt WHERE pt.topic_id = t.id)
		FROM public_topics b JOIN topics t ON t.id = b.topic_id WHERE t.merged_into IS NULL ORDER BY t.folded, t.id`)
}

// RatingCounts is how many live checks have each rating.
func (q *Queries) RatingCounts(ctx context.Context) (map[string]int, error) {
	counts := map[string]int{}
	err := each(ctx, q.db, nil, func(rows *sql.Rows) error {
		var slug string
		var n int
		err := rows.Scan(&slug, &n)
		counts[slug] = n
		return err
	}, `SELECT rating, count(*) FROM publications GROUP BY rating`)
	return counts, err
}

// Changed is when the public last saw something new: zero when never.
func (q *Queries) Changed(ctx context.Context) (time.Time, error) {
	ms, err := one(ctx, q.db, nil, number, `SELECT COALESCE(max(at), 0) FROM revisions`)
	return moment(ms), err
}
