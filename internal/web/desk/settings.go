package desk

import (
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"

	"github.com/labstack/echo/v4"
)

func (d *Desk) settingsRoutes(g *echo.Group) {
	admins := g.Group("/settings", needing(factcheck.EditSettings))
	admins.GET("", d.settings)
	admins.POST("", d.editSettings)
}

func (d *Desk) settings(c echo.Context) error {
	s, err := d.room.Settings(c.Request().Context())
	if err != nil {
		return err
	}
	return d.settingsForm(c, http.StatusOK, view.SettingsView{Settings: s})
}

func (d *Desk) settingsForm(c echo.Context, status int, v view.SettingsView) error {
	var err error
	if v.Frame, err = d.frame(c, "Settings", ""); err != nil {
		return err
	}
	v.Fixed = d.room.FixedName()
	return request.Render(c, status, view.Settings(v))
}

func (d *Desk) editSettings(c echo.Context) error {
	ctx := c.Request().Context()
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	now, err := d.room.Settings(ctx)
	if err != nil {
		return err
	}
	typed := factcheck.Settings{Version: form.Int("version"), SiteName: form.Get("site_name"), About: form.Get("about"),
		FourEyes: form.On("four_eyes"), Example: now.Example, Language: form.Get("language")}
	if fixed := d.room.FixedName(); fixed != "" {
		typed.SiteName = fixed
	}
	_, err = d.room.EditSettings(ctx, request.Actor(c), typed)
	if problems := factcheck.Problems(err); problems != nil {
		return d.settingsForm(c, http.StatusUnprocessableEntity, view.SettingsView{Settings: typed, Problems: problems})
	}
	if factcheck.KindOf(err) == factcheck.Conflict && typed.Version != now.Version {
		typed.Version = now.Version
		return d.settingsForm(c, http.StatusConflict, view.SettingsView{Settings: typed, Stale: &now})
	}
	if err != nil {
		return err
	}
	return request.Done(c, "/desk/settings", "Settings saved.")
}
