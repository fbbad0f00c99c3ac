package newsroom

import (
	"context"
	"slices"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// KeptViews are the views of the claims list that the actor keeps.
func (r *Room) KeptViews(ctx context.Context, by factcheck.Actor) ([]factcheck.KeptView, error) {
	return read(ctx, r, func(q *store.Queries) ([]factcheck.KeptView, error) { return q.KeptViews(ctx, by.ID) })
}

// KeepView keeps a view for the actor alone. A name that they have used is
// Invalid.
func (r *Room) KeepView(ctx context.Context, by factcheck.Actor, v factcheck.KeptView) (factcheck.KeptView, error) {
	v, err := v.Check()
	if err != nil {
		return v, err
	}
	return act(ctx, r, by, factcheck.SaveFilter, func(a *acting) (factcheck.KeptView, error) {
		kept, err := a.KeptViews(ctx, by.ID)
		switch {
		case err != nil:
			return v, err
		case slices.ContainsFunc(kept, func(k factcheck.KeptView) bool { return k.Name == v.Name }):
			return v, factcheck.Wrong("name", "You have a view of this name. Choose another, or remove that one first.")
		case len(kept) >= factcheck.MaxKeptViews:
			return v, factcheck.Wrong("name", "You keep %d views, and more do not fit. Remove one first.", len(kept))
		}
		if v.ID, err = a.AddKeptView(ctx, by.ID, v, a.now); err != nil {
			return v, err
		}
		return v, a.trace(ctx, "filter", v.ID, 1, nil)
	})
}

// DropView removes one of the actor's own views; another's is NotFound.
func (r *Room) DropView(ctx context.Context, by factcheck.Actor, id int64) error {
	_, err := act(ctx, r, by, factcheck.DropFilter, func(a *acting) (struct{}, error) {
		kept, err := a.KeptViews(ctx, by.ID)
		if err != nil {
			return struct{}{}, err
		}
		if !slices.ContainsFunc(kept, func(k factcheck.KeptView) bool { return k.ID == id }) {
			return struct{}{}, factcheck.NoSuch("view %d", id)
		}
		if err := a.DropKeptView(ctx, by.ID, id); err != nil {
			return struct{}{}, err
		}
		return struct{}{}, a.trace(ctx, "filter", id, 1, nil)
	})
	return err
}
