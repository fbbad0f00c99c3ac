package desk

import (
	"context"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// benchActivity fills the notes and what was done to the claim.
func (d *Desk) benchActivity(c echo.Context, page *view.BenchView, state benchState) error {
	ctx := c.Request().Context()
	all, err := d.room.Activity(ctx, page.Claim.ID)
	if err != nil {
		return err
	}
	names, err := d.names(ctx)
	if err != nil {
		return err
	}
	page.About.Activity = view.ActivityView{ClaimID: page.Claim.ID, Open: state.source, NotesOnly: state.notes, People: names,
		Note: noteField(state.note, names, state.noted)}
	for _, a := range all {
		switch {
		case a.Note != nil:
			page.About.Activity.Notes++
		case state.notes:
			continue
		}
		page.About.Activity.Lines = append(page.About.Activity.Lines, activityLine(a))
	}
	return nil
}

func noteField(typed string, names []string, problems []factcheck.Problem) ui.Field {
	return ui.Field{Name: "note", Label: "New note", Aside: "readers never see it", Rows: 3, Value: typed,
		Max: factcheck.MaxNote, Dir: "auto", Hint: view.NamingHint(names), Problem: ui.ProblemOf(problems, "note")}
}

// names are those of the colleagues whom a note can name.
func (d *Desk) names(ctx context.Context) ([]string, error) {
	users, err := d.room.Users(ctx)
	var names []string
	for _, u := range users {
		if !u.Disabled {
			names = append(names, u.Name)
		}
	}
	return names, err
}

// activityLine puts an act, or a note, in what the page shows.
func activityLine(a newsroom.Activity) view.ActivityLine {
	if a.Note != nil {
		return view.ActivityLine{At: a.At, By: a.Note.By, Note: view.NoteParts(*a.Note)}
	}
	line := logLine(a.Event)
	did := line.Did + " the claim"
	if line.Rest != "" {
		did += " " + line.Rest
	}
	return view.ActivityLine{At: a.At, By: line.By, Did: did, Details: a.Details}
}
