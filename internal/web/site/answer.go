package site

import (
	"errors"
	"net/http"
	"strings"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/site"
)

// drawn makes a page for a request.
type drawn func(echo.Context, view.Newsroom) (templ.Component, error)

// page answers with a page that may be kept: 304 to whoever holds it as it
// is. A time alone is believed only once the page is known to exist.
func (s *site) page(draw drawn) echo.HandlerFunc {
	return func(c echo.Context) error {
		now, err := s.stand(c.Request().Context(), c.Request())
		if err != nil {
			return err
		}
		if request.Holds(c.Request(), now.tag) {
			return now.unchanged(c, pageCaching)
		}
		page, err := draw(c, now.newsroom)
		if err != nil {
			return otherwise(c, err)
		}
		if now.since(c.Request()) {
			return now.unchanged(c, pageCaching)
		}
		now.write(c.Response().Header(), pageCaching)
		return request.Render(c, http.StatusOK, page)
	}
}

// raw is an answer that is no page.
type raw struct {
	mediaType string
	content   []byte
}

// bytes answers with what is no page, for programs of any origin.
func (s *site) bytes(read func(echo.Context) (raw, error)) echo.HandlerFunc {
	return func(c echo.Context) error {
		now, err := s.stand(c.Request().Context(), c.Request())
		if err != nil {
			return err
		}
		if request.Holds(c.Request(), now.tag) {
			forAll(c)
			return now.unchanged(c, pageCaching)
		}
		answer, err := read(c)
		if err != nil {
			return otherwise(c, err)
		}
		forAll(c)
		if now.since(c.Request()) {
			return now.unchanged(c, pageCaching)
		}
		now.write(c.Response().Header(), pageCaching)
		return c.Blob(http.StatusOK, answer.mediaType, answer.content)
	}
}

// forAll lets pages of any origin read the answer.
func forAll(c echo.Context) {
	c.Response().Header().Set(echo.HeaderAccessControlAllowOrigin, "*")
}

// otherwise answers what could not be shown: what has moved is led to in one
// step, and an address that makes no sense is one at which there is nothing.
func otherwise(c echo.Context, err error) error {
	var moved *newsroom.Moved
	if errors.As(err, &moved) {
		before, _, _ := strings.Cut(c.Path(), ":slug")
		rest := strings.TrimPrefix(c.Request().URL.Path, before+c.Param("slug"))
		c.Response().Header().Set(echo.HeaderCacheControl, pageCaching)
		return c.Redirect(http.StatusMovedPermanently, before+moved.Slug+rest)
	}
	if factcheck.KindOf(err) == factcheck.Invalid {
		return factcheck.NoSuch("page at this address")
	}
	return err
}
