package newsroom

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/store"
)

// How many claims are read at once, with all that hangs on them.
const claimPage = 50

// claims checks that each claim is as its newest stand has it.
func (v *verifier) claims(ctx context.Context) error {
	return walk(v, func(q *store.Queries, last factcheck.Claim) ([]factcheck.Claim, error) {
		return q.ClaimsAfter(ctx, last.ID, claimPage)
	}, func(page []factcheck.Claim) error {
		ids := make([]int64, len(page))
		for i, c := range page {
			ids[i] = c.ID
		}
		newest, err := ask(v, func(q *store.Queries) (map[int64]store.Version, error) { return q.NewestStands(ctx, ids) })
		if err != nil {
			return err
		}
		v.do(func(j job) {
			for _, c := range page {
				j.claim(c, newest[c.ID])
			}
			j.looked("claims", len(page))
		})
		return nil
	})
}

// claim holds a claim against its newest stand. Its claimant and topics are left
// out: other claims have them too, and may have changed them since.
func (j job) claim(c factcheck.Claim, newest store.Version) {
	what := fmt.Sprintf("claim %d", c.ID)
	var was stand
	if err := json.Unmarshal([]byte(newest.Content), &was); err != nil {
		j.fault(what, "it could not be compared with the log: %v", err)
		return
	}
	is := standOf(c)
	switch {
	case newest.Version != c.Version:
		j.fault(what, "it is at version %d, and %s is the last that was kept: it was changed past the log", c.Version, newest)
	case is.Status != was.Status || is.Text != was.Text || is.Language != was.Language || is.SaidOn != was.SaidOn ||
		is.SourceID != was.SourceID || is.AssigneeID != was.AssigneeID:
		j.fault(what, "its words, its status, its source or who has it is not as in %s: it was changed past the log", newest)
	case !slices.Equal(is.Evidence, was.Evidence):
		j.fault(what, "its quotes are not as in %s: one was put on, taken off, moved or given another side past the log", newest)
	case is.VerdictID != was.VerdictID || is.ArticleID != was.ArticleID:
		j.fault(what, "its verdict or its article is not the one of %s: another was put in past the log", newest)
	case sealOf(is.Appearances) != sealOf(was.Appearances):
		j.fault(what, "where it was seen is not as in %s: that was changed past the log", newest)
	case sealOf(is.asideStand) != sealOf(was.asideStand):
		j.fault(what, "its dissents, whom we asked, or why a rule was passed is not as in %s: it was changed past the log", newest)
	case is.MergedInto != was.MergedInto || sealOf(is.Plan) != sealOf(was.Plan):
		j.fault(what, "its plan, or the claim that it was merged into, is not as in %s: it was changed past the log", newest)
	case is.PublishAt != was.PublishAt:
		j.fault(what, "when it is to be published is not as in %s: that was changed past the log", newest)
	}
}
