package newsroom

import (
	"context"
	"strconv"
	"time"

	"claimdesk/internal/factcheck"
)

// AddRepeat records that a claim was seen again. The claim stays as it is;
// readers of its check see the new count at once.
func (r *Room) AddRepeat(ctx context.Context, by factcheck.Actor, claim int64, d factcheck.RepeatDraft) (factcheck.Repeat, error) {
	if err := factcheck.Permit(by, factcheck.AddRepeat); err != nil {
		return factcheck.Repeat{}, err
	}
	seen, err := d.Check(r.Now())
	if err != nil {
		return seen, err
	}
	return act(ctx, r, by, factcheck.AddRepeat, func(a *acting) (factcheck.Repeat, error) {
		c, err := a.repeatable(ctx, claim)
		if err != nil {
			return seen, err
		}
		if seen, err = a.repeat(ctx, &c, seen); err != nil {
			return seen, err
		}
		return seen, a.trace(ctx, "claim", claim, c.Version, nil)
	})
}

// RecordRepeat adds what was typed as a new claim to one that is recorded
// already: its appearances, or at least its words. Copies of posts are kept with
// claims of their own and are refused.
func (r *Room) RecordRepeat(ctx context.Context, by factcheck.Actor, into int64, d factcheck.ClaimDraft) ([]factcheck.Repeat, error) {
	if err := factcheck.Permit(by, factcheck.AddRepeat); err != nil {
		return nil, err
	}
	checked, err := d.Check(r.Now())
	for i, s := range checked.Sightings {
		if err == nil && (s.Text != "" || s.Picture != nil) {
			err = factcheck.Wrong("appearances."+strconv.Itoa(i)+".text", "A copy of a post is kept with a claim of its own. Record the claim, then merge it.")
		}
	}
	if err != nil {
		return nil, err
	}
	return act(ctx, r, by, factcheck.AddRepeat, func(a *acting) ([]factcheck.Repeat, error) {
		c, err := a.repeatable(ctx, into)
		if err != nil {
			return nil, err
		}
		seen := repeatsOf(&factcheck.Claim{Text: checked.Text, SaidOn: checked.SaidOn, Appearances: checked.Appearances}, &c)
		for i := range seen { // at most factcheck.MaxAppearances
			if seen[i], err = a.repeat(ctx, &c, seen[i]); err != nil {
				return nil, err
			}
		}
		return seen, a.trace(ctx, "claim", into, c.Version, nil)
	})
}

// repeatable is a claim that others can be merged into.
func (a *acting) repeatable(ctx context.Context, id int64) (factcheck.Claim, error) {
	c, err := a.Claim(ctx, id)
	switch {
	case err != nil:
		return c, err
	case c.MergedInto != 0:
		return c, factcheck.Clash("Claim #%d was merged into #%d. Add it there.", id, c.MergedInto)
	case c.Status == factcheck.Dropped:
		return c, factcheck.Clash("Claim #%d was dropped. Reopen it first.", id)
	case len(c.Repeats) >= factcheck.MaxRepeats:
		return c, factcheck.Clash("Claim #%d was seen again %d times already; more are not counted.", id, len(c.Repeats))
	}
	return c, nil
}

// repeat stores a repetition of a claim.
func (a *acting) repeat(ctx context.Context, c *factcheck.Claim, seen factcheck.Repeat) (factcheck.Repeat, error) {
	seen.ClaimID, seen.CreatedBy, seen.CreatedAt = c.ID, a.by.ID, a.now
	a.public = a.public || c.Live != nil
	var err error
	seen.ID, err = a.Tx.AddRepeat(ctx, seen)
	return seen, err
}

// DropRepeat takes an added appearance off a claim: the undo of AddRepeat. What
// a merged claim has brought goes with the undo of the merge alone.
func (r *Room) DropRepeat(ctx context.Context, by factcheck.Actor, claim, repeat int64) error {
	_, err := act(ctx, r, by, factcheck.DropRepeat, func(a *acting) (struct{}, error) {
		seen, err := a.Repeat(ctx, repeat)
		if err == nil && seen.ClaimID != claim {
			err = factcheck.NoSuch("added appearance %d of claim %d", repeat, claim)
		}
		if err == nil && seen.FromClaim != 0 {
			err = factcheck.Clash("This came with claim #%d. Undo that merge instead.", seen.FromClaim)
		}
		if err != nil {
			return struct{}{}, err
		}
		c, err := a.Claim(ctx, claim)
		if err != nil {
			return struct{}{}, err
		}
		a.public = c.Live != nil
		if err := a.Tx.DropRepeat(ctx, repeat, a.now); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, a.trace(ctx, "claim", claim, c.Version, nil)
	})
	return err
}

