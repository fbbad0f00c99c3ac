package desk

import (
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

func (d *Desk) severalPage(c echo.Context) error {
	draft, err := d.begun(c)
	if err != nil {
		return err
	}
	return d.severalForm(c, http.StatusOK, draft.Text, draft, nil)
}

func (d *Desk) severalForm(c echo.Context, status int, typed string, shared factcheck.ClaimDraft, refusal error) error {
	fields, err := d.claimFields(c.Request().Context(), request.Actor(c), 0, shared, refusal)
	if err != nil {
		return err
	}
	frame, err := d.frame(c, "Record several claims", ui.RoomClaims)
	if err != nil {
		return err
	}
	return request.Render(c, status, view.Several(view.SeveralView{Frame: frame, Lines: typed, Fields: fields}))
}

func (d *Desk) recordSeveral(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	shared, err := claimDraft(form)
	if err != nil {
		return err
	}
	shared.Text = ""
	claims, err := d.room.RecordClaims(c.Request().Context(), request.Actor(c), form.Get("lines"), shared)
	if factcheck.Problems(err) != nil {
		return d.severalForm(c, http.StatusUnprocessableEntity, form.Get("lines"), shared, err)
	}
	if err != nil {
		return err
	}
	return request.Done(c, "/desk/claims", recorded(claims))
}

// recorded says which numbers the claims were given.
func recorded(claims []factcheck.Claim) string {
	said := factcheck.Plural(len(claims), "claim", "claims") + " recorded"
	if len(claims) == 0 {
		return said + "."
	}
	first, last := claims[0].ID, claims[len(claims)-1].ID
	if first == last {
		return said + ": #" + number(first) + "."
	}
	return said + ": #" + number(first) + " to #" + number(last) + "."
}
