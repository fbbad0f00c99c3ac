package desk

import (
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// linkRoutes are the pages for whoever is not logged in yet.
func (d *Desk) linkRoutes(g *echo.Group) {
	g.GET("/login", d.loginPage)
	g.POST("/login", d.logIn)
	g.GET("/setup/:token", d.setupPage)
	g.POST("/setup/:token", d.setUp)
	g.GET("/link/:token", d.linkPage)
	g.POST("/link/:token", d.useLink)
}

// sheet is the frame of a page for whoever is not logged in.
func (d *Desk) sheet(c echo.Context, title string, notice *ui.NoticeView) (ui.SheetFrame, error) {
	s, err := d.room.Settings(c.Request().Context())
	return ui.SheetFrame{Title: title, SiteName: s.SiteName, Notice: notice, Example: s.Example}, err
}

// enter begins a session in the browser and goes on to a page of the desk.
func (d *Desk) enter(c echo.Context, token, path, notice string) error {
	if err := d.cookies.Start(c, token); err != nil {
		return err
	}
	return request.Done(c, request.Path(path), notice)
}

// enterAs begins a session for somebody who has just used a one-time link.
func (d *Desk) enterAs(c echo.Context, u factcheck.User, notice string) error {
	token, err := d.room.StartSession(c.Request().Context(), u.ID)
	if err != nil {
		return err
	}
	return d.enter(c, token, "/desk", notice)
}

func (d *Desk) setupPage(c echo.Context) error {
	link, err := d.room.Link(c.Request().Context(), c.Param("token"))
	if factcheck.KindOf(err) == factcheck.NotFound || err == nil && link.Kind != factcheck.SetupLink {
		return d.deadLink(c, deadSetup)
	}
	if err != nil {
		return err
	}
	return d.setupForm(c, http.StatusOK, factcheck.UserDraft{}, nil)
}

func (d *Desk) setupForm(c echo.Context, status int, draft factcheck.UserDraft, problems []factcheck.Problem) error {
	frame, err := d.sheet(c, "Set up the newsroom", nil)
	if err != nil {
		return err
	}
	return request.Render(c, status, view.Setup(view.SetupView{Frame: frame, Draft: draft, Problems: problems}))
}

func (d *Desk) setUp(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	draft := factcheck.UserDraft{Email: form.Get("email"), Name: form.Get("name"), Role: factcheck.Admin}
	user, err := d.room.MakeFirstAdmin(c.Request().Context(), c.Param("token"), draft, form.Get("password"))
	if problems := factcheck.Problems(err); problems != nil {
		return d.setupForm(c, http.StatusUnprocessableEntity, draft, problems)
	}
	if factcheck.KindOf(err) == factcheck.NotFound {
		return d.deadLink(c, deadSetup)
	}
	if err != nil {
		return err
	}
	return d.enterAs(c, user, "Welcome. You are the newsroom’s first admin.")
}

func (d *Desk) linkPage(c echo.Context) error {
	link, dead, err := d.passwordLink(c)
	if dead || err != nil {
		return err
	}
	return d.linkForm(c, http.StatusOK, link, nil)
}

// passwordLink is the invitation or reset that the address holds. When it
// cannot be used, the page that says so is rendered and dead is true.
func (d *Desk) passwordLink(c echo.Context) (link factcheck.Link, dead bool, err error) {
	link, err = d.room.Link(c.Request().Context(), c.Param("token"))
	if factcheck.KindOf(err) == factcheck.NotFound || err == nil && link.Kind == factcheck.SetupLink {
		return link, true, d.deadLink(c, deadPassword)
	}
	return link, false, err
}

func (d *Desk) linkForm(c echo.Context, status int, link factcheck.Link, problems []factcheck.Problem) error {
	title := "Welcome, " + link.User.Name
	if link.Kind == factcheck.ResetLink {
		title = "Set a new password"
	}
	frame, err := d.sheet(c, title, nil)
	if err != nil {
		return err
	}
	return request.Render(c, status, view.PasswordLink(view.PasswordLinkView{Frame: frame, Email: link.User.Email, Problems: problems}))
}

func (d *Desk) useLink(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	link, dead, err := d.passwordLink(c)
	if dead || err != nil {
		return err
	}
	user, err := d.room.UseLink(c.Request().Context(), c.Param("token"), form.Get("password"))
	if problems := factcheck.Problems(err); problems != nil {
		return d.linkForm(c, http.StatusUnprocessableEntity, link, problems)
	}
	if factcheck.KindOf(err) == factcheck.NotFound {
		return d.deadLink(c, deadPassword)
	}
	if err != nil {
		return err
	}
	return d.enterAs(c, user, "Your password is set, and you are logged in.")
}

const (
	deadSetup    = "While the newsroom has no admin, “claimdesk serve” prints a fresh setup link when it starts."
	deadPassword = "Ask an admin for a fresh link, or log in if you have set your password already."
)

func (d *Desk) deadLink(c echo.Context, text string) error {
	frame, err := d.sheet(c, "This link cannot be used", nil)
	if err != nil {
		return err
	}
	return request.Render(c, http.StatusNotFound, view.DeadLink(view.DeadLinkView{Frame: frame, Text: text}))
}
