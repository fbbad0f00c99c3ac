package desk

import (
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

func (d *Desk) newSource(c echo.Context) error {
	return d.sourceForm(c, http.StatusOK, view.SourceNewView{})
}

func (d *Desk) sourceForm(c echo.Context, status int, v view.SourceNewView) error {
	frame, err := d.frame(c, "Add a source", ui.RoomSources)
	if err != nil {
		return err
	}
	v.Frame, v.Fields.New = frame, true
	if err := d.sourceChoices(c, &v.Fields); err != nil {
		return err
	}
	return request.Render(c, status, view.SourceNew(v))
}

// addSource takes plain text in at once; anything else is read first.
func (d *Desk) addSource(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	path, said := "", ""
	g, err := givenIn(form)
	g.Draft = sourceDraft(form)
	switch {
	case err != nil:
	case g.text != "":
		path, said, err = d.addText(c, g)
	default:
		path, err = d.begin(c, g, form.Int("instead"))
	}
	if status, problems := refusal(err); problems != nil {
		return d.sourceForm(c, status, view.SourceNewView{Given: typedGiven(form, problems), Fields: typedSource(form, problems)})
	}
	if err != nil {
		return err
	}
	return request.Done(c, path, said)
}

func (d *Desk) addText(c echo.Context, g given) (path, said string, err error) {
	doc, err := ingest.Text([]byte(g.text), "")
	if err != nil {
		return "", "", err
	}
	s, err := d.room.AddSource(c.Request().Context(), request.Actor(c), g.Draft, doc)
	return sourcePath(s.ID), addedWords(s), err
}

// addedWords say what has come in.
func addedWords(s factcheck.Source) string {
	return "Source added, " + factcheck.Plural(s.Snapshot.Passages, "passage", "passages") + "."
}

// refusal is what to say above a form that was refused, with its status; nil
// for any other error. What is in the way elsewhere belongs to no field.
func refusal(err error) (status int, problems []factcheck.Problem) {
	if problems := factcheck.Problems(err); problems != nil {
		return http.StatusUnprocessableEntity, problems
	}
	if e := factcheck.As(err); e != nil && e.Kind == factcheck.Conflict {
		return http.StatusConflict, []factcheck.Problem{{Message: e.Message}}
	}
	return 0, nil
}
