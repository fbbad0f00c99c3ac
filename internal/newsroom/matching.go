package newsroom

import (
	"context"
	"math"
	"slices"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/match"
	"claimdesk/internal/store"
)

// Match lists the claims that a text may repeat, the best first: recorded ones
// in whatever status, but those that were merged into another, and those that
// other newsrooms have checked, but what they have withdrawn. It knows what any
// process has written before it was called. A text that is empty or longer than
// factcheck.MaxMatch is Invalid. A limit of 0 or less, or of more than 200, means
// 200.
func (r *Room) Match(ctx context.Context, _ factcheck.Actor, text string, limit int) ([]factcheck.Match, error) {
	lists, err := r.matches(ctx, limit, nil, text)
	return first(lists), err
}

// MatchRecorded is Match among the recorded claims alone.
func (r *Room) MatchRecorded(ctx context.Context, _ factcheck.Actor, text string, limit int) ([]factcheck.Match, error) {
	lists, err := r.matches(ctx, limit, recorded, text)
	return first(lists), err
}

// MatchTips are the recorded claims that each of some tips may repeat: a list
// for each, in their order.
func (r *Room) MatchTips(ctx context.Context, _ factcheck.Actor, tips []factcheck.Tip, limit int) ([][]factcheck.Match, error) {
	texts := make([]string, len(tips))
	for i, t := range tips {
		texts[i] = t.Text
	}
	return r.matches(ctx, limit, recorded, texts...)
}

// MatchClaim is Match for a recorded claim, which is left out itself. A claim
// that there is not is NotFound.
func (r *Room) MatchClaim(ctx context.Context, by factcheck.Actor, id int64, limit int) ([]factcheck.Match, error) {
	c, err := r.Claim(ctx, by, id)
	if err != nil {
		return nil, err
	}
	text := c.Text
	if c.Claimant != nil {
		text += "\n" + c.Claimant.Name
	}
	own := claimNumber(id)
	lists, err := r.matches(ctx, limit, func(number int64) bool { return number != own }, text)
	return first(lists), err
}

func first(lists [][]factcheck.Match) []factcheck.Match {
	if len(lists) == 0 {
		return nil
	}
	return lists[0]
}

// matches ranks for each text what keep, when it is not nil, does not turn down.
func (r *Room) matches(ctx context.Context, limit int, keep func(number int64) bool, texts ...string) ([][]factcheck.Match, error) {
	checked := make([]string, len(texts))
	for i, text := range texts {
		var err error
		if checked[i], err = factcheck.CheckMatch(text); err != nil {
			return nil, err
		}
	}
	if err := r.matching.update(ctx, r); err != nil {
		return nil, err
	}
	found := make([][]match.Found, len(texts))
	for i, text := range checked {
		found[i] = r.matching.index.Rank(text, limit, keep)
	}
	return read(ctx, r, func(q *store.Queries) ([][]factcheck.Match, error) { return matched(ctx, q, found) })
}

// matched is what lists of matches show of what was found. What is gone since is
// left out.
func matched(ctx context.Context, q *store.Queries, found [][]match.Found) ([][]factcheck.Match, error) {
	var ours, others []int64
	for _, f := range slices.Concat(found...) {
		if id, own := numbered(f.ID); own {
			ours = append(ours, id)
		} else {
			others = append(others, id)
		}
	}
	claims, err := q.MatchedClaims(ctx, ours)
	if err != nil {
		return nil, err
	}
	reviews, err := q.MatchedReviews(ctx, others)
	if err != nil {
		return nil, err
	}
	lists := make([][]factcheck.Match, len(found))
	for i := range found {
		for _, f := range found[i] {
			id, own := numbered(f.ID)
			score := max(math.Round(f.Score*10_000), 1) / 10_000
			if c, ok := claims[id]; ok && own {
				lists[i] = append(lists[i], factcheck.Match{Score: score, Claim: &c})
			}
			if o, ok := reviews[id]; ok && !own {
				lists[i] = append(lists[i], factcheck.Match{Score: score, Other: &o})
			}
		}
	}
	return lists, nil
}

// Claims have the even numbers of the index and other newsrooms' checks the
// odd ones, so that of equals the claim that was recorded first is the first.
func claimNumber(id int64) int64 { return id * 2 }
func otherNumber(id int64) int64 { return id*2 + 1 }

// numbered is the id that has a number, and whether it is a recorded claim's.
func numbered(number int64) (id int64, own bool) { return number / 2, number%2 == 0 }

func recorded(number int64) bool { return number%2 == 0 }
