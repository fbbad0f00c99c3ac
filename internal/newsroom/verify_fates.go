package newsroom

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/internal/store"
)

// fatePage is how many fates are read at once, with their differences.
const fatePage = 100

// fates checks what was found of quotes in newer snapshots, and what was decided
// on it.
func (v *verifier) fates(ctx context.Context) error {
	var newer *newerText
	return walk(v, func(q *store.Queries, last factcheck.Fate) ([]factcheck.Fate, error) {
		return q.FatesAfter(ctx, last, fatePage)
	}, func(page []factcheck.Fate) error {
		ids := make([]int64, len(page))
		for i, f := range page {
			ids[i] = f.EvidenceID
		}
		quotes, err := ask(v, func(q *store.Queries) (map[int64]*store.Anchored, error) { return q.QuotesOf(ctx, ids) })
		if err != nil {
			return err
		}
		for _, f := range page {
			if newer == nil || newer.id != f.SnapshotID {
				if newer, err = v.newerText(ctx, f.SnapshotID); err != nil {
					return err
				}
			}
			in, e := newer, quotes[f.EvidenceID]
			if e != nil { // one quote can have a fate in several copies, looked at side by side
				own := *e
				e = &own
			}
			v.do(func(j job) {
				in.fate(j, f, e)
				j.ruled(ctx, f)
				j.looked("changed quotes", 1)
			})
		}
		return nil
	})
}

// newerText is the text of a snapshot in which quotes of an older one were
// looked for; it is prepared once for all of them.
type newerText struct {
	id  int64
	doc func() *quote.Document
}

func (v *verifier) newerText(ctx context.Context, snapshot int64) (*newerText, error) {
	text, err := ask(v, func(q *store.Queries) (string, error) { return q.Text(ctx, snapshot) })
	return &newerText{snapshot, sync.OnceValue(func() *quote.Document { return quote.NewDocument(text) })}, err
}

func fateNamed(f factcheck.Fate) string {
	return fmt.Sprintf("changed quote %d (evidence %d in snapshot %d)", f.ID, f.EvidenceID, f.SnapshotID)
}

// fate checks that the words of a quote which is said to stand in the newer text
// do stand there.
func (n *newerText) fate(j job, f factcheck.Fate, e *store.Anchored) {
	switch {
	case e == nil:
		j.fault(fateNamed(f), "the quote is missing: nobody knows what became of what")
		return
	case f.Start < 0 || f.Start > f.End || f.End > n.doc().Len():
		j.fault(fateNamed(f), "it is said to stand beyond the text: its place was changed after it was looked for")
		return
	case f.Differs():
		return
	}
	if err := e.Read(); err != nil {
		j.fault(fateNamed(f), "the quote cannot be read: %v", err)
		return
	}
	if !holds(n.doc().Slice(f.Start, f.End), e.Anchor) {
		j.fault(fateNamed(f), "its words do not stand where they are said to: the place, or what became of it, was changed after it was looked for")
	}
}

// holds tells whether a text is the words of a quote, white space apart, with
// others between its spans at most.
func holds(text string, a quote.Anchor) bool {
	words := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	text = words(text)
	if len(a.Spans) < 2 {
		return text == words(a.Exact)
	}
	return strings.HasPrefix(text, words(a.Spans[0].Exact)) && strings.HasSuffix(text, words(a.Spans[len(a.Spans)-1].Exact))
}

// ruled checks that what was decided is what the log knows of it.
func (j job) ruled(ctx context.Context, f factcheck.Fate) {
	if f.Version == 0 {
		j.carried(ctx, f)
		return
	}
	kept, err := ask(j.v, func(q *store.Queries) (store.Version, error) { return q.Version(ctx, "fate", f.ID, f.Version) })
	var was decided
	if err == nil {
		err = json.Unmarshal([]byte(kept.Content), &was)
	}
	switch {
	case err != nil && ctx.Err() == nil:
		j.fault(fateNamed(f), "it could not be compared with the log: %v", err)
	case err == nil && was != decidedOn(f):
		j.fault(fateNamed(f), "%s has it in another way: what readers are told was changed past the log", kept)
	}
}

// carried checks a fate on which nobody has decided: it waits, or what was
// decided on an older snapshot holds still.
func (j job) carried(ctx context.Context, f factcheck.Fate) {
	if f.State != factcheck.FateTold && f.Note == "" {
		return
	}
	all, err := ask(j.v, func(q *store.Queries) ([]factcheck.Fate, error) { return q.FatesOf(ctx, f.EvidenceID) })
	before := slices.ContainsFunc(all, func(old factcheck.Fate) bool {
		return old.ID < f.ID && old.Version > 0 && old.State == f.State && old.Note == f.Note
	})
	switch {
	case err != nil && ctx.Err() == nil:
		j.fault(fateNamed(f), "it could not be compared with the log: %v", err)
	case err == nil && !before:
		j.fault(fateNamed(f), "nobody has decided what readers are told: it was put in past the log")
	}
}

// fate checks that what was decided on is there still.
func (s *stands) fate(ctx context.Context, n store.Version) error {
	_, err := ask(s.v, func(q *store.Queries) (factcheck.Fate, error) { return q.Fate(ctx, n.SubjectID) })
	if factcheck.KindOf(err) == factcheck.NotFound {
		s.fault(fmt.Sprintf("changed quote %d", n.SubjectID), "it is missing, and %s names it: what readers were told is lost", n)
		return nil
	}
	return err
}
