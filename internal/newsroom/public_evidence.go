package newsroom

import (
	"context"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/internal/store"
)

// EvidencePage is the proof of one quote, as it was last published: Revision
// says in which, Current whether that is the live one. FullText tells that the
// source's whole text may be shown; otherwise the excerpt is all, and of a
// protected source there is none.
type EvidencePage struct {
	Evidence factcheck.PublicEvidence
	Check    Check
	Revision int
	Current  bool
	Excerpt  factcheck.Excerpt
	FullText bool
}

// EvidencePage is NotFound for evidence that was never published.
func (r *Room) EvidencePage(ctx context.Context, id int64) (EvidencePage, error) {
	return read(ctx, r, func(q *store.Queries) (p EvidencePage, err error) {
		rev, err := q.RevisionWith(ctx, id)
		if err != nil {
			return p, err
		}
		if err := forReaders(ctx, q, &rev.Content); err != nil {
			return p, err
		}
		if err := tellChanges(ctx, q, &rev.Content); err != nil {
			return p, err
		}
		live, err := q.PublishedClaim(ctx, rev.ClaimID)
		if err != nil {
			return p, err
		}
		all, err := checks(ctx, q, []store.Published{live})
		if err != nil {
			return p, err
		}
		p.Check, p.Revision, p.Current = all[0], rev.Number, rev.Live
		for _, e := range rev.Content.Evidence {
			if e.ID == id {
				p.Evidence = e
			}
		}
		if p.Evidence.Source.Protected() {
			return p, nil
		}
		if p.FullText, err = free(ctx, q, p.Evidence.Source); err != nil {
			return p, err
		}
		return p, p.place(ctx, q)
	})
}

// place cuts the excerpt out of the snapshot.
func (p *EvidencePage) place(ctx context.Context, q *store.Queries) error {
	e := p.Evidence
	arounds, err := q.Arounds(ctx, []int64{e.Source.ID})
	if err != nil {
		return err
	}
	text, err := q.Text(ctx, e.Source.SnapshotID)
	if err != nil {
		return err
	}
	list, err := passages(ctx, q, e.Source.SnapshotID)
	if err != nil {
		return err
	}
	around, less := arounds[e.Source.ID]
	if !less || p.FullText {
		around = factcheck.Wide
	}
	doc, x := quote.NewDocument(text), &p.Excerpt
	x.Start, x.End = excerptOf(doc, list, e.Anchor(), around)
	x.Text = doc.Slice(x.Start, x.End)
	x.SHA256 = factcheck.HashOf([]byte(x.Text))
	for _, passage := range list {
		if passage.End <= x.Start || passage.Start >= x.End {
			continue
		}
		passage.Start, passage.End = max(passage.Start, x.Start), min(passage.End, x.End)
		passage.Text = doc.Slice(passage.Start, passage.End)
		x.Passages = append(x.Passages, passage)
	}
	return nil
}

// free tells whether a source's whole text may be shown: it was free to
// republish when the check was published, and still is.
func free(ctx context.Context, q *store.Queries, s factcheck.PublicSource) (bool, error) {
	if s.Access != factcheck.PublicAccess {
		return false, nil
	}
	present, err := q.Source(ctx, s.ID)
	return err == nil && present.Access == factcheck.PublicAccess, err
}

// PublicText is the normalised text that a published quote was found in;
// NotFound unless its source is free to republish.
func (r *Room) PublicText(ctx context.Context, evidence int64) (string, error) {
	p, err := r.EvidencePage(ctx, evidence)
	if err == nil && !p.FullText {
		err = factcheck.NoSuch("text of evidence %s", strconv.FormatInt(evidence, 10))
	}
	if err != nil {
		return "", err
	}
	return read(ctx, r, func(q *store.Queries) (string, error) { return q.Text(ctx, p.Evidence.Source.SnapshotID) })
}

// PublicExcerpt is the excerpt of a published quote's place; NotFound for a
// protected source.
func (r *Room) PublicExcerpt(ctx context.Context, evidence int64) (string, error) {
	p, err := r.EvidencePage(ctx, evidence)
	if err == nil && p.Excerpt.Text == "" {
		err = factcheck.NoSuch("excerpt of evidence %s", strconv.FormatInt(evidence, 10))
	}
	return p.Excerpt.Text, err
}
