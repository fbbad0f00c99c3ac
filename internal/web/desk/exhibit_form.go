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

// newExhibit shows the form that brings in an exhibit. Who fills it in is
// likely to vouch for it.
func (d *Desk) newExhibit(c echo.Context) error {
	user := request.User(c)
	name := user.Byline
	if name == "" {
		name = user.Name
	}
	return d.showExhibit(c, http.StatusOK, view.ExhibitFormView{Draft: factcheck.ExhibitDraft{VouchedBy: name}})
}

// showExhibit draws the form of an exhibit; the claim is read where it is not
// known yet.
func (d *Desk) showExhibit(c echo.Context, status int, v view.ExhibitFormView) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	if v.Claim.ID == 0 {
		if v.Claim, err = d.room.Claim(c.Request().Context(), request.Actor(c), id); err != nil {
			return err
		}
	}
	title := "Exhibit – claim " + idText(id)
	if len(v.Problems) > 0 {
		title = "Error: exhibit not saved – claim " + idText(id)
	}
	if v.Frame, err = d.frame(c, title, ui.RoomClaims); err != nil {
		return err
	}
	return request.Render(c, status, view.ExhibitForm(v))
}

// addExhibit brings in an exhibit. A refused form comes back with everything
// that was typed; the file alone has to be chosen again.
func (d *Desk) addExhibit(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	draft, file := typedExhibit(form, ""), newsroom.Upload{}
	var claim factcheck.Claim
	var e factcheck.Exhibit
	if file.Bytes, file.Name, err = form.File("file"); err == nil {
		claim, e, err = d.room.AddExhibit(c.Request().Context(), request.Actor(c), id, newsroom.Base{}, draft, file)
	} else if _, wrong := draft.Check(); wrong != nil { // everything that is wrong is said at once
		err = factcheck.Together(wrong, err)
	}
	if problems := factcheck.Problems(err); problems != nil {
		return d.showExhibit(c, http.StatusUnprocessableEntity, view.ExhibitFormView{Draft: draft, Problems: problems, File: file.Name})
	}
	if factcheck.KindOf(err) == factcheck.Conflict {
		return d.showExhibit(c, http.StatusConflict, view.ExhibitFormView{Draft: draft,
			Problems: []factcheck.Problem{{Field: "file", Message: factcheck.As(err).Message}}})
	}
	if err != nil {
		return err
	}
	return request.Done(c, claim.Path()+"#x"+idText(e.ID), "Exhibit "+e.Letter()+" added. A second person has to confirm it.")
}

// editExhibit shows the form for what is said of an exhibit.
func (d *Desk) editExhibit(c echo.Context) error {
	claim, e, err := d.exhibitOf(c)
	if err != nil {
		return err
	}
	return d.showExhibit(c, http.StatusOK, view.ExhibitFormView{Claim: claim, Exhibit: e, Draft: e.Draft(), Was: wasExhibit(e.Draft())})
}

// saveExhibit saves what is said of an exhibit. One that somebody else
// described meanwhile is a conflict; other changes of the claim are not.
func (d *Desk) saveExhibit(c echo.Context) error {
	claim, e, err := d.exhibitOf(c)
	if err != nil {
		return err
	}
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	settle(form)
	draft, was := typedExhibit(form, ""), typedExhibit(form, "was.")
	if form.Has("was.stance") && inWords(exhibitTyped(was)) != inWords(exhibitTyped(e.Draft())) {
		return d.exhibitConflict(c, claim, *e, draft)
	}
	_, err = d.room.EditExhibit(c.Request().Context(), request.Actor(c), claim.ID, e.ID, newsroom.Base{Version: &claim.Version}, draft)
	if problems := factcheck.Problems(err); problems != nil {
		return d.showExhibit(c, http.StatusUnprocessableEntity,
			view.ExhibitFormView{Claim: claim, Exhibit: e, Draft: draft, Was: wasExhibit(was), Problems: problems})
	}
	if current := staleClaim(err); current != nil {
		return d.exhibitConflict(c, *current, *e, draft)
	}
	if err != nil {
		return err
	}
	return request.Done(c, claim.Path()+"#x"+idText(e.ID), "Exhibit "+e.Letter()+" saved.")
}

// typedExhibit reads the fields whose names begin with a prefix.
func typedExhibit(form request.Values, prefix string) factcheck.ExhibitDraft {
	return factcheck.ExhibitDraft{Kind: factcheck.ExhibitKind(form.Get(prefix + "kind")), Stance: factcheck.Stance(form.Get(prefix + "stance")),
		Description: pasted(form.Get(prefix + "description")), Origin: pasted(form.Get(prefix + "origin")),
		VouchedBy: form.Get(prefix + "vouched_by"), Moment: form.Get(prefix + "moment")}
}

// wasExhibit carries how an exhibit was described when its form was opened.
func wasExhibit(d factcheck.ExhibitDraft) []view.Typed {
	list := values(exhibitTyped(d))
	for i := range list {
		list[i].Name = "was." + list[i].Name
	}
	return list
}

// exhibitConflict shows a refused description beside the one that was saved.
func (d *Desk) exhibitConflict(c echo.Context, claim factcheck.Claim, e factcheck.Exhibit, yours factcheck.ExhibitDraft) error {
	v := view.ConflictView{Claim: claim, What: "exhibit " + e.Letter(), Path: "exhibits/" + idText(e.ID)}
	v.Fields, v.Kept = compare(exhibitParts, exhibitTyped(yours), exhibitTyped(e.Draft()))
	v.Kept = append(v.Kept, wasExhibit(e.Draft())...)
	return d.showConflict(c, v)
}
