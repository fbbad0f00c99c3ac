package desk

import (
	"net/http"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// confirmPage shows what was read, with the details as far as they are known.
func (d *Desk) confirmPage(c echo.Context, status int, id int64, fields view.SourceFields) error {
	seen, err := d.room.Confirmation(c.Request().Context(), request.Actor(c), id)
	if err != nil {
		return waitsNot(err)
	}
	frame, err := d.frame(c, "Is this the text?", ui.RoomSources)
	if err != nil {
		return err
	}
	v := view.ImportConfirmView{Frame: frame, Import: seen.Import, Fields: usual(fields), SHA256: seen.SHA256, Size: seen.Size,
		Same: seen.Same, Present: seen.Present}
	if seen.Present == nil {
		if err := d.sourceChoices(c, &v.Fields); err != nil {
			return err
		}
	}
	return request.Render(c, status, view.ImportConfirm(v))
}

// usual puts in what a source is when nothing else is said.
func usual(fields view.SourceFields) view.SourceFields {
	fields.Draft = fields.Draft.Or(factcheck.SourceDraft{Kind: factcheck.OtherKind, Level: factcheck.Secondary})
	return fields
}

// importText is the whole text of a document that waits.
func (d *Desk) importText(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	seen, err := d.room.Confirmation(c.Request().Context(), request.Actor(c), id)
	if err != nil {
		return waitsNot(err)
	}
	return c.String(http.StatusOK, seen.Document.Text)
}

func (d *Desk) keepImport(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	kept, err := d.room.KeepImport(c.Request().Context(), request.Actor(c), id, sourceDraft(form))
	if problems := factcheck.Problems(err); problems != nil {
		return d.confirmPage(c, http.StatusUnprocessableEntity, id, typedSource(form, problems))
	}
	if factcheck.KindOf(err) == factcheck.NotFound {
		return d.keptBefore(c, form, err)
	}
	if err != nil {
		return err
	}
	said := addedWords(kept.Source)
	if form.Has("source") {
		said = renewedWords(kept)
	}
	return request.Done(c, sourcePath(kept.ID), said)
}

// keptBefore leads to what a document has become, where its text was kept
// already: a button was pressed twice.
func (d *Desk) keptBefore(c echo.Context, form request.Values, err error) error {
	ctx, by, sha256 := c.Request().Context(), request.Actor(c), form.Get("sha256")
	s, found := d.room.KeptAs(ctx, by, sha256)
	if id := form.Int("source"); id > 0 {
		s, found = d.room.Source(ctx, by, id)
		if found == nil && s.Snapshot.SHA256 != sha256 {
			return waitsNot(err)
		}
	}
	if factcheck.KindOf(found) == factcheck.NotFound {
		return waitsNot(err)
	}
	if found != nil {
		return found
	}
	return request.Done(c, sourcePath(s.ID), "This text was kept already.")
}

// renewedWords say what a newer copy has done to the quotes of its source.
func renewedWords(n newsroom.Renewed) string {
	if !n.New {
		return "Nothing has changed: this copy is here already."
	}
	var parts []string
	for _, part := range []struct {
		n    int
		word string
	}{{n.Fates.Unchanged, "unchanged"}, {n.Fates.Moved, "moved"}, {n.Fates.Altered, "altered"}, {n.Fates.Gone, "gone"}} {
		if part.n > 0 {
			parts = append(parts, number(int64(part.n))+" "+part.word)
		}
	}
	if len(parts) == 0 {
		return "New copy kept. Nothing was quoted from the older ones."
	}
	return "New copy kept. Of the quotes: " + strings.Join(parts, ", ") + "."
}

// endImport throws a document away; one that is gone already is gone.
func (d *Desk) endImport(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	ctx, by := c.Request().Context(), request.Actor(c)
	m, _, err := d.room.Import(ctx, by, id)
	if err == nil {
		err = d.room.EndImport(ctx, by, id)
	}
	if err != nil && factcheck.KindOf(err) != factcheck.NotFound {
		return err
	}
	path := "/desk/sources"
	if m.SourceID != 0 {
		path = sourcePath(m.SourceID)
	}
	return request.Done(c, path, "Thrown away. Nothing of it was kept.")
}
