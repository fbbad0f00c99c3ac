package store_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
	"claimdesk/internal/store/storetest"
)

// variety stores 23 claims that are alike in many ways, so that every order has
// ties, and gives their ids.
func variety(t *testing.T, s *store.Store) (ids []int64) {
	t.Helper()
	statuses := []factcheck.Status{factcheck.New, factcheck.Researching, factcheck.Dropped}
	for i := range 23 {
		at := noon.Add(time.Duration(i/10) * time.Minute) // ten, ten and three at one time
		c := addClaim(t, s, at, []string{"Armenia", "armenia", "Zebras", "հայ"}[i%4])
		write(t, s, func(ctx context.Context, tx *store.Tx) error {
			c.Status = statuses[i%3]
			c.Plan = factcheck.Plan{Reach: i % 3, Harm: i % 4}
			if i%5 > 1 {
				c.Plan.DueOn = factcheck.Date(fmt.Sprintf("2023-09-%02d", 10+i%5))
			}
			if i%3 > 0 {
				m, err := tx.Claimant(ctx, factcheck.Claimant{Name: []string{"", "Anna", "Գ"}[i%3], Kind: factcheck.Person}, noon)
				if err != nil {
					return err
				}
				c.Claimant = &m
			}
			return tx.SetClaim(ctx, c)
		})
		ids = append(ids, c.ID)
	}
	return ids
}

func listed(t *testing.T, s *store.Store, f store.ClaimQuery) (ids []int64) {
	t.Helper()
	for _, c := range read(t, s, func(ctx context.Context, q *store.Queries) ([]factcheck.Claim, error) { return q.Claims(ctx, f) }) {
		ids = append(ids, c.ID)
	}
	return ids
}

func TestPagesInEveryOrderHoldEachClaimOnceThoughManyAreAlike(t *testing.T) {
	s := storetest.New(t)
	want := variety(t, s)
	for _, by := range []string{"updated", "created", "due", "priority", "status", "text", "claimant"} {
		for _, up := range []bool{true, false} {
			order := store.ClaimOrder{By: by, Ascending: up}
			whole := listed(t, s, store.ClaimQuery{Order: order, Limit: 50})
			if sorted := slices.Sorted(slices.Values(whole)); !slices.Equal(sorted, want) {
				t.Errorf("%+v holds %v", order, sorted)
			}
			for _, size := range []int{1, 3, 22} {
				if got := paged(t, s, order, size); !slices.Equal(got, whole) {
					t.Errorf("%+v in pages of %d: %v, want %v", order, size, got, whole)
				}
			}
		}
	}
}

func paged(t *testing.T, s *store.Store, order store.ClaimOrder, size int) (all []int64) {
	t.Helper()
	var after store.ClaimPlace
	for range 30 {
		ids := listed(t, s, store.ClaimQuery{Order: order, After: after, Limit: size})
		if len(ids) == 0 {
			return all
		}
		all = append(all, ids...)
		after = read(t, s, func(ctx context.Context, q *store.Queries) (store.ClaimPlace, error) {
			return q.ClaimPlaceOf(ctx, order, ids[len(ids)-1])
		})
	}
	t.Fatal("the list has no end")
	return nil
}

func TestWhatHasNoDateOrClaimantStandsLastEitherWay(t *testing.T) {
	s := storetest.New(t)
	variety(t, s)
	for _, by := range []string{"due", "claimant"} {
		for _, up := range []bool{true, false} {
			claims := read(t, s, func(ctx context.Context, q *store.Queries) ([]factcheck.Claim, error) {
				return q.Claims(ctx, store.ClaimQuery{Order: store.ClaimOrder{By: by, Ascending: up}, Limit: 50})
			})
			empty := func(c factcheck.Claim) bool {
				return by == "due" && c.Plan.DueOn == "" || by == "claimant" && c.Claimant == nil
			}
			if first := slices.IndexFunc(claims, empty); first < 1 || slices.ContainsFunc(claims[first:], func(c factcheck.Claim) bool { return !empty(c) }) {
				t.Errorf("by %s, ascending %v, those without one do not stand last", by, up)
			}
		}
	}
}

func TestTheNewestChangeStandsFirstWhereNothingIsSaid(t *testing.T) {
	s := storetest.New(t)
	for i := range 3 {
		addClaim(t, s, noon.Add(time.Duration(i/2)*time.Minute), "claim")
	}
	if got := listed(t, s, store.ClaimQuery{Limit: 5}); !slices.Equal(got, []int64{3, 2, 1}) {
		t.Errorf("the list is %v", got)
	}
}
