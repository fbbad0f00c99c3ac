package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"

	"claimdesk/internal/factcheck"
)

// Edition is the counter of what the public sees.
func (q *Queries) Edition(ctx context.Context) (int64, error) {
	return one(ctx, q.db, errors.New("no edition"), number, `SELECT number FROM edition WHERE id = 1`)
}

// RaiseEdition makes it known that the public sees something new.
func (tx *Tx) RaiseEdition(ctx context.Context) error {
	return tx.exec(ctx, `UPDATE edition SET number = number + 1 WHERE id = 1`)
}

// Settings are the newsroom's, NotFound before it was created.
func (q *Queries) Settings(ctx context.Context) (factcheck.Settings, error) {
	return one(ctx, q.db, factcheck.NoSuch("newsroom yet"), func(rows *sql.Rows) (s factcheck.Settings, err error) {
		var languages, rules string
		err = rows.Scan(&s.Version, &s.SiteName, &s.About, &s.Language, &s.FourEyes, &s.Example, &s.QuoteShare, &s.QuoteWords,
			&s.LogoID, &languages, &s.Licence, &s.LicenceURL, &s.Credit, &rules, &s.TimeZone)
		if err != nil {
			return s, err
		}
		if err := fromJSON(languages, &s.Languages); err != nil {
			return s, err
		}
		return s, fromJSON(rules, &s.Rules)
	}, `SELECT version, site_name, about, language, four_eyes, example, quote_share, quote_words,
			COALESCE(logo_id, 0), languages, licence, licence_url, credit, rules, time_zone
		FROM settings WHERE id = 1`)
}

// SetSettings stores s; s.Version must have been raised by the caller.
func (tx *Tx) SetSettings(ctx context.Context, s factcheck.Settings) error {
	return tx.exec(ctx, `
		INSERT INTO settings (id, version, site_name, about, language, four_eyes, example, quote_share, quote_words,
			logo_id, languages, licence, licence_url, credit, rules, time_zone)
		VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
		ON CONFLICT (id) DO UPDATE SET version = excluded.version, site_name = excluded.site_name,
			about = excluded.about, language = excluded.language, four_eyes = excluded.four_eyes,
			example = excluded.example, quote_share = excluded.quote_share, quote_words = excluded.quote_words,
			logo_id = excluded.logo_id, languages = excluded.languages, licence = excluded.licence,
			licence_url = excluded.licence_url, credit = excluded.credit, rules = excluded.rules, time_zone = excluded.time_zone`,
		s.Version, s.SiteName, s.About, s.Language, s.FourEyes, s.Example, s.QuoteShare, s.QuoteWords,
		orNull(s.LogoID), asJSON(s.Languages), s.Licence, s.LicenceURL, s.Credit, asJSON(s.Rules), cmp.Or(s.TimeZone, "UTC"))
}

// Scale is the scale of a version, the present one for 0.
func (q *Queries) Scale(ctx context.Context, version int) (factcheck.Scale, error) {
	return one(ctx, q.db, factcheck.NoSuch("scale %d", version), scanScale, `
		SELECT version, note, ratings, at FROM scales
		WHERE $1 = 0 OR version = $1 ORDER BY version DESC LIMIT 1`, version)
}

// Scales are all versions, newest first.
func (q *Queries) Scales(ctx context.Context) ([]factcheck.Scale, error) {
	return list(ctx, q.db, scanScale, `SELECT version, note, ratings, at FROM scales ORDER BY version DESC`)
}

func scanScale(rows *sql.Rows) (s factcheck.Scale, err error) {
	var ratings string
	var at int64
	if err := rows.Scan(&s.Version, &s.Note, &ratings, &at); err != nil {
		return s, err
	}
	s.Since = moment(at)
	return s, fromJSON(ratings, &s.Ratings)
}

// OwnTonesUpTo is the newest version of the scale that has a tone of the
// newsroom's own, 0 when none has.
func (q *Queries) OwnTonesUpTo(ctx context.Context) (int, error) {
	version, err := one(ctx, q.db, errors.New("no scale"), number, `
		SELECT COALESCE(max(s.version), 0) FROM scales s, json_each(s.ratings) r
		WHERE r.value ->> 'tone' LIKE 'own-%'`)
	return int(version), err
}

// AddScale stores a new version of the scale.
func (tx *Tx) AddScale(ctx context.Context, s factcheck.Scale, user int64) error {
	return tx.exec(ctx, `INSERT INTO scales (version, note, ratings, user_id, at) VALUES ($1, $2, $3, $4, $5)`,
		s.Version, s.Note, asJSON(s.Ratings), user, millis(s.Since))
}

// Version is one stand of a record that people edit.
type Version struct {
	Subject   string
	SubjectID int64
	Version   int64
	Content   string // JSON
	Hash      string
	UserID    int64
	At        int64 // Unix milliseconds
}

// AddVersion keeps a stand of a record.
func (tx *Tx) AddVersion(ctx context.Context, v Version) error {
	return tx.exec(ctx, `
		INSERT INTO versions (subject, subject_id, version, content, hash, user_id, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		v.Subject, v.SubjectID, v.Version, v.Content, v.Hash, v.UserID, v.At)
}

// Version is a kept stand of a record.
func (q *Queries) Version(ctx context.Context, subject string, id, version int64) (Version, error) {
	return one(ctx, q.db, factcheck.NoSuch("version %d of %s %d", version, subject, id), scanVersion, `
		SELECT subject, subject_id, version, content, hash, user_id, at FROM versions
		WHERE subject = $1 AND subject_id = $2 AND version = $3`, subject, id, version)
}

// NewestStands are, by claim, the last stands that were kept of some claims.
func (q *Queries) NewestStands(ctx context.Context, claims []int64) (map[int64]Version, error) {
	newest := map[int64]Version{}
	if len(claims) == 0 {
		return newest, nil
	}
	marks, args := in(claims, 1)
	all, err := list(ctx, q.db, scanVersion, `
		SELECT subject, subject_id, version, content, hash, user_id, at FROM versions v
		WHERE subject = 'claim' AND subject_id IN `+marks+`
			AND version = (SELECT max(version) FROM versions WHERE subject = 'claim' AND subject_id = v.subject_id)`, args...)
	for _, v := range all {
		newest[v.SubjectID] = v
	}
	return newest, err
}

func scanVersion(rows *sql.Rows) (v Version, err error) {
	err = rows.Scan(&v.Subject, &v.SubjectID, &v.Version, &v.Content, &v.Hash, &v.UserID, &v.At)
	return v, err
}

// String names the stand for messages.
func (v Version) String() string {
	return fmt.Sprintf("version %d of %s %d", v.Version, v.Subject, v.SubjectID)
}

// NewestVersions are the last stands that were kept of a record, newest first.
func (q *Queries) NewestVersions(ctx context.Context, subject string, id int64, limit int) ([]Version, error) {
	return list(ctx, q.db, scanVersion, `
		SELECT subject, subject_id, version, content, hash, user_id, at FROM versions
		WHERE subject = $1 AND subject_id = $2 ORDER BY version DESC LIMIT $3`, subject, id, limit)
}
