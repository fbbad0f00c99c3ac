package desk

import (
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// refusedDissent is a dissent that could not be saved.
type refusedDissent struct {
	text     string
	public   bool
	problems []factcheck.Problem
}

// benchStanding fills who stands behind the verdict.
func (d *Desk) benchStanding(c echo.Context, page *view.BenchView, state benchState) error {
	v := view.StandingView{Claim: page.Claim, Verdicts: page.About.Verdicts, UserID: request.User(c).ID,
		May: page.Claim.Verdict != nil && page.Claim.Status != factcheck.Dropped}
	v.Dissent = ui.Field{Name: "text", ID: "dissent", Label: "What you see differently, and why", Rows: 3, Max: factcheck.MaxExplanation, Dir: "auto"}
	if r := state.dissent; r != nil {
		v.Dissent.Value, v.Public, v.Dissent.Problem = r.text, r.public, ui.ProblemOf(r.problems, "text")
	}
	page.Standing = v
	return nil
}

// standingRoutes are dissent, and the reasons for passing lines of the gate.
func (d *Desk) standingRoutes(claim *echo.Group) {
	claim.POST("/dissents", d.dissent)
	claim.POST("/dissents/:dissent/remove", d.dropDissent)
	claim.POST("/gate/:rule", d.passGate)
	claim.GET("/dissents", backToBench)
	claim.GET("/dissents/:dissent/remove", backToBench)
	claim.GET("/gate/:rule", backToBench)
}

// dissent notes that somebody sees the verdict differently.
func (d *Desk) dissent(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	text, public := form.Get("text"), form.On("public")
	claim, err := d.room.Dissent(c.Request().Context(), request.Actor(c), id, newsroom.Base{}, text, public)
	if problems := factcheck.Problems(err); problems != nil {
		shown := []factcheck.Problem{{Field: "dissent", Message: problems[0].Message}}
		return d.showBench(c, http.StatusUnprocessableEntity, benchState{dissent: &refusedDissent{text, public, problems},
			problems: ui.ProblemsView{Title: "The dissent was not saved", Items: shown}})
	}
	if err != nil {
		return d.stopped(c, err)
	}
	return request.Done(c, claim.Path()+"#dissents", "Dissent noted.")
}

// dropDissent takes one's own dissent back.
func (d *Desk) dropDissent(c echo.Context) error {
	id, _, err := claimForm(c)
	if err != nil {
		return err
	}
	dissent, err := request.ID(c, "dissent")
	if err != nil {
		return err
	}
	claim, err := d.room.DropDissent(c.Request().Context(), request.Actor(c), id, dissent, newsroom.Base{})
	if err != nil {
		return d.stopped(c, err)
	}
	return request.Done(c, claim.Path()+"#dissents", "Taken back.")
}

// passGate says why a line of the gate is passed; an empty reason withdraws it.
func (d *Desk) passGate(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	reason := form.Get("reason")
	claim, err := d.room.PassGate(c.Request().Context(), request.Actor(c), id, newsroom.Base{}, c.Param("rule"), reason)
	if problems := factcheck.Problems(err); problems != nil {
		return d.showBench(c, http.StatusUnprocessableEntity, benchState{reason: refusedReason{c.Param("rule"), reason, problems},
			problems: ui.ProblemsView{Title: "The reason was not saved", Items: []factcheck.Problem{{Field: "reason-" + c.Param("rule"), Message: problems[0].Message}}}})
	}
	if err != nil {
		return d.stopped(c, err)
	}
	if reason == "" {
		return request.Done(c, claim.Path()+"#gate", "Reason withdrawn.")
	}
	return request.Done(c, claim.Path()+"#gate", "Reason saved.")
}

// refusedReason is a reason for passing a rule that could not be saved.
type refusedReason struct {
	rule, reason string
	problems     []factcheck.Problem
}
