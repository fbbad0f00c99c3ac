package newsroom

import (
	"context"

	"claimdesk/internal/factcheck"
)

// AssignClaim says who looks into a claim; 0 is nobody. It changes nothing of
// what the claim says. They are told.
func (r *Room) AssignClaim(ctx context.Context, by factcheck.Actor, id, user int64) (factcheck.Claim, error) {
	return act(ctx, r, by, factcheck.AssignClaim, func(a *acting) (factcheck.Claim, error) {
		c, err := a.Claim(ctx, id)
		if err != nil || c.AssigneeID == user {
			return c, err
		}
		if err := a.mayWork(ctx, user); err != nil {
			return c, err
		}
		if c, err = a.assign(ctx, c, user); err != nil {
			return c, err
		}
		return c, a.given(ctx, user, c)
	})
}

// assign gives the claim to a user, or to nobody; a new one is begun by that.
func (a *acting) assign(ctx context.Context, c factcheck.Claim, user int64) (factcheck.Claim, error) {
	c.AssigneeID = user
	if c.Status == factcheck.New && user != 0 {
		c.Status = factcheck.Researching
	}
	return a.save(ctx, c)
}

// given tells a user (0: nobody) of the claims that they were given: of the
// first, and how many more there are.
func (a *acting) given(ctx context.Context, user int64, claims ...factcheck.Claim) error {
	if len(claims) == 0 {
		return nil
	}
	return a.notify(ctx, factcheck.WasAssigned, claims[0].ID, andMore(len(claims)-1), user)
}

// andMore says how many claims there are besides the one that is named.
func andMore(n int) string {
	if n == 0 {
		return ""
	}
	return "and " + factcheck.Plural(n, "more claim", "more claims")
}

// changedTo is the user who has a claim now and did not before, or 0.
func changedTo(before, now int64) int64 {
	if before == now {
		return 0
	}
	return now
}

// giveBack takes from somebody who was shut out all claims that are not done,
// tells the editors and counts them. Each keeps its stand, and its line in the
// log.
func (a *acting) giveBack(ctx context.Context, user factcheck.User) (int, error) {
	ids, err := a.UnfinishedOf(ctx, user.ID)
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	for _, id := range ids { // what one person has in hand
		c, err := a.Claim(ctx, id)
		if err != nil {
			return 0, err
		}
		c.AssigneeID, c.Version, c.UpdatedAt = 0, c.Version+1, a.now
		if err := a.SetClaim(ctx, c); err != nil {
			return 0, err
		}
		if _, err := a.stand(ctx, id, factcheck.AssignClaim); err != nil {
			return 0, err
		}
	}
	editors, err := a.activeEditors(ctx)
	if err != nil {
		return 0, err
	}
	return len(ids), a.notify(ctx, factcheck.WorkReturned, ids[0], andMore(len(ids)-1), editors...)
}

// activeEditors are the editors and admins who can log in.
func (a *acting) activeEditors(ctx context.Context) ([]int64, error) {
	users, err := a.Users(ctx)
	var ids []int64
	for _, u := range users {
		if !u.Disabled && u.Role.AtLeast(factcheck.Editor) {
			ids = append(ids, u.ID)
		}
	}
	return ids, err
}
