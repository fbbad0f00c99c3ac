package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
)

// againPath takes the log-in of somebody whose session ended while writing.
const againPath = "/desk/login/again"

// pathField and keptPrefix name what the log-in form carries along.
const (
	pathField  = "kept-path"
	partsField = "kept-parts"
	fileField  = "kept-file"
	keptPrefix = "kept."
)

// identified lets through whoever is logged in. Others are sent to log in and
// come back; what they had typed stays with them.
func (s *server) identified(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		session, err := s.sessions.of(c)
		switch {
		case err == nil:
			request.SetUser(c, session)
			return next(c)
		case factcheck.KindOf(err) != factcheck.Unidentified:
			return err
		case safe(c.Request().Method):
			return toLogIn(c, request.Path(c.Request().URL.RequestURI()))
		}
		return s.keep(c)
	}
}

func toLogIn(c echo.Context, next string) error {
	target := "/desk/login"
	if next != "/desk" {
		target += "?next=" + url.QueryEscape(next)
	}
	return c.Redirect(http.StatusSeeOther, target)
}

// keep answers a form that came after its session had ended with a log-in
// that carries all its fields.
func (s *server) keep(c echo.Context) error {
	r := c.Request()
	r.Body = http.MaxBytesReader(nil, r.Body, mostKept)
	form, err := request.Form(c)
	v := view.ResumeView{}
	switch {
	case err != nil || secret(form.Fields()):
		v.Lost = true
	case len(form.Fields()) == 0:
		return toLogIn(c, "/desk")
	default:
		v.Path, v.Parts, v.Files = r.URL.RequestURI(), form.Parts(), form.Files()
		v.Kept = kept(form.Fields(), "")
	}
	return s.askAgain(c, http.StatusUnauthorized, v)
}

// secret tells whether a form holds a password, which is not written into a
// page.
func secret(fields url.Values) bool {
	for name := range fields {
		if strings.Contains(name, "password") {
			return true
		}
	}
	return false
}

// kept are the fields whose names begin with prefix, without it, in the order
// of their names.
func kept(fields url.Values, prefix string) []view.KeptField {
	var list []view.KeptField
	for name, values := range fields {
		if own, ok := strings.CutPrefix(name, prefix); ok && own != "" {
			for _, value := range values {
				list = append(list, view.KeptField{Name: own, Value: value})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b view.KeptField) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// resume logs in and shows what was kept, to be sent again.
func (s *server) resume(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	v := view.ResumeView{Email: form.Get("email"), Parts: form.On(partsField), Files: form.All(fileField),
		Kept: kept(form.Fields(), keptPrefix)}
	if v.Path = request.Path(form.Get(pathField)); sideOf(v.Path) != inside || len(v.Kept) == 0 {
		v.Path = ""
	}
	token, _, err := s.room.LogIn(c.Request().Context(), v.Email, form.Get("password"), c.RealIP())
	if err != nil {
		return s.refuseAgain(c, v, err)
	}
	if err := s.sessions.Start(c, token); err != nil {
		return err
	}
	if v.Path == "" {
		return request.Done(c, "/desk", "You are logged in.")
	}
	s.name(c, &v)
	return request.Render(c, http.StatusOK, view.SendAgain(v))
}

// refuseAgain shows the log-in once more, with nothing lost.
func (s *server) refuseAgain(c echo.Context, v view.ResumeView, err error) error {
	e := factcheck.As(err)
	if e == nil || e.Kind == factcheck.Internal {
		return err
	}
	if e.RetryAfter > 0 {
		c.Response().Header().Set(echo.HeaderRetryAfter, strconv.Itoa(e.RetryAfter))
	}
	if v.Problems = factcheck.Problems(err); v.Problems == nil {
		v.Problems = []factcheck.Problem{{Field: "email", Message: e.Message}}
	}
	return s.askAgain(c, statusOf(e.Kind), v)
}

func (s *server) askAgain(c echo.Context, status int, v view.ResumeView) error {
	s.name(c, &v)
	return request.Render(c, status, view.LogInAgain(v))
}

func (s *server) name(c echo.Context, v *view.ResumeView) {
	settings := s.settings(c)
	v.SiteName, v.Example = settings.SiteName, settings.Example
}
