package desk

import (
	"net/http"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// Of the claims that may say the same, so many are shown: none that has hardly
// a word of it, and none that is less than a third as near as the nearest.
const (
	matchesShown  = 6
	matchesAsGood = 1.0 / 3
	matchesLeast  = 0.12
)

func (d *Desk) matchRoutes(g, claim *echo.Group) {
	g.GET("/matches", d.matches)
	claim.POST("/merge", d.mergeClaim)
	claim.POST("/unmerge", d.unmergeClaim)
	claim.POST("/repeats/:repeat/remove", d.removeRepeat)
}

// matches is the list for a claim that is being typed, as a part of a page.
func (d *Desk) matches(c echo.Context) error {
	v, err := d.matching(c, request.Query(c, "text"))
	if err != nil {
		return err
	}
	return request.Render(c, http.StatusOK, view.Matches(v))
}

// matching looks for what says the same as a text that is being typed.
func (d *Desk) matching(c echo.Context, text string) (view.MatchesView, error) {
	v := view.MatchesView{Typed: true}
	if strings.TrimSpace(text) == "" {
		return v, nil
	}
	found, err := d.room.Match(c.Request().Context(), request.Actor(c), text, matchesShown)
	if factcheck.Problems(err) != nil {
		return v, nil // what is wrong with the text is said when it is sent
	}
	v.Asked, v.Items = true, nearest(found)
	return v, err
}

// nearest are the matches that are worth a look.
func nearest(found []factcheck.Match) []factcheck.Match {
	for i, m := range found {
		if m.Score < max(matchesLeast, matchesAsGood*found[0].Score) {
			return found[:i]
		}
	}
	return found
}

// benchMatches fills what says the same as the claim on the bench.
func (d *Desk) benchMatches(c echo.Context, page *view.BenchView, state benchState) error {
	claim := &page.Claim
	page.Merged = view.MergedView{ClaimID: claim.ID, ID: mergedHere(claim, state.merged)}
	if claim.MergedInto != 0 {
		return nil
	}
	found, err := d.room.MatchClaim(c.Request().Context(), request.Actor(c), claim.ID, matchesShown)
	if err != nil {
		return err
	}
	_, refusal := claim.Next(factcheck.MergeClaim)
	page.About.Matches = view.MatchesView{Items: nearest(found), Asked: true, ClaimID: claim.ID, Details: claim.Details, MayMerge: refusal == nil,
		AtOnce: refusal == nil && len(claim.Signatures) == 0,
		Into: ui.Field{Name: "into", Label: "Number of the other claim", Value: state.into, Hint: "Such as 7. This one becomes an appearance of it, and can be taken out again.",
			Problem: ui.ProblemOf(state.problems.Items, "into")}}
	return nil
}

// mergedHere is a claim that is merged into this one, or 0.
func mergedHere(claim *factcheck.Claim, merged int64) int64 {
	for _, r := range claim.Repeats {
		if merged != 0 && r.FromClaim == merged {
			return merged
		}
	}
	return 0
}

// mergeClaim makes a claim an appearance of another one, and leads there.
func (d *Desk) mergeClaim(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	typed := form.Get("into")
	into := typedNumber(typed)
	_, err = d.room.MergeClaim(c.Request().Context(), request.Actor(c), id, into, newsroom.Base{})
	if problems := factcheck.Problems(err); problems != nil {
		return d.showBench(c, http.StatusUnprocessableEntity, benchState{into: typed,
			problems: ui.ProblemsView{Title: "The claim was not merged", Items: problems}})
	}
	if err != nil {
		return err
	}
	return request.Done(c, factcheck.Claim{ID: into}.Path()+"?merged="+number(id), "")
}

// unmergeClaim takes a claim out of the one that it was merged into.
func (d *Desk) unmergeClaim(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	claim, err := d.room.UnmergeClaim(c.Request().Context(), request.Actor(c), id, newsroom.Base{})
	if err != nil {
		return err
	}
	return request.Done(c, claim.Path(), "The claim stands by itself again.")
}

// removeRepeat takes an added appearance off a claim.
func (d *Desk) removeRepeat(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	repeat, err := request.ID(c, "repeat")
	if err != nil {
		return err
	}
	if err := d.room.DropRepeat(c.Request().Context(), request.Actor(c), id, repeat); err != nil {
		return err
	}
	return request.Done(c, factcheck.Claim{ID: id}.Path()+"#claim", "Taken off.")
}

// recordRepeat adds what stands in the form of a new claim to one that is
// recorded already.
func (d *Desk) recordRepeat(c echo.Context, draft factcheck.ClaimDraft, of int64) error {
	_, err := d.room.RecordRepeat(c.Request().Context(), request.Actor(c), of, draft)
	if factcheck.Problems(err) != nil {
		return d.recordForm(c, http.StatusUnprocessableEntity, draft, err)
	}
	if err != nil {
		return err
	}
	return request.Done(c, factcheck.Claim{ID: of}.Path()+"#again", "Added as an appearance of this claim. It can be taken off under “Seen again”.")
}
