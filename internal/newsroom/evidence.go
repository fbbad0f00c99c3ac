package newsroom

import (
	"context"
	"errors"
	"slices"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/prose"
	"claimdesk/internal/quote"
)

// Attached is what attaching a quote gives.
type Attached struct {
	Claim    factcheck.Claim
	Evidence factcheck.Evidence
}

// AttachQuote finds the quote word for word in the newest snapshot of its
// source and attaches it. What is not found, or found more than once, is an
// Invalid error with the nearest passage or with the places.
func (r *Room) AttachQuote(ctx context.Context, by factcheck.Actor, claim int64, b Base, d factcheck.EvidenceDraft) (factcheck.Claim, factcheck.Evidence, error) {
	d, err := d.Check()
	if err != nil {
		return factcheck.Claim{}, factcheck.Evidence{}, err
	}
	done, err := act(ctx, r, by, factcheck.AttachQuote, func(a *acting) (out Attached, err error) {
		var id int64
		out.Claim, err = a.change(ctx, claim, b, func(a *acting, c *factcheck.Claim) error {
			id, err = a.attach(ctx, c, d)
			return err
		})
		if err == nil {
			out.Evidence = *out.Claim.Piece(id)
		}
		return out, err
	})
	return done.Claim, done.Evidence, err
}

func (a *acting) attach(ctx context.Context, c *factcheck.Claim, d factcheck.EvidenceDraft) (int64, error) {
	s, err := sourceFor(ctx, &a.Queries, a.by, d.SourceID)
	if err != nil {
		return 0, orWrong(err, "source_id", "There is no source with this number.")
	}
	text, err := a.Text(ctx, s.Snapshot.ID)
	if err != nil {
		return 0, err
	}
	doc := quote.NewDocument(text)
	anchor, err := find(doc, d)
	if err != nil {
		return 0, err
	}
	e := factcheck.Evidence{ClaimID: c.ID, SourceID: s.ID, SnapshotID: s.Snapshot.ID, Position: len(c.Evidence) + 1,
		Stance: d.Stance, Anchor: anchor, Speaker: d.Speaker, Note: d.Note,
		Translation: d.Translation, Translator: d.Translator, CreatedBy: a.by.ID, CreatedAt: a.now}
	if other := twin(c, e); other != nil {
		return 0, factcheck.Clash("This quote is evidence %d of the claim already.", other.Position)
	}
	list, err := a.Passages(ctx, s.Snapshot.ID)
	if err != nil {
		return 0, err
	}
	e.Passage = passageOf(list, anchor.Start)
	return a.AddEvidence(ctx, e)
}

// twin is the piece of a claim that is the same quote from the same place, for
// the same side; nil when there is none.
func twin(c *factcheck.Claim, e factcheck.Evidence) *factcheck.Evidence {
	i := slices.IndexFunc(c.Evidence, func(o factcheck.Evidence) bool {
		return o.SnapshotID == e.SnapshotID && o.Start == e.Start && o.End == e.End && o.Exact == e.Exact && o.Stance == e.Stance
	})
	if i < 0 {
		return nil
	}
	return &c.Evidence[i]
}

// find looks for a draft's words, and puts what package quote finds wrong into
// a field's message.
func find(doc *quote.Document, d factcheck.EvidenceDraft) (quote.Anchor, error) {
	var anchor quote.Anchor
	var err error
	if d.End > 0 {
		anchor, err = doc.FindAt(d.Exact, d.Start, d.End)
	} else {
		anchor, err = doc.Find(quote.Selector{Exact: d.Exact, Prefix: d.Prefix, Suffix: d.Suffix})
	}
	if err == nil {
		return anchor, nil
	}
	var absent *quote.NotFound
	var several *quote.Ambiguous
	var malformed *quote.Malformed
	refusal := &factcheck.Error{Kind: factcheck.Invalid, Message: "The quote was not attached.", Cause: err}
	problem := factcheck.Problem{Field: "exact"}
	switch {
	case errors.As(err, &absent):
		problem.Message = "These words are not in the source, letter for letter. The nearest passage shows what is."
		refusal.Nearest, refusal.Offers = absent.Nearest, absent.Offers
		switch {
		case len(absent.Offers) > 0:
			problem.Message = "The source has these words, but not letter for letter. Look at what differs, and quote them as it has them."
		case absent.Nearest == nil:
			problem.Message = "These words are not in the source, and nothing like them is. Is it the right source?"
		}
	case errors.As(err, &several):
		refusal.Matches = several.Matches
		problem.Message = "These words stand in the source " + factcheck.Plural(len(several.Matches), "time", "times") + ". Say which place is meant, or quote a few words more."
	case errors.As(err, &malformed):
		problem = factcheck.Problem{Field: malformed.Field, Message: malformed.Message}
	default:
		return anchor, err
	}
	refusal.Fields = []factcheck.Problem{problem}
	return anchor, refusal
}

