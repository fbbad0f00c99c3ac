package desk

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"

	"github.com/labstack/echo/v4"
)

func (d *Desk) scaleRoutes(g *echo.Group) {
	admins := g.Group("/scale", needing(factcheck.EditScale))
	admins.GET("", d.scale)
	admins.POST("", d.editScale)
	admins.GET("/tones.css", d.scaleTones)
}

func (d *Desk) scale(c echo.Context) error {
	scale, err := d.room.Scale(c.Request().Context())
	if err != nil {
		return err
	}
	return d.scaleForm(c, http.StatusOK, view.ScaleView{Base: scale.Version, Ratings: scale.Drafts(), Open: -1})
}

// scaleForm shows the editor. What is typed has colours that no page knows
// yet: they come from a style sheet of their own.
func (d *Desk) scaleForm(c echo.Context, status int, v view.ScaleView) error {
	ctx := c.Request().Context()
	settings, err := d.room.Settings(ctx)
	if err != nil {
		return err
	}
	scales, err := d.room.Scales(ctx)
	if err != nil {
		return err
	}
	v.Languages = settings.OtherLanguages()
	for _, r := range factcheck.Retired(scales) {
		if indexOf(v.Ratings, r.Slug) < 0 {
			v.Retired = append(v.Retired, r)
		}
	}
	for _, r := range scales[0].Ratings { // taken off in this form alone
		if indexOf(v.Ratings, r.Slug) < 0 {
			v.Retired = append(v.Retired, r)
		}
	}
	if v.Frame, err = d.frame(c, "Scale of ratings", ""); err != nil {
		return err
	}
	if typed := typedTones(v.Ratings, factcheck.OwnTones(scales)); len(typed) > 0 {
		v.Frame.Sheet = "/desk/scale/tones.css?" + url.Values{"tone": typed}.Encode()
	}
	return request.Render(c, status, view.Scale(v))
}

// typedTones are the names of own tones among drafts that are not saved yet.
func typedTones(drafts []factcheck.RatingDraft, saved []factcheck.Tone) []string {
	var names []string
	for _, r := range drafts {
		tone := factcheck.OwnTone(r.Light, r.Dark)
		if r.Tone == factcheck.OwnColours && !slices.Contains(saved, tone) {
			names = append(names, tone.Name)
		}
	}
	return names
}

// editScale does with what was typed what the pressed button says; only one
// of them saves.
func (d *Desk) editScale(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	v := view.ScaleView{Base: int(form.Int("base")), Ratings: ratingDrafts(form), Note: form.Get("note"), Open: -1}
	do, which, _ := strings.Cut(form.Get("do"), ".")
	switch do {
	case "save", "check", "":
		return d.lookOrSave(c, v, do == "save" && form.Get("seen") == fingerprint(v.Ratings))
	case "restore":
		err = d.restoreRating(c, &v, which)
	default:
		rearrange(&v, do, which)
	}
	if err != nil {
		return err
	}
	return d.scaleForm(c, http.StatusOK, v)
}

// lookOrSave tells what would change, or saves what was told before.
func (d *Desk) lookOrSave(c echo.Context, v view.ScaleView, save bool) error {
	ctx := c.Request().Context()
	scales, err := d.room.Scales(ctx)
	if err != nil {
		return err
	}
	status, present := http.StatusOK, scales[0]
	if v.Base != present.Version {
		v.Stale, v.Base, status, save = &present, present.Version, http.StatusConflict, false
	}
	ratings, err := factcheck.CheckScale(v.Ratings, scales)
	if err == nil && save {
		if _, err = d.room.EditScale(ctx, request.Actor(c), v.Base, v.Ratings, v.Note); err == nil {
			return request.Done(c, "/desk/scale", "The scale has a new version.")
		}
	}
	v.Looked, v.Seen = true, fingerprint(v.Ratings)
	if ratings != nil {
		v.Changes = factcheck.ScaleChanges(present, factcheck.Scale{Ratings: ratings})
	}
	switch {
	case factcheck.Problems(err) != nil:
		v.Problems, status = factcheck.Problems(err), http.StatusUnprocessableEntity
	case factcheck.KindOf(err) == factcheck.Conflict && err != nil: // between two looks
		v.Stale, status = &present, http.StatusConflict
	case err != nil:
		return err
	}
	return d.scaleForm(c, status, v)
}

// restoreRating puts a retired rating back, as it was last.
func (d *Desk) restoreRating(c echo.Context, v *view.ScaleView, slug string) error {
	scales, err := d.room.Scales(c.Request().Context())
	if err != nil {
		return err
	}
	for _, s := range scales {
		if r, known := s.Rating(slug); known && indexOf(v.Ratings, slug) < 0 {
			v.Ratings = append(v.Ratings, r.Draft())
			v.Open = len(v.Ratings) - 1
			return nil
		}
	}
	return nil
}

// fingerprint tells one state of the editor from another.
func fingerprint(drafts []factcheck.RatingDraft) string {
	encoded, err := json.Marshal(drafts)
	if err != nil {
		panic("desk: ratings cannot be encoded: " + err.Error()) // texts only
	}
	return factcheck.HashOf(encoded)[:16]
}

// scaleTones is the style sheet of tones that nobody has saved yet.
func (d *Desk) scaleTones(c echo.Context) error {
	var tones []factcheck.Tone
	for _, name := range c.QueryParams()["tone"] {
		if t, known := factcheck.ToneOf(name); known && t.Own() {
			tones = append(tones, t)
		}
	}
	upTo, err := d.room.OwnTonesUpTo(c.Request().Context())
	if err != nil {
		return err
	}
	if upTo > 0 {
		saved, err := d.room.OwnTones(c.Request().Context(), upTo)
		if err != nil {
			return err
		}
		tones = append(tones, saved...)
	}
	return c.Blob(http.StatusOK, request.StyleSheet, request.Tones(tones))
}

// ownTones is the address of the style sheet with the newsroom's own tones, ""
// when it has none.
func (d *Desk) ownTones(ctx context.Context) (string, error) {
	version, err := d.room.OwnTonesUpTo(ctx)
	if version == 0 || err != nil {
		return "", err
	}
	return request.TonesPath(version), nil
}
