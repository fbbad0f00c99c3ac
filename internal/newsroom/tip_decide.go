package newsroom

import (
	"context"
	"fmt"
	"time"

	"claimdesk/internal/factcheck"
)

// Taken is a tip that was accepted, with the claim that it became.
type Taken struct {
	Tip   factcheck.Tip
	Claim factcheck.Claim
}

// Veil takes out of the claim what the reader may not see.
func (t *Taken) Veil(by factcheck.Actor) { t.Claim.Veil(by) }

// AcceptTip records a tip as a claim. The version is that of the tip as it was
// seen; whoever comes second gets a Conflict that says what was decided.
func (r *Room) AcceptTip(ctx context.Context, by factcheck.Actor, id, version int64, d factcheck.ClaimDraft) (Taken, error) {
	checked, pictures, err := r.checkClaim(ctx, by, factcheck.AcceptTip, d)
	if err != nil {
		return Taken{}, err
	}
	return act(ctx, r, by, factcheck.AcceptTip, func(a *acting) (Taken, error) {
		t, err := a.openTip(ctx, id, version)
		if err != nil {
			return Taken{Tip: t}, err
		}
		a.action = factcheck.RecordClaim // is what happens to the claim
		c, err := a.record(ctx, checked, pictures)
		a.action = factcheck.AcceptTip
		if err != nil {
			return Taken{}, err
		}
		t.State, t.ClaimID = factcheck.TipAccepted, c.ID
		t, err = a.decideTip(ctx, t)
		return Taken{t, c}, err
	})
}

// MergeTip adds a tip to a recorded claim that says the same, as a place where
// it was seen again. When that claim is public already, the sender is told at
// once.
func (r *Room) MergeTip(ctx context.Context, by factcheck.Actor, id, version, claim int64) (factcheck.Tip, error) {
	return act(ctx, r, by, factcheck.MergeTip, func(a *acting) (factcheck.Tip, error) {
		t, err := a.openTip(ctx, id, version)
		if err != nil {
			return t, err
		}
		c, err := a.repeatable(ctx, claim)
		if err != nil {
			return t, orWrong(err, "claim", "There is no claim with this number.")
		}
		if _, err := a.repeat(ctx, &c, tipSeen(t)); err != nil {
			return t, err
		}
		if err := a.traceAs(ctx, factcheck.AddRepeat, "claim", claim, c.Version, nil); err != nil {
			return t, err
		}
		t.State, t.ClaimID = factcheck.TipMerged, claim
		if t, err = a.decideTip(ctx, t); err != nil || c.Live == nil {
			return t, err
		}
		return t, a.tellSenders(ctx, r, claim)
	})
}

// tipSeen is a tip as a place where a claim was seen again.
func tipSeen(t factcheck.Tip) factcheck.Repeat {
	seen := factcheck.Repeat{TipID: t.ID, Said: t.Text, SeenOn: factcheck.DateOf(t.CreatedAt)}
	if place := t.Draft().Appearances; len(place) > 0 {
		seen.URL, seen.Outlet = place[0].URL, place[0].Outlet
	}
	return seen
}

// DeclineTip puts a tip aside, with a reason and, if it is another one than
// those of the list, a note.
func (r *Room) DeclineTip(ctx context.Context, by factcheck.Actor, id, version int64, reason factcheck.TipReason, note string) (factcheck.Tip, error) {
	note, err := factcheck.CheckDecline(reason, note)
	if err != nil {
		return factcheck.Tip{}, err
	}
	return act(ctx, r, by, factcheck.DeclineTip, func(a *acting) (factcheck.Tip, error) {
		t, err := a.openTip(ctx, id, version)
		if err != nil {
			return t, err
		}
		t.State, t.Reason, t.Note, t.ClosedAt = factcheck.TipDeclined, reason, note, a.now
		return a.decideTip(ctx, t)
	})
}

// ReopenTip takes up a tip again that was declined.
func (r *Room) ReopenTip(ctx context.Context, by factcheck.Actor, id, version int64) (factcheck.Tip, error) {
	return act(ctx, r, by, factcheck.ReopenTip, func(a *acting) (factcheck.Tip, error) {
		t, err := a.Tip(ctx, id)
		switch {
		case err != nil:
			return t, err
		case t.State == factcheck.TipOpen:
			return t, factcheck.Clash("The tip is open already.")
		case t.State != factcheck.TipDeclined:
			return t, factcheck.Clash("The tip was %s. Only a declined one can be opened again.", tipFate(t))
		case t.Version != version:
			return t, factcheck.Clash("The tip was decided on anew meanwhile. Look at it as it is now.")
		}
		t.State, t.Reason, t.Note, t.ClosedAt = factcheck.TipOpen, "", "", time.Time{}
		return a.decideTip(ctx, t)
	})
}

// openTip is a tip that nobody has decided on since it was seen at a version.
func (a *acting) openTip(ctx context.Context, id, version int64) (factcheck.Tip, error) {
	t, err := a.Tip(ctx, id)
	switch {
	case err != nil:
		return t, err
	case t.State != factcheck.TipOpen:
		return t, factcheck.Clash("Nothing was done: the tip was %s meanwhile.", tipFate(t))
	case t.Version != version:
		return t, factcheck.Clash("Nothing was done: the tip was decided on and opened again meanwhile. Look at it as it is now.")
	}
	return t, nil
}

// tipFate says what was decided on a tip, and by whom.
func tipFate(t factcheck.Tip) string {
	switch t.State {
	case factcheck.TipAccepted:
		return fmt.Sprintf("accepted by %s as claim #%d", t.By, t.ClaimID)
	case factcheck.TipMerged:
		return fmt.Sprintf("merged into claim #%d by %s", t.ClaimID, t.By)
	}
	return "declined by " + t.By
}

// decideTip stores what the actor has decided.
func (a *acting) decideTip(ctx context.Context, t factcheck.Tip) (factcheck.Tip, error) {
	t.Version++
	t.DecidedBy, t.DecidedAt = a.by.ID, a.now
	if err := a.SetTip(ctx, t); err != nil {
		return t, err
	}
	t, err := a.Tip(ctx, t.ID)
	if err != nil {
		return t, err
	}
	return t, a.trace(ctx, "tip", t.ID, t.Version, t)
}
