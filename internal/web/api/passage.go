package api

import (
	"context"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/quote"
)

// passage is a block of a source's text; start and end are code points.
type passage struct {
	Number int               `json:"number"`
	Start  int               `json:"start"`
	End    int               `json:"end"`
	Kind   string            `json:"kind" enum:"paragraph,heading,item"`
	Label  string            `json:"label" doc:"The page on which it begins, such as p. 3; empty when the document has none."`
	Text   string            `json:"text"`
	Score  optional[float64] `json:"score" doc:"How much it bears on the claim, above 0; tells the passages of one answer apart. Null when nothing was asked."`
}

type passageQuery struct {
	ID      int64  `path:"id"`
	ClaimID string `query:"claim_id" doc:"Rank them by how much they bear on this claim."`
	Query   string `query:"q" doc:"Rank them by how much they bear on these words; not together with claim_id."`
	Limit   string `query:"limit" doc:"How many of the ranked, from 1 to 200; 50 when left out. Without claim_id or q all are listed."`
}

type passageList struct{ Body list[passage] }

func passageOf(p quote.Passage) passage {
	return passage{Number: p.Number, Start: p.Start, End: p.End, Kind: string(p.Kind), Label: p.Label, Text: p.Text}
}

func rankedOf(p newsroom.RankedPassage) passage {
	ranked := passageOf(p.Passage)
	ranked.Score = some(p.Score)
	return ranked
}

// listPassages lists all in the order of the text, or those that bear on a
// claim, the best first.
func (a *api) listPassages(ctx context.Context, k *call, in *passageQuery) (*passageList, error) {
	size, err := Paged{Limit: in.Limit}.size()
	if err != nil {
		return nil, err
	}
	if err := clean(map[string]string{"q": in.Query}); err != nil {
		return nil, err
	}
	if in.ClaimID == "" && in.Query == "" {
		found, err := a.room.Passages(ctx, k.actor(), in.ID)
		if err != nil {
			return nil, err
		}
		return &passageList{page(found, "", passageOf)}, nil
	}
	found, err := a.bearing(ctx, k, in, size)
	if err != nil {
		return nil, err
	}
	return &passageList{page(found, "", rankedOf)}, nil
}

func (a *api) bearing(ctx context.Context, k *call, in *passageQuery, size int) ([]newsroom.RankedPassage, error) {
	if in.ClaimID == "" {
		return a.room.Bearing(ctx, k.actor(), in.ID, in.Query, size)
	}
	if in.Query != "" {
		return nil, factcheck.Wrong("q", "Give claim_id or q, not both.")
	}
	claim, err := strconv.ParseInt(in.ClaimID, 10, 64)
	if err != nil || claim < 1 {
		return nil, factcheck.Wrong("claim_id", "Give a claim's number.")
	}
	return a.room.BearingOn(ctx, k.actor(), in.ID, claim, size)
}
