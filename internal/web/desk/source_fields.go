package desk

import (
	"slices"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"

	"github.com/labstack/echo/v4"
)

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
		RestsOn:     leading(chosenOf(form, "rests_on")),
		ArchivedURL: chosenOf(form, "archived_url"),
		Users:       namedIn(form),
		Description: chosenOf(form, "public_description"),
		Because:     chosenOf(form, "protected_because"),
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

// leading is the number that a text begins with, such as "12" and "12 A
// title"; 0 for an empty text, -1 when there is none.
func leading(text string) int64 {
	first, _, _ := strings.Cut(strings.TrimSpace(text), " ")
	if first == "" {
		return 0
	}
	if id, err := strconv.ParseInt(first, 10, 64); err == nil && id > 0 {
		return id
	}
	return -1
}

// namedIn are the people who were ticked, or those of the version that was
// picked on the page of a conflict.
func namedIn(form request.Values) []int64 {
	texts := form.All("access_users")
	if form.Has("pick.access_users") {
		texts = []string{chosenOf(form, "access_users")}
	}
	var ids []int64
	for _, text := range commas(strings.Join(texts, ",")) {
		ids = append(ids, max(leading(text), 0))
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// typedSource are the fields as they were typed.
func typedSource(form request.Values, problems []factcheck.Problem) view.SourceFields {
	return view.SourceFields{Draft: sourceDraft(form), RestsOn: chosenOf(form, "rests_on"), Problems: problems}
}

// sourceChoices fills in what can be chosen beside what was typed: the people
// who may see a protected source, and the sources that one can rest on.
func (d *Desk) sourceChoices(c echo.Context, fields *view.SourceFields) error {
	ctx, by := c.Request().Context(), request.Actor(c)
	var err error
	if fields.People, err = d.namedOptions(ctx, by, fields.Draft.Users); err != nil {
		return err
	}
	page, err := d.room.Sources(ctx, by, newsroom.SourceFilter{Limit: offeredSources})
	for _, s := range page.Items {
		if s.ID != fields.Own {
			fields.Offered = append(fields.Offered, view.NumberedSource(s.ID, s.Title))
		}
	}
	if err != nil || fields.RestsOn != "" || fields.Draft.RestsOn <= 0 {
		return err
	}
	fields.RestsOn, err = d.sourceInWords(c, fields.Draft.RestsOn)
	return err
}

// sourceInWords is a source by number and title, without the title where it
// cannot be seen.
func (d *Desk) sourceInWords(c echo.Context, id int64) (string, error) {
	s, err := d.room.Source(c.Request().Context(), request.Actor(c), id)
	if factcheck.KindOf(err) == factcheck.NotFound && err != nil {
		return view.NumberedSource(id, factcheck.ProtectedTitle), nil
	}
	return view.NumberedSource(id, s.Title), err
}
