package store

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"claimdesk/internal/factcheck"
)

const topicQuery = `
	SELECT t.id, t.slug, t.name, t.version, t.description, COALESCE(t.merged_into, 0),
		(SELECT count(*) FROM claim_topics ct WHERE ct.topic_id = t.id),
		(SELECT count(*) FROM publication_topics pt WHERE pt.topic_id = t.id)
	FROM topics t`

func scanTopic(rows *sql.Rows) (t factcheck.TopicEntry, err error) {
	err = rows.Scan(&t.ID, &t.Slug, &t.Name, &t.Version, &t.Description, &t.MergedInto, &t.Claims, &t.Published)
	return t, err
}

// TopicEntries are all topics but those that were merged into others, by name.
func (q *Queries) TopicEntries(ctx context.Context) ([]factcheck.TopicEntry, error) {
	return list(ctx, q.db, scanTopic, topicQuery+` WHERE t.merged_into IS NULL ORDER BY t.folded, t.id`)
}

// TopicEntry is the topic with this id, be it merged into another.
func (q *Queries) TopicEntry(ctx context.Context, id int64) (factcheck.TopicEntry, error) {
	return one(ctx, q.db, factcheck.NoSuch("topic %d", id), scanTopic, topicQuery+` WHERE t.id = $1`, id)
}

// TopicNamed is the topic of this name in any case, be it merged into another.
func (q *Queries) TopicNamed(ctx context.Context, name string) (factcheck.TopicEntry, error) {
	return one(ctx, q.db, factcheck.NoSuch("topic %q", name), scanTopic, topicQuery+` WHERE t.folded = $1`, strings.ToLower(name))
}

// TopicsIn are the topics that were merged into one, by name.
func (q *Queries) TopicsIn(ctx context.Context, id int64) ([]factcheck.TopicEntry, error) {
	return list(ctx, q.db, scanTopic, topicQuery+` WHERE t.merged_into = $1 ORDER BY t.folded, t.id`, id)
}

// PublicTopic is the topic that readers find under this slug, if it ever had a
// published check: its slug is another one when this is an old one, under which
// it was public once, or that of a topic that was merged into it.
func (q *Queries) PublicTopic(ctx context.Context, slug string) (factcheck.TopicEntry, error) {
	return one(ctx, q.db, factcheck.NoSuch("topic %q", slug), scanTopic, topicQuery+`
		JOIN public_topics b ON b.topic_id = t.id
		WHERE t.merged_into IS NULL AND (t.slug = $1
			OR t.id = (SELECT o.merged_into FROM topics o JOIN public_topics p ON p.topic_id = o.id WHERE o.slug = $1)
			OR t.id = (SELECT s.topic_id FROM topic_slugs s WHERE s.slug = $1 AND s.until >= b.since))`, slug)
}

// LastNamed is when a topic or a claimant was last renamed, described or merged;
// zero when never.
func (q *Queries) LastNamed(ctx context.Context) (time.Time, error) {
	ms, err := one(ctx, q.db, nil, number, `SELECT COALESCE(max(at), 0) FROM events WHERE action IN ($1, $2, $3, $4)`,
		factcheck.EditTopic, factcheck.MergeTopic, factcheck.EditClaimant, factcheck.MergeClaimant)
	return moment(ms), err
}

// ofTopic chooses a topic's id by its slug or its name, followed to the topic
// that it was merged into. %1 is the slug, %2 the name in lower case.
const ofTopic = `(SELECT COALESCE(t.merged_into, t.id) FROM topics t WHERE t.slug = %1 OR t.folded = %2
	UNION SELECT s.topic_id FROM topic_slugs s WHERE s.slug = %1)`

// TopicSlug is the wanted slug when a topic (0: a new one) may have it, else
// that with a number behind it.
func (tx *Tx) TopicSlug(ctx context.Context, want string, topic int64) (string, error) {
	return tx.free(ctx, "topic", want, `
		SELECT 1 FROM topics WHERE slug = $1 AND id <> $2 UNION ALL SELECT 1 FROM topic_slugs WHERE slug = $1 AND topic_id <> $2`, topic)
}

// SetTopic stores what was changed of a topic. Its former slug leads to it from
// now on, and its claims are found by its new name.
func (tx *Tx) SetTopic(ctx context.Context, t factcheck.TopicEntry, now time.Time) error {
	if err := tx.exec(ctx, `INSERT INTO topic_slugs (slug, topic_id, until) SELECT slug, id, $1 FROM topics WHERE id = $2 AND slug <> $3
		ON CONFLICT (slug) DO UPDATE SET topic_id = excluded.topic_id, until = excluded.until`, millis(now), t.ID, t.Slug); err != nil {
		return err
	}
	if err := tx.exec(ctx, `DELETE FROM topic_slugs WHERE slug = $1`, t.Slug); err != nil {
		return err
	}
	if err := tx.exec(ctx, `UPDATE topics SET slug = $1, name = $2, folded = $3, description = $4, version = $5 WHERE id = $6`,
		t.Slug, t.Name, strings.ToLower(t.Name), t.Description, t.Version, t.ID); err != nil {
		return err
	}
	return tx.indexTopic(ctx, t.ID)
}

// MergeTopic moves all that has a topic to another one. The topic stays, for
// its slug and its name to lead to the other.
func (tx *Tx) MergeTopic(ctx context.Context, t factcheck.TopicEntry, into int64) error {
	for _, statement := range []string{
		`INSERT INTO claim_topics (claim_id, topic_id, position) SELECT claim_id, $2, position FROM claim_topics WHERE topic_id = $1
			ON CONFLICT (claim_id, topic_id) DO NOTHING`,
		`DELETE FROM claim_topics WHERE topic_id = $1`,
		`INSERT INTO publication_topics (topic_id, first_at, claim_id) SELECT $2, first_at, claim_id FROM publication_topics WHERE topic_id = $1
			ON CONFLICT (topic_id, first_at, claim_id) DO NOTHING`,
		`DELETE FROM publication_topics WHERE topic_id = $1`,
		// the topic's own row stays: it says that the topic was public once
		`INSERT INTO public_topics (topic_id, since) SELECT $2, since FROM public_topics WHERE topic_id = $1
			ON CONFLICT (topic_id) DO UPDATE SET since = min(since, excluded.since)`,
		`UPDATE topic_slugs SET topic_id = $2 WHERE topic_id = $1`,
		`UPDATE topics SET merged_into = $2 WHERE merged_into = $1`,
		`UPDATE topics SET merged_into = $2 WHERE id = $1`,
	} {
		args := []any{t.ID, into}
		if !strings.Contains(statement, "$2") {
			args = args[:1]
		}
		if err := tx.exec(ctx, statement, args...); err != nil {
			return err
		}
	}
	if err := tx.exec(ctx, `UPDATE topics SET version = $1 WHERE id = $2`, t.Version, t.ID); err != nil {
		return err
	}
	return tx.indexTopic(ctx, into)
}

// indexTopic makes the claims that have a topic findable by its name.
func (tx *Tx) indexTopic(ctx context.Context, topic int64) error {
	return tx.exec(ctx, `
		UPDATE claim_words SET topics = (SELECT group_concat(t.name, ' ') FROM claim_topics ct JOIN topics t ON t.id = ct.topic_id
			WHERE ct.claim_id = claim_words.rowid)
		WHERE rowid IN (SELECT claim_id FROM claim_topics WHERE topic_id = $1)`, topic)
}
