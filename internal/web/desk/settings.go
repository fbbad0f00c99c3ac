package desk

import (
	"net/http"
	"strconv"
	"strings"

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
		FourEyes: form.On("four_eyes"), Example: now.Example, Language: form.Get("language"),
		QuoteShare: countOf(form, "quote_share"), QuoteWords: countOf(form, "quote_words")}
	shown := view.SettingsView{Settings: typed, QuoteShare: form.Get("quote_share"), QuoteWords: form.Get("quote_words")}
	if fixed := d.room.FixedName(); fixed != "" {
		typed.SiteName = fixed
		shown.Settings.SiteName = fixed
	}
	_, err = d.room.EditSettings(ctx, request.Actor(c), typed)
	if problems := factcheck.Problems(err); problems != nil {
		shown.Problems = problems
		return d.settingsForm(c, http.StatusUnprocessableEntity, shown)
	}
	if factcheck.KindOf(err) == factcheck.Conflict && typed.Version != now.Version {
		shown.Settings.Version, shown.Stale = now.Version, &now
		return d.settingsForm(c, http.StatusConflict, shown)
	}
	if err != nil {
		return err
	}
	return request.Done(c, "/desk/settings", "Settings saved.")
}

// countOf is a number as it was typed: 0 for nothing, and one that no field
// takes for what is none.
func countOf(form request.Values, name string) int {
	typed := strings.TrimSpace(form.Get(name))
	n, err := strconv.Atoi(typed)
	if typed != "" && (err != nil || n == 0) {
		return -1
	}
	return n
}
