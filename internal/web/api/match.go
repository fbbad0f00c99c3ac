package api

import (
	"context"
	"net/http"

	"claimdesk/internal/factcheck"
)

// matched is a claim that a text may repeat.
type matched struct {
	Kind       string           `json:"kind" enum:"claim,elsewhere" doc:"claim: one of ours; elsewhere: one that another newsroom has checked."`
	ID         int64            `json:"id" doc:"Of the claim, or of the other newsroom's check."`
	Score      float64          `json:"score" doc:"Above 0 and at most 1, comparable between texts. It puts claims in order and never says that two are the same."`
	Text       string           `json:"text" doc:"The claim."`
	Language   string           `json:"language"`
	Claimant   string           `json:"claimant" doc:"Empty when it is going round."`
	Headline   string           `json:"headline" doc:"Of the check, empty while there is none."`
	Status     optional[string] `json:"status" doc:"Of a claim of ours; null elsewhere."`
	DropReason string           `json:"drop_reason" doc:"Why it was dropped, empty when it was not."`
	Rating     optional[string] `json:"rating" doc:"The slug of our newest verdict's rating; null without one and elsewhere."`
	Label      string           `json:"label" doc:"The rating in words, ours or the other newsroom's; empty for none."`
	URL        optional[string] `json:"url" doc:"The public page; null while readers see none."`
	Publisher  string           `json:"publisher" doc:"The other newsroom; empty for ours."`
	ReviewedOn string           `json:"reviewed_on" doc:"When the other newsroom checked it; empty for ours."`
}

type matchQuery struct {
	Text  string `query:"text" doc:"A claim, or the post that it stands in, at most 10,000 characters."`
	Limit string `query:"limit" doc:"How many claims, from 1 to 200; 50 when left out."`
}

type matchList struct{ Body list[matched] }

func (a *api) matches() {
	add(a, operation(http.MethodGet, "/match", "match", "Claims that a text may repeat, the best first"), a.match)
}

func (a *api) match(ctx context.Context, k *call, in *matchQuery) (*matchList, error) {
	size, err := Paged{Limit: in.Limit}.size()
	if err != nil {
		return nil, err
	}
	found, err := a.room.Match(ctx, k.actor(), in.Text, size)
	if err != nil {
		return nil, err
	}
	return &matchList{page(found, "", a.matched)}, nil
}

// matched is a match as it is answered.
func (a *api) matched(m factcheck.Match) matched {
	if o := m.Other; o != nil {
		return matched{Kind: "elsewhere", ID: o.ID, Score: m.Score, Text: o.Claim, Language: o.Language, Claimant: o.Claimant,
			Headline: o.Title, Label: o.Rating, URL: some(o.URL), Publisher: o.Publisher, ReviewedOn: string(o.ReviewedOn)}
	}
	c := m.Claim
	out := matched{Kind: "claim", ID: c.ID, Score: m.Score, Text: c.Text, Language: c.Language, Claimant: c.Claimant,
		Headline: c.Headline, Status: some(string(c.Status)), DropReason: string(c.DropReason), Label: c.Rating.Label}
	if c.Rating.Slug != "" {
		out.Rating = some(c.Rating.Slug)
	}
	if path := c.PublicPath(); path != "" {
		out.URL = some(a.room.URL(path))
	}
	return out
}
