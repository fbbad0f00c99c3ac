package store

import (
	"context"
	"database/sql"

	"claimdesk/internal/factcheck"
)

const claimQuery = `
	SELECT c.id, c.version, c.details, c.status, c.text, c.language, c.said_on, COALESCE(c.source_id, 0),
		COALESCE(s.title, ''), COALESCE(s.access, ''), COALESCE(s.public_description, ''), COALESCE(c.assignee_id, 0), COALESCE(u.name, ''), c.drop_reason, c.drop_note,
		c.return_note, c.created_by, c.created_at, c.updated_at,
		COALESCE(m.id, 0), COALESCE(m.slug, ''), COALESCE(m.name, ''), COALESCE(m.kind, ''), COALESCE(m.same_as, ''),
		COALESCE(p.revision_id, 0), COALESCE(r.number, 0), COALESCE(p.slug, ''), COALESCE(p.guid, ''),
		COALESCE(p.first_at, 0), COALESCE(p.updated_at, 0), COALESCE(r.hash, ''),
		COALESCE(r.class, ''), COALESCE(r.note, ''), COALESCE(r.at, 0), COALESCE(r.user_id, 0),
		c.due_on, c.reach, c.harm, c.review_by, COALESCE(c.merged_into, 0), COALESCE(d.at, 0)
	FROM claims c
	LEFT JOIN sources s ON s.id = c.source_id
	LEFT JOIN users u ON u.id = c.assignee_id
	LEFT JOIN claimants m ON m.id = c.claimant_id
	LEFT JOIN publications p ON p.claim_id = c.id
	LEFT JOIN revisions r ON r.id = p.revision_id
	LEFT JOIN schedules d ON d.claim_id = c.id AND d.failed = ''`

func scanClaim(rows *sql.Rows) (c factcheck.Claim, err error) {
	var created, updated, first, changed, at, due int64
	var r factcheck.Revision
	var m factcheck.Claimant
	var l factcheck.Live
	var sameAs string
	err = rows.Scan(&c.ID, &c.Version, &c.Details, &c.Status, &c.Text, &c.Language, &c.SaidOn, &c.SourceID,
		&c.SourceTitle, &c.Origin.Access, &c.Origin.Description, &c.AssigneeID, &c.Assignee, &c.DropReason, &c.DropNote, &c.ReturnNote, &c.CreatedBy, &created, &updated,
		&m.ID, &m.Slug, &m.Name, &m.Kind, &sameAs,
		&l.RevisionID, &l.Revision, &l.Slug, &l.GUID, &first, &changed, &l.ContentHash,
		&r.Class, &r.Note, &at, &r.By,
		&c.Plan.DueOn, &c.Plan.Reach, &c.Plan.Harm, &c.Plan.ReviewBy, &c.MergedInto, &due)
	if err != nil {
		return c, err
	}
	c.CreatedAt, c.UpdatedAt = moment(created), moment(updated)
	c.Origin.ID, c.PublishAt = c.SourceID, moment(due)
	if m.ID != 0 {
		c.Claimant = &m
	}
	if l.RevisionID != 0 {
		l.FirstAt, l.UpdatedAt = moment(first), moment(changed)
		r.Number, r.At = l.Revision, moment(at)
		l.Seal = r.Seal()
		c.Live = &l
	}
	return c, fromJSON(sameAs, &m.SameAs)
}

// Claim is the one with this id, with all that hangs on it.
func (q *Queries) Claim(ctx context.Context, id int64) (factcheck.Claim, error) {
	c, err := one(ctx, q.db, factcheck.NoSuch("claim %d", id), scanClaim, claimQuery+` WHERE c.id = $1`, id)
	if err != nil {
		return c, err
	}
	all := []factcheck.Claim{c}
	if err := q.fill(ctx, all); err != nil {
		return c, err
	}
	return all[0], nil
}

