package newsroom

import (
	"context"
	"slices"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/internal/store"
)

// Share is how much of a source its quotes would make public once every claim
// that they stand on is published.
func (r *Room) Share(ctx context.Context, by factcheck.Actor, source int64) (factcheck.Share, error) {
	return read(ctx, r, func(q *store.Queries) (factcheck.Share, error) {
		s, err := sourceFor(ctx, q, by, source)
		if err != nil {
			return factcheck.Share{}, err
		}
		quotes, err := q.StandingQuotes(ctx, source)
		if err != nil {
			return factcheck.Share{}, err
		}
		return share(ctx, q, s, quotes)
	})
}

// shrink reckons anew how much around the quotes of some sources readers are
// shown, and makes it public where that has changed.
func (a *acting) shrink(ctx context.Context, sources []int64) error {
	arounds, err := a.Arounds(ctx, sources)
	if err != nil {
		return err
	}
	for _, id := range sources { // those of one check
		s, err := a.Source(ctx, id)
		if err != nil {
			return err
		}
		quotes, err := a.PublicQuotes(ctx, id)
		if err != nil {
			return err
		}
		found, err := share(ctx, &a.Queries, s, quotes)
		if err != nil {
			return err
		}
		was, less := arounds[id]
		if !less {
			was = factcheck.Wide
		}
		if was == found.Around {
			continue
		}
		if err := a.SetAround(ctx, id, found.Around); err != nil {
			return err
		}
		a.public = true
	}
	return nil
}

// share reckons with these quotes of a source: the widest around which they
// stay within the limit, or none.
func share(ctx context.Context, q *store.Queries, s factcheck.Source, quotes []factcheck.Evidence) (factcheck.Share, error) {
	if s.Access != factcheck.ExcerptAccess {
		return factcheck.Share{Free: s.Access == factcheck.PublicAccess, Around: factcheck.Wide}, nil
	}
	settings, err := q.Settings(ctx)
	if err != nil {
		return factcheck.Share{}, err
	}
	newest, err := q.Text(ctx, s.Snapshot.ID)
	if err != nil {
		return factcheck.Share{}, err
	}
	out := factcheck.Share{Words: quote.Words(newest)}
	out.Limit = out.Words * settings.QuoteShare / 100
	texts, err := shareTexts(ctx, q, quotes)
	if err != nil {
		return out, err
	}
	for _, e := range quotes {
		if quote.Words(e.Exact) > settings.QuoteWords {
			out.Long++
		}
	}
	for _, t := range texts {
		out.Quoted += t.words(0)
	}
	for _, around := range factcheck.Arounds {
		out.Around, out.Shown = around, 0
		for _, t := range texts {
			out.Shown += t.words(around)
		}
		if out.Shown <= out.Limit {
			break
		}
	}
	return out, nil
}

// quotedText is a snapshot's text with what is quoted from it.
type quotedText struct {
	doc      *quote.Document
	passages []quote.Passage
	quotes   []quote.Anchor
}

func shareTexts(ctx context.Context, q *store.Queries, quotes []factcheck.Evidence) (map[int64]*quotedText, error) {
	texts := map[int64]*quotedText{}
	for _, e := range quotes {
		t := texts[e.SnapshotID]
		if t == nil { // a source has few snapshots
			text, err := q.Text(ctx, e.SnapshotID)
			if err != nil {
				return nil, err
			}
			t = &quotedText{doc: quote.NewDocument(text)}
			if t.passages, err = q.Passages(ctx, e.SnapshotID); err != nil {
				return nil, err
			}
			texts[e.SnapshotID] = t
		}
		t.quotes = append(t.quotes, e.Anchor)
	}
	return texts, nil
}

// words counts what readers are shown of the text, each word once. With around
// 0 that is the quotes' spans alone.
func (t *quotedText) words(around int) int {
	var shown [][2]int
	for _, a := range t.quotes {
		if around > 0 {
			start, end := excerptOf(t.doc, t.passages, a, around)
			shown = append(shown, [2]int{start, end})
			continue
		}
		for _, s := range a.Spans {
			shown = append(shown, [2]int{s.Start, s.End})
		}
	}
	slices.SortFunc(shown, func(a, b [2]int) int { return a[0] - b[0] })
	count, from, to := 0, 0, 0
	for _, s := range shown {
		if s[0] > to {
			count += quote.Words(t.doc.Slice(from, to))
			from, to = s[0], s[1]
		}
		to = max(to, s[1])
	}
	return count + quote.Words(t.doc.Slice(from, to))
}

// excerptOf is the stretch of a text that readers are shown of a quote's place,
// in code points: its passages with the ones before and after, or less.
func excerptOf(doc *quote.Document, passages []quote.Passage, a quote.Anchor, around int) (start, end int) {
	if around != factcheck.Wide {
		return doc.Reach(a, around)
	}
	first, last := 0, 0
	for i, p := range passages {
		if p.Start <= a.Start {
			first = i
		}
		if p.Start < a.End {
			last = i
		}
	}
	if len(passages) == 0 {
		return a.Start, a.End
	}
	return min(a.Start, passages[max(first-1, 0)].Start), max(a.End, passages[min(last+1, len(passages)-1)].End)
}
