package desk

import (
	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// benchGate fills the bar below the bench, and what changed in review.
func (d *Desk) benchGate(c echo.Context, page *view.BenchView, state benchState) error {
	ctx, claim := c.Request().Context(), page.Claim
	gate, err := d.room.GateOf(ctx, &claim)
	if err != nil {
		return err
	}
	settings, err := d.room.Settings(ctx)
	if err != nil {
		return err
	}
	page.Gate = view.GateView{ClaimID: claim.ID, Version: claim.Version, Open: page.Reader.Passages.SourceID, Gate: gate, Preview: claim.Verdict != nil}
	page.Gate.Refused, page.Gate.Reason, page.Gate.Problem = state.reason.rule, state.reason.reason, ui.ProblemOf(state.reason.problems, "reason")
	page.Gate.Acts, page.Gate.Why = offered(claim, request.User(c), settings.FourEyes)
	if claim.Status != factcheck.InReview && claim.Status != factcheck.Approved {
		return nil
	}
	review, err := d.room.Review(ctx, claim.ID)
	page.Changes = changesView(review)
	return err
}

// offered are the acts that a user can do now, the weightiest last, and why
// one that might be expected is missing.
func offered(claim factcheck.Claim, user factcheck.User, fourEyes bool) (acts []view.ActView, why string) {
	may := func(act factcheck.Action) bool {
		_, err := claim.Next(act)
		return err == nil && factcheck.Permitted(user.Role, act)
	}
	if may(factcheck.Drop) {
		acts = append(acts, view.ActView{Label: "Drop", Path: "drop", Form: true, Style: "quiet"})
	}
	if may(factcheck.Reopen) {
		acts = append(acts, view.ActView{Label: "Reopen", Path: "reopen"})
	}
	if may(factcheck.Return) {
		acts = append(acts, view.ActView{Label: "Return with a note", Path: "return", Form: true, Style: "quiet"})
	}
	if claim.Live != nil && claim.Status == factcheck.Researching && factcheck.Permitted(user.Role, factcheck.Publish) {
		acts = append(acts, view.ActView{Label: "Publish as minor", Path: "publish", Form: true, Style: "quiet"})
	}
	if may(factcheck.Submit) {
		acts = append(acts, view.ActView{Label: "Send for review", Path: "submit"})
	}
	if may(factcheck.Schedule) {
		label := "Publish at a time"
		if !claim.PublishAt.IsZero() {
			label = "Change the time"
		}
		acts = append(acts, view.ActView{Label: label, Path: "schedule", Form: true, Style: "quiet"})
	}
	if may(factcheck.Publish) {
		acts = append(acts, view.ActView{Label: "Publish", Path: "publish", Form: claim.Live != nil})
	}
	if claim.Status == factcheck.InReview {
		signing, reason := signingActs(claim, user, fourEyes)
		return append(acts, signing...), reason
	}
	return acts, waitingFor(claim, user)
}

// signingActs are the acts on a claim in review.
func signingActs(claim factcheck.Claim, user factcheck.User, fourEyes bool) (acts []view.ActView, why string) {
	err := claim.FourEyes(user.ID)
	editor := factcheck.Permitted(user.Role, factcheck.Approve)
	approve := editor && (err == nil || !fourEyes)
	if claim.MayAgree(user.ID) && !approve {
		acts = append(acts, view.ActView{Label: "Agree", Path: "agree", Style: "quiet"})
	}
	switch {
	case approve:
		return append(acts, view.ActView{Label: "Approve", Path: "approve", Style: "quiet"},
			view.ActView{Label: "Approve and publish", Path: approveAndPublish(claim), Form: claim.Live != nil, Name: "publish"}), ""
	case !editor:
		return acts, "An editor has to approve it."
	}
	return acts, err.Error()
}

// approveAndPublish leads to the form where publishing asks for a class.
func approveAndPublish(claim factcheck.Claim) string {
	if claim.Live != nil {
		return "publish?approve=yes"
	}
	return "approve"
}

// waitingFor says for whom an approved claim waits.
func waitingFor(claim factcheck.Claim, user factcheck.User) string {
	if claim.Status == factcheck.Approved && !factcheck.Permitted(user.Role, factcheck.Publish) {
		return "An editor has to publish it."
	}
	return ""
}
