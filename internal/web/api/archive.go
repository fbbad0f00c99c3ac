package api

import (
	"context"
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

type appearanceAsked struct {
	Based
	Repeatable
	ID int64 `path:"id"`
	N  int   `path:"n" doc:"Which of the claim's appearances, from 1."`
}

type sourceOnce struct {
	Based
	Repeatable
	ID int64 `path:"id"`
}

// archived are the look-ups of copies in the archive.
func (a *api) archived() {
	add(a, operation(http.MethodPost, "/sources/{id}/archived", "find-archived-source",
		"Look up an archived copy of a source's address, and keep where it is"), a.findArchivedSource)
	add(a, operation(http.MethodPost, "/claims/{id}/appearances/{n}/archived", "find-archived-appearance",
		"Look up an archived copy of where a claim was seen, and keep where it is"), a.findArchivedAppearance)
}

func (a *api) findArchivedSource(ctx context.Context, k *call, in *sourceOnce) (*sourceAnswer, error) {
	base, err := in.optional()
	if err != nil {
		return nil, err
	}
	var version int64
	if base.Version != nil {
		version = *base.Version
	}
	answer, err := once(ctx, in.Key, k.sent(), sourceOf, func(ctx context.Context) (factcheck.Source, error) {
		return a.room.FindArchivedSource(ctx, k.actor(), in.ID, version)
	})
	if err != nil {
		return nil, err
	}
	return &sourceAnswer{Body: answer, ETag: tagOf(answer.Version)}, nil
}

func (a *api) findArchivedAppearance(ctx context.Context, k *call, in *appearanceAsked) (*claimAnswer, error) {
	return a.done(ctx, k, in.Based, in.Key, a.shape, func(ctx context.Context, base newsroom.Base) (factcheck.Claim, error) {
		return a.room.FindArchivedAppearance(ctx, k.actor(), in.ID, in.N, base)
	})
}
