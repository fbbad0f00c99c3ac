package newsroom

import (
	"context"

	"claimdesk/internal/factcheck"
)

// PlanClaim says when a claim is due, how much it matters and when its check is
// to be looked at again. It changes nothing of what the claim says: the status
// stays, and so do the signatures. A plan that is as before is left alone.
func (r *Room) PlanClaim(ctx context.Context, by factcheck.Actor, id int64, b Base, d factcheck.PlanDraft) (factcheck.Claim, error) {
	plan, err := d.Check(r.Now())
	if err != nil {
		return factcheck.Claim{}, err
	}
	return act(ctx, r, by, factcheck.PlanClaim, func(a *acting) (factcheck.Claim, error) {
		c, err := a.Claim(ctx, id)
		if err != nil {
			return c, err
		}
		if err := b.holds(&c); err != nil {
			return c, err
		}
		if c.Plan == plan {
			return c, nil
		}
		c.Plan = plan
		return a.save(ctx, c)
	})
}
