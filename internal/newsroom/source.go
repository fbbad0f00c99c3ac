package newsroom

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/internal/store"
)

// AddSource stores a document with its first snapshot. What d leaves empty is
// taken from what the document tells of itself.
func (r *Room) AddSource(ctx context.Context, by factcheck.Actor, d factcheck.SourceDraft, doc *factcheck.Document) (factcheck.Source, error) {
	return r.addSource(ctx, by, d, doc, func(*acting) error { return nil })
}

// addSource also does something else in the same act.
func (r *Room) addSource(ctx context.Context, by factcheck.Actor, d factcheck.SourceDraft, doc *factcheck.Document, also func(*acting) error) (factcheck.Source, error) {
	now := r.Now()
	d, err := d.Or(plausible(doc.Guess, now)).Check(now)
	if err != nil {
		return factcheck.Source{}, err
	}
	return act(ctx, r, by, factcheck.AddSource, func(a *acting) (factcheck.Source, error) {
		d, err := a.settle(ctx, d, factcheck.Source{})
		if err != nil {
			return factcheck.Source{}, err
		}
		s := sourceOf(d)
		s.CreatedBy, s.CreatedAt = by.ID, now
		if err := also(a); err != nil {
			return s, err
		}
		id, err := a.Tx.AddSource(ctx, s)
		if err != nil {
			return s, err
		}
		first := snapshotOf(id, doc, now)
		first.CreatedBy = by.ID
		if _, err := a.AddSnapshot(ctx, first, doc.Original, doc.Passages); err != nil {
			return s, err
		}
		if s, err = a.Source(ctx, id); err != nil {
			return s, err
		}
		return s, a.traceSource(ctx, s)
	})
}

// plausible is a guess without the fields that could not be saved: a guess
// never stands in the way.
func plausible(g factcheck.SourceDraft, now time.Time) factcheck.SourceDraft {
	_, err := g.Check(now)
	for _, p := range factcheck.Problems(err) {
		switch p.Field {
		case "title":
			g.Title = ""
		case "publisher":
			g.Publisher = ""
		case "authors":
			g.Authors = nil
		case "url":
			g.URL = ""
		case "published_on":
			g.PublishedOn = ""
		case "language":
			g.Language = ""
		}
	}
	return g
}

func sourceOf(d factcheck.SourceDraft) factcheck.Source {
	return factcheck.Source{Version: 1, Title: d.Title, Publisher: d.Publisher, Authors: d.Authors, URL: d.URL,
		PublishedOn: factcheck.Date(d.PublishedOn), Language: d.Language, Kind: d.Kind, Level: d.Level,
		Access: d.Access, Interest: d.Interest, RestsOn: d.RestsOn, ArchivedURL: d.ArchivedURL,
		Users: d.Users, Description: d.Description, Because: d.Because}
}

// traceSource keeps the details, and which bytes and which text they belong
// to.
func (a *acting) traceSource(ctx context.Context, s factcheck.Source) error {
	return a.trace(ctx, "source", s.ID, s.Version, struct {
		factcheck.SourceDraft
		Snapshot           int64
		SHA256, TextSHA256 string
	}{s.Draft(), s.Snapshot.ID, s.Snapshot.SHA256, s.Snapshot.TextSHA256})
}

// EditSource changes what is known about a source; never its text. A stale
// version is a Conflict.
func (r *Room) EditSource(ctx context.Context, by factcheck.Actor, id, version int64, d factcheck.SourceDraft) (factcheck.Source, error) {
	d, err := d.Check(r.Now())
	if err != nil {
		return factcheck.Source{}, err
	}
	return act(ctx, r, by, factcheck.EditSource, func(a *acting) (factcheck.Source, error) {
		present, err := sourceFor(ctx, &a.Queries, by, id)
		if err != nil {
			return present, err
		}
		if version != present.Version {
			return present, factcheck.Clash("Somebody else has changed the source meanwhile: it is at version %d now.", present.Version)
		}
		d, err := a.settle(ctx, d, present)
		if err != nil {
			return present, err
		}
		s := sourceOf(d)
		s.ID, s.Version, s.UpdatedAt = id, present.Version+1, a.now
		if s.ArchivedURL == present.ArchivedURL {
			s.ArchivedAt = present.ArchivedAt
		}
		a.public = shown(present, s)
		if err := a.SetSource(ctx, s); err != nil {
			return s, err
		}
		if s.Access != present.Access {
			if err := a.shrink(ctx, []int64{id}); err != nil {
				return s, err
			}
		}
		if s, err = a.Source(ctx, id); err != nil {
			return s, err
		}
		return s, a.traceSource(ctx, s)
	})
}

// Source is the one with this id and its newest snapshot, without the text.
// One that is protected from the reader is NotFound.
func (r *Room) Source(ctx context.Context, by factcheck.Actor, id int64) (factcheck.Source, error) {
	return read(ctx, r, func(q *store.Queries) (factcheck.Source, error) { return sourceFor(ctx, q, by, id) })
}

