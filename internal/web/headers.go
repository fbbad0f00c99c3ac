package web

import (
	"strings"

	"github.com/labstack/echo/v4"
)

// policy allows what our own pages need and nothing else: no inline script or
// style, nothing from other sites, no frame around us.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
	"font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// careful are the headers of every answer.
var careful = [][2]string{
	{"Content-Security-Policy", policy},
	{"X-Content-Type-Options", "nosniff"},
	{"X-Frame-Options", "DENY"},
	{"Referrer-Policy", "same-origin"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Cross-Origin-Resource-Policy", "same-origin"},
	{"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
}

// twoYears of https only, as the preload lists ask for.
const twoYears = "max-age=63072000; includeSubDomains"

// headers sets the headers before anything can answer, so that refusals and
// errors carry them too. What is read at the desk stays out of caches.
func (s *server) headers(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		h, path := c.Response().Header(), c.Request().URL.Path
		for _, header := range careful {
			h.Set(header[0], header[1])
		}
		if s.secure() {
			h.Set(echo.HeaderStrictTransportSecurity, twoYears)
		}
		if forOthers(path) {
			h.Set("Cross-Origin-Resource-Policy", "cross-origin")
		}
		if sideOf(path) == inside {
			h.Set(echo.HeaderCacheControl, "no-store")
		}
		if sideOf(path) != public {
			h.Set(echo.HeaderXRequestID, requestID(c))
		}
		return next(c)
	}
}

// forOthers tells whether other sites may show this file: the logo, which
// search engines and feed readers put beside our name.
func forOthers(path string) bool {
	return path == "/logo" || strings.HasPrefix(path, "/static/") && strings.HasSuffix(path, "/img/logo.png")
}

// secure tells whether browsers reach us by https.
func (s *server) secure() bool { return s.base.Scheme == "https" }
