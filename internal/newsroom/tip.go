package newsroom

import (
	"context"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/store"
)

// SendTip keeps what a reader has sent in. Nothing is kept of who or where they
// are but what they left to be reached by, which lies apart. The address of
// their machine counts how much was sent from it lately, in memory and
// unreadably; it fails with TooMany when that was too much.
func (r *Room) SendTip(ctx context.Context, d factcheck.TipDraft, address string) (factcheck.Tip, error) {
	if d.Language == "" {
		d.Language = ingest.LanguageOf(d.Text)
	}
	d, err := d.Check()
	if err != nil {
		return factcheck.Tip{}, err
	}
	if err := r.senders.take(address); err != nil {
		return factcheck.Tip{}, err
	}
	return act(ctx, r, factcheck.ByReader(), factcheck.SendTip, func(a *acting) (factcheck.Tip, error) {
		t := factcheck.Tip{Version: 1, Text: d.Text, SeenAt: d.SeenAt, Details: d.Details, Language: d.Language,
			State: factcheck.TipOpen, CreatedAt: a.now}
		var err error
		if t.ID, err = a.AddTip(ctx, t); err != nil {
			return t, err
		}
		if d.Contact != "" {
			if err := a.AddTipContact(ctx, factcheck.TipContact{TipID: t.ID, Contact: d.Contact, Tell: d.Tell}); err != nil {
				return t, err
			}
		}
		return t, a.trace(ctx, "tip", t.ID, t.Version, t)
	})
}

// TipFilter chooses tips; no state means all. Cursor is a page's Next.
type TipFilter struct {
	State  factcheck.TipState
	Cursor string
	Limit  int
}

// TipPage is a page of the inbox; Next is empty on the last.
type TipPage struct {
	Items  []factcheck.Tip
	Next   string
	Counts map[factcheck.TipState]int // of all tips
}

// Tips are the chosen tips: open ones in the order in which they came, others
// the newest first.
func (r *Room) Tips(ctx context.Context, f TipFilter) (TipPage, error) {
	after, err := parseCursor(f.Cursor)
	if err != nil {
		return TipPage{}, err
	}
	limit := pageSize(f.Limit)
	query := store.TipQuery{State: f.State, Oldest: f.State == factcheck.TipOpen, After: after.ID, Limit: limit + 1}
	return read(ctx, r, func(q *store.Queries) (p TipPage, err error) {
		if p.Counts, err = q.TipCounts(ctx); err != nil {
			return p, err
		}
		if p.Items, err = q.Tips(ctx, query); len(p.Items) > limit {
			p.Items = p.Items[:limit]
			p.Next = cursor(store.Place{ID: p.Items[limit-1].ID})
		}
		return p, err
	})
}

// Tip is the one with this id.
func (r *Room) Tip(ctx context.Context, id int64) (factcheck.Tip, error) {
	return read(ctx, r, func(q *store.Queries) (factcheck.Tip, error) { return q.Tip(ctx, id) })
}

// TipsOf are the tips that a claim came from or that say the same, oldest first.
func (r *Room) TipsOf(ctx context.Context, claim int64) ([]factcheck.Tip, error) {
	return read(ctx, r, func(q *store.Queries) ([]factcheck.Tip, error) { return q.TipsOf(ctx, claim) })
}

// TipContact is how the sender of a tip can be reached; NotFound when they have
// not said so, or it was deleted. That somebody has looked is in the log.
func (r *Room) TipContact(ctx context.Context, by factcheck.Actor, id int64) (factcheck.TipContact, error) {
	return act(ctx, r, by, factcheck.ReadContact, func(a *acting) (factcheck.TipContact, error) {
		c, err := a.Sender(ctx, id)
		if err != nil {
			return c, err
		}
		t, err := a.Tip(ctx, id)
		if err != nil {
			return c, err
		}
		return c, a.trace(ctx, "tip", id, t.Version, nil)
	})
}
