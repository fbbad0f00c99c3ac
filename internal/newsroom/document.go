package newsroom

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/fetch"
	"claimdesk/internal/ingest"
	"claimdesk/internal/store"
)

// How many pages are fetched at once, how many documents are read and how many
// pictures unpacked, and how long somebody waits for a document in a single
// call, its turn included.
const (
	fetchesAtOnce  = 4
	readingsAtOnce = 2
	picturesAtOnce = 1
	loadsAtOnce    = 1
	waitLongest    = 50 * time.Second
)

// turns bound how much is asked of other machines and of this one at once.
type turns struct{ fetch, read, picture, load chan struct{} }

func newTurns() turns {
	return turns{make(chan struct{}, fetchesAtOnce), make(chan struct{}, readingsAtOnce), make(chan struct{}, picturesAtOnce), make(chan struct{}, loadsAtOnce)}
}

// inTurn runs fn once a place is free, unless ctx ends before.
func inTurn[T any](ctx context.Context, places chan struct{}, fn func() (T, error)) (T, error) {
	select {
	case places <- struct{}{}:
	case <-ctx.Done():
		var none T
		return none, context.Cause(ctx)
	}
	defer func() { <-places }()
	return fn()
}

// errTurn is why a document is given up that others kept waiting.
var errTurn = errors.New("the document's turn did not come in time")

// busy is what is said of it.
const busy = "Other documents are being read just now, and the turn of this one has not come. Try again in half a minute."

// ReadNow reads a document for somebody who waits for it. What m says of it is
// looked at first, as BeginImport does; raw are the bytes unless it has an
// address. After 50 seconds it fails with TooMany; with a *Replay, before
// anything is fetched, when the receipt in ctx was given out already.
func (r *Room) ReadNow(ctx context.Context, by factcheck.Actor, m factcheck.Import, raw []byte, progress ingest.Progress) (*factcheck.Document, error) {
	if err := r.mayImport(ctx, by, m); err != nil {
		return nil, err
	}
	if err := r.store.Read(ctx, func(q *store.Queries) error { return replay(ctx, q, by, r.Now()) }); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, waitLongest, errTurn)
	defer cancel()
	doc, err := r.readDocument(ctx, m, func() ([]byte, error) { return raw, nil }, progress)
	if errors.Is(err, errTurn) {
		return nil, &factcheck.Error{Kind: factcheck.TooMany, Message: busy, RetryAfter: 30, Cause: err}
	}
	return doc, err
}

// mayImport looks at what is said of a document before anything is done: who
// may bring in what, and what may be fetched. Details may be missing still.
func (r *Room) mayImport(ctx context.Context, by factcheck.Actor, m factcheck.Import) error {
	action, access := factcheck.AddSource, m.Draft.Access
	if m.SourceID != 0 {
		action = factcheck.AddSnapshot
	}
	if err := factcheck.Permit(by, action); err != nil {
		return err
	}
	if m.SourceID != 0 {
		s, err := r.Source(ctx, by, m.SourceID)
		if err != nil {
			return err
		}
		access = s.Access
	} else if _, err := m.Draft.Or(factcheck.SourceDraft{Title: "to be read"}).Check(r.Now()); err != nil {
		return err
	}
	if m.Address == "" {
		return nil
	}
	return MayFetch(access)
}

// readDocument reads what m names; raw gives its bytes unless it has an
// address.
func (r *Room) readDocument(ctx context.Context, m factcheck.Import, raw func() ([]byte, error), progress ingest.Progress) (*factcheck.Document, error) {
	if m.Address != "" {
		return r.ReadAddress(ctx, m.Address, progress)
	}
	return inTurn(ctx, r.turns.read, func() (*factcheck.Document, error) {
		bytes, err := raw()
		if err != nil {
			return nil, err
		}
		if m.FileName == "" {
			return ingest.HTML(bytes, "")
		}
		return r.reader.File(ctx, bytes, m.FileName, progress)
	})
}

// ReadAddress fetches a page or a file in its turn and reads it. Progress is
// told 0 of 0 when it has been fetched. What is wrong with the address, its
// server or what came from it is an Invalid error on "fetch_url".
func (r *Room) ReadAddress(ctx context.Context, address string, progress ingest.Progress) (*factcheck.Document, error) {
	if r.fetch == nil {
		return nil, factcheck.Wrong("fetch_url", "This newsroom does not reach other machines. Save the page and bring in the file, or paste its text.")
	}
	page, err := inTurn(ctx, r.turns.fetch, func() (*fetch.Page, error) { return r.fetch.Get(ctx, address) })
	if err != nil {
		return nil, err
	}
	if progress != nil {
		progress(0, 0)
	}
	doc, err := inTurn(ctx, r.turns.read, func() (*factcheck.Document, error) {
		return r.reader.Download(ctx, page.Body, page.MediaType, page.FinalURL, progress)
	})
	if err != nil {
		return nil, err
	}
	doc.Retrieval, doc.At = &page.Retrieval, page.At
	doc.Guess.URL = addressOf(page.FinalURL, doc.Guess.URL)
	return doc, nil
}

// addressOf is where a fetched document can be read: where it was found, or
// the address that it gives itself on the same host; "" when that is too long
// to be kept.
func addressOf(final, own string) string {
	if host := hostIn(own); host != "" && host == hostIn(final) {
		return own
	}
	if utf8.RuneCountInString(final) > factcheck.MaxURL {
		return ""
	}
	return final
}

// hostIn is the host of an address with its port, or "".
func hostIn(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Host)
}
