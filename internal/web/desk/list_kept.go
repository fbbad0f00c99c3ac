package desk

import (
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// keepView keeps what the address chooses as a view of the user's own.
func (d *Desk) keepView(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	draft := factcheck.KeptView{Name: form.Get("name"), Query: keptQuery(c).Encode()}
	kept, err := d.room.KeepView(c.Request().Context(), request.Actor(c), draft)
	if problems := factcheck.Problems(err); problems != nil {
		shown := []factcheck.Problem{{Field: "keep-name", Message: problems[0].Message}}
		return d.showList(c, http.StatusUnprocessableEntity, listState{keep: view.KeepView{Name: draft.Name, Problems: problems},
			refused: ui.ProblemsView{Title: "The view was not kept", Items: shown}})
	}
	if err != nil {
		return err
	}
	return request.Done(c, listAddress(c, ""), "The view “"+kept.Name+"” stands beside the others now. Only you see it.")
}

// removeView removes one of the user's own views.
func (d *Desk) removeView(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	if err := d.room.DropView(c.Request().Context(), request.Actor(c), id); err != nil {
		return err
	}
	return request.Done(c, "/desk/claims", "The view was removed. The claims are as they were.")
}
