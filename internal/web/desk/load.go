package desk

import (
	"io"
	"net/http"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

func (d *Desk) loadRoutes(g *echo.Group) {
	g.GET("/import", d.loads)
	g.POST("/import", d.beginLoad)
	g.GET("/import/:id", d.load)
	g.POST("/import/:id", d.runLoad)
	g.POST("/import/:id/end", d.endLoad)
}

// loads asks for a file of many records.
func (d *Desk) loads(c echo.Context) error { return d.loadsPage(c, http.StatusOK, nil) }

func (d *Desk) loadsPage(c echo.Context, status int, problems []factcheck.Problem) error {
	by := request.Actor(c)
	if err := factcheck.Permit(by, factcheck.ImportClaims); err != nil {
		return err
	}
	loads, err := d.room.Loads(c.Request().Context(), by)
	if err != nil {
		return err
	}
	frame, err := d.frame(c, "Import", ui.RoomClaims)
	if err != nil {
		return err
	}
	return request.Render(c, status, view.Loads(view.LoadsView{Frame: frame, Problems: problems, Loads: loads}))
}

// beginLoad takes a file as it comes in; all of it is never in memory.
func (d *Desk) beginLoad(c echo.Context) error {
	by := request.Actor(c)
	if err := factcheck.Permit(by, factcheck.ImportClaims); err != nil {
		return err
	}
	var begun factcheck.Load
	err := request.Stream(c, "file", func(name string, content io.Reader) (err error) {
		begun, err = d.room.BeginLoad(c.Request().Context(), by, name, content)
		return err
	})
	if problems := factcheck.Problems(err); problems != nil {
		return d.loadsPage(c, http.StatusUnprocessableEntity, problems)
	}
	if factcheck.KindOf(err) == factcheck.Conflict && err != nil {
		return d.loadsPage(c, http.StatusConflict, []factcheck.Problem{{Field: "file", Message: factcheck.As(err).Message}})
	}
	if err != nil {
		return err
	}
	return d.awaitLoad(c, begun.ID)
}

// awaitLoad leads to a load, once it has ended or after a short wait.
func (d *Desk) awaitLoad(c echo.Context, id int64) error {
	ctx := c.Request().Context()
	_, running, err := d.room.Load(ctx, request.Actor(c), id)
	if err != nil {
		return err
	}
	if running.Done != nil {
		timer := time.NewTimer(shortWait)
		defer timer.Stop()
		select {
		case <-running.Done:
		case <-timer.C:
		case <-ctx.Done():
		}
	}
	return request.Done(c, loadPath(id), "")
}

// load shows what a file holds, how far it is, or what came of it.
func (d *Desk) load(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	l, running, err := d.room.Load(c.Request().Context(), request.Actor(c), id)
	if err != nil {
		return err
	}
	if l.State == factcheck.LoadRuns {
		return d.loadRunning(c, l, running.LoadProgress)
	}
	return d.loadPage(c, http.StatusOK, l, nil, nil)
}

func (d *Desk) loadRunning(c echo.Context, l factcheck.Load, at newsroom.LoadProgress) error {
	frame, err := d.frame(c, "Importing", ui.RoomClaims)
	if err != nil {
		return err
	}
	frame.Anew = true
	return request.Render(c, http.StatusOK, view.LoadRunning(view.LoadRunningView{Frame: frame, Load: l, Read: at.Read, Written: at.Written, Of: at.Of}))
}

// loadPage shows a load that does not run. columns are as they were chosen just
// now; nil: as they are kept.
func (d *Desk) loadPage(c echo.Context, status int, l factcheck.Load, columns []string, problems []factcheck.Problem) error {
	frame, err := d.frame(c, "Import", ui.RoomClaims)
	if err != nil {
		return err
	}
	v := view.LoadView{Frame: frame, Load: l, Problems: problems}
	if l.State == factcheck.LoadWaits {
		if v.Preview, err = d.room.PreviewLoad(c.Request().Context(), request.Actor(c), l.ID, columns); err != nil {
			return err
		}
	}
	return request.Render(c, status, view.Load(v))
}

// runLoad imports a file, or looks at it once more with other columns.
func (d *Desk) runLoad(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	plan := factcheck.LoadPlan{Columns: form.All("column"), KeepKnown: form.On("keep_known"), Complete: form.On("complete"),
		DryRun: form.Get("do") != "import"}
	if _, err := d.room.RunLoad(c.Request().Context(), request.Actor(c), id, plan); err != nil {
		return err
	}
	return d.awaitLoad(c, id)
}

// endLoad throws a file away; one that is gone already is gone.
func (d *Desk) endLoad(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	if err := d.room.EndLoad(c.Request().Context(), request.Actor(c), id); err != nil && factcheck.KindOf(err) != factcheck.NotFound {
		return err
	}
	return request.Done(c, "/desk/import", "Thrown away. Nothing of the file was kept.")
}

func loadPath(id int64) string { return "/desk/import/" + number(id) }
