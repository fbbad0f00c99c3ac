package api

import (
	"context"
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

type mergeSent struct {
	Into int64 `json:"into,omitempty" minimum:"0" maximum:"9007199254740991" doc:"Needed: the claim that this one repeats."`
}

type mergeCall struct {
	Based
	Repeatable
	ID   int64 `path:"id"`
	Body mergeSent
}

// merging adds the calls by which a claim becomes an appearance of another one,
// and stands by itself again.
func (a *api) merging() {
	add(a, operation(http.MethodPost, "/claims/{id}/merge", "merge-claim", "Make a claim an appearance of another one"), a.merge)
	a.act("unmerge", "Undo a merge", func(ctx context.Context, by factcheck.Actor, id int64, b newsroom.Base, _ string) (factcheck.Claim, error) {
		return a.room.UnmergeClaim(ctx, by, id, b)
	})
}

func (a *api) merge(ctx context.Context, k *call, in *mergeCall) (*claimAnswer, error) {
	return a.done(ctx, k, in.Based, in.Key, a.shape, func(ctx context.Context, base newsroom.Base) (factcheck.Claim, error) {
		return a.room.MergeClaim(ctx, k.actor(), in.ID, in.Body.Into, base)
	})
}
