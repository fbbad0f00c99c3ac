package newsroom

import (
	"context"
	"io"
	"strconv"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/sheet"
	"claimdesk/internal/store"
)

// LogFilter chooses lines of the log; what is empty chooses nothing away.
// Actor is "console" or "reader", User a person's id, Families are what actions
// begin with before their dot. From is the first moment, To the first one after.
type LogFilter struct {
	Before, User, SubjectID int64
	Actor, Subject          string
	Families                []string
	From, To                time.Time
	Limit                   int
}

func (f LogFilter) query(limit int) store.EventQuery {
	return store.EventQuery{Before: f.Before, Actor: f.Actor, User: f.User, Families: f.Families, Subject: f.Subject,
		SubjectID: f.SubjectID, From: f.From, To: f.To, Limit: limit}
}

// LogLines are the chosen lines of the log, newest first, and whether there are
// older ones.
func (r *Room) LogLines(ctx context.Context, by factcheck.Actor, f LogFilter) (lines []factcheck.Event, more bool, err error) {
	if err := factcheck.Permit(by, factcheck.ReadLog); err != nil {
		return nil, false, err
	}
	limit := pageSize(f.Limit)
	lines, err = read(ctx, r, func(q *store.Queries) ([]factcheck.Event, error) {
		events, err := q.EventsFor(ctx, f.query(limit+1))
		if err != nil {
			return nil, err
		}
		return events, veilEvents(ctx, q, by, events)
	})
	if more = len(lines) > limit; more {
		lines = lines[:limit]
	}
	return lines, more, err
}

// logColumns are those of the log as CSV; other programs read them by their
// names.
var logColumns = []string{"id", "at", "who", "user_id", "action", "subject", "subject_id", "version", "title", "request_id", "content_sha256", "hash"}

// LogSheet writes the chosen lines of the log as CSV, newest first.
func (r *Room) LogSheet(ctx context.Context, by factcheck.Actor, f LogFilter, to io.Writer) error {
	rows, err := sheet.New(to, logColumns...)
	if err != nil {
		return err
	}
	for f.Limit = pageMost; ; {
		lines, more, err := r.LogLines(ctx, by, f)
		if err != nil {
			return err
		}
		for _, e := range lines {
			if err := rows.Row(logRow(e)...); err != nil {
				return err
			}
			f.Before = e.ID
		}
		if !more {
			return rows.Close()
		}
	}
}

// logRow leaves out the hash of what a reader may not see: it could be held
// against a copy.
func logRow(e factcheck.Event) []string {
	who, content := e.By, e.Content
	if who == "" {
		who = e.Actor
	}
	if e.Veiled {
		content = ""
	}
	return []string{strconv.FormatInt(e.ID, 10), instant(e.At), who, strconv.FormatInt(e.UserID, 10), string(e.Action), e.Subject,
		strconv.FormatInt(e.SubjectID, 10), strconv.FormatInt(e.Version, 10), e.Title, e.RequestID, content, e.Hash}
}

// LogEntry is one line of the log, and what it did to the record: Before and
// After are the stands that were kept, as far as they differ. Kept tells that
// the line keeps a stand at all.
type LogEntry struct {
	Event         factcheck.Event
	Kept          bool
	Before, After []Fact
}

// Fact is one field of a kept stand: its name, as the program has it, and what
// it said, in words where ids stand for something.
type Fact struct{ Name, Text string }

// LogEntry is the line with this id. Whoever may not see what it is about
// learns that there was something.
func (r *Room) LogEntry(ctx context.Context, by factcheck.Actor, id int64) (LogEntry, error) {
	if err := factcheck.Permit(by, factcheck.ReadLog); err != nil {
		return LogEntry{}, err
	}
	return read(ctx, r, func(q *store.Queries) (e LogEntry, err error) {
		if e.Event, err = q.NamedEvent(ctx, id); err != nil {
			return e, err
		}
		lines := []factcheck.Event{e.Event}
		if err := veilEvents(ctx, q, by, lines); err != nil {
			return e, err
		}
		e.Event = lines[0]
		e.Kept = e.Event.Content != ""
		if !e.Kept || e.Event.Veiled {
			return e, nil
		}
		return e, e.compare(ctx, q, by)
	})
}

// compare reads what was kept before the act and after it.
func (e *LogEntry) compare(ctx context.Context, q *store.Queries, by factcheck.Actor) error {
	is, err := q.Version(ctx, e.Event.Subject, e.Event.SubjectID, e.Event.Version)
	if err != nil {
		return err
	}
	f, err := newFacts(ctx, q, by)
	if err != nil {
		return err
	}
	after, err := f.of(is)
	if err != nil {
		return err
	}
	var before []Fact
	was, err := q.VersionBefore(ctx, is.Subject, is.SubjectID, is.Version)
	if factcheck.KindOf(err) == factcheck.NotFound && err != nil {
		e.After = after
		return nil
	}
	if err == nil {
		before, err = f.of(was)
	}
	e.Before, e.After = differing(before, after)
	return err
}

// differing leaves out what both say.
func differing(before, after []Fact) (was, is []Fact) {
	said := map[Fact]int{}
	for _, f := range before {
		said[f]++
	}
	for _, f := range after {
		if said[f] > 0 {
			said[f]--
			continue
		}
		is = append(is, f)
	}
	for i := len(before) - 1; i >= 0; i-- { // the last of equal ones is the one too many
		if f := before[i]; said[f] > 0 {
			said[f]--
			was = append([]Fact{f}, was...)
		}
	}
	return was, is
}
