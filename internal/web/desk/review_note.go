package desk

import (
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// returnForm asks why a claim is returned.
func (d *Desk) returnForm(c echo.Context) error {
	return d.showReturn(c, http.StatusOK, "", nil)
}

func (d *Desk) showReturn(c echo.Context, status int, note string, problems []factcheck.Problem) error {
	v := view.NoteFormView{Title: "Return claim", Path: "return", Button: "Return",
		Text:     "It goes back to research, and the note stands on its bench until it is sent again.",
		Problems: ui.ProblemsView{Title: "It was not returned", Items: problems},
		Note: ui.Field{Name: "note", Label: "What is to be done", Value: note, Rows: 4, Max: factcheck.MaxNote, Dir: "auto",
			Problem: ui.ProblemOf(problems, "note")}}
	return d.showNoteForm(c, status, v, factcheck.Return)
}

// dropForm asks why a claim is dropped.
func (d *Desk) dropForm(c echo.Context) error {
	return d.showDrop(c, http.StatusOK, "", "", nil)
}

func (d *Desk) showDrop(c echo.Context, status int, reason, note string, problems []factcheck.Problem) error {
	reasons := ui.Field{Name: "reason", Label: "Why", Value: reason, Problem: ui.ProblemOf(problems, "reason")}
	for _, r := range factcheck.DropReasons {
		reasons.Options = append(reasons.Options, ui.Option{Value: string(r), Label: r.Label()})
	}
	v := view.NoteFormView{Title: "Drop claim", Path: "drop", Button: "Drop", Grave: true, Reason: &reasons,
		Text:     "It is not checked. Nothing is deleted, and it can be reopened.",
		Problems: ui.ProblemsView{Title: "It was not dropped", Items: problems},
		Note: ui.Field{Name: "note", Label: "Note", Aside: "if you like", Value: note, Rows: 3, Max: factcheck.MaxNote, Dir: "auto",
			Problem: ui.ProblemOf(problems, "note")}}
	return d.showNoteForm(c, status, v, factcheck.Drop)
}

// showNoteForm draws the form, unless the act is not the user's to do.
func (d *Desk) showNoteForm(c echo.Context, status int, v view.NoteFormView, act factcheck.Action) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	if err := factcheck.Permit(request.Actor(c), act); err != nil {
		return err
	}
	if v.Claim, err = d.room.Claim(c.Request().Context(), request.Actor(c), id); err != nil {
		return err
	}
	if _, err := v.Claim.Next(act); err != nil {
		return d.stopped(c, err)
	}
	if v.People, err = d.names(c.Request().Context()); err != nil {
		return err
	}
	v.Note.Hint = view.NamingHint(v.People)
	if v.Frame, err = d.frame(c, v.Title+" "+idText(id), ui.RoomClaims); err != nil {
		return err
	}
	return request.Render(c, status, view.NoteForm(v))
}

// returnClaim sends a claim back to research.
func (d *Desk) returnClaim(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	note := form.Get("note")
	claim, err := d.room.Return(c.Request().Context(), request.Actor(c), id, seen(form), note)
	if problems := factcheck.Problems(err); problems != nil {
		return d.showReturn(c, http.StatusUnprocessableEntity, note, problems)
	}
	if err != nil {
		return d.stopped(c, err)
	}
	return request.Done(c, claim.Path(), "Returned.")
}

// dropClaim takes a claim out of the work.
func (d *Desk) dropClaim(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	reason, note := form.Get("reason"), form.Get("note")
	claim, err := d.room.Drop(c.Request().Context(), request.Actor(c), id, seen(form), factcheck.DropReason(reason), note)
	if problems := factcheck.Problems(err); problems != nil {
		return d.showDrop(c, http.StatusUnprocessableEntity, reason, note, problems)
	}
	if err != nil {
		return d.stopped(c, err)
	}
	return request.Done(c, claim.Path(), "Dropped.")
}
