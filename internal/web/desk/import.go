package desk

import (
	"net/http"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// shortWait is how long the answer waits for a document to be read. Short ones
// are read by then, and whoever sent one sees its text, or what is wrong with
// it, at once.
const shortWait = 1500 * time.Millisecond

func (d *Desk) importRoutes(g *echo.Group) {
	g.GET("/imports/:id", d.importPage)
	g.POST("/imports/:id", d.keepImport)
	g.GET("/imports/:id/text", d.importText)
	g.POST("/imports/:id/end", d.endImport)
	g.GET("/sources/:id/snapshots/new", d.newCopy)
	g.POST("/sources/:id/snapshots", d.addCopy)
}

// begin begins to read a document and gives the address where that is seen. A
// document of which it is clear soon that it cannot be read is an Invalid
// error, and nothing is left of it. Instead is an import that this one takes the
// place of, or 0.
func (d *Desk) begin(c echo.Context, g given, instead int64) (path string, err error) {
	ctx, by := c.Request().Context(), request.Actor(c)
	if instead > 0 {
		if err := d.room.EndImport(ctx, by, instead); err != nil && factcheck.KindOf(err) != factcheck.NotFound {
			return "", err
		}
	}
	m, err := d.room.BeginImport(ctx, by, g.Import, g.raw)
	if err != nil {
		return "", err
	}
	if m, err = d.awaited(c, m.ID); err != nil {
		return "", err
	}
	if m.State != factcheck.Unreadable {
		return importPath(m.ID), nil
	}
	if err := d.room.EndImport(ctx, by, m.ID); err != nil {
		return "", err
	}
	return "", &factcheck.Error{Kind: factcheck.Invalid, Message: "The document could not be read.", Fields: m.Problems}
}

// awaited is an import once it has been read, or as it is after a short wait.
func (d *Desk) awaited(c echo.Context, id int64) (factcheck.Import, error) {
	ctx, by := c.Request().Context(), request.Actor(c)
	m, progress, err := d.room.Import(ctx, by, id)
	if err != nil || progress.Done == nil {
		return m, err
	}
	timer := time.NewTimer(shortWait)
	defer timer.Stop()
	select {
	case <-progress.Done:
	case <-timer.C:
	case <-ctx.Done():
	}
	m, _, err = d.room.Import(ctx, by, id)
	return m, err
}

func (d *Desk) importPage(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	m, progress, err := d.room.Import(c.Request().Context(), request.Actor(c), id)
	switch {
	case err != nil:
		return waitsNot(err)
	case m.State == factcheck.Unreadable:
		return d.unreadable(c, m)
	case m.State == factcheck.ReadyToKeep:
		return d.confirmPage(c, http.StatusOK, m.ID, view.SourceFields{Draft: m.Draft})
	}
	frame, err := d.frame(c, "Reading a document", ui.RoomSources)
	if err != nil {
		return err
	}
	frame.Anew = true
	v := view.ImportReadingView{Frame: frame, Import: m, Fetched: progress.Fetched || m.Address == "", Pages: progress.Pages, Of: progress.Of}
	return request.Render(c, http.StatusOK, view.ImportReading(v))
}

// unreadable shows the form again with what was typed, and what is wrong.
func (d *Desk) unreadable(c echo.Context, m factcheck.Import) error {
	html, err := d.room.Pasted(c.Request().Context(), request.Actor(c), m.ID)
	if err != nil {
		return waitsNot(err)
	}
	v := view.GivenFields{Address: m.Address, HTML: html, File: m.FileName, Instead: m.ID, Problems: m.Problems}
	if m.SourceID != 0 {
		return d.copyForm(c, http.StatusOK, m.SourceID, v)
	}
	return d.sourceForm(c, http.StatusOK, view.SourceNewView{Given: v, Fields: view.SourceFields{Draft: m.Draft, Problems: m.Problems}})
}

// waitsNot says of an import that is not there what may have become of it.
func waitsNot(err error) error {
	if factcheck.KindOf(err) == factcheck.NotFound {
		return factcheck.NoSuch("document waiting here: it was kept or thrown away, or it has waited for more than a day")
	}
	return err
}

// importPath is the address of a document on its way in.
func importPath(id int64) string { return "/desk/imports/" + number(id) }
