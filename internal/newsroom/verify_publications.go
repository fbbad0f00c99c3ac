package newsroom

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"claimdesk/internal/store"
)

// How many publications are read at once.
const publicationPage = 500

// publications checks that the public sees what was published last.
func (v *verifier) publications(ctx context.Context) error {
	left := v.known.public
	err := walk(v, func(q *store.Queries, last store.StoredPublication) ([]store.StoredPublication, error) {
		return q.PublicationsAfter(ctx, last.ClaimID, publicationPage)
	}, func(page []store.StoredPublication) error {
		v.do(func(j job) { j.looked("publications", len(page)) })
		for _, p := range page {
			what := fmt.Sprintf("claim %d", p.ClaimID)
			if p.Hash != left[p.ClaimID].live {
				v.fault(what, "what is public of it is not what was published last: readers see another revision")
			} else if !p.Agrees {
				v.fault(what, "lists show it under another address, rating, language or date than its revisions have")
			}
			delete(left, p.ClaimID)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, claim := range slices.Sorted(maps.Keys(left)) {
		v.fault(fmt.Sprintf("claim %d", claim), "it was published, and nothing of it is public now: readers find nothing at its address")
	}
	return nil
}
