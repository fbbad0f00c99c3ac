package desk

import (
	"net/http"
	"strings"

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
	return request.Render(c, status, view.SourceNew(v))
}

func (d *Desk) addSource(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	draft := sourceDraft(form)
	doc, err := document(form)
	var source factcheck.Source
	if err == nil {
		source, err = d.room.AddSource(c.Request().Context(), request.Actor(c), draft, doc)
	}
	if problems := factcheck.Problems(err); problems != nil {
		v := view.SourceNewView{Text: form.Get("text"), HTML: form.Get("html"),
			Fields: view.SourceFields{Draft: draft, Problems: problems}}
		_, v.File, _ = form.File("file")
		return d.sourceForm(c, http.StatusUnprocessableEntity, v)
	}
	if err != nil {
		return err
	}
	said := "Source added, " + factcheck.Plural(source.Snapshot.Passages, "passage", "passages") + "."
	return request.Done(c, "/desk/sources/"+number(source.ID), said)
}

// document reads what was pasted or uploaded: exactly one of three. Browsers
// send every line end of a text box as CR LF; the text is taken with LF, as it
// was pasted, so that it has the same hash as the same text sent elsewhere.
func document(form request.Values) (*factcheck.Document, error) {
	text, html := pasted(form.Get("text")), pasted(form.Get("html"))
	data, name, fileErr := form.File("file")
	given := 0
	for _, is := range []bool{strings.TrimSpace(text) != "", strings.TrimSpace(html) != "", fileErr == nil} {
		if is {
			given++
		}
	}
	switch {
	case given > 1:
		return nil, factcheck.Wrong("text", "There is more than one document here. Send the text, a file or the HTML, each by itself.")
	case fileErr == nil:
		return ingest.File(data, name)
	case strings.TrimSpace(html) != "":
		return ingest.HTML([]byte(html), "")
	case given == 0:
		return nil, factcheck.Wrong("text", "There is no document yet. Paste its text or choose a file.")
	}
	return ingest.Text([]byte(text), "")
}

func pasted(text string) string { return strings.ReplaceAll(text, "\r\n", "\n") }

// sourceDraft is what was typed about a source.
func sourceDraft(form request.Values) factcheck.SourceDraft {
	return factcheck.SourceDraft{
		Title:       chosenOf(form, "title"),
		Publisher:   chosenOf(form, "publisher"),
		Authors:     commas(chosenOf(form, "authors")),
		URL:         chosenOf(form, "url"),
		PublishedOn: chosenOf(form, "published_on"),
		Language:    chosenOf(form, "language"),
		Kind:        factcheck.SourceKind(chosenOf(form, "kind")),
		Level:       factcheck.Level(chosenOf(form, "level")),
		Access:      factcheck.Access(chosenOf(form, "access")),
		Interest:    chosenOf(form, "interest"),
	}
}

// chosenOf is a field as it was typed or, on the page of a conflict, of the
// version that was picked.
func chosenOf(form request.Values, name string) string {
	switch side := form.Get("pick." + name); side {
	case "yours", "theirs":
		return pasted(form.Get(side + "." + name))
	}
	return pasted(form.Get(name))
}
