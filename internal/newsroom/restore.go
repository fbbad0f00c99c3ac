package newsroom

import (
	"context"
	"encoding/json"
	"slices"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/prose"
	"claimdesk/internal/store"
)

// FormerNumber is the number that a quote had on a claim before it was removed;
// 0 when that is not known any more. It is NotFound when the quote still
// stands, or never stood, on the claim.
func (r *Room) FormerNumber(ctx context.Context, claim, evidence int64) (int, error) {
	return read(ctx, r, func(q *store.Queries) (int, error) {
		if _, err := q.RemovedEvidence(ctx, claim, evidence); err != nil {
			return 0, err
		}
		c, err := q.Claim(ctx, claim)
		if err != nil {
			return 0, err
		}
		before, err := lastWith(ctx, q, &c, evidence)
		return before.place(evidence) + 1, err
	})
}

// RestoreEvidence undoes the removal of a quote: it stands again where
// it stood among the others, and marks in the article follow the others to
// their new numbers. The marks that referred to it come back only while the
// article's text is still the one that the removal left; in any other they stay
// [0], since nothing says which [0] was whose. Putting back what stands on the
// claim already changes nothing. The claim's status is not put back: like any
// change this one leads an approved claim to research.
func (r *Room) RestoreEvidence(ctx context.Context, by factcheck.Actor, claim, evidence int64, b Base) (factcheck.Claim, error) {
	return r.change(ctx, by, claim, b, factcheck.PutBackQuote, func(a *acting, c *factcheck.Claim) error {
		if c.Piece(evidence) != nil {
			return errUnchanged
		}
		e, err := a.RemovedEvidence(ctx, claim, evidence)
		if err != nil {
			return err
		}
		if other := twin(c, e); other != nil {
			return factcheck.Clash("The same quote was attached again meanwhile: it is evidence %d.", other.Position)
		}
		return a.putBack(ctx, c, e)
	})
}

// Widowed tells whether an article has marks whose quotes or exhibits were
// removed, so that somebody must give them their numbers again.
func Widowed(text *factcheck.Article) bool {
	return text != nil && slices.Contains(prose.Check(text.Body, 0), "[0]")
}

// putBack places a removed quote among the others.
func (a *acting) putBack(ctx context.Context, c *factcheck.Claim, e factcheck.Evidence) error {
	before, err := lastWith(ctx, &a.Queries, c, e.ID)
	if err != nil {
		return err
	}
	body, err := a.bodyBefore(ctx, c, before)
	if err != nil {
		return err
	}
	at := before.placeAmong(c.Evidence, e.ID)
	e.Position = at + 1
	if err := a.Tx.RestoreEvidence(ctx, e.ID, e.Position); err != nil {
		return err
	}
	if err := a.catchUp(ctx, e); err != nil {
		return err
	}
	c.Evidence = slices.Insert(c.Evidence, at, e)
	to := map[int]int{}
	if err := a.reposition(ctx, c, to); err != nil || c.Article == nil {
		return err
	}
	if body == nil {
		return a.rewrite(ctx, c, prose.Renumber(c.Article.Body, to))
	}
	return a.rewrite(ctx, c, prose.Renumber(*body, before.numbers(c.Evidence)))
}

// bodyBefore is the article's text as it was before the removal that followed a
// stand; nil when there was none, or when somebody has changed it since.
func (a *acting) bodyBefore(ctx context.Context, c *factcheck.Claim, before kept) (*string, error) {
	if c.Article == nil || before.ArticleID == 0 {
		return nil, nil
	}
	after, err := standAt(ctx, &a.Queries, c.ID, before.version+1)
	if err != nil || after.ArticleID == 0 {
		return nil, err
	}
	left, err := a.Article(ctx, after.ArticleID)
	if err != nil || left.Body != c.Article.Body {
		return nil, err
	}
	was, err := a.Article(ctx, before.ArticleID)
	return &was.Body, err
}

// kept is a stand of a claim that was kept, with its version.
type kept struct {
	stand
	version int64
}

// lastWith is the newest stand of a claim on which a piece of evidence still
// stood; an empty one when there is none.
func lastWith(ctx context.Context, q *store.Queries, c *factcheck.Claim, evidence int64) (kept, error) {
	for version := c.Version; version > 0; version-- {
		s, err := standAt(ctx, q, c.ID, version)
		if err != nil || s.place(evidence) >= 0 {
			return s, err
		}
	}
	return kept{}, nil
}

// standAt is a stand of a claim, an empty one where none was kept.
func standAt(ctx context.Context, q *store.Queries, claim, version int64) (kept, error) {
	s := kept{version: version}
	v, err := q.Version(ctx, "claim", claim, version)
	if factcheck.KindOf(err) == factcheck.NotFound {
		return s, nil
	}
	if err != nil {
		return s, err
	}
	return s, json.Unmarshal([]byte(v.Content), &s.stand)
}

// place is where a piece of evidence stood, from 0; -1 for nowhere.
func (s stand) place(evidence int64) int {
	return slices.IndexFunc(s.Evidence, func(e standing) bool { return e.ID == evidence })
}

// placeAmong is where a piece belongs among others: behind the nearest of those
// that it stood behind, else before the nearest of those that it stood before,
// else at the end.
func (s stand) placeAmong(others []factcheck.Evidence, evidence int64) int {
	place := s.place(evidence)
	for i := place - 1; i >= 0; i-- {
		if at := placeOf(others, s.Evidence[i].ID); at >= 0 {
			return at + 1
		}
	}
	for i := place + 1; place >= 0 && i < len(s.Evidence); i++ {
		if at := placeOf(others, s.Evidence[i].ID); at >= 0 {
			return at
		}
	}
	return len(others)
}

// numbers says which number each piece of the stand has now, 0 for none.
func (s stand) numbers(now []factcheck.Evidence) map[int]int {
	to := map[int]int{}
	for i, was := range s.Evidence {
		to[i+1] = placeOf(now, was.ID) + 1
	}
	return to
}

func placeOf(list []factcheck.Evidence, id int64) int {
	return slices.IndexFunc(list, func(e factcheck.Evidence) bool { return e.ID == id })
}
