package store

import (
	"context"
	"database/sql"
	"slices"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
)

// ClaimQuery chooses claims of the desk. Empty fields choose nothing away.
// After is the place of the last claim of the page before.
type ClaimQuery struct {
	Status     factcheck.Status
	Topic      string // slug or name
	Rating     string // slug
	Words      string
	Assignee   int64
	Unassigned bool
	Mine       int64 // with this user, or recorded by them and with nobody
	Live       bool  // has a live revision
	SourceID   int64
	Claimant   string         // slug or name, also of one that was merged into another
	Language   string         // BCP 47, as it was recorded
	Priority   int            // at least so much
	DueTo      factcheck.Date // due by this day, and not done yet
	NoDue      bool           // without a date
	HideMerged bool           // not those that only repeat another

	Any            []factcheck.Status // of any of these; none: of every one
	Returned, Sent bool               // came back from review; did not
	ReviewTo       factcheck.Date     // published, and to be looked at again by this day
	WithOrNobody   int64              // with this user, or with nobody
	NotMine        int64              // not with nobody and recorded by this user
	Scheduled      *bool              // to be published at a time, or could not be: whether there is a schedule
	Failed         bool               // could not be published at the time that was set
	PublicSince    int64              // the live revision is this young, in Unix milliseconds

	Order  ClaimOrder
	After  ClaimPlace
	Limit  int
	Bodies bool // the bodies of the articles as well
}

// Place is where a list goes on: the time it is sorted by, and the id.
type Place struct {
	At int64 // Unix milliseconds; 0: from the start
	ID int64
}

// conditions gathers the parts of a WHERE, with numbered parameters.
type conditions struct {
	parts []string
	args  []any
}

// add takes a condition with %1 for its first value and so on.
func (c *conditions) add(part string, values ...any) {
	for i, v := range values {
		c.args = append(c.args, v)
		part = strings.ReplaceAll(part, "%"+strconv.Itoa(i+1), "$"+strconv.Itoa(len(c.args)))
	}
	c.parts = append(c.parts, part)
}

func (c *conditions) where() string {
	if len(c.parts) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(c.parts, " AND ")
}

func (f ClaimQuery) conditions() *conditions {
	var c conditions
	if f.Status != "" {
		c.add(`c.status = %1`, f.Status)
	}
	if f.Topic != "" {
		c.add(`c.id IN (SELECT ct.claim_id FROM claim_topics ct WHERE ct.topic_id IN `+ofTopic+`)`, f.Topic, strings.ToLower(f.Topic))
	}
	if f.Rating != "" {
		c.add(`c.rating = %1`, f.Rating)
	}
	if f.Assignee != 0 {
		c.add(`c.assignee_id = %1`, f.Assignee)
	}
	if f.Mine != 0 {
		c.add(`(c.assignee_id = %1 OR c.assignee_id IS NULL AND c.created_by = %1)`, f.Mine)
	}
	if f.Unassigned {
		c.add(`c.assignee_id IS NULL`)
	}
	if f.Live {
		c.add(`EXISTS (SELECT 1 FROM publications p WHERE p.claim_id = c.id)`)
	}
	if f.SourceID != 0 {
		c.add(`(c.source_id = %1 OR c.id IN (SELECT claim_id FROM evidence WHERE source_id = %1 AND position > 0))`, f.SourceID)
	}
	f.planned(&c)
	f.waiting(&c)
	c.words(claimWords, f.Words)
	return &c
}

// planned adds what is said about the claim besides its words, and of its plan.
func (f ClaimQuery) planned(c *conditions) {
	if f.Claimant != "" {
		c.add(`c.claimant_id IN (SELECT COALESCE(merged_into, id) FROM claimants WHERE slug = %1 OR folded = %2)`, f.Claimant, strings.ToLower(f.Claimant))
	}
	if f.Language != "" {
		c.add(`c.language = %1`, f.Language)
	}
	if f.Priority > 0 {
		c.add(`c.reach * c.harm >= %1`, f.Priority)
	}
	if f.DueTo != "" {
		c.add(`c.due_on <> '' AND c.due_on <= %1 AND c.status NOT IN ('published', 'dropped')`, f.DueTo)
	}
	if f.NoDue {
		c.add(`c.due_on = ''`)
	}
	if f.HideMerged {
		c.add(`c.merged_into IS NULL`)
	}
}

