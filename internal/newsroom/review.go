package newsroom

import (
	"context"
	"slices"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/prose"
	"claimdesk/internal/store"
)

// Gate is what must hold before a claim goes on, as it is now.
func (r *Room) Gate(ctx context.Context, id int64) (factcheck.Gate, error) {
	c, err := read(ctx, r, func(q *store.Queries) (factcheck.Claim, error) { return q.Claim(ctx, id) })
	if err != nil {
		return factcheck.Gate{}, err
	}
	return r.GateOf(ctx, &c)
}

// GateOf is the same for a claim that has been read whole.
func (r *Room) GateOf(ctx context.Context, c *factcheck.Claim) (factcheck.Gate, error) {
	return read(ctx, r, func(q *store.Queries) (factcheck.Gate, error) { return gate(ctx, q, c) })
}

// Gates are the gates of claims that have been read whole, in their order.
func (r *Room) Gates(ctx context.Context, claims []factcheck.Claim) ([]factcheck.Gate, error) {
	if len(claims) == 0 {
		return nil, nil
	}
	return read(ctx, r, func(q *store.Queries) ([]factcheck.Gate, error) {
		k, err := newKeeper(ctx, q)
		if err != nil {
			return nil, err
		}
		gates := make([]factcheck.Gate, len(claims))
		for i := range claims {
			if gates[i], err = k.gate(ctx, q, &claims[i]); err != nil {
				return nil, err
			}
		}
		return gates, nil
	})
}

func gate(ctx context.Context, q *store.Queries, c *factcheck.Claim) (factcheck.Gate, error) {
	k, err := newKeeper(ctx, q)
	if err != nil {
		return factcheck.Gate{}, err
	}
	return k.gate(ctx, q, c)
}

// keeper judges claims by the rules and the scale of the newsroom, which are the
// same for all.
type keeper struct {
	facts factcheck.GateFacts // of no claim in particular
	scale factcheck.Scale
}

func newKeeper(ctx context.Context, q *store.Queries) (k keeper, err error) {
	s, err := q.Settings(ctx)
	if err != nil {
		return k, err
	}
	if k.scale, err = q.Scale(ctx, 0); err != nil {
		return k, err
	}
	k.facts = factcheck.GateFacts{SiteName: s.SiteName, FourEyes: s.FourEyes, Rules: s.Rules}
	for _, rating := range k.scale.Ratings {
		k.facts.Labels = append(k.facts.Labels, rating.Label)
	}
	return k, nil
}

// gate asks for more only where a claim has a misread source or is public under
// a rating that was retired.
func (k keeper) gate(ctx context.Context, q *store.Queries, c *factcheck.Claim) (factcheck.Gate, error) {
	facts := k.facts
	var err error
	if facts.Retired, err = retired(ctx, q, k.scale, c); err != nil {
		return factcheck.Gate{}, err
	}
	if v := c.Verdict; v != nil && v.Misread != nil && v.Misread.SourceID != 0 {
		s, err := q.Source(ctx, v.Misread.SourceID)
		if err != nil {
			return factcheck.Gate{}, err
		}
		if s.Access != factcheck.ProtectedAccess { // its date is for those who are named on it
			facts.MisreadOn = s.PublishedOn
		}
	}
	if c.Article != nil {
		facts.BrokenLinks = prose.Check(c.Article.Body, len(c.Evidence))
		facts.Referred = prose.Exhibits(c.Article.Body, len(c.Exhibits))
	}
	return c.Judge(facts), nil
}

// through is nil when the gate is open for sending, or for publishing, without
// looking at some of its rules; else a Conflict that says what is missing.
func (a *acting) through(ctx context.Context, c *factcheck.Claim, publish bool, without ...string) error {
	g, err := gate(ctx, &a.Queries, c)
	if err != nil {
		return err
	}
	missing := slices.DeleteFunc(g.Missing(publish), func(i factcheck.GateItem) bool { return slices.Contains(without, i.Rule) })
	if len(missing) == 0 {
		return nil
	}
	parts := make([]string, len(missing))
	for i, item := range missing {
		parts[i] = item.Message
	}
	what := "sent for review"
	if publish {
		what = "published"
	}
	return &factcheck.Error{Kind: factcheck.Conflict, Gate: &g, Message: "The claim cannot be " + what + " yet. " + strings.Join(parts, " ")}
}

// step is an act that leads a claim from one status to another.
func (r *Room) step(ctx context.Context, by factcheck.Actor, id int64, b Base, action factcheck.Action, do func(*acting, *factcheck.Claim) error) (factcheck.Claim, error) {
	return act(ctx, r, by, action, func(a *acting) (factcheck.Claim, error) {
		c, err := a.Claim(ctx, id)
		if err != nil {
			return c, err
		}
		if _, err := c.Next(action); err != nil && action == factcheck.Approve {
			return c, err // who was faster, rather than that something has changed
		}
		if err := b.holds(&c); err != nil {
			return c, err
		}
		next, err := c.Next(action)
		if err != nil {
			return c, err
		}
		if err := do(a, &c); err != nil {
			return c, err
		}
		c.Status = next
		return a.save(ctx, c)
	})
}