// MergeClaim makes a claim that was never published an appearance of another
// one that says the same. It is dropped as a duplicate, keeps all that hangs on
// it, and comes back with UnmergeClaim. What it gives is the claim that was
// merged.
func (r *Room) MergeClaim(ctx context.Context, by factcheck.Actor, from, into int64, b Base) (factcheck.Claim, error) {
	return act(ctx, r, by, factcheck.MergeClaim, func(a *acting) (factcheck.Claim, error) {
		c, err := a.mergeable(ctx, from, into, b)
		if err != nil {
			return c, err
		}
		target, err := a.repeatable(ctx, into)
		if err != nil {
			return c, orWrong(err, "into", "There is no claim with this number.")
		}
		for _, seen := range repeatsOf(&c, &target) { // at most factcheck.MaxAppearances, and what was added to it
			if _, err := a.repeat(ctx, &target, seen); err != nil {
				return c, err
			}
		}
		if err := a.traceAs(ctx, factcheck.AddRepeat, "claim", into, target.Version, nil); err != nil {
			return c, err
		}
		if err := a.ClearSignatures(ctx, from); err != nil {
			return c, err
		}
		c.Status, c.MergedInto = factcheck.Dropped, into
		c.DropReason, c.DropNote = factcheck.Duplicate, "Merged into #"+strconv.FormatInt(into, 10)+"."
		if c, err = a.save(ctx, c); err != nil || target.Live == nil {
			return c, err
		}
		return c, a.tellSenders(ctx, r, into)
	})
}

// mergeable is a claim that can be merged into another one.
func (a *acting) mergeable(ctx context.Context, from, into int64, b Base) (factcheck.Claim, error) {
	if from == into {
		return factcheck.Claim{}, factcheck.Wrong("into", "A claim cannot be merged into itself. Give the number of another one.")
	}
	c, err := a.Claim(ctx, from)
	if err != nil {
		return c, err
	}
	if err := b.holds(&c); err != nil {
		return c, err
	}
	if _, err := c.Next(factcheck.MergeClaim); err != nil {
		return c, err
	}
	for _, seen := range c.Repeats {
		if seen.FromClaim != 0 {
			return c, factcheck.Clash("Claim #%d was merged into this one. Undo that first, or merge claim #%d into this one instead.", seen.FromClaim, into)
		}
	}
	return c, nil
}

// repeatsOf is where a claim was seen, as repetitions of another one: at least
// one.
func repeatsOf(c, into *factcheck.Claim) []factcheck.Repeat {
	said := ""
	if c.Text != into.Text {
		said = c.Text
	}
	var all []factcheck.Repeat
	for _, seen := range c.Appearances {
		again := factcheck.Repeat{FromClaim: c.ID, URL: seen.URL, Outlet: seen.Outlet, SeenOn: seen.SeenOn, Said: seen.Said}
		if again.Said == "" {
			again.Said = said
		}
		all = append(all, again)
	}
	if len(all) == 0 {
		all = append(all, factcheck.Repeat{FromClaim: c.ID, SeenOn: c.SaidOn, Said: c.Text})
	}
	for _, again := range c.Repeats {
		again.FromClaim = c.ID
		all = append(all, again)
	}
	return all
}

// UnmergeClaim undoes a merge: the claim comes back as it was, and what it
// brought is taken off the other one.
func (r *Room) UnmergeClaim(ctx context.Context, by factcheck.Actor, id int64, b Base) (factcheck.Claim, error) {
	return r.step(ctx, by, id, b, factcheck.UnmergeClaim, func(a *acting, c *factcheck.Claim) error {
		if c.MergedInto == 0 {
			return factcheck.Clash("Claim #%d was not merged into another one.", id)
		}
		return a.reopened(ctx, c)
	})
}

// reopened takes off a dropped claim why it was dropped, and undoes its merge if
// it was merged.
func (a *acting) reopened(ctx context.Context, c *factcheck.Claim) error {
	c.DropReason, c.DropNote = "", ""
	if err := a.closeTips(ctx, c.ID, time.Time{}); err != nil || c.MergedInto == 0 {
		return err
	}
	target, err := a.Claim(ctx, c.MergedInto)
	if err != nil {
		return err
	}
	a.public = target.Live != nil
	c.MergedInto = 0
	if err := a.DropRepeatsFrom(ctx, c.ID, a.now); err != nil {
		return err
	}
	return a.traceAs(ctx, factcheck.DropRepeat, "claim", target.ID, target.Version, nil)
}
