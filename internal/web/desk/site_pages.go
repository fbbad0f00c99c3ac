package desk

import (
	"net/http"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"

	"github.com/labstack/echo/v4"
)

func (d *Desk) sitePageRoutes(g *echo.Group) {
	admins := g.Group("/pages", needing(factcheck.WritePage))
	admins.GET("", d.sitePages)
	admins.GET("/:slug", d.sitePage)
	admins.POST("/:slug", d.writeSitePage)
}

func (d *Desk) sitePages(c echo.Context) error {
	pages, err := d.room.Pages(c.Request().Context())
	if err != nil {
		return err
	}
	frame, err := d.frame(c, "Pages for readers", "")
	if err != nil {
		return err
	}
	return request.Render(c, http.StatusOK, view.SitePages(view.SitePagesView{Frame: frame, Pages: pages}))
}

func (d *Desk) sitePage(c echo.Context) error {
	page, err := d.room.Page(c.Request().Context(), c.Param("slug"))
	if err != nil {
		return err
	}
	return d.sitePageForm(c, http.StatusOK, view.SitePageView{Page: page, Base: page.Version, Body: page.Body})
}

func (d *Desk) sitePageForm(c echo.Context, status int, v view.SitePageView) error {
	ctx := c.Request().Context()
	var err error
	if v.Kind, err = factcheck.PageKindOf(v.Page.Slug); err != nil {
		return err
	}
	settings, err := d.room.Settings(ctx)
	if err != nil {
		return err
	}
	if text, stands := factcheck.DefaultPage(v.Page.Slug, settings); stands && !v.Page.Written() {
		v.Standing = newsroom.PageHTML(text)
	}
	if v.Frame, err = d.frame(c, v.Kind.Title, ""); err != nil {
		return err
	}
	return request.Render(c, status, view.SitePage(v))
}

// writeSitePage saves what was typed, shows it, or puts a heading under it.
func (d *Desk) writeSitePage(c echo.Context) error {
	ctx := c.Request().Context()
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	page, err := d.room.Page(ctx, c.Param("slug"))
	if err != nil {
		return err
	}
	v := view.SitePageView{Page: page, Base: form.Int("base"), Body: form.Get("body")}
	switch do, which, _ := strings.Cut(form.Get("do"), "."); do {
	case "preview":
		v.Previewed, v.Preview = true, newsroom.PageHTML(v.Body)
		return d.sitePageForm(c, http.StatusOK, v)
	case "insert":
		v.Body = withHeading(v.Body, page.Slug, which)
		return d.sitePageForm(c, http.StatusOK, v)
	}
	_, err = d.room.WritePage(ctx, request.Actor(c), page.Slug, v.Base, v.Body)
	if problems := factcheck.Problems(err); problems != nil {
		v.Problems = problems
		return d.sitePageForm(c, http.StatusUnprocessableEntity, v)
	}
	if factcheck.KindOf(err) == factcheck.Conflict && v.Base != page.Version {
		v.Base, v.Stale = page.Version, true
		return d.sitePageForm(c, http.StatusConflict, v)
	}
	if err != nil {
		return err
	}
	return request.Done(c, "/desk/pages", "Page saved.")
}

// withHeading puts the heading of a prompt under a text; an unknown prompt
// changes nothing.
func withHeading(body, slug, which string) string {
	kind, err := factcheck.PageKindOf(slug)
	i, wrong := strconv.Atoi(which)
	if err != nil || wrong != nil || i < 0 || i >= len(kind.Prompts) {
		return body
	}
	return strings.TrimLeft(strings.TrimRight(body, " \r\n")+"\n\n## "+kind.Prompts[i].Heading+"\n\n", "\n")
}