// waiting adds for whom or for what a claim waits.
func (f ClaimQuery) waiting(c *conditions) {
	if len(f.Any) > 0 {
		c.statusesIn(f.Any)
	}
	if f.Returned {
		c.add(`c.return_note <> ''`)
	}
	if f.Sent {
		c.add(`c.return_note = ''`)
	}
	if f.ReviewTo != "" {
		c.add(`c.review_by <> '' AND c.review_by <= %1 AND c.status = 'published'`, f.ReviewTo)
	}
	if f.WithOrNobody != 0 {
		c.add(`(c.assignee_id = %1 OR c.assignee_id IS NULL)`, f.WithOrNobody)
	}
	if f.NotMine != 0 {
		c.add(`NOT (c.assignee_id IS NULL AND c.created_by = %1 AND c.status = 'researching')`, f.NotMine)
	}
	if f.Scheduled != nil {
		c.add(`%1 = EXISTS (SELECT 1 FROM schedules h WHERE h.claim_id = c.id)`, *f.Scheduled)
	}
	if f.Failed {
		c.add(`EXISTS (SELECT 1 FROM schedules h WHERE h.claim_id = c.id AND h.failed <> '')`)
	}
	if f.PublicSince != 0 {
		c.add(`EXISTS (SELECT 1 FROM publications p WHERE p.claim_id = c.id AND p.updated_at >= %1)`, f.PublicSince)
	}
}

// Claims are the chosen claims in their order, with all that hangs on them; with
// the bodies of their articles only when they are asked for.
func (q *Queries) Claims(ctx context.Context, f ClaimQuery) ([]factcheck.Claim, error) {
	c := f.conditions()
	c.behind(f.Order, f.After)
	limit := "$" + strconv.Itoa(len(c.args)+1)
	claims, err := list(ctx, q.db, scanClaim, claimQuery+c.where()+f.Order.clause()+` LIMIT `+limit, append(c.args, f.Limit)...)
	if err != nil {
		return nil, err
	}
	return claims, q.fillListed(ctx, claims, f.Bodies)
}

// fillListed loads what hangs on the claims of a list.
func (q *Queries) fillListed(ctx context.Context, claims []factcheck.Claim, bodies bool) error {
	if err := q.fill(ctx, claims); err != nil || bodies {
		return err
	}
	for i := range claims {
		if claims[i].Article != nil {
			claims[i].Article.Body = ""
		}
	}
	return nil
}

// ClaimsOf are the claims with these ids, in the order of the ids and whole;
// those that there are not are left out.
func (q *Queries) ClaimsOf(ctx context.Context, ids []int64) ([]factcheck.Claim, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	marks, args := in(ids, 1)
	claims, err := list(ctx, q.db, scanClaim, claimQuery+` WHERE c.id IN `+marks, args...)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(claims, func(a, b factcheck.Claim) int { return slices.Index(ids, a.ID) - slices.Index(ids, b.ID) })
	return claims, q.fill(ctx, claims)
}

// UnfinishedOf are the ids of the claims that a user has and that are neither
// published nor dropped.
func (q *Queries) UnfinishedOf(ctx context.Context, user int64) ([]int64, error) {
	return list(ctx, q.db, number, `SELECT id FROM claims WHERE assignee_id = $1 AND status NOT IN ('published', 'dropped') ORDER BY id`, user)
}

// CountClaims is how many claims are chosen, wherever a page begins.
func (q *Queries) CountClaims(ctx context.Context, f ClaimQuery) (int64, error) {
	c := f.conditions()
	return one(ctx, q.db, nil, number, `SELECT count(*) FROM claims c`+c.where(), c.args...)
}

// TopicCount is a topic with how many claims or checks have it.
type TopicCount struct {
	factcheck.Topic
	Claims int
}

func scanTopicCount(rows *sql.Rows) (t TopicCount, err error) {
	err = rows.Scan(&t.ID, &t.Slug, &t.Name, &t.Claims)
	return t, err
}

// Topics are all topics of the desk by name, with how many claims have them.
func (q *Queries) Topics(ctx context.Context) ([]TopicCount, error) {
	return list(ctx, q.db, scanTopicCount, `
		SELECT t.id, t.slug, t.name, (SELECT count(*) FROM claim_topics ct WHERE ct.topic_id = t.id)
		FROM topics t WHERE t.merged_into IS NULL ORDER BY t.folded, t.id`)
}

// ClaimLanguages are the languages that claims are recorded in, as BCP 47 tags.
func (q *Queries) ClaimLanguages(ctx context.Context) ([]string, error) {
	return list(ctx, q.db, word, `SELECT DISTINCT language FROM claims ORDER BY language`)
}
