package desk

import (
	"net/http"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// benchAbout fills the claim's own pane.
func (d *Desk) benchAbout(c echo.Context, page *view.BenchView, state benchState) error {
	ctx, claim := c.Request().Context(), page.Claim
	people, err := d.peopleOptions(ctx, claim.AssigneeID, "Nobody")
	if err != nil {
		return err
	}
	verdicts, err := d.room.Verdicts(ctx, claim.ID)
	if err != nil {
		return err
	}
	page.About = view.AboutView{Claim: claim, Language: view.LanguageName(claim.Language),
		Assignee: ui.Field{Name: "assignee_id", Label: "With", HideLabel: true, Options: people, Value: idText(claim.AssigneeID)},
		Verdicts: verdicts}
	return nil
}

// idText is an id as the value of a choice; "" for none.
func idText(id int64) string {
	if id == 0 {
		return ""
	}
	return strconv.FormatInt(id, 10)
}

// assignClaim says who looks into a claim.
func (d *Desk) assignClaim(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	claim, err := d.room.AssignClaim(c.Request().Context(), request.Actor(c), id, form.Int("assignee_id"))
	if err != nil {
		return err
	}
	if claim.Assignee == "" {
		return request.Done(c, claim.Path(), "Nobody has it now.")
	}
	return request.Done(c, claim.Path(), claim.Assignee+" has it now.")
}

// noteOnClaim adds a private remark.
func (d *Desk) noteOnClaim(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	note := form.Get("note")
	err = d.room.NoteOnClaim(c.Request().Context(), request.Actor(c), id, note)
	if problems := factcheck.Problems(err); problems != nil {
		return d.showBench(c, http.StatusUnprocessableEntity, benchState{note: note, noted: problems,
			problems: ui.ProblemsView{Title: "The note was not saved", Items: problems}})
	}
	if err != nil {
		return err
	}
	return request.Done(c, factcheck.Claim{ID: id}.Path()+"#notes", "Note added.")
}

// claimForm reads what every form on a claim has: the claim's id from the
// address, and the fields.
func claimForm(c echo.Context) (int64, request.Values, error) {
	id, err := request.ID(c, "id")
	if err != nil {
		return 0, request.Values{}, err
	}
	form, err := request.Form(c)
	return id, form, err
}
