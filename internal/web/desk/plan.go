package desk

import (
	"net/http"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// refusedPlan is what was typed of a plan that was not saved, and why.
type refusedPlan struct {
	form     request.Values
	problems []factcheck.Problem
}

// benchPlan fills the plan on the bench.
func (d *Desk) benchPlan(_ echo.Context, page *view.BenchView, state benchState) error {
	p := page.Claim.Plan
	page.Plan = view.PlanView{Claim: page.Claim, Today: factcheck.DateOf(d.room.Now()), Was: p, DueOn: string(p.DueOn),
		ReviewBy: string(p.ReviewBy), Reach: strconv.Itoa(p.Reach), Harm: strconv.Itoa(p.Harm)}
	if r := state.plan; r != nil {
		page.Plan.Open, page.Plan.Problems = true, r.problems
		page.Plan.DueOn, page.Plan.ReviewBy = r.form.Get("due_on"), r.form.Get("review_by")
		page.Plan.Reach, page.Plan.Harm = r.form.Get("reach"), r.form.Get("harm")
	}
	return nil
}

// planClaim saves when a claim is due and how much it matters.
func (d *Desk) planClaim(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	draft := factcheck.PlanDraft{DueOn: form.Get("due_on"), ReviewBy: form.Get("review_by"), Reach: int(form.Int("reach")), Harm: int(form.Int("harm"))}
	claim, err := d.room.PlanClaim(c.Request().Context(), request.Actor(c), id, plannedFrom(form), draft)
	refused := &refusedPlan{form: form, problems: factcheck.Problems(err)}
	switch {
	case refused.problems != nil:
		return d.showBench(c, http.StatusUnprocessableEntity, benchState{plan: refused,
			problems: ui.ProblemsView{Title: "The plan was not saved", Items: refused.problems}})
	case factcheck.KindOf(err) == factcheck.Conflict && err != nil:
		said := factcheck.Problem{Field: "due_on", Message: "Somebody has changed the plan meanwhile; it stands above what you typed. Look at both, and save again if yours is to hold."}
		return d.showBench(c, http.StatusConflict, benchState{plan: refused,
			problems: ui.ProblemsView{Title: "The plan was not saved", Items: []factcheck.Problem{said}}})
	case err != nil:
		return err
	}
	return request.Done(c, claim.Path()+"#plan", "Plan saved.")
}

// plannedFrom is the plan that the form was begun from; nothing where it does not
// say so.
func plannedFrom(form request.Values) newsroom.Base {
	if !form.Has("was.due_on") {
		return newsroom.Base{}
	}
	return newsroom.Base{Plan: &factcheck.Plan{DueOn: factcheck.Date(form.Get("was.due_on")), ReviewBy: factcheck.Date(form.Get("was.review_by")),
		Reach: int(form.Int("was.reach")), Harm: int(form.Int("was.harm"))}}
}
