package web

import (
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"claimdesk/internal/web/request"
)

// observe gives the request its id, has its error answered and writes its line
// in the log. The line holds the pattern of the address, never the address
// itself: one-time links carry their token there. Readers of the public site
// leave no address behind.
func (s *server) observe(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		start := time.Now()
		request.Begin(c, strings.ToLower(rand.Text()[:12]), s.secure())
		if err := next(c); err != nil {
			s.answer(err, c)
		}
		s.line(c, time.Since(start))
		return nil
	}
}

func (s *server) line(c echo.Context, took time.Duration) {
	r, route := c.Request(), c.Path()
	if route == "" {
		route = "(none)"
	}
	facts := []slog.Attr{
		slog.String("id", requestID(c)),
		slog.String("method", r.Method[:min(len(r.Method), 10)]),
		slog.String("route", route),
		slog.Int("status", c.Response().Status),
		slog.Int64("bytes", c.Response().Size),
		slog.Float64("ms", float64(took.Microseconds())/1000),
	}
	if sideOf(r.URL.Path) != public {
		facts = append(facts, slog.String("address", c.RealIP()), slog.Int64("user", request.User(c).ID))
	}
	s.log.LogAttrs(r.Context(), weight(route), "request", facts...)
}

// weight keeps what monitors and pages ask for by themselves out of the way.
func weight(route string) slog.Level {
	switch route {
	case "/healthz", "/readyz", "/static/*", "/favicon.ico", "/desk/claims/:id/presence":
		return slog.LevelDebug
	}
	return slog.LevelInfo
}

func requestID(c echo.Context) string { return request.RequestID(c) }

// panicked is a panic as an error, with the stack on which it arose.
type panicked struct {
	value any
	stack []byte
}

// Error is what was panicked with.
func (p *panicked) Error() string { return fmt.Sprintf("panic: %v", p.value) }

// recovered turns a panic into an error, so that it costs one request. The
// panic that net/http uses to drop a connection goes on.
func recovered(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) (err error) {
		defer func() {
			value := recover()
			if value == nil {
				return
			}
			if e, ok := value.(error); ok && errors.Is(e, http.ErrAbortHandler) {
				panic(value)
			}
			err = &panicked{value, debug.Stack()}
		}()
		return next(c)
	}
}
