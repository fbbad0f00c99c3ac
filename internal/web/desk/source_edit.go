package desk

import (
	"net/http"
	"slices"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/quote"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

func (d *Desk) editSourcePage(c echo.Context) error {
	source, err := d.sourceOf(c)
	if err != nil {
		return err
	}
	was := view.SourceValues(source.Draft())
	return d.editSourceForm(c, http.StatusOK, source, was, view.SourceFields{Draft: source.Draft()})
}

// sourceOf is the source that the address names.
func (d *Desk) sourceOf(c echo.Context) (factcheck.Source, error) {
	id, err := request.ID(c, "id")
	if err != nil {
		return factcheck.Source{}, err
	}
	return d.room.Source(c.Request().Context(), request.Actor(c), id)
}

func (d *Desk) editSourceForm(c echo.Context, status int, s factcheck.Source, was []view.SourceValue, fields view.SourceFields) error {
	frame, err := d.frame(c, "Edit "+s.Title, ui.RoomSources)
	if err != nil {
		return err
	}
	fields.Own = s.ID
	if err := d.sourceChoices(c, &fields); err != nil {
		return err
	}
	v := view.SourceEditView{Frame: frame, Source: s, Fields: fields, Was: was}
	return request.Render(c, status, view.SourceEdit(v))
}

func (d *Desk) editSource(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	source, err := d.sourceOf(c)
	if err != nil {
		return err
	}
	draft, version := sourceDraft(form), form.Int("version")
	if draft.Access == factcheck.ProtectedAccess { // as it will be saved, so that it can be compared
		draft.Users = append(draft.Users, request.User(c).ID)
		slices.Sort(draft.Users)
		draft.Users = slices.Compact(draft.Users)
	}
	_, err = d.room.EditSource(c.Request().Context(), request.Actor(c), source.ID, version, draft)
	if problems := factcheck.Problems(err); problems != nil {
		source.Version = version
		return d.editSourceForm(c, http.StatusUnprocessableEntity, source, wasValues(form), typedSource(form, problems))
	}
	if factcheck.KindOf(err) == factcheck.Conflict && version != source.Version {
		return d.sourceConflict(c, source, draft, wasValues(form))
	}
	if err != nil {
		return err
	}
	return request.Done(c, "/desk/sources/"+number(source.ID), "Details saved.")
}

// wasValues are the fields as they were when the form was opened.
func wasValues(form request.Values) []view.SourceValue {
	values := view.SourceValues(factcheck.SourceDraft{})
	for i := range values {
		values[i].Value = pasted(form.Get("was." + values[i].Name))
	}
	return values
}

// sourceConflict shows both versions. A field that only one of the two has
// changed is theirs or yours without a question.
func (d *Desk) sourceConflict(c echo.Context, now factcheck.Source, typed factcheck.SourceDraft, was []view.SourceValue) error {
	frame, err := d.frame(c, "Somebody saved before you", ui.RoomSources)
	if err != nil {
		return err
	}
	v := view.SourceConflictView{Frame: frame, Source: now}
	inWords, err := d.sourceWords(c)
	if err != nil {
		return err
	}
	yours, theirs := view.SourceValues(typed), view.SourceValues(now.Draft())
	for i, y := range yours {
		t := theirs[i]
		switch {
		case y.Value == t.Value || y.Value == was[i].Value:
			v.Kept = append(v.Kept, t)
		case t.Value == was[i].Value:
			v.Kept = append(v.Kept, y)
		default:
			v.Fields = append(v.Fields, view.SourceDiffer{Name: y.Name, Label: y.Label, Yours: y.Value, Theirs: t.Value,
				Diff: quote.WordDiff(inWords(y), inWords(t))})
		}
	}
	return request.Render(c, http.StatusConflict, view.SourceConflict(v))
}

// sourceWords puts a field's value as a person reads it: names for the ids of
// people, a title for that of a source.
func (d *Desk) sourceWords(c echo.Context) (func(view.SourceValue) string, error) {
	users, err := d.room.Users(c.Request().Context())
	return func(v view.SourceValue) string {
		switch v.Name {
		case "access_users":
			var names []string
			for _, u := range users {
				if slices.Contains(strings.Split(v.Value, ", "), number(u.ID)) {
					names = append(names, u.Name)
				}
			}
			return strings.Join(names, ", ")
		case "rests_on":
			if id := leading(v.Value); id > 0 {
				words, _ := d.sourceInWords(c, id)
				return words
			}
		}
		return v.Value
	}, err
}
