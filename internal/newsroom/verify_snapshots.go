package newsroom

import (
	"context"
	"fmt"
	"sort"
	"strings"
	"sync"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/internal/store"
)

// How many snapshots and quotes are read at once.
const (
	snapshotPage = 100
	quotePage    = 250
)

// snapshots checks each stored copy of a source, and all quotes from it.
func (v *verifier) snapshots(ctx context.Context) error {
	return walk(v, func(q *store.Queries, last factcheck.Snapshot) ([]factcheck.Snapshot, error) {
		return q.Snapshots(ctx, last.ID, snapshotPage)
	}, func(page []factcheck.Snapshot) error {
		for _, n := range page {
			if err := v.snapshot(ctx, n); err != nil {
				return err
			}
		}
		return nil
	})
}

// original checks the bytes that a snapshot was made of.
func (v *verifier) original(ctx context.Context, n factcheck.Snapshot) error {
	bytes, err := ask(v, func(q *store.Queries) ([]byte, error) { return q.Original(ctx, n.ID) })
	if err != nil && factcheck.KindOf(err) != factcheck.NotFound {
		return err
	}
	v.do(func(j job) {
		switch what := fmt.Sprintf("snapshot %d", n.ID); {
		case err != nil:
			j.fault(what, "the original's bytes are missing: nobody can show any more what was retrieved")
		case factcheck.HashOf(bytes) != n.SHA256:
			j.fault(what, "the original's bytes have another hash than was stored: they are not what was retrieved")
		case len(bytes) != n.Size:
			j.fault(what, "the original has %d bytes and is said to have %d: the note of its size was changed", len(bytes), n.Size)
		}
	})
	return nil
}

// snapshot checks one copy. Its text is read once and prepared once for all
// quotes, by the worker that needs it first.
func (v *verifier) snapshot(ctx context.Context, n factcheck.Snapshot) error {
	if err := v.original(ctx, n); err != nil {
		return err
	}
	text, err := ask(v, func(q *store.Queries) (string, error) { return q.Text(ctx, n.ID) })
	if err != nil {
		return err
	}
	passages, err := ask(v, func(q *store.Queries) ([]quote.Passage, error) { return q.Passages(ctx, n.ID) })
	if err != nil {
		return err
	}
	c := &copied{n, passages, sync.OnceValue(func() *quote.Document { return quote.NewDocument(text) })}
	v.do(func(j job) {
		c.whole(j, text)
		j.looked("snapshots", 1)
	})
	return walk(v, func(q *store.Queries, last store.Anchored) ([]store.Anchored, error) {
		return q.QuotesIn(ctx, n.ID, last, quotePage)
	}, func(page []store.Anchored) error {
		v.do(func(j job) {
			for i := range page {
				c.quote(j, &page[i])
			}
			j.looked("quotes", len(page))
		})
		return nil
	})
}

// copied is a stored copy, ready for its quotes.
type copied struct {
	factcheck.Snapshot
	passages []quote.Passage
	doc      func() *quote.Document
}

// whole checks the text and how it is parted.
func (c *copied) whole(j job, text string) {
	what := fmt.Sprintf("snapshot %d", c.ID)
	doc := c.doc()
	if factcheck.HashOf([]byte(text)) != c.TextSHA256 {
		j.fault(what, "the text has another hash than was stored: it was changed after it was retrieved")
	} else if doc.Len() != c.Length {
		j.fault(what, "the text has %d characters and is said to have %d: the note of its length was changed", doc.Len(), c.Length)
	}
	if len(c.passages) != c.Snapshot.Passages {
		j.fault(what, "it has %d passages, and %d were stored: some were taken out or put in", len(c.passages), c.Snapshot.Passages)
	}
	c.parts(j, what)
}

// parts checks that passages follow one another and leave out no word.
func (c *copied) parts(j job, what string) {
	doc, at := c.doc(), 0
	for i, p := range c.passages {
		words := doc.Slice(p.Start, p.End)
		switch {
		case p.Number != i+1:
			j.fault(what, "passage %d is missing: numbers under quotes lead to the wrong place", i+1)
			return
		case p.Start < at || p.End > doc.Len():
			j.fault(what, "passage %d overlaps the one before it or ends beyond the text: its bounds were changed", p.Number)
			return
		case strings.TrimSpace(doc.Slice(at, p.Start)) != "":
			j.fault(what, "words before passage %d belong to none: its bounds were changed", p.Number)
		case strings.TrimSpace(words) != words || words == "":
			j.fault(what, "passage %d begins or ends in white space: its bounds were changed", p.Number)
		}
		at = p.End
	}
	if strings.TrimSpace(doc.Slice(at, doc.Len())) != "" {
		j.fault(what, "words behind passage %d belong to none: its bounds were changed", len(c.passages))
	}
}

// passageOf is the number of the passage that holds a place, or of the last one
// before it; 0 for none.
func passageOf(passages []quote.Passage, at int) int {
	i := sort.Search(len(passages), func(i int) bool { return passages[i].Start > at })
	if i == 0 {
		return 0
	}
	return passages[i-1].Number
}

// quote checks one quote letter for letter.
func (c *copied) quote(j job, a *store.Anchored) {
	what := fmt.Sprintf("evidence %d of claim %d", a.ID, a.ClaimID)
	if err := a.Read(); err != nil {
		j.fault(what, "where it stands cannot be read (%v): it was changed after it was attached", err)
		return
	}
	if err := c.doc().Verify(a.Anchor); err != nil {
		j.fault(what, "it no longer agrees with snapshot %d (%v): the quote or the text was changed after it was attached", c.ID, err)
		return
	}
	if at := passageOf(c.passages, a.Start); at != a.Passage {
		j.fault(what, "it begins in passage %d and is said to begin in %d: readers are led to the wrong place", at, a.Passage)
	}
}