// ClaimsAfter are up to limit claims after an id, with all that hangs on them,
// for checking them all.
func (q *Queries) ClaimsAfter(ctx context.Context, after int64, limit int) ([]factcheck.Claim, error) {
	claims, err := list(ctx, q.db, scanClaim, claimQuery+` WHERE c.id > $1 ORDER BY c.id LIMIT $2`, after, limit)
	if err != nil {
		return nil, err
	}
	return claims, q.fill(ctx, claims)
}

// fill loads what hangs on claims, with one query for each kind of thing.
func (q *Queries) fill(ctx context.Context, claims []factcheck.Claim) error {
	if len(claims) == 0 {
		return nil
	}
	byID := make(map[int64]*factcheck.Claim, len(claims))
	ids := make([]int64, len(claims))
	origins := make([]*factcheck.Source, len(claims))
	for i := range claims {
		byID[claims[i].ID], ids[i], origins[i] = &claims[i], claims[i].ID, &claims[i].Origin
	}
	if err := q.fillUsers(ctx, origins...); err != nil {
		return err
	}
	for _, load := range []func(context.Context, map[int64]*factcheck.Claim, []int64) error{
		q.fillAppearances, q.fillTopics, q.fillEvidence, q.fillExhibits, q.fillVerdicts, q.fillArticles, q.fillSignatures, q.fillDissents, q.fillEnquiries, q.fillPasses, q.fillRepeats,
	} {
		if err := load(ctx, byID, ids); err != nil {
			return err
		}
	}
	return nil
}

// each runs a query for rows that begin with a claim's id.
func each(ctx context.Context, db querier, args []any, scan func(*sql.Rows) error, query string) error {
	_, err := list(ctx, db, func(rows *sql.Rows) (struct{}, error) { return struct{}{}, scan(rows) }, query, args...)
	return err
}

func (q *Queries) fillTopics(ctx context.Context, claims map[int64]*factcheck.Claim, ids []int64) error {
	marks, args := in(ids, 1)
	return each(ctx, q.db, args, func(rows *sql.Rows) error {
		var claim int64
		var t factcheck.Topic
		if err := rows.Scan(&claim, &t.ID, &t.Slug, &t.Name); err != nil {
			return err
		}
		claims[claim].Topics = append(claims[claim].Topics, t)
		return nil
	}, `SELECT ct.claim_id, t.id, t.slug, t.name FROM claim_topics ct JOIN topics t ON t.id = ct.topic_id
		WHERE ct.claim_id IN `+marks+` ORDER BY ct.claim_id, ct.position, t.id`)
}

func (q *Queries) fillVerdicts(ctx context.Context, claims map[int64]*factcheck.Claim, ids []int64) error {
	marks, args := in(ids, 1)
	newest, err := list(ctx, q.db, scanVerdict, verdictQuery+`
		WHERE v.id IN (SELECT max(id) FROM verdicts WHERE claim_id IN `+marks+` GROUP BY claim_id)`, args...)
	if err != nil {
		return err
	}
	scales := map[int]factcheck.Scale{}
	for i := range newest {
		if err := q.label(ctx, &newest[i], scales); err != nil {
			return err
		}
		claims[newest[i].ClaimID].Verdict = &newest[i]
	}
	return nil
}

// label gives a verdict the rating as its version of the scale has it. There
// are few versions of a scale: each is read once.
func (q *Queries) label(ctx context.Context, v *factcheck.Verdict, scales map[int]factcheck.Scale) error {
	s, known := scales[v.ScaleVersion]
	if !known {
		var err error
		if s, err = q.Scale(ctx, v.ScaleVersion); err != nil {
			return err
		}
		scales[v.ScaleVersion] = s
	}
	v.Rating, _ = s.Rating(v.Rating.Slug)
	return nil
}

const verdictQuery = `
	SELECT v.id, v.claim_id, v.rating, v.scale_version, v.explanation, v.reasons, v.misread, v.evidence_ids, v.as_of,
		v.user_id, COALESCE(u.name, 'Console'), v.at
	FROM verdicts v LEFT JOIN users u ON u.id = v.user_id`

