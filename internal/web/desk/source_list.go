package desk

import (
	"net/http"
	"net/url"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// How many sources a page of the list has.
const sourcePage = 50

func (d *Desk) sourceRoutes(g *echo.Group) {
	g.GET("/sources", d.sources)
	g.GET("/sources/new", d.newSource)
	g.POST("/sources/new", d.addSource)
	g.GET("/sources/:id", d.source)
	d.copyRoutes(g)
	g.GET("/sources/:id/quote", d.quoteSource)
	g.GET("/sources/:id/edit", d.editSourcePage)
	g.POST("/sources/:id/edit", d.editSource)
	g.POST("/sources/:id/archived", d.findArchivedSource)
	g.GET("/sources/:id/archived", d.backToSource)
}

func (d *Desk) sources(c echo.Context) error {
	query, cursor := request.Query(c, "q"), request.Query(c, "after")
	page, err := d.room.Sources(c.Request().Context(), request.Actor(c), newsroom.SourceFilter{Query: query, Cursor: cursor, Limit: sourcePage})
	if err != nil {
		return err
	}
	frame, err := d.frame(c, "Sources", ui.RoomSources)
	if err != nil {
		return err
	}
	v := view.SourcesView{Frame: frame, Query: query, Sources: page.Items}
	if cursor == "" && query == "" {
		if v.Waiting, err = d.waitingImports(c); err != nil {
			return err
		}
	}
	if cursor != "" {
		v.First = sourcesAddress(query, "")
	}
	if page.Next != "" {
		v.Next = sourcesAddress(query, page.Next)
	}
	return request.Render(c, http.StatusOK, view.Sources(v))
}

// waitingImports are the user's documents that are still to be confirmed.
func (d *Desk) waitingImports(c echo.Context) ([]view.WaitingImport, error) {
	ctx, by := c.Request().Context(), request.Actor(c)
	list, err := d.room.Imports(ctx, by)
	var waiting []view.WaitingImport
	for _, m := range list { // at most twenty
		w := view.WaitingImport{Import: m}
		if m.SourceID != 0 {
			s, err := d.room.Source(ctx, by, m.SourceID)
			if err != nil && factcheck.KindOf(err) != factcheck.NotFound {
				return nil, err
			}
			if w.Source = s.Title; err != nil {
				w.Source = factcheck.ProtectedTitle
			}
		}
		waiting = append(waiting, w)
	}
	return waiting, err
}

func sourcesAddress(query, cursor string) string {
	values := url.Values{}
	if query != "" {
		values.Set("q", query)
	}
	if cursor != "" {
		values.Set("after", cursor)
	}
	if len(values) == 0 {
		return "/desk/sources"
	}
	return "/desk/sources?" + values.Encode()
}
