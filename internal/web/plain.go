package web

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"claimdesk/static"
)

// alive says that the process answers.
func alive(c echo.Context) error { return c.String(http.StatusOK, "ok\n") }

// ready says whether the database answers; why it does not is for the log.
func (s *server) ready(c echo.Context) error {
	if err := s.room.Ready(c.Request().Context()); err != nil {
		s.log.Error("not ready", "id", requestID(c), "error", err)
		return c.String(http.StatusServiceUnavailable, "not ready\n")
	}
	return c.String(http.StatusOK, "ready\n")
}

// favicon leads those who ask without having read a page.
func favicon(c echo.Context) error {
	c.Response().Header().Set(echo.HeaderCacheControl, "public, max-age=86400")
	return c.Redirect(http.StatusFound, static.Path("img/favicon.svg"))
}

// files answers from the handler, but for an unknown name with the same page
// as any other unknown address.
func files(handler http.Handler) echo.HandlerFunc {
	return func(c echo.Context) error {
		w := &withoutMissing{ResponseWriter: c.Response()}
		handler.ServeHTTP(w, c.Request())
		if w.missing {
			return echo.ErrNotFound
		}
		return nil
	}
}

// withoutMissing keeps an answer 404 to itself.
type withoutMissing struct {
	http.ResponseWriter
	missing bool
}

// WriteHeader sends any status but 404.
func (w *withoutMissing) WriteHeader(status int) {
	if w.missing = status == http.StatusNotFound; !w.missing {
		w.ResponseWriter.WriteHeader(status)
	}
}

// Write drops what follows a 404.
func (w *withoutMissing) Write(p []byte) (int, error) {
	if w.missing {
		return len(p), nil
	}
	return w.ResponseWriter.Write(p)
}
