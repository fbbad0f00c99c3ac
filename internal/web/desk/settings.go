package desk

import (
	"net/http"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"

	"github.com/labstack/echo/v4"
)

func (d *Desk) settingsRoutes(g *echo.Group) {
	admins := g.Group("/settings", needing(factcheck.EditSettings))
	admins.GET("", d.settings)
	admins.POST("", d.editSettings)
	admins.POST("/logo", d.editLogo)
	admins.POST("/mail", d.sendTestMail)
}

func (d *Desk) settings(c echo.Context) error {
	s, err := d.room.Settings(c.Request().Context())
	if err != nil {
		return err
	}
	return d.settingsForm(c, http.StatusOK, view.SettingsView{Settings: s})
}

func (d *Desk) settingsForm(c echo.Context, status int, v view.SettingsView) error {
	imprint, err := d.room.Imprint(c.Request().Context())
	if err != nil {
		return err
	}
	v.Logo = imprint.Logo
	if v.Mail == nil {
		if v.Mail, err = d.mailState(c, ""); err != nil {
			return err
		}
	}
	title := "Settings"
	if status >= http.StatusBadRequest {
		title = "Error: " + title
	}
	if v.Frame, err = d.frame(c, title, ""); err != nil {
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
	typed := typedSettings(form, now)
	shown := view.SettingsView{Settings: typed, QuoteShare: form.Get("quote_share"), QuoteWords: form.Get("quote_words"),
		Languages: form.Get("languages")}
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

// typedSettings are the present ones with what the form says in their place.
func typedSettings(form request.Values, now factcheck.Settings) factcheck.Settings {
	s := now
	s.Version, s.SiteName, s.About = form.Int("version"), form.Get("site_name"), form.Get("about")
	s.FourEyes, s.Language = form.On("four_eyes"), form.Get("language")
	s.QuoteShare, s.QuoteWords = countOf(form, "quote_share"), countOf(form, "quote_words")
	s.Languages = strings.FieldsFunc(form.Get("languages"), func(r rune) bool { return r == ',' || r == ';' || r == ' ' })
	s.TimeZone, s.Credit = form.Get("time_zone"), form.Get("credit")
	s.Licence, s.LicenceURL = form.Get("licence"), ""
	if s.Licence == "other" {
		s.Licence, s.LicenceURL = form.Get("licence_name"), form.Get("licence_url")
	}
	s.Rules = map[string]factcheck.GateKind{}
	for _, rule := range factcheck.Raisable() {
		if kind := form.Get("rules." + rule.Rule); kind != "" {
			s.Rules[rule.Rule] = factcheck.GateKind(kind)
		}
	}
	return s
}

// editLogo puts a logo up or takes it down.
func (d *Desk) editLogo(c echo.Context) error {
	ctx := c.Request().Context()
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	version, notice := form.Int("version"), "The logo is on the site."
	if form.On("remove") {
		notice = "The logo is gone."
		_, err = d.room.RemoveLogo(ctx, request.Actor(c), version)
	} else {
		var u newsroom.Upload
		if u.Bytes, u.Name, err = form.File("file"); err == nil {
			_, err = d.room.SetLogo(ctx, request.Actor(c), version, u)
		}
	}
	if problems := factcheck.Problems(err); problems != nil {
		now, readErr := d.room.Settings(ctx)
		if readErr != nil {
			return readErr
		}
		return d.settingsForm(c, http.StatusUnprocessableEntity, view.SettingsView{Settings: now, Problems: problems})
	}
	if err != nil {
		return err
	}
	return request.Done(c, "/desk/settings#logo", notice)
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
