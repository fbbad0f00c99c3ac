package web

import (
	"net/http"
	"net/url"

	"github.com/gorilla/sessions"
	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// sessionStore is a sessions.Store over the newsroom's sessions. The cookie
// holds the random token and nothing else; whose session it is, whether it is
// over and what its user may do is asked on each request.
type sessionStore struct {
	room    *newsroom.Room
	name    string
	options sessions.Options
}

// found is where a session keeps the factcheck.Session.
const found = "session"

// longestToken is more than any token of ours has, in bytes.
const longestToken = 200

// newSessionStore names the cookie so that browsers hold it to https and to
// this very host; over http, which is for this machine alone, they would drop
// such a name.
func newSessionStore(room *newsroom.Room, base *url.URL) *sessionStore {
	s := &sessionStore{room: room, name: "claimdesk", options: sessions.Options{Path: "/",
		MaxAge: int(factcheck.SessionMost.Seconds()), HttpOnly: true, SameSite: http.SameSiteLaxMode}}
	if base.Scheme == "https" {
		s.name, s.options.Secure = "__Host-claimdesk", true
	}
	return s
}

// Get is the session of this request, looked up once.
func (s *sessionStore) Get(r *http.Request, name string) (*sessions.Session, error) {
	return sessions.GetRegistry(r).Get(s, name)
}

// New looks up the session that the cookie names. When there is none, or it is
// over, the error is Unidentified and the session is a new one.
func (s *sessionStore) New(r *http.Request, name string) (*sessions.Session, error) {
	session := sessions.NewSession(s, name)
	options := s.options
	session.Options, session.IsNew = &options, true
	cookie, err := r.Cookie(name)
	if err != nil || cookie.Value == "" || len(cookie.Value) > longestToken {
		return session, &factcheck.Error{Kind: factcheck.Unidentified, Message: "Log in first."}
	}
	known, err := s.room.Session(r.Context(), cookie.Value)
	if err != nil {
		return session, err
	}
	session.ID, session.IsNew, session.Values[found] = cookie.Value, false, known
	return session, nil
}

// Save gives the browser the session's token, or takes it away when the
// session's MaxAge is below zero.
func (s *sessionStore) Save(_ *http.Request, w http.ResponseWriter, session *sessions.Session) error {
	if session.Options.MaxAge < 0 {
		session.ID = ""
	}
	http.SetCookie(w, sessions.NewCookie(session.Name(), session.ID, session.Options))
	return nil
}

// of is the session that a request came with; Unidentified when there is none.
func (s *sessionStore) of(c echo.Context) (factcheck.Session, error) {
	session, err := s.Get(c.Request(), s.name)
	if err != nil {
		return factcheck.Session{}, err
	}
	known, _ := session.Values[found].(factcheck.Session)
	return known, nil
}

// carried tells whether the request has our cookie, be its session over.
func (s *sessionStore) carried(r *http.Request) bool {
	_, err := r.Cookie(s.name)
	return err == nil
}

// Start gives the browser a token in place of any that it had; the session of
// the former ends.
func (s *sessionStore) Start(c echo.Context, token string) error {
	session, err := s.Get(c.Request(), s.name)
	if err == nil && session.ID != "" && session.ID != token {
		if err := s.room.LogOut(c.Request().Context(), session.ID); err != nil {
			return err
		}
	}
	session.ID = token
	return session.Save(c.Request(), c.Response())
}

// End takes the token away from the browser.
func (s *sessionStore) End(c echo.Context) error {
	session, _ := s.Get(c.Request(), s.name)
	session.Options.MaxAge = -1
	return session.Save(c.Request(), c.Response())
}

// Token is what the browser sent, or "".
func (s *sessionStore) Token(c echo.Context) string {
	cookie, err := c.Cookie(s.name)
	if err != nil {
		return ""
	}
	return cookie.Value
}