// sourceFor is a source that somebody may see; NotFound when they may not, as
// if there were none.
func sourceFor(ctx context.Context, q *store.Queries, by factcheck.Actor, id int64) (factcheck.Source, error) {
	s, err := q.Source(ctx, id)
	if err == nil && !s.SeenBy(by) {
		return factcheck.Source{}, factcheck.NoSuch("source %d", id)
	}
	return s, err
}

// SourceText is the normalised text of a source's newest snapshot.
func (r *Room) SourceText(ctx context.Context, by factcheck.Actor, id int64) (string, error) {
	return read(ctx, r, func(q *store.Queries) (string, error) {
		s, err := sourceFor(ctx, q, by, id)
		if err != nil {
			return "", err
		}
		return q.Text(ctx, s.Snapshot.ID)
	})
}

// Passages are those of a source's newest snapshot, with their text.
func (r *Room) Passages(ctx context.Context, by factcheck.Actor, id int64) ([]quote.Passage, error) {
	return read(ctx, r, func(q *store.Queries) ([]quote.Passage, error) {
		s, err := sourceFor(ctx, q, by, id)
		if err != nil {
			return nil, err
		}
		return passages(ctx, q, s.Snapshot.ID)
	})
}

// SameBytes are the sources that were imported from the same original bytes.
func (r *Room) SameBytes(ctx context.Context, by factcheck.Actor, sha256 string) ([]factcheck.Source, error) {
	same, err := read(ctx, r, func(q *store.Queries) ([]factcheck.Source, error) { return q.SourcesByHash(ctx, sha256) })
	return slices.DeleteFunc(same, func(s factcheck.Source) bool { return !s.SeenBy(by) }), err
}

// SourceFilter chooses sources: words in title, publisher or address. Cursor
// is a page's Next.
type SourceFilter struct {
	Query, Cursor string
	Limit         int
}

// SourcePage is a page of a list of sources; Next is empty on the last.
type SourcePage struct {
	Items []factcheck.Source
	Next  string
}

// Sources are the chosen sources, newest first, but those that are protected
// from the reader.
func (r *Room) Sources(ctx context.Context, by factcheck.Actor, f SourceFilter) (SourcePage, error) {
	after, err := parseCursor(f.Cursor)
	if err != nil {
		return SourcePage{}, err
	}
	limit := pageSize(f.Limit)
	items, err := read(ctx, r, func(q *store.Queries) ([]factcheck.Source, error) {
		return q.Sources(ctx, strings.TrimSpace(f.Query), after.ID, limit+1, viewer(by))
	})
	p := SourcePage{Items: items}
	if len(items) > limit {
		p.Items = items[:limit]
		p.Next = cursor(store.Place{At: 1, ID: p.Items[limit-1].ID})
	}
	return p, err
}

// Reader is a source as it is read at the desk: its passages, and what is
// quoted from it. A quote of an older snapshot has the place at which it stands
// in this one; no spans where that holds other words.
type Reader struct {
	Source   factcheck.Source
	Passages []quote.Passage
	Quoted   []factcheck.Quoted
}

// Reader is the reader page of a source.
func (r *Room) Reader(ctx context.Context, by factcheck.Actor, id int64) (Reader, error) {
	return read(ctx, r, func(q *store.Queries) (d Reader, err error) {
		if d.Source, err = sourceFor(ctx, q, by, id); err != nil {
			return d, err
		}
		if d.Passages, err = passages(ctx, q, d.Source.Snapshot.ID); err != nil {
			return d, err
		}
		if d.Quoted, err = q.Quoted(ctx, d.Source.Snapshot.ID); err != nil {
			return d, err
		}
		earlier, err := q.QuotedBefore(ctx, d.Source.Snapshot.ID)
		d.Quoted = append(d.Quoted, earlier...)
		return d, err
	})
}

// passages are a snapshot's passages with their text.
func passages(ctx context.Context, q *store.Queries, snapshot int64) ([]quote.Passage, error) {
	text, err := q.Text(ctx, snapshot)
	if err != nil {
		return nil, err
	}
	list, err := q.Passages(ctx, snapshot)
	cutOut(text, list)
	return list, err
}

// cutOut gives passages their text, in one walk.
func cutOut(text string, list []quote.Passage) {
	at, bytes := 0, 0
	forward := func(to int) int {
		for ; at < to && bytes < len(text); at++ {
			_, size := utf8.DecodeRuneInString(text[bytes:])
			bytes += size
		}
		return bytes
	}
	for i := range list {
		from := forward(list[i].Start)
		list[i].Text = text[from:forward(list[i].End)]
	}
}

func snapshotOf(source int64, doc *factcheck.Document, now time.Time) factcheck.Snapshot {
	from, at := "", doc.At
	if doc.Retrieval != nil {
		from = doc.Retrieval.FinalURL
	}
	if at.IsZero() {
		at = now
	}
	return factcheck.Snapshot{SourceID: source, MediaType: doc.MediaType, FileName: doc.FileName,
		SHA256: factcheck.HashOf(doc.Original), TextSHA256: factcheck.HashOf([]byte(doc.Text)),
		Size: len(doc.Original), Length: utf8.RuneCountInString(doc.Text), Passages: len(doc.Passages),
		RetrievedAt: at, RetrievedFrom: from, Retrieval: doc.Retrieval, Lost: doc.Lost, Text: doc.Text}
}
