package desk

import (
	"net/http"
	"strconv"

	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// How many lines a page of the log has.
const logPage = 100

func (d *Desk) log(c echo.Context) error {
	before, _ := strconv.ParseInt(request.Query(c, "before"), 10, 64)
	events, err := d.room.Log(c.Request().Context(), request.Actor(c), max(0, before), logPage+1)
	if err != nil {
		return err
	}
	frame, err := d.frame(c, "Log", ui.RoomLog)
	if err != nil {
		return err
	}
	v := view.LogView{Frame: frame}
	if before > 0 {
		v.Newer = "/desk/log"
	}
	if len(events) > logPage {
		events = events[:logPage]
		v.Older = "/desk/log?before=" + number(events[logPage-1].ID)
	}
	v.Lines = logLines(events)
	return request.Render(c, http.StatusOK, view.Log(v))
}
