package store

import (
	"context"
	"strconv"
	"strings"
	"time"

	"claimdesk/internal/factcheck"
)

// EventQuery chooses lines of the log; what is empty chooses nothing away.
type EventQuery struct {
	Before    int64    // an id
	Actor     string   // "console", "reader"
	User      int64    // who acted
	Families  []string // what actions begin with, before their dot
	Subject   string
	SubjectID int64
	From, To  time.Time // from the first, before the second
	Limit     int
}

func (f EventQuery) conditions() *conditions {
	var c conditions
	if f.Before > 0 {
		c.add(`e.id < %1`, f.Before)
	}
	if f.Actor != "" {
		c.add(`e.actor = %1`, f.Actor)
	}
	if f.User != 0 {
		c.add(`e.user_id = %1`, f.User)
	}
	if f.Subject != "" {
		c.add(`e.subject = %1`, f.Subject)
	}
	if f.SubjectID != 0 {
		c.add(`e.subject_id = %1`, f.SubjectID)
	}
	if !f.From.IsZero() {
		c.add(`e.at >= %1`, millis(f.From))
	}
	if !f.To.IsZero() {
		c.add(`e.at < %1`, millis(f.To))
	}
	var either []string
	for _, family := range f.Families {
		c.args = append(c.args, family+".", family+"/") // the sign behind the dot
		n := len(c.args)
		either = append(either, `e.action >= $`+strconv.Itoa(n-1)+` AND e.action < $`+strconv.Itoa(n))
	}
	if len(either) > 0 {
		c.parts = append(c.parts, "("+strings.Join(either, " OR ")+")")
	}
	return &c
}

// EventsFor are the chosen lines of the log, newest first, with the names of
// who acted and what they acted on.
func (q *Queries) EventsFor(ctx context.Context, f EventQuery) ([]factcheck.Event, error) {
	c := f.conditions()
	return list(ctx, q.db, scanNamedEvent, namedEvents+c.where()+` ORDER BY e.id DESC LIMIT $`+strconv.Itoa(len(c.args)+1),
		append(c.args, f.Limit)...)
}

// NamedEvent is one line of the log.
func (q *Queries) NamedEvent(ctx context.Context, id int64) (factcheck.Event, error) {
	return one(ctx, q.db, factcheck.NoSuch("line %d in the log", id), scanNamedEvent, namedEvents+` WHERE e.id = $1`, id)
}

// VersionBefore is the last stand that was kept of a record before a version;
// NotFound when there is none.
func (q *Queries) VersionBefore(ctx context.Context, subject string, id, version int64) (Version, error) {
	return one(ctx, q.db, factcheck.NoSuch("version before %d of %s %d", version, subject, id), scanVersion, `
		SELECT subject, subject_id, version, content, hash, user_id, at FROM versions
		WHERE subject = $1 AND subject_id = $2 AND version < $3 ORDER BY version DESC LIMIT 1`, subject, id, version)
}
