package site

import (
	"net/http"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/site"
)

// logoCaching: another logo may be put up any minute.
const logoCaching = "public, max-age=300"

// written shows what the newsroom has written at an address.
func (s *site) written(kind factcheck.PageKind) echo.HandlerFunc {
	return s.page(func(c echo.Context, n view.Newsroom) (templ.Component, error) {
		page, err := s.room.PublicPage(c.Request().Context(), kind.Slug)
		if err != nil {
			return nil, err
		}
		return view.Written(view.WrittenView{Newsroom: n, Kind: kind, HTML: newsroom.PageHTML(page.Body), At: page.UpdatedAt}), nil
	})
}

// logo answers with the newsroom's logo, also to other sites.
func (s *site) logo(c echo.Context) error {
	f, raw, err := s.room.Logo(c.Request().Context())
	if err != nil {
		return err
	}
	c.Response().Header().Set(echo.HeaderCacheControl, logoCaching)
	return request.File(c, "logo", f, raw)
}

// ownTones is the style sheet with the newsroom's own tones up to a version of
// the scale. It never changes.
func (s *site) ownTones(c echo.Context) error {
	version, err := request.Sheet(c)
	if err != nil {
		return err
	}
	tones, err := s.room.OwnTones(c.Request().Context(), version)
	if err != nil {
		return err
	}
	c.Response().Header().Set(echo.HeaderCacheControl, exhibitCaching)
	return c.Blob(http.StatusOK, request.StyleSheet, request.Tones(tones))
}
