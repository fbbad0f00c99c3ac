package newsroom

import (
	"context"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// How many cards a column of the board shows, and how long a published check
// stays on it.
const (
	boardCards  = 20
	boardPublic = 30 * 24 * time.Hour
)

// Board is the work by status. Dropped counts what was put aside.
type Board struct {
	Columns []Column
	Dropped int
}

// Column is one status of the board: its first cards, those that are due first,
// and how many claims there are. Of the published it holds those of the last
// thirty days, the newest first.
type Column struct {
	Status factcheck.Status
	Cards  []Card
	Total  int
}

// Card is a claim on the board with its gate.
type Card struct {
	factcheck.Claim
	Gate factcheck.Gate
}

// Veil takes out of every claim what the reader may not see.
func (b *Board) Veil(by factcheck.Actor) {
	for _, column := range b.Columns {
		for i := range column.Cards {
			column.Cards[i].Claim.Veil(by)
		}
	}
}

// Board shows the chosen claims by status. The filter's own status, order and
// page do not count.
func (r *Room) Board(ctx context.Context, by factcheck.Actor, f ClaimFilter) (Board, error) {
	f.Sort, f.Cursor, f.Status, f.HideMerged = "due", "", "", true
	query, err := f.query(r.Now())
	if err != nil {
		return Board{}, err
	}
	query.Limit, query.Bodies = boardCards, true
	return readAs(ctx, r, by, func(q *store.Queries) (b Board, err error) {
		k, err := newKeeper(ctx, q)
		if err != nil {
			return b, err
		}
		for _, status := range factcheck.Statuses[:5] { // all but dropped
			column, err := r.column(ctx, q, query, status, k)
			if err != nil {
				return b, err
			}
			b.Columns = append(b.Columns, column)
		}
		query.Status = factcheck.Dropped
		dropped, err := q.CountClaims(ctx, query)
		b.Dropped = int(dropped)
		return b, err
	})
}

func (r *Room) column(ctx context.Context, q *store.Queries, query store.ClaimQuery, status factcheck.Status, k keeper) (Column, error) {
	column := Column{Status: status}
	query.Status = status
	if status == factcheck.Published {
		query.PublicSince, query.Order = r.Now().Add(-boardPublic).UnixMilli(), store.ClaimOrder{}
	}
	total, err := q.CountClaims(ctx, query)
	if err != nil {
		return column, err
	}
	column.Total = int(total)
	claims, err := q.Claims(ctx, query)
	if err != nil {
		return column, err
	}
	for i := range claims { // at most boardCards
		card := Card{Claim: claims[i]}
		if status == factcheck.Researching || status == factcheck.InReview || status == factcheck.Approved {
			if card.Gate, err = k.gate(ctx, q, &card.Claim); err != nil {
				return column, err
			}
		}
		column.Cards = append(column.Cards, card)
	}
	return column, nil
}
