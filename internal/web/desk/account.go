package desk

import (
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"

	"github.com/labstack/echo/v4"
)

func (d *Desk) accountRoutes(g *echo.Group) {
	g.GET("/account", d.account)
	g.POST("/account/name", d.editName)
	g.POST("/account/mail", d.setMailWish)
	g.POST("/account/password", d.changePassword)
	g.POST("/account/tokens", d.addToken)
	g.POST("/account/tokens/:id/revoke", d.revokeToken)
	for _, form := range []string{"name", "mail", "password", "tokens"} {
		g.GET("/account/"+form, backToAccount)
	}
}

// backToAccount answers whoever asks for an address that only takes forms, as
// it stands in a browser after one was refused.
func backToAccount(c echo.Context) error {
	return request.Done(c, "/desk/account", "")
}

func (d *Desk) account(c echo.Context) error {
	return d.accountPage(c, http.StatusOK, view.AccountView{})
}

// accountPage draws the page; v holds what was typed into the one form that
// was refused, if any.
func (d *Desk) accountPage(c echo.Context, status int, v view.AccountView) error {
	ctx, user := c.Request().Context(), request.User(c)
	var err error
	if v.Tokens, err = d.room.Tokens(ctx, request.Actor(c), user.ID); err != nil {
		return err
	}
	if v.Frame, err = d.frame(c, "Account", ""); err != nil {
		return err
	}
	if v.Refused != view.NameForm {
		v.Name, v.Byline = user.Name, user.Byline
	}
	if v.Days == "" {
		v.Days = "90"
	}
	v.User, v.Now, v.MailOn = user, d.room.Now(), d.room.MailOn()
	return request.Render(c, status, view.Account(v))
}

func (d *Desk) editName(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	name, byline := form.Get("name"), form.Get("byline")
	_, err = d.room.EditOwn(c.Request().Context(), request.Actor(c), name, byline)
	if problems := factcheck.Problems(err); problems != nil {
		v := view.AccountView{Name: name, Byline: byline, Refused: view.NameForm, Problems: problems}
		return d.accountPage(c, http.StatusUnprocessableEntity, v)
	}
	if err != nil {
		return err
	}
	return request.Done(c, "/desk/account", "Name saved.")
}

func (d *Desk) changePassword(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	err = d.room.ChangePassword(c.Request().Context(), request.Actor(c), form.Get("current"), form.Get("password"), d.cookies.Token(c))
	if problems := factcheck.Problems(err); problems != nil {
		v := view.AccountView{Refused: view.PasswordForm, Problems: problems}
		return d.accountPage(c, http.StatusUnprocessableEntity, v)
	}
	if err != nil {
		return err
	}
	return request.Done(c, "/desk/account", "Password changed. Your other sessions have ended. So have your API tokens.")
}
