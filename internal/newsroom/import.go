package newsroom

import (
	"context"
	"errors"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/store"
)

// How long an import waits to be confirmed, how long reading one may take with
// all the waiting for its turn, and how many one person may have.
const (
	importsLast   = 24 * time.Hour
	importLongest = 2 * time.Minute
	importsOfOne  = 20
	tooManyWait   = "Twenty documents of yours wait to be confirmed. Keep one of them or throw it away first."
)

// BeginImport takes a document, or the address of one, and begins to read it;
// the answer does not wait for that. With m.SourceID it is to be a new snapshot
// of that source. What was typed about it may be incomplete still.
func (r *Room) BeginImport(ctx context.Context, by factcheck.Actor, m factcheck.Import, raw []byte) (factcheck.Import, error) {
	if err := r.mayImport(ctx, by, m); err != nil {
		return m, err
	}
	m.UserID, m.State, m.CreatedAt = by.ID, factcheck.Reading, r.Now()
	err := r.keep(ctx, func(tx *store.Tx) error {
		waiting, err := tx.Imports(ctx, by.ID)
		if err == nil && len(waiting) >= importsOfOne {
			return factcheck.Clash(tooManyWait)
		}
		if err != nil {
			return err
		}
		m.ID, err = tx.AddImport(ctx, m, raw)
		return err
	})
	if err == nil {
		r.beginReading(m)
	}
	return m, err
}

// Import is one of the actor's own, with how far its reading is. One that was
// being read when the program ended is begun again.
func (r *Room) Import(ctx context.Context, by factcheck.Actor, id int64) (factcheck.Import, Progress, error) {
	m, err := read(ctx, r, func(q *store.Queries) (factcheck.Import, error) { return q.Import(ctx, by.ID, id) })
	if err != nil || m.State != factcheck.Reading {
		return m, Progress{}, err
	}
	return m, r.beginReading(m), nil
}

// Imports are those of the actor that wait, newest first, without their
// documents.
func (r *Room) Imports(ctx context.Context, by factcheck.Actor) ([]factcheck.Import, error) {
	return read(ctx, r, func(q *store.Queries) ([]factcheck.Import, error) { return q.Imports(ctx, by.ID) })
}

// EndImport throws an import away; one that is being read is given up.
func (r *Room) EndImport(ctx context.Context, by factcheck.Actor, id int64) error {
	err := r.keep(ctx, func(tx *store.Tx) error {
		if _, err := tx.Import(ctx, by.ID, id); err != nil {
			return err
		}
		return tx.RemoveImport(ctx, id)
	})
	if err == nil {
		r.readings.end(id)
	}
	return err
}

// readImport reads one that is still to be read: somebody may have been faster
// with it, or have ended it.
func (r *Room) readImport(ctx context.Context, m factcheck.Import, progress ingest.Progress) {
	m, err := read(ctx, r, func(q *store.Queries) (factcheck.Import, error) { return q.Import(ctx, m.UserID, m.ID) })
	if err != nil || m.State != factcheck.Reading {
		return
	}
	limited, cancel := context.WithTimeoutCause(ctx, importLongest, errTurn)
	defer cancel()
	doc, err := r.readDocument(limited, m, func() ([]byte, error) {
		return read(limited, r, func(q *store.Queries) ([]byte, error) { return q.ImportBytes(limited, m.ID) })
	}, progress)
	if ctx.Err() != nil { // ended, or the program stops: it is read again after the next start
		return
	}
	if err := r.keepRead(ctx, m, doc, err); err != nil && ctx.Err() == nil {
		r.log.Error("keeping what was read of an import", "import", m.ID, "error", err)
	}
}

// keepRead stores what was read, or why it could not be.
func (r *Room) keepRead(ctx context.Context, m factcheck.Import, doc *factcheck.Document, failure error) error {
	var raw []byte
	if failure != nil {
		m.State, m.Problems = factcheck.Unreadable, r.whyUnread(m, failure)
	} else {
		if m.Address != "" {
			raw = doc.Original
		}
		kept := slim(*doc)
		if kept.At.IsZero() {
			kept.At = m.CreatedAt
		}
		m.State, m.Document = factcheck.ReadyToKeep, &kept
		m.Draft = m.Draft.Or(plausible(doc.Guess, r.Now()))
	}
	return r.keep(ctx, func(tx *store.Tx) error { return tx.SetImport(ctx, m, raw) })
}

// slim is a document without what its import holds already: the bytes, and the
// text a second time in its passages.
func slim(doc factcheck.Document) factcheck.Document {
	doc.Original = nil
	doc.Passages = append(doc.Passages[:0:0], doc.Passages...)
	for i := range doc.Passages {
		doc.Passages[i].Text = ""
	}
	return doc
}

// whyUnread is what is said of a document that was not read. What is our own
// fault is logged.
func (r *Room) whyUnread(m factcheck.Import, failure error) []factcheck.Problem {
	if problems := factcheck.Problems(failure); problems != nil {
		return problems
	}
	why := busy
	if !errors.Is(failure, errTurn) {
		r.log.Error("reading an import", "import", m.ID, "error", failure)
		why = "The document could not be read, and it is not its fault. Try again; if it happens again, paste its text."
	}
	return []factcheck.Problem{{Field: m.Field(), Message: why}}
}

// KeepImport makes the confirmed text the first snapshot of a new source with
// these details, or the next one of the source that it was begun for; then d
// is not looked at.
func (r *Room) KeepImport(ctx context.Context, by factcheck.Actor, id int64, d factcheck.SourceDraft) (Renewed, error) {
	m, raw, err := r.importRead(ctx, by, id)
	if err != nil {
		return Renewed{}, err
	}
	doc := *m.Document
	doc.Original, doc.Guess = raw, factcheck.SourceDraft{} // what was guessed was shown, and may have been taken out
	ended := func(a *acting) error {
		if _, err := a.Import(ctx, by.ID, id); err != nil {
			return err
		}
		return a.RemoveImport(ctx, id)
	}
	if m.SourceID != 0 {
		return r.addSnapshot(ctx, by, m.SourceID, &doc, ended)
	}
	s, err := r.addSource(ctx, by, d, &doc, ended)
	return Renewed{Source: s, New: true}, err
}

// importRead is one that was read, with its bytes; a Conflict for any other.
func (r *Room) importRead(ctx context.Context, by factcheck.Actor, id int64) (factcheck.Import, []byte, error) {
	m, raw, err := r.importAndBytes(ctx, by, id)
	switch {
	case err != nil || m.State == factcheck.ReadyToKeep:
	case m.State == factcheck.Unreadable:
		err = factcheck.Clash("The document could not be read. Bring it in again, or paste its text.")
	default:
		err = factcheck.Clash("The document has not been read yet. Wait until its text is shown.")
	}
	return m, raw, err
}

func (r *Room) importAndBytes(ctx context.Context, by factcheck.Actor, id int64) (m factcheck.Import, raw []byte, err error) {
	raw, err = read(ctx, r, func(q *store.Queries) ([]byte, error) {
		if m, err = q.Import(ctx, by.ID, id); err != nil {
			return nil, err
		}
		return q.ImportBytes(ctx, id)
	})
	return m, raw, err
}
