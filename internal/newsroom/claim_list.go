package newsroom

import (
	"context"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// ClaimFilter chooses claims; what is empty chooses nothing away. Topic is a
// slug or a name, Cursor a page's Next.
type ClaimFilter struct {
	Status                       factcheck.Status
	Topic, Rating, Query, Cursor string
	Assignee, SourceID           int64
	Unassigned, Live             bool
	Limit                        int
}

// ClaimPage is a page of a list of claims; Next is empty on the last. Total
// counts all that were chosen.
type ClaimPage struct {
	Items []factcheck.Claim
	Next  string
	Total int
}

// Claims are the chosen claims, last changed first, without the bodies of
// their articles.
func (r *Room) Claims(ctx context.Context, by factcheck.Actor, f ClaimFilter) (ClaimPage, error) {
	after, err := parseCursor(f.Cursor)
	if err != nil {
		return ClaimPage{}, err
	}
	limit := pageSize(f.Limit)
	query := store.ClaimQuery{Status: f.Status, Topic: f.Topic, Rating: f.Rating, Words: f.Query, Assignee: f.Assignee,
		SourceID: f.SourceID, Unassigned: f.Unassigned, Live: f.Live, After: after, Limit: limit + 1}
	return readAs(ctx, r, by, func(q *store.Queries) (p ClaimPage, err error) {
		total, err := q.CountClaims(ctx, query)
		if err != nil {
			return p, err
		}
		p.Total = int(total)
		if p.Items, err = q.Claims(ctx, query); len(p.Items) > limit {
			p.Items = p.Items[:limit]
			last := p.Items[limit-1]
			p.Next = cursor(store.Place{At: last.UpdatedAt.UnixMilli(), ID: last.ID})
		}
		return p, err
	})
}
