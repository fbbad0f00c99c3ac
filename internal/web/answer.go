package web

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/api"
)

// stale are headers that a handler may have set for the page that it then
// could not give.
var stale = []string{"ETag", "Last-Modified", "Content-Disposition", "Content-Encoding", "Content-Length", "Content-Language", "Link", "Vary", "Expires"}

// answer is where every error ends: as a problem for programs, as a page for
// people. What is our fault is logged, once, under the id that the page shows.
// An answer that had begun cannot be taken back, so its connection is dropped.
//
// A request that was broken off, or came in only half, ends its context, but
// whoever sent it may still be reading: the answer does without that context.
// Silence would be taken for success.
func (s *server) answer(err error, c echo.Context) {
	r, f := c.Request(), failureOf(err)
	if left(c, err) {
		f = brokenOff
	}
	c.SetRequest(r.WithContext(context.WithoutCancel(r.Context())))
	if f.status >= http.StatusInternalServerError {
		s.blame(c, err)
	}
	if c.Response().Committed {
		panic(http.ErrAbortHandler)
	}
	h := c.Response().Header()
	for _, name := range stale {
		h.Del(name)
	}
	h.Set(echo.HeaderCacheControl, "no-store")
	if f.retry > 0 {
		h.Set(echo.HeaderRetryAfter, strconv.Itoa(f.retry))
	}
	write := s.plate
	if sideOf(r.URL.Path) == programs {
		write, f.more = s.problem, api.Members(err, s.room.URL)
	}
	if err := write(c, f); err != nil && r.Context().Err() == nil {
		s.log.Error("answering an error", "id", requestID(c), "error", err)
	}
}

// blame writes to the log what went wrong on our side.
func (s *server) blame(c echo.Context, err error) {
	facts := []any{"id", requestID(c), "method", c.Request().Method, "route", c.Path(), "error", err}
	if e := factcheck.As(err); e != nil && e.Cause != nil {
		facts = append(facts, "cause", e.Cause)
	}
	var p *panicked
	if errors.As(err, &p) {
		facts = append(facts, "stack", string(p.stack))
	}
	s.log.Error("request failed", facts...)
}

// problem answers an error in the API (RFC 9457). Its errors are the fields
// that are wrong; package api describes the other members.
func (s *server) problem(c echo.Context, f failure) error {
	title, text := saidOf(f)
	if f.status == http.StatusUnauthorized {
		c.Response().Header().Set(echo.HeaderWWWAuthenticate, `Bearer realm="claimdesk"`)
	}
	members := map[string]any{"type": "about:blank", "title": title, "status": f.status, "detail": text}
	if len(f.fields) > 0 {
		members["errors"] = f.fields
	}
	if id := requestID(c); id != "" {
		members["request_id"] = id
	}
	maps.Copy(members, f.more)
	body, err := json.Marshal(members)
	if err != nil {
		return err
	}
	c.Response().Header().Set(echo.HeaderContentLength, strconv.Itoa(len(body)))
	return c.Blob(f.status, "application/problem+json", body)
}
