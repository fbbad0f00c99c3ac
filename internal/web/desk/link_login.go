package desk

import (
	"net/http"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

func (d *Desk) loginPage(c echo.Context) error {
	ctx := c.Request().Context()
	next := request.Query(c, "next")
	token := d.cookies.Token(c)
	if token != "" {
		if _, err := d.room.Session(ctx, token); err == nil {
			return c.Redirect(http.StatusSeeOther, request.Path(next))
		}
	}
	notice, err := d.loginNotice(c, token != "")
	if err != nil {
		return err
	}
	return d.loginForm(c, http.StatusOK, view.LoginView{Next: next}, notice)
}

// loginNotice says why the log-in comes up where that is not plain.
func (d *Desk) loginNotice(c echo.Context, hadSession bool) (*ui.NoticeView, error) {
	first, err := d.room.NeedsAdmin(c.Request().Context())
	switch {
	case err != nil:
		return nil, err
	case first:
		return &ui.NoticeView{Title: "Nobody has an account here yet.",
			Text: "Open the setup link that “claimdesk serve” printed when it started."}, nil
	case hadSession:
		return &ui.NoticeView{Title: "Your session has ended.",
			Text: "Log in and you are back where you were."}, nil
	}
	return nil, nil
}

func (d *Desk) loginForm(c echo.Context, status int, v view.LoginView, notice *ui.NoticeView) error {
	frame, err := d.sheet(c, "Log in", notice)
	if err != nil {
		return err
	}
	v.Frame = frame
	return request.Render(c, status, view.Login(v))
}

func (d *Desk) logIn(c echo.Context) error {
	ctx := c.Request().Context()
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	token, _, err := d.room.LogIn(ctx, form.Get("email"), form.Get("password"), c.RealIP())
	if status := refusedLogIn(c, err); status != 0 {
		v := view.LoginView{Email: form.Get("email"), Next: form.Get("next"), Problems: factcheck.Problems(err)}
		if v.Problems == nil {
			v.Problems = []factcheck.Problem{{Field: "email", Message: factcheck.As(err).Message}}
		}
		return d.loginForm(c, status, v, nil)
	}
	if err != nil {
		return err
	}
	return d.enter(c, token, form.Get("next"), "")
}

// refusedLogIn is the status of the form that a refusal is shown on; 0 when
// err is none.
func refusedLogIn(c echo.Context, err error) int {
	switch factcheck.KindOf(err) {
	case factcheck.Invalid, factcheck.Unidentified:
		return http.StatusUnprocessableEntity
	case factcheck.TooMany:
		c.Response().Header().Set("Retry-After", strconv.Itoa(factcheck.As(err).RetryAfter))
		return http.StatusTooManyRequests
	}
	return 0
}

func (d *Desk) logOut(c echo.Context) error {
	if err := d.room.LogOut(c.Request().Context(), d.cookies.Token(c)); err != nil {
		return err
	}
	if err := d.cookies.End(c); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/desk/login")
}
