package desk

import (
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// exhibitRoutes adds what is done with the exhibits of a claim, and their
// files.
func (d *Desk) exhibitRoutes(g, claim *echo.Group) {
	claim.GET("/exhibits", d.newExhibit)
	claim.POST("/exhibits", d.addExhibit)
	claim.GET("/exhibits/:exhibit", d.editExhibit)
	claim.POST("/exhibits/:exhibit", d.saveExhibit)
	claim.POST("/exhibits/:exhibit/confirm", d.confirmExhibit)
	claim.POST("/exhibits/:exhibit/remove", d.removeExhibit)
	claim.POST("/exhibits/:exhibit/up", d.moveExhibit(true))
	claim.POST("/exhibits/:exhibit/down", d.moveExhibit(false))
	for _, act := range []string{"confirm", "remove", "up", "down"} {
		claim.GET("/exhibits/:exhibit/"+act, backToBench)
	}
	g.GET("/exhibits/:exhibit/file", d.exhibitFile)
	g.GET("/exhibits/:exhibit/original", d.exhibitOriginal)
}

// benchExhibits fills the list of exhibits on the bench.
func (d *Desk) benchExhibits(c echo.Context, page *view.BenchView, _ benchState) error {
	settings, err := d.room.Settings(c.Request().Context())
	if err != nil {
		return err
	}
	user, all := request.User(c).ID, page.Claim.Exhibits
	page.Exhibits = view.ExhibitsView{Claim: page.Claim}
	for i, e := range all {
		item := view.ExhibitView{Exhibit: e, First: i == 0, Last: i == len(all)-1, Counts: e.Counts(settings.FourEyes)}
		if err := e.MayConfirm(user, settings.FourEyes); err != nil {
			item.Why = factcheck.As(err).Message
		} else {
			item.Confirm = true
		}
		page.Exhibits.Items = append(page.Exhibits.Items, item)
	}
	return nil
}

// exhibitOf is a claim with the exhibit that the address names.
func (d *Desk) exhibitOf(c echo.Context) (factcheck.Claim, *factcheck.Exhibit, error) {
	id, err := request.ID(c, "id")
	if err != nil {
		return factcheck.Claim{}, nil, err
	}
	exhibit, err := request.ID(c, "exhibit")
	if err != nil {
		return factcheck.Claim{}, nil, err
	}
	claim, err := d.room.Claim(c.Request().Context(), request.Actor(c), id)
	if err != nil {
		return claim, nil, err
	}
	if e := claim.Exhibit(exhibit); e != nil {
		return claim, e, nil
	}
	return claim, nil, factcheck.NoSuch("exhibit %d on this claim", exhibit)
}

// confirmExhibit is a second person's word for an exhibit as they saw it.
func (d *Desk) confirmExhibit(c echo.Context) error {
	claim, e, err := d.exhibitOf(c)
	if err != nil {
		return err
	}
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	_, now, err := d.room.ConfirmExhibit(c.Request().Context(), request.Actor(c), e.ID, newsroom.Base{}, form.Get("seen"))
	if factcheck.KindOf(err) == factcheck.Conflict {
		return d.showBench(c, http.StatusConflict, benchState{source: form.Int("source"), from: int(form.Int("from")),
			problems: ui.ProblemsView{Title: "The exhibit was not confirmed", Items: []factcheck.Problem{{Field: "x" + idText(e.ID), Message: factcheck.As(err).Message}}}})
	}
	if err != nil {
		return err
	}
	return request.Done(c, backTo(claim.ID, form)+"#x"+idText(e.ID), "Exhibit "+now.Letter()+" confirmed.")
}

// moveExhibit moves an exhibit by one letter.
func (d *Desk) moveExhibit(up bool) echo.HandlerFunc {
	return func(c echo.Context) error {
		claim, e, err := d.exhibitOf(c)
		if err != nil {
			return err
		}
		form, err := request.Form(c)
		if err != nil {
			return err
		}
		if _, err = d.room.MoveExhibit(c.Request().Context(), request.Actor(c), claim.ID, e.ID, up); err != nil {
			return err
		}
		return request.Done(c, backTo(claim.ID, form)+"#x"+idText(e.ID), "Exhibit moved.")
	}
}

// removeExhibit takes an exhibit off its claim.
func (d *Desk) removeExhibit(c echo.Context) error {
	claim, e, err := d.exhibitOf(c)
	if err != nil {
		return err
	}
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	if _, err = d.room.RemoveExhibit(c.Request().Context(), request.Actor(c), claim.ID, e.ID, newsroom.Base{}); err != nil {
		return err
	}
	return request.Done(c, backTo(claim.ID, form)+"#exhibits", "Exhibit "+e.Letter()+" removed.")
}

// exhibitFile answers with what readers get of an exhibit, before they do.
func (d *Desk) exhibitFile(c echo.Context) error {
	id, err := request.ID(c, "exhibit")
	if err != nil {
		return err
	}
	f, raw, err := d.room.ExhibitFile(c.Request().Context(), id)
	if err == nil && f.Picture() {
		f, raw, err = d.room.ExhibitPicture(c.Request().Context(), id)
	}
	if err != nil {
		return err
	}
	return request.File(c, "exhibit-"+idText(id), f, raw)
}

// exhibitOriginal answers with an exhibit's file as it came.
func (d *Desk) exhibitOriginal(c echo.Context) error {
	id, err := request.ID(c, "exhibit")
	if err != nil {
		return err
	}
	f, raw, err := d.room.ExhibitFile(c.Request().Context(), id)
	if err != nil {
		return err
	}
	return request.Original(c, "exhibit-"+idText(id), f, raw)
}
