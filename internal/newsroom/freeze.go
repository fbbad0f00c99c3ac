package newsroom

import (
	"context"
	"fmt"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/prose"
	"claimdesk/internal/quote"
	"claimdesk/internal/store"
)

// Preview is the page as it would be published now.
func (r *Room) Preview(ctx context.Context, id int64) (factcheck.Content, error) {
	return read(ctx, r, func(q *store.Queries) (factcheck.Content, error) {
		c, err := q.Claim(ctx, id)
		if err != nil {
			return factcheck.Content{}, err
		}
		n, err := freeze(ctx, q, &c, r.Now())
		if err != nil {
			return n, err
		}
		var live *factcheck.Content
		if c.Live != nil {
			p, err := q.PublishedClaim(ctx, id)
			if err != nil {
				return n, err
			}
			live = &p.Revision.Content
		}
		credit(&n, &c, live, "")
		return n, tellChanges(ctx, q, &n)
	})
}

// How many code points of the words around a quote a page shows on each side.
const around = 240

// freeze makes the content of a revision out of a claim, checking once more
// that each quote stands in its snapshot.
func freeze(ctx context.Context, q *store.Queries, c *factcheck.Claim, now time.Time) (factcheck.Content, error) {
	n := factcheck.Content{ClaimID: c.ID, Language: c.Language, Claim: c.Text, SaidOn: c.SaidOn, Topics: c.Topics, FirstAt: now}
	if c.Live != nil {
		n.FirstAt = c.Live.FirstAt
	}
	n.Claimant, n.Appearances = public(c)
	var err error
	if n.Verbatim, err = verbatim(ctx, q, c); err != nil {
		return n, err
	}
	if a := c.Article; a != nil {
		n.Headline, n.Slug, n.Summary, n.Body = a.Headline, a.Slug, a.Summary, a.Body
	}
	if err := exhibits(ctx, q, &n, c); err != nil {
		return n, err
	}
	if err := rule(ctx, q, &n, c.Verdict); err != nil {
		return n, err
	}
	if err := aside(ctx, q, &n, c); err != nil {
		return n, err
	}
	docs, roots := map[int64]*quote.Document{}, map[int64]bool{}
	for _, e := range c.Evidence {
		doc := docs[e.SnapshotID]
		if doc == nil {
			text, err := q.Text(ctx, e.SnapshotID)
			if err != nil {
				return n, err
			}
			doc = quote.NewDocument(text)
			docs[e.SnapshotID] = doc
		}
		if err := doc.Verify(e.Anchor); err != nil {
			return n, fmt.Errorf("evidence %d no longer stands in snapshot %d: %w", e.ID, e.SnapshotID, err)
		}
		n.Evidence = append(n.Evidence, piecePublic(c, e, doc))
		roots[e.Root] = true
	}
	n.Independent = len(roots)
	return n, veilContents(ctx, q, &n)
}

// aside puts in what readers are told of enquiries, of dissent, and of rules
// that were passed.
func aside(ctx context.Context, q *store.Queries, n *factcheck.Content, c *factcheck.Claim) error {
	n.Enquiries, n.Dissents = c.PublicEnquiries(), c.PublicDissents()
	if len(c.Passes) == 0 {
		return nil
	}
	g, err := gate(ctx, q, c)
	n.Passed = g.Passed()
	return err
}

// exhibits puts in what readers see of the exhibits, and renders the text with
// the marks that lead there. Those that do not count are left out; the others
// keep the letters that they have at the desk, so that no mark ever changes
// its meaning once a colleague confirms one between them.
func exhibits(ctx context.Context, q *store.Queries, n *factcheck.Content, c *factcheck.Claim) error {
	s, err := q.Settings(ctx)
	if err != nil {
		return err
	}
	shown := make([]bool, len(c.Exhibits))
	for i, e := range c.Exhibits {
		if shown[i] = e.Counts(s.FourEyes); shown[i] {
			n.Exhibits = append(n.Exhibits, e.Public())
		}
	}
	n.BodyHTML = prose.HTML(n.Body, len(c.Evidence), shown...)
	return nil
}

// public is what readers are told of who says the claim and where.
func public(c *factcheck.Claim) (*factcheck.Claimant, []factcheck.Appearance) {
	n := factcheck.Content{Claimant: c.Claimant}
	for _, a := range c.Appearances {
		n.Appearances = append(n.Appearances, a.Public())
	}
	if c.Claimant != nil && c.Claimant.Kind == factcheck.PrivatePerson {
		n.HideClaimant()
	}
	return n.Claimant, n.Appearances
}

func rule(ctx context.Context, q *store.Queries, n *factcheck.Content, v *factcheck.Verdict) error {
	if v == nil {
		return nil
	}
	n.Rating, n.ScaleVersion, n.Explanation, n.Reasons, n.AsOf = v.Rating, v.ScaleVersion, v.Explanation, v.Reasons, v.AsOf
	if v.Misread == nil {
		return nil
	}
	n.Misread = &factcheck.PublicMisread{Misread: *v.Misread}
	if v.Misread.SourceID == 0 {
		return nil
	}
	s, err := q.Source(ctx, v.Misread.SourceID)
	n.Misread.Title = s.Title // taken out again when it is protected
	return err
}

func piecePublic(c *factcheck.Claim, e factcheck.Evidence, doc *quote.Document) factcheck.PublicEvidence {
	s := e.Source
	p := factcheck.PublicEvidence{ID: e.ID, Position: e.Position, Stance: e.Stance, Exact: e.Exact, Prefix: e.Prefix,
		Suffix: e.Suffix, Start: e.Start, End: e.End, Spans: e.Spans, Passage: e.Passage, Speaker: e.Speaker, Note: e.Note,
		Translation: e.Translation, Translator: e.Translator, Later: c.Later(e),
		Source: factcheck.PublicSource{ID: s.ID, Title: s.Title, Publisher: s.Publisher, Authors: s.Authors, URL: s.URL,
			PublishedOn: s.PublishedOn, Language: s.Language, Kind: s.Kind, Level: s.Level, Access: s.Access, Interest: s.Interest, ArchivedURL: s.ArchivedURL,
			SnapshotID: e.SnapshotID, SHA256: s.Snapshot.SHA256, TextSHA256: s.Snapshot.TextSHA256, MediaType: s.Snapshot.MediaType,
			RetrievedAt: s.Snapshot.RetrievedAt, Length: s.Snapshot.Length}}
	p.Before, p.After = doc.Around(e.Anchor, around)
	return p
}
