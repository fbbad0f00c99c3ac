package newsroom

import (
	"context"

	"claimdesk/internal/factcheck"
)

// AddEnquiry notes whom the newsroom has asked; it stands last among the
// claim's. What readers are told of it makes it a change of the claim; one that
// they are told nothing of leaves the claim where it is.
func (r *Room) AddEnquiry(ctx context.Context, by factcheck.Actor, id int64, b Base, d factcheck.EnquiryDraft) (factcheck.Claim, error) {
	return act(ctx, r, by, factcheck.AddEnquiry, func(a *acting) (factcheck.Claim, error) {
		e, err := d.Check(a.now)
		if err != nil {
			return factcheck.Claim{}, err
		}
		return a.alter(ctx, id, b, e.Told != factcheck.ToldNothing, func(a *acting, c *factcheck.Claim) error {
			e.ClaimID, e.CreatedBy, e.CreatedAt = id, by.ID, a.now
			if len(c.Enquiries) >= factcheck.MaxEnquiries {
				return factcheck.Wrong("asked", "At most %d enquiries fit on one claim.", factcheck.MaxEnquiries)
			}
			if e.ID, err = a.Tx.AddEnquiry(ctx, e); err != nil {
				return err
			}
			c.Enquiries = append(c.Enquiries, e)
			return nil
		})
	})
}

// EditEnquiry changes an enquiry, or notes what came of it. It is a change of
// the claim where readers are told something else than before.
func (r *Room) EditEnquiry(ctx context.Context, by factcheck.Actor, id, enquiry int64, b Base, d factcheck.EnquiryDraft) (factcheck.Claim, error) {
	return act(ctx, r, by, factcheck.EditEnquiry, func(a *acting) (factcheck.Claim, error) {
		c, was, err := a.enquiry(ctx, id, enquiry)
		if err != nil {
			return c, err
		}
		is, err := d.Check(a.now)
		if err != nil {
			return c, err
		}
		is.ID, is.ClaimID, is.CreatedBy, is.By, is.CreatedAt = was.ID, was.ClaimID, was.CreatedBy, was.By, was.CreatedAt
		before, shownBefore := was.Public(c.Claimant)
		after, shown := is.Public(c.Claimant)
		return a.alter(ctx, id, b, shown != shownBefore || before != after, func(a *acting, _ *factcheck.Claim) error {
			if is == was {
				return errUnchanged
			}
			return a.SetEnquiry(ctx, is)
		})
	})
}

// DropEnquiry takes an enquiry off the claim.
func (r *Room) DropEnquiry(ctx context.Context, by factcheck.Actor, id, enquiry int64, b Base) (factcheck.Claim, error) {
	return act(ctx, r, by, factcheck.DropEnquiry, func(a *acting) (factcheck.Claim, error) {
		c, was, err := a.enquiry(ctx, id, enquiry)
		if err != nil {
			return c, err
		}
		return a.alter(ctx, id, b, was.Told != factcheck.ToldNothing, func(a *acting, _ *factcheck.Claim) error {
			return a.RemoveEnquiry(ctx, enquiry, a.now)
		})
	})
}

func (a *acting) enquiry(ctx context.Context, id, enquiry int64) (factcheck.Claim, factcheck.Enquiry, error) {
	c, err := a.Claim(ctx, id)
	if err != nil {
		return c, factcheck.Enquiry{}, err
	}
	e := c.Enquiry(enquiry)
	if e == nil {
		return c, factcheck.Enquiry{}, factcheck.NoSuch("enquiry %d on claim %d", enquiry, id)
	}
	return c, *e, nil
}

// PassGate gives the reason for which a line of the gate is passed that asks for
// one and does not hold; an empty reason withdraws it. Where readers are told
// the reason, it is a change of the claim.
func (r *Room) PassGate(ctx context.Context, by factcheck.Actor, id int64, b Base, rule, reason string) (factcheck.Claim, error) {
	reason, err := factcheck.CheckReason(reason)
	if err != nil {
		return factcheck.Claim{}, err
	}
	return act(ctx, r, by, factcheck.PassGate, func(a *acting) (factcheck.Claim, error) {
		return a.alter(ctx, id, b, factcheck.TellsReaders(rule), func(a *acting, c *factcheck.Claim) error {
			if c.ReasonFor(rule) == reason {
				return errUnchanged
			}
			g, err := gate(ctx, &a.Queries, c)
			if err != nil {
				return err
			}
			if line := g.Item(rule); reason != "" && (line == nil || !line.Asks()) {
				return factcheck.Clash("This line of the gate asks for no reason: it holds, or nothing passes it, or nothing has to.")
			}
			return a.SetPass(ctx, id, factcheck.Pass{Rule: rule, Reason: reason, UserID: by.ID, At: a.now})
		})
	})
}
