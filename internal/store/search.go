package store

import (
	"context"
	"strings"
	"unicode"

	"claimdesk/internal/factcheck"
)

// Full-text search by SQLite's FTS5. The tokenizer folds case (Cyrillic and
// Armenian too) and takes diacritics off.

// claimWords chooses claims whose words match.
const claimWords = `c.id IN (SELECT rowid FROM claim_words WHERE claim_words MATCH %1)`

// publicationWords is the same for what is live.
const publicationWords = `p.claim_id IN (SELECT rowid FROM publication_words WHERE publication_words MATCH %1)`

// sourceWords is the same for sources.
const sourceWords = `s.id IN (SELECT rowid FROM source_words WHERE source_words MATCH %1)`

// words adds one of these conditions for typed words; nothing is chosen when
// something was typed that holds no word.
func (c *conditions) words(condition, typed string) {
	if match := matchAll(typed); match != "" {
		c.add(condition, match)
	} else if typed != "" {
		c.add(`FALSE`)
	}
}

// The most words of a question that are looked for: a pasted page is no search.
const mostWords = 32

// matchAll turns typed words into an FTS5 query that wants all of them, each
// as a beginning; "" when there is no letter or digit in them. Operators and
// quotes lose their meaning: nothing that is typed is a syntax error.
func matchAll(typed string) string {
	words := strings.FieldsFunc(typed, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	var quoted []string
	for _, w := range words[:min(len(words), mostWords)] {
		quoted = append(quoted, `"`+w+`"*`)
	}
	return strings.Join(quoted, " ")
}

// IndexClaim makes a claim findable by its present words.
func (tx *Tx) IndexClaim(ctx context.Context, c factcheck.Claim) error {
	if err := tx.exec(ctx, `DELETE FROM claim_words WHERE rowid = $1`, c.ID); err != nil {
		return err
	}
	name := ""
	if c.Claimant != nil {
		name = c.Claimant.Name
	}
	return tx.exec(ctx, `INSERT INTO claim_words (rowid, text, topics, claimant) VALUES ($1, $2, $3, $4)`,
		c.ID, c.Text, strings.Join(c.TopicNames(), " "), name)
}

// indexNew makes many claims findable that were not before: one by one, since
// FTS5 writes what it has gathered for each statement of several rows.
func (tx *Tx) indexNew(ctx context.Context, claims []factcheck.Claim) error {
	return bulkBy(ctx, tx, 1, `INSERT INTO claim_words (rowid, text, topics, claimant)`, "", claims, func(c factcheck.Claim) []any {
		name := ""
		if c.Claimant != nil {
			name = c.Claimant.Name
		}
		return []any{c.ID, c.Text, strings.Join(c.TopicNames(), " "), name}
	})
}

// indexSource makes a source findable by what it is called.
func (tx *Tx) indexSource(ctx context.Context, s factcheck.Source) error {
	if err := tx.exec(ctx, `DELETE FROM source_words WHERE rowid = $1`, s.ID); err != nil {
		return err
	}
	return tx.exec(ctx, `INSERT INTO source_words (rowid, title, publisher, url) VALUES ($1, $2, $3, $4)`, s.ID, s.Title, s.Publisher, s.URL)
}

// indexPublication makes what is live findable by its words. A private person
// has no name in the content.
func (tx *Tx) indexPublication(ctx context.Context, c factcheck.Content) error {
	if err := tx.exec(ctx, `DELETE FROM publication_words WHERE rowid = $1`, c.ClaimID); err != nil {
		return err
	}
	name := ""
	if c.Claimant != nil {
		name = c.Claimant.Name
	}
	topics := make([]string, len(c.Topics))
	for i, t := range c.Topics {
		topics[i] = t.Name
	}
	return tx.exec(ctx, `
		INSERT INTO publication_words (rowid, headline, claim, summary, body, topics, claimant)
		VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		c.ClaimID, c.Headline, c.Claim, c.Summary+" "+c.Explanation, c.Body, strings.Join(topics, " "), name)
}

// How many live checks are read at once while all are made findable.
const indexPage = 100

// indexAll makes everything findable in a database in which nothing is yet.
func (tx *Tx) indexAll(ctx context.Context) error {
	if err := tx.exec(ctx, `
		INSERT INTO claim_words (rowid, text, topics, claimant)
		SELECT c.id, c.text, COALESCE((SELECT group_concat(t.name, ' ') FROM claim_topics ct JOIN topics t ON t.id = ct.topic_id
			WHERE ct.claim_id = c.id), ''), COALESCE(m.name, '')
		FROM claims c LEFT JOIN claimants m ON m.id = c.claimant_id`); err != nil {
		return err
	}
	if err := tx.exec(ctx, `INSERT INTO source_words (rowid, title, publisher, url) SELECT id, title, publisher, url FROM sources`); err != nil {
		return err
	}
	for last := int64(0); ; {
		page, err := tx.PublishedAfter(ctx, last, indexPage)
		if err != nil || len(page) == 0 {
			return err
		}
		for _, p := range page {
			if err := tx.indexPublication(ctx, p.Revision.Content); err != nil {
				return err
			}
			last = p.Revision.ClaimID
		}
	}
}

// PublishedAfter are up to limit live checks behind a claim, by claim.
func (q *Queries) PublishedAfter(ctx context.Context, claim int64, limit int) ([]Published, error) {
	return list(ctx, q.db, scanPublished, publishedQuery+` WHERE p.claim_id > $1 ORDER BY p.claim_id LIMIT $2`, claim, limit)
}
