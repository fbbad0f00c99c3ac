package web

import (
	"log/slog"
	"net"
	"net/http"
	"net/url"

	"github.com/labstack/echo/v4"

	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/api"
	"claimdesk/internal/web/desk"
	"claimdesk/internal/web/site"
	"claimdesk/static"
)

// Options are what the server is told when it is made.
type Options struct {
	BaseURL *url.URL     // under which browsers reach it: scheme and host
	Proxies []*net.IPNet // whose X-Forwarded-For is believed; none: nobody's
	Log     *slog.Logger
}

// server holds what middleware and error pages need.
type server struct {
	room     *newsroom.Room
	base     *url.URL
	log      *slog.Logger
	sessions *sessionStore
}

// New is the whole server of a newsroom, ready to be served.
func New(room *newsroom.Room, o Options) *echo.Echo {
	s, e := frame(room, o)
	site.Register(e, room)
	desk.Register(e, room, s.identified, s.sessions)
	api.Register(e, room)
	return e
}

// frame is the server without the handlers of the three sides.
func frame(room *newsroom.Room, o Options) (*server, *echo.Echo) {
	s := &server{room: room, base: o.BaseURL, log: o.Log, sessions: newSessionStore(room, o.BaseURL)}
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	e.IPExtractor = addressBehind(o.Proxies)
	e.HTTPErrorHandler = s.answer
	e.OnAddRouteHandler = alsoHead(e)
	e.Pre(s.observe, s.headers, recovered, s.sameOrigin, limited)
	e.GET("/healthz", alive)
	e.GET("/readyz", s.ready)
	e.GET("/static/*", files(static.Handler()))
	e.GET("/favicon.ico", favicon)
	e.POST(againPath, s.resume)
	e.GET(againPath, func(c echo.Context) error { return toLogIn(c, "/desk") })
	return s, e
}

// alsoHead lets every address that answers GET answer HEAD as well; the
// body is left out by net/http.
func alsoHead(e *echo.Echo) func(string, echo.Route, echo.HandlerFunc, []echo.MiddlewareFunc) {
	return func(_ string, route echo.Route, handler echo.HandlerFunc, around []echo.MiddlewareFunc) {
		if route.Method == http.MethodGet {
			e.HEAD(route.Path, handler, around...)
		}
	}
}
