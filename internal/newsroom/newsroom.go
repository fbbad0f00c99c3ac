// Package newsroom holds the verbs: every act of a newsroom, complete, with
// its permission, its rules, its transaction and its line in the log. The
// desk, the JSON API, the commands and the example newsroom all go through it,
// and none has a shortcut.
//
// Reading is open to whoever holds a Room; what the public may see is read by
// the methods of public.go, which know published revisions alone.
package newsroom

import (
	"context"
	"log/slog"
	"net/url"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/fetch"
	"claimdesk/internal/ingest"
	"claimdesk/internal/store"
)

// Room is an open newsroom. It is safe for use by many goroutines.
type Room struct {
	store     *store.Store
	base      *url.URL
	site      string // the flag's name, "" when it was not given
	now       func() time.Time
	log       *slog.Logger
	fetch     *fetch.Client // nil: no other machine is reached
	reader    *ingest.Reader
	readings  *readings
	loads     *loadRuns
	indexes   *indexes // of the sources that were read last
	matching  *matching
	turns     turns
	limits    *limits
	senders   *senders // of tips
	presences *presences
	post      *post
	due       chan struct{} // holds one when something was scheduled that nobody has looked at
	hashes    chan struct{} // bounds how many passwords are hashed at once
}

// Options are what a Room is told at the start. BaseURL is that of the public
// site; SiteName wins over the one that an admin has set; Now and Log may be
// left out.
type Options struct {
	BaseURL  string
	SiteName string
	Now      func() time.Time
	Log      *slog.Logger
	Fetch    *fetch.Client  // by which pages are fetched; nil: not at all
	Reader   *ingest.Reader // by which documents are read; whoever made it closes it after the Room
	Mail     Mail           // by which mails are sent; nil: mail is off
}

// Open opens the newsroom in a store, and creates it where there is none.
func Open(ctx context.Context, st *store.Store, o Options) (*Room, error) {
	base, err := url.Parse(o.BaseURL)
	if err != nil {
		return nil, err
	}
	r := &Room{store: st, base: base, site: o.SiteName, now: o.Now, log: o.Log, fetch: o.Fetch, reader: o.Reader,
		readings: newReadings(), loads: newLoadRuns(), indexes: newIndexes(mostIndexed), matching: newMatching(), turns: newTurns(),
		post: newPost(o.Mail), due: make(chan struct{}, 1), hashes: make(chan struct{}, hashesAtOnce)}
	if r.now == nil {
		r.now = time.Now
	}
	if r.log == nil {
		r.log = slog.New(slog.DiscardHandler)
	}
	if r.reader == nil {
		r.reader = ingest.New()
	}
	r.limits, r.senders, r.presences = newLimits(r.now), newSenders(r.now), newPresences(r.now)
	return r, r.create(ctx)
}

// create gives a new newsroom its settings and its scale.
func (r *Room) create(ctx context.Context) error {
	if _, err := r.Settings(ctx); factcheck.KindOf(err) != factcheck.NotFound {
		return err
	}
	_, err := act(ctx, r, factcheck.ByConsole(), factcheck.CreateNewsroom, func(a *acting) (struct{}, error) {
		if _, err := a.Settings(ctx); err == nil {
			return struct{}{}, nil // another process was faster
		}
		s, scale := factcheck.DefaultSettings(), factcheck.DefaultScale()
		s.Version, scale.Since = 1, a.now
		if err := a.SetSettings(ctx, s); err != nil {
			return struct{}{}, err
		}
		if err := a.AddScale(ctx, scale, 0); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, a.trace(ctx, "newsroom", 1, 1, s)
	})
	return err
}

// Close gives up what is being read and waits until that has ended; imports are
// read after the next start. The store and the reader stay open.
func (r *Room) Close() {
	r.readings.close()
	r.loads.close()
}

// Now is the present time in UTC, to the millisecond.
func (r *Room) Now() time.Time { return r.now().UTC().Truncate(time.Millisecond) }

// URL is the absolute address of a path of this site.
func (r *Room) URL(path string) string { return r.base.Scheme + "://" + r.base.Host + path }

