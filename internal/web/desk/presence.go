package desk

import (
	"net/http"

	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"

	"github.com/labstack/echo/v4"
)

// present takes from a script that somebody has a claim open, or has gone, and
// answers with who else is there, as a part of a page.
func (d *Desk) present(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	by := request.Actor(c)
	if form.On("leave") {
		d.room.Leave(by, id)
		return c.NoContent(http.StatusNoContent)
	}
	if err := d.room.Present(c.Request().Context(), by, id, form.Get("where")); err != nil {
		return err
	}
	return request.Render(c, http.StatusOK, view.Here(d.here(c, id)))
}

// here is who else has a claim open. Asking leaves no trace.
func (d *Desk) here(c echo.Context, claim int64) view.HereView {
	v := view.HereView{ClaimID: claim}
	for _, p := range d.room.Others(claim, request.Actor(c)) {
		v.People = append(v.People, view.Companion{Name: p.Name, At: p.Where})
	}
	return v
}
