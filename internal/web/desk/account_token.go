package desk

import (
	"net/http"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// The longest that a token made on screen lasts, in days.
const maxTokenDays = 3_650

func (d *Desk) addToken(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	v := view.AccountView{TokenName: form.Get("token_name"), Days: form.Get("days"), Refused: view.TokenForm}
	days, err := tokenDays(v.Days)
	if err == nil {
		var key string
		key, _, err = d.room.AddToken(c.Request().Context(), request.Actor(c), request.User(c).ID, v.TokenName, days)
		if err == nil {
			return d.showToken(c, v.TokenName, key)
		}
	}
	if problems := factcheck.Problems(err); problems != nil {
		v.Problems = renamed(problems, "name", "token_name")
		return d.accountPage(c, http.StatusUnprocessableEntity, v)
	}
	return err
}

// tokenDays reads how long a token lasts; 0 is for ever.
func tokenDays(typed string) (int, error) {
	days, err := strconv.Atoi(strings.TrimSpace(typed))
	if err != nil || days < 0 || days > maxTokenDays {
		return 0, factcheck.Wrong("days", "Choose how long the token lasts.")
	}
	return days, nil
}

// renamed are problems under the name that a field has on a page where two
// forms would share it.
func renamed(problems []factcheck.Problem, from, to string) []factcheck.Problem {
	list := make([]factcheck.Problem, len(problems))
	for i, p := range problems {
		if p.Field == from {
			p.Field = to
		}
		list[i] = p
	}
	return list
}

func (d *Desk) showToken(c echo.Context, name, key string) error {
	frame, err := d.frame(c, "A new API token", "")
	if err != nil {
		return err
	}
	v := view.SecretView{Frame: frame, Title: "A new API token: " + name, Label: "Token", Secret: key,
		Text: "Send it as “Authorization: Bearer …”. Whoever has it acts as you; revoke it on your account page when it is no longer needed.",
		Back: ui.Link{Label: "Account", Href: "/desk/account"}}
	return request.Render(c, http.StatusOK, view.Secret(v))
}

func (d *Desk) revokeToken(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	if err := d.room.RevokeToken(c.Request().Context(), request.Actor(c), id); err != nil {
		return err
	}
	return request.Done(c, "/desk/account", "Token revoked.")
}
