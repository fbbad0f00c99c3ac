package desk

import (
	"io"
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/sheet"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"

	"github.com/labstack/echo/v4"
)

func (d *Desk) exportRoutes(g *echo.Group) {
	g.GET("/export", d.exportPage)
	g.POST("/export", d.export)
	g.GET("/claims.csv", d.claimSheet)
}

// exportPage offers what can be taken out, for admins.
func (d *Desk) exportPage(c echo.Context) error {
	err := d.room.CanExport(c.Request().Context(), request.Actor(c))
	if err != nil && !factcheck.Permitted(request.User(c).Role, factcheck.Export) {
		return err
	}
	v := view.ExportView{}
	if e := factcheck.As(err); e != nil {
		v.Refusal = e.Message
	} else if err != nil {
		return err
	}
	if v.Frame, err = d.frame(c, "Export", ""); err != nil {
		return err
	}
	return request.Render(c, http.StatusOK, view.Export(v))
}

// export sends what was chosen.
func (d *Desk) export(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	ctx, by := c.Request().Context(), request.Actor(c)
	switch form.Get("what") {
	case "zip":
		return download(c, "newsroom.zip", "application/zip", func(w io.Writer) error {
			_, err := d.room.Export(ctx, by, w, nil)
			return err
		})
	case "claimreview":
		return download(c, "claimreview.json", "application/ld+json", func(w io.Writer) error {
			_, err := d.room.ExportReviews(ctx, by, w, nil)
			return err
		})
	case "csv":
		return download(c, "claims.csv", sheet.Type, func(w io.Writer) error {
			_, err := d.room.ExportClaims(ctx, by, w, nil)
			return err
		})
	}
	return factcheck.Wrong("what", "Choose what is to be exported: the newsroom, its checks or its claims.")
}

// claimSheet is the list of claims as it is filtered, as CSV.
func (d *Desk) claimSheet(c echo.Context) error {
	filter, _ := listFilter(c)
	filter.Cursor = ""
	return download(c, "claims.csv", sheet.Type, func(w io.Writer) error {
		return d.room.ClaimSheet(c.Request().Context(), request.Actor(c), filter, w)
	})
}