// sign puts the actor's name under the claim as it will be once it is saved.
func (a *acting) sign(ctx context.Context, c *factcheck.Claim, kind factcheck.SignatureKind) error {
	s := factcheck.Signature{UserID: a.by.ID, By: a.by.Name, Kind: kind, Version: c.Version + 1, Substance: c.Substance(), At: a.now}
	c.Signatures = append(c.Signatures, s)
	return a.AddSignature(ctx, c.ID, s)
}

// Submit sends the claim for review, signed by the actor.
func (r *Room) Submit(ctx context.Context, by factcheck.Actor, id int64, b Base, note string) (factcheck.Claim, error) {
	return r.step(ctx, by, id, b, factcheck.Submit, func(a *acting, c *factcheck.Claim) error {
		if err := a.through(ctx, c, false); err != nil {
			return err
		}
		if _, err := a.comment(ctx, id, note); err != nil {
			return err
		}
		if err := a.ClearSignatures(ctx, id); err != nil {
			return err
		}
		c.ReturnNote, c.Signatures = "", nil
		return a.sign(ctx, c, factcheck.Sent)
	})
}

// Agree signs a claim in review as it is now.
func (r *Room) Agree(ctx context.Context, by factcheck.Actor, id int64, b Base, note string) (factcheck.Claim, error) {
	return r.step(ctx, by, id, b, factcheck.Agree, func(a *acting, c *factcheck.Claim) error {
		if !c.MayAgree(by.ID) {
			return factcheck.Clash("Your signature stands already.")
		}
		if _, err := a.comment(ctx, id, note); err != nil {
			return err
		}
		return a.sign(ctx, c, factcheck.Agreed)
	})
}

// Approve is an editor's signature beside somebody else's; with four eyes off,
// beside anybody's.
func (r *Room) Approve(ctx context.Context, by factcheck.Actor, id int64, b Base, note string) (factcheck.Claim, error) {
	return r.step(ctx, by, id, b, factcheck.Approve, func(a *acting, c *factcheck.Claim) error {
		if _, err := a.comment(ctx, id, note); err != nil {
			return err
		}
		if err := a.approve(ctx, c); err != nil {
			return err
		}
		return a.notify(ctx, factcheck.WasApproved, id, factcheck.Beginning(note), sender(c))
	})
}

func (a *acting) approve(ctx context.Context, c *factcheck.Claim) error {
	s, err := a.Settings(ctx)
	if err != nil {
		return err
	}
	if s.FourEyes {
		if err := c.FourEyes(a.by.ID); err != nil {
			return err
		}
	}
	if err := a.through(ctx, c, false); err != nil {
		return err
	}
	return a.sign(ctx, c, factcheck.ApprovedBy)
}

// Return sends a claim back to research with a note, which is needed.
func (r *Room) Return(ctx context.Context, by factcheck.Actor, id int64, b Base, note string) (factcheck.Claim, error) {
	return r.step(ctx, by, id, b, factcheck.Return, func(a *acting, c *factcheck.Claim) error {
		kept, err := a.comment(ctx, id, note)
		if err != nil {
			return err
		}
		if kept == "" && factcheck.NeedsNote(a.action) {
			return factcheck.Wrong("note", "Say what has to be done before it can be approved.")
		}
		c.ReturnNote = kept
		if err := a.notify(ctx, factcheck.WasReturned, id, factcheck.Beginning(kept), sender(c), c.AssigneeID); err != nil {
			return err
		}
		return a.ClearSignatures(ctx, id)
	})
}

// Drop puts a claim aside that was never published.
func (r *Room) Drop(ctx context.Context, by factcheck.Actor, id int64, b Base, reason factcheck.DropReason, note string) (factcheck.Claim, error) {
	return r.step(ctx, by, id, b, factcheck.Drop, func(a *acting, c *factcheck.Claim) error {
		if !slices.Contains(factcheck.DropReasons, reason) {
			return factcheck.Wrong("reason", "Say why: %s.", joined(factcheck.DropReasons))
		}
		return a.drop(ctx, c, reason, note)
	})
}

// drop puts why a claim is dropped on it, and takes the names off it.
func (a *acting) drop(ctx context.Context, c *factcheck.Claim, reason factcheck.DropReason, note string) error {
	kept, err := a.comment(ctx, c.ID, note)
	if err != nil {
		return err
	}
	c.DropReason, c.DropNote = reason, kept
	if err := a.closeTips(ctx, c.ID, a.now); err != nil {
		return err
	}
	return a.ClearSignatures(ctx, c.ID)
}

func joined(reasons []factcheck.DropReason) string {
	words := make([]string, len(reasons))
	for i, r := range reasons {
		words[i] = string(r)
	}
	return strings.Join(words, ", ")
}

// Reopen takes a dropped claim up again.
func (r *Room) Reopen(ctx context.Context, by factcheck.Actor, id int64, b Base, note string) (factcheck.Claim, error) {
	return r.step(ctx, by, id, b, factcheck.Reopen, func(a *acting, c *factcheck.Claim) error {
		if _, err := a.comment(ctx, id, note); err != nil {
			return err
		}
		return a.reopened(ctx, c)
	})
}