// EditEvidence changes what a quote is for: stance, speaker, note and
// translation. What was quoted stays.
func (r *Room) EditEvidence(ctx context.Context, by factcheck.Actor, claim, evidence int64, b Base, d factcheck.EvidenceDraft) (factcheck.Claim, error) {
	return r.change(ctx, by, claim, b, factcheck.EditEvidence, func(a *acting, c *factcheck.Claim) error {
		e, err := piece(c, evidence)
		if err != nil {
			return err
		}
		d.SourceID, d.Exact = e.SourceID, e.Exact
		if d, err = d.Check(); err != nil {
			return err
		}
		was := *e
		e.Stance, e.Speaker, e.Note, e.Translation, e.Translator = d.Stance, d.Speaker, d.Note, d.Translation, d.Translator
		if was.Stance == e.Stance && was.Speaker == e.Speaker && was.Note == e.Note && was.Translation == e.Translation && was.Translator == e.Translator {
			return errUnchanged
		}
		return a.SetEvidence(ctx, *e)
	})
}

func piece(c *factcheck.Claim, id int64) (*factcheck.Evidence, error) {
	if e := c.Piece(id); e != nil {
		return e, nil
	}
	return nil, factcheck.NoSuch("evidence %d on claim %d", id, c.ID)
}

// MoveEvidence moves a quote one place up or down. Marks in the article follow
// their quotes: [1] becomes [2] with the quote that it refers to.
func (r *Room) MoveEvidence(ctx context.Context, by factcheck.Actor, claim, evidence int64, up bool) (factcheck.Claim, error) {
	return r.change(ctx, by, claim, Base{}, factcheck.MoveEvidence, func(a *acting, c *factcheck.Claim) error {
		e, err := piece(c, evidence)
		if err != nil {
			return err
		}
		if !shift(c.Evidence, e.Position-1, up) {
			return errUnchanged
		}
		return a.renumber(ctx, c, map[int]int{})
	})
}

// RemoveEvidence takes a quote off the claim. Marks in the article that refer
// to it become [0], which the gate shows as broken; the others follow their
// quotes.
func (r *Room) RemoveEvidence(ctx context.Context, by factcheck.Actor, claim, evidence int64, b Base) (factcheck.Claim, error) {
	return r.change(ctx, by, claim, b, factcheck.DropEvidence, func(a *acting, c *factcheck.Claim) error {
		e, err := piece(c, evidence)
		if err != nil {
			return err
		}
		i := e.Position - 1
		if err := a.Tx.RemoveEvidence(ctx, evidence, a.now); err != nil {
			return err
		}
		c.Evidence = slices.Delete(c.Evidence, i, i+1)
		return a.renumber(ctx, c, map[int]int{i + 1: 0})
	})
}

// renumber gives the evidence its numbers, in its present order, and the
// article's marks theirs. to holds where marks of removed evidence lead.
func (a *acting) renumber(ctx context.Context, c *factcheck.Claim, to map[int]int) error {
	if err := a.reposition(ctx, c, to); err != nil || c.Article == nil {
		return err
	}
	return a.rewrite(ctx, c, prose.Renumber(c.Article.Body, to))
}

// reposition gives the evidence its numbers, in its present order, and notes
// in to which number became which.
func (a *acting) reposition(ctx context.Context, c *factcheck.Claim, to map[int]int) error {
	return reorder(c.Evidence, func(e *factcheck.Evidence) *int { return &e.Position }, to,
		func(e factcheck.Evidence) error { return a.SetEvidence(ctx, e) })
}

// rewrite saves the article with another body, when it is another one.
func (a *acting) rewrite(ctx context.Context, c *factcheck.Claim, body string) error {
	if body == c.Article.Body {
		return nil
	}
	text := *c.Article
	text.Body, text.UserID, text.At = body, a.by.ID, a.now
	var err error
	text.ID, err = a.AddArticle(ctx, text)
	c.Article = &text
	return err
}