// Host is the host name of the base URL, without its port.
func (r *Room) Host() string { return r.base.Hostname() }

// read runs fn over one state of the database.
func read[T any](ctx context.Context, r *Room, fn func(q *store.Queries) (T, error)) (T, error) {
	var result T
	err := r.store.Read(ctx, func(q *store.Queries) (err error) {
		result, err = fn(q)
		return err
	})
	return result, err
}

// readAs is read for a person, who gets no more than they may see.
func readAs[T any](ctx context.Context, r *Room, by factcheck.Actor, fn func(q *store.Queries) (T, error)) (T, error) {
	result, err := read(ctx, r, fn)
	veil(by, &result)
	return result, err
}

// Ready tells whether the database answers.
func (r *Room) Ready(ctx context.Context) error {
	_, err := r.Edition(ctx)
	return err
}

// Edition is the counter that grows with any change of what the public sees.
func (r *Room) Edition(ctx context.Context) (int64, error) {
	return read(ctx, r, func(q *store.Queries) (int64, error) { return q.Edition(ctx) })
}

// Settings are what an admin has decided, with the name that the command line
// may have set over it.
func (r *Room) Settings(ctx context.Context) (factcheck.Settings, error) {
	s, err := read(ctx, r, func(q *store.Queries) (factcheck.Settings, error) { return q.Settings(ctx) })
	if r.site != "" {
		s.SiteName = r.site
	}
	return s, err
}

// FixedName is the newsroom's name that the command line has set over the one
// in the settings; "" for none.
func (r *Room) FixedName() string { return r.site }

// EditSettings stores s. s.Version is the version that the editor started
// from: a stale one is a Conflict. A name that the command line has set is not
// stored.
func (r *Room) EditSettings(ctx context.Context, by factcheck.Actor, s factcheck.Settings) (factcheck.Settings, error) {
	s, err := s.Check()
	if err != nil {
		return s, err
	}
	return act(ctx, r, by, factcheck.EditSettings, func(a *acting) (factcheck.Settings, error) {
		present, err := a.Settings(ctx)
		if err != nil {
			return s, err
		}
		if s.Version != present.Version {
			return s, errSettings
		}
		if r.site != "" {
			s.SiteName = present.SiteName
		}
		s.Version++
		a.public = true
		if err := a.SetSettings(ctx, s); err != nil {
			return s, err
		}
		return s, a.trace(ctx, "settings", 1, s.Version, s)
	})
}

// Sweep deletes what is over: sessions, links, receipts, imports that nobody
// has confirmed within a day, contacts of tips that were closed long ago.
func (r *Room) Sweep(ctx context.Context) error {
	if err := r.sweepLoads(ctx); err != nil {
		return err
	}
	return r.keep(ctx, func(tx *store.Tx) error {
		if err := tx.SweepImports(ctx, r.Now().Add(-importsLast)); err != nil {
			return err
		}
		if err := tx.SweepTipContacts(ctx, r.Now().Add(-factcheck.TipContactLasts)); err != nil {
			return err
		}
		if err := r.sweepTexts(ctx, tx); err != nil {
			return err
		}
		return tx.Sweep(ctx, r.Now())
	})
}

// sweepTexts deletes mails and drafts whose time is over, and notifications that
// were read long ago.
func (r *Room) sweepTexts(ctx context.Context, tx *store.Tx) error {
	unsent, err := tx.SweepMails(ctx, r.Now())
	if err != nil {
		return err
	}
	if unsent > 0 {
		r.log.WarnContext(ctx, "mails given up: they could not be sent in time", "mails", unsent)
	}
	if err := tx.SweepDrafts(ctx, r.Now().Add(-draftsLast)); err != nil {
		return err
	}
	return tx.SweepNotifications(ctx, r.Now().Add(-notificationsLast))
}

// keep writes what is no act of anybody: when a session was last used, what
// has run out. It leaves no line in the log.
func (r *Room) keep(ctx context.Context, fn func(*store.Tx) error) error {
	return r.store.Write(ctx, fn)
}
