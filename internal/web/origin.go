package web

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
)

// sameOrigin refuses requests that would change something and that a browser
// sends for another site. http.CrossOriginProtection lets pass what names no
// origin at all, as programs do; with a session's cookie that is refused too.
func (s *server) sameOrigin(next echo.HandlerFunc) echo.HandlerFunc {
	protection := http.NewCrossOriginProtection()
	if err := protection.AddTrustedOrigin(s.base.Scheme + "://" + s.base.Host); err != nil {
		s.log.Warn("requests must come to the host they name", "base", s.base.String(), "error", err)
	}
	return func(c echo.Context) error {
		r := c.Request()
		if err := protection.Check(r); err != nil {
			return &factcheck.Error{Kind: factcheck.Forbidden, Cause: err,
				Message: "This was sent from a page of another site, so nothing was done. Open the page here and try again."}
		}
		if !safe(r.Method) && s.sessions.carried(r) && r.Header.Get("Origin") == "" && r.Header.Get("Sec-Fetch-Site") == "" {
			return factcheck.Refused("Your browser did not say which page this was sent from (neither Origin nor Sec-Fetch-Site), so nothing was done. " +
				"Programs use a token of the API instead of a session.")
		}
		return next(c)
	}
}

// safe tells whether a method changes nothing.
func safe(method string) bool {
	return method == http.MethodGet || method == http.MethodHead || method == http.MethodOptions
}