func scanVerdict(rows *sql.Rows) (v factcheck.Verdict, err error) {
	var reasons, misread, evidence string
	var at int64
	err = rows.Scan(&v.ID, &v.ClaimID, &v.Rating.Slug, &v.ScaleVersion, &v.Explanation, &reasons, &misread, &evidence, &v.AsOf,
		&v.UserID, &v.By, &at)
	if err != nil {
		return v, err
	}
	v.At = moment(at)
	if misread != "" {
		v.Misread = &factcheck.Misread{}
		if err := fromJSON(misread, v.Misread); err != nil {
			return v, err
		}
	}
	if err := fromJSON(reasons, &v.Reasons); err != nil {
		return v, err
	}
	return v, fromJSON(evidence, &v.EvidenceIDs)
}

// Verdicts are all that a claim was given, newest first.
func (q *Queries) Verdicts(ctx context.Context, claim int64) ([]factcheck.Verdict, error) {
	all, err := list(ctx, q.db, scanVerdict, verdictQuery+` WHERE v.claim_id = $1 ORDER BY v.id DESC`, claim)
	scales := map[int]factcheck.Scale{}
	for i := range all {
		if err := q.label(ctx, &all[i], scales); err != nil {
			return nil, err
		}
	}
	return all, err
}

func (q *Queries) fillArticles(ctx context.Context, claims map[int64]*factcheck.Claim, ids []int64) error {
	marks, args := in(ids, 1)
	newest, err := list(ctx, q.db, scanArticle, articleQuery+`
		WHERE a.id IN (SELECT max(id) FROM articles WHERE claim_id IN `+marks+` GROUP BY claim_id)`, args...)
	for i := range newest {
		claims[newest[i].ClaimID].Article = &newest[i]
	}
	return err
}

const articleQuery = `
	SELECT a.id, a.claim_id, a.headline, a.slug, a.summary, a.body, a.user_id, COALESCE(u.name, 'Console'), a.at
	FROM articles a LEFT JOIN users u ON u.id = a.user_id`

func scanArticle(rows *sql.Rows) (a factcheck.Article, err error) {
	var at int64
	err = rows.Scan(&a.ID, &a.ClaimID, &a.Headline, &a.Slug, &a.Summary, &a.Body, &a.UserID, &a.By, &at)
	a.At = moment(at)
	return a, err
}

// Article is a saved text of a claim's article.
func (q *Queries) Article(ctx context.Context, id int64) (factcheck.Article, error) {
	return one(ctx, q.db, factcheck.NoSuch("article %d", id), scanArticle, articleQuery+` WHERE a.id = $1`, id)
}

// Verdict is one that was given.
func (q *Queries) Verdict(ctx context.Context, id int64) (factcheck.Verdict, error) {
	v, err := one(ctx, q.db, factcheck.NoSuch("verdict %d", id), scanVerdict, verdictQuery+` WHERE v.id = $1`, id)
	if err != nil {
		return v, err
	}
	return v, q.label(ctx, &v, map[int]factcheck.Scale{})
}

func (q *Queries) fillSignatures(ctx context.Context, claims map[int64]*factcheck.Claim, ids []int64) error {
	marks, args := in(ids, 1)
	return each(ctx, q.db, args, func(rows *sql.Rows) error {
		var claim, at int64
		var s factcheck.Signature
		if err := rows.Scan(&claim, &s.UserID, &s.By, &s.Byline, &s.Kind, &s.Version, &s.Substance, &at); err != nil {
			return err
		}
		s.At = moment(at)
		claims[claim].Signatures = append(claims[claim].Signatures, s)
		return nil
	}, `SELECT s.claim_id, s.user_id, COALESCE(u.name, 'Console'), COALESCE(CASE WHEN u.byline <> '' THEN u.byline ELSE u.name END, ''),
			s.kind, s.version, s.substance, s.at
		FROM signatures s LEFT JOIN users u ON u.id = s.user_id
		WHERE s.claim_id IN `+marks+` ORDER BY s.claim_id, s.id`)
}
