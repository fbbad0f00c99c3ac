package api

import (
	"context"
	"slices"
	"strings"

	"claimdesk/internal/factcheck"
)

// choices refuses a status or rating that there is not; empty ones ask for
// none.
func (a *api) choices(ctx context.Context, status, rating string) error {
	if status != "" && !slices.Contains(factcheck.Statuses, factcheck.Status(status)) {
		return factcheck.Wrong("status", "There is no such status. Take one of: %s.", named(factcheck.Statuses))
	}
	if rating == "" {
		return nil
	}
	scale, err := a.room.Scale(ctx)
	if err != nil {
		return err
	}
	if _, known := scale.Rating(rating); known {
		return nil
	}
	slugs := make([]string, len(scale.Ratings))
	for i, r := range scale.Ratings {
		slugs[i] = r.Slug
	}
	return factcheck.Wrong("rating", "There is no such rating. Take one of: %s.", named(slugs))
}

func named[T ~string](choices []T) string {
	names := make([]string, len(choices))
	for i, c := range choices {
		names[i] = string(c)
	}
	return strings.Join(names, ", ")
}
