package site

import (
	"github.com/labstack/echo/v4"

	"claimdesk/internal/web/request"
)

// exhibitCaching: an exhibit's file never changes, so it is asked for once.
const exhibitCaching = "public, max-age=31536000, immutable"

// exhibitFile answers with what readers get of an exhibit that was published:
// a picture's copy, any other file as it came.
func (s *site) exhibitFile(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	f, raw, err := s.room.PublicExhibitFile(c.Request().Context(), id)
	if err != nil {
		return err
	}
	c.Response().Header().Set(echo.HeaderCacheControl, exhibitCaching)
	return request.File(c, "exhibit-"+c.Param("id"), f, raw)
}
