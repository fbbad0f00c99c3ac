// Package request holds what every handler needs to read a request and to
// answer it: form and query, the user, ids in addresses, pages, notices and
// redirects. Handlers return errors; package web answers those.
package request

import (
	"strconv"

	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
)

// key is where a context keeps its state.
const key = "claimdesk"

// state is what is known of a request besides what it carries itself.
type state struct {
	id      string
	secure  bool
	session factcheck.Session
	form    *Values
}

func of(c echo.Context) *state {
	if s, ok := c.Get(key).(*state); ok {
		return s
	}
	s := &state{}
	c.Set(key, s)
	return s
}

// Begin gives the request its id and says whether cookies are for https
// alone. The server calls it before anything else.
func Begin(c echo.Context, id string, secure bool) {
	s := of(c)
	s.id, s.secure = id, secure
}

// RequestID is the id under which the log has this request; empty when the
// server has given none.
func RequestID(c echo.Context) string { return of(c).id }

// Secure tells whether cookies are for https alone.
func Secure(c echo.Context) bool { return of(c).secure }

// SetUser says whose session, or whose token, the request came with.
func SetUser(c echo.Context, s factcheck.Session) { of(c).session = s }

// User is who sent the request; the zero User when nobody is logged in, and
// always on public pages.
func User(c echo.Context) factcheck.User { return of(c).session.User }

// Actor is the user as somebody who acts, with address and request id for the
// log.
func Actor(c echo.Context) factcheck.Actor {
	actor := User(c).Actor()
	actor.Address, actor.RequestID = c.RealIP(), RequestID(c)
	return actor
}

// ID is the number in the path under this name. Whatever is no positive
// number, written as we write it, is NotFound.
func ID(c echo.Context, name string) (int64, error) {
	typed := c.Param(name)
	id, err := strconv.ParseInt(typed, 10, 64)
	if err != nil || id < 1 || strconv.FormatInt(id, 10) != typed {
		return 0, factcheck.NoSuch("page at this address")
	}
	return id, nil
}
