package desk

import (
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"
)

// mailState is the part of the settings page that says how mail stands; refused
// is why a test mail was not taken, "" for none.
func (d *Desk) mailState(c echo.Context, refused string) (templ.Component, error) {
	s, err := d.room.MailState(c.Request().Context(), request.Actor(c))
	return view.MailState(view.MailView{On: s.On, Host: s.Host, From: s.From, Waiting: s.Waiting, GivenUp: s.GivenUp,
		Failed: s.Failed, FailedAt: s.FailedAt, Refused: refused}), err
}

// sendTestMail sends an admin a mail at once, and shows why it failed.
func (d *Desk) sendTestMail(c echo.Context) error {
	ctx := c.Request().Context()
	to, err := d.room.SendTestMail(ctx, request.Actor(c))
	if e := factcheck.As(err); e != nil && e.Kind == factcheck.Conflict {
		s, err := d.room.Settings(ctx)
		if err != nil {
			return err
		}
		mail, err := d.mailState(c, e.Message)
		if err != nil {
			return err
		}
		return d.settingsForm(c, http.StatusConflict, view.SettingsView{Settings: s, Mail: mail})
	}
	if err != nil {
		return err
	}
	return request.Done(c, "/desk/settings#mail", "The mail server has taken a mail to "+to+".")
}

// setMailWish says how the user wants to hear of things.
func (d *Desk) setMailWish(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	err = d.room.SetMailWish(c.Request().Context(), request.Actor(c), factcheck.MailWish(form.Get("mail")))
	if problems := factcheck.Problems(err); problems != nil {
		return d.accountPage(c, http.StatusUnprocessableEntity, view.AccountView{Refused: view.MailForm, Problems: problems})
	}
	if err != nil {
		return err
	}
	return request.Done(c, "/desk/account#mail", "Mail choice saved.")
}
