package newsroom

import (
	"context"

	"claimdesk/internal/factcheck"
)

// Dissent writes down that somebody sees the verdict differently. A public one
// is a change of the claim, since it stands on the page; a private one leaves
// the claim where it is. Without a verdict it is a Conflict.
func (r *Room) Dissent(ctx context.Context, by factcheck.Actor, id int64, b Base, text string, public bool) (factcheck.Claim, error) {
	text, err := factcheck.CheckDissent(text)
	if err != nil {
		return factcheck.Claim{}, err
	}
	return act(ctx, r, by, factcheck.Dissent, func(a *acting) (factcheck.Claim, error) {
		return a.alter(ctx, id, b, public, func(a *acting, c *factcheck.Claim) error {
			if c.Verdict == nil {
				return factcheck.Clash("There is no verdict yet from which one could dissent.")
			}
			d := factcheck.DissentNote{ClaimID: id, UserID: by.ID, Text: text, Public: public, At: a.now}
			var err error
			if d.ID, err = a.AddDissent(ctx, d); err != nil {
				return err
			}
			return a.notify(ctx, factcheck.HasDissent, id, factcheck.Beginning(text), c.Verdict.UserID, approver(c))
		})
	})
}

// approver is who approved a claim; 0 for nobody.
func approver(c *factcheck.Claim) int64 {
	if s := c.Approval(); s != nil {
		return s.UserID
	}
	return 0
}

// DropDissent takes one's own dissent back. Somebody else's is Forbidden.
func (r *Room) DropDissent(ctx context.Context, by factcheck.Actor, id, dissent int64, b Base) (factcheck.Claim, error) {
	return act(ctx, r, by, factcheck.DropDissent, func(a *acting) (factcheck.Claim, error) {
		c, err := a.Claim(ctx, id)
		if err != nil {
			return c, err
		}
		d := c.Dissented(dissent)
		switch {
		case d == nil:
			return c, factcheck.NoSuch("dissent %d on claim %d", dissent, id)
		case d.UserID != by.ID:
			return c, factcheck.Refused("Only %s can take this dissent back.", d.By)
		}
		return a.alter(ctx, id, b, d.Public, func(a *acting, _ *factcheck.Claim) error {
			return a.RemoveDissent(ctx, dissent, a.now)
		})
	})
}
