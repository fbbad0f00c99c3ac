package desk

import (
	"net/http"

	"claimdesk/internal/ingest"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// newCopy asks for a newer copy of a source.
func (d *Desk) newCopy(c echo.Context) error {
	s, err := d.sourceOf(c)
	if err != nil {
		return err
	}
	return d.copyForm(c, http.StatusOK, s.ID, view.GivenFields{})
}

func (d *Desk) copyForm(c echo.Context, status int, source int64, v view.GivenFields) error {
	s, err := d.room.Source(c.Request().Context(), request.Actor(c), source)
	if err != nil {
		return err
	}
	frame, err := d.frame(c, "A new copy of "+s.Title, ui.RoomSources)
	if err != nil {
		return err
	}
	return request.Render(c, status, view.CopyNew(view.CopyNewView{Frame: frame, Source: s, Given: v}))
}

// addCopy takes plain text as the newest copy at once; anything else is read
// first.
func (d *Desk) addCopy(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	s, err := d.sourceOf(c)
	if err != nil {
		return err
	}
	path, said := "", ""
	g, err := givenIn(form)
	g.SourceID = s.ID
	switch {
	case err != nil:
	case g.text != "":
		path, said, err = d.renewWith(c, g)
	default:
		path, err = d.begin(c, g, form.Int("instead"))
	}
	if status, problems := refusal(err); problems != nil {
		return d.copyForm(c, status, s.ID, typedGiven(form, problems))
	}
	if err != nil {
		return err
	}
	return request.Done(c, path, said)
}

func (d *Desk) renewWith(c echo.Context, g given) (path, said string, err error) {
	doc, err := ingest.Text([]byte(g.text), "")
	if err != nil {
		return "", "", err
	}
	n, err := d.room.AddSnapshot(c.Request().Context(), request.Actor(c), g.SourceID, doc)
	return sourcePath(g.SourceID), renewedWords(n), err
}
