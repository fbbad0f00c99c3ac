package desk

import (
	"net/http"
	"slices"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// benchAbout fills the claim's own pane.
func (d *Desk) benchAbout(c echo.Context, page *view.BenchView, state benchState) error {
	ctx, claim := c.Request().Context(), page.Claim
	notes, err := d.room.Notes(ctx, claim.ID)
	if err != nil {
		return err
	}
	people, err := d.peopleOptions(ctx, claim.AssigneeID, "Nobody")
	if err != nil {
		return err
	}
	events, err := d.room.ClaimEvents(ctx, claim.ID)
	if err != nil {
		return err
	}
	verdicts, err := d.room.Verdicts(ctx, claim.ID)
	if err != nil {
		return err
	}
	page.About = view.AboutView{Claim: claim, Language: view.LanguageName(claim.Language), Notes: notes,
		Note: ui.Field{Name: "note", Label: "New note", Aside: "readers never see it", Rows: 3, Value: state.note,
			Max: factcheck.MaxNote, Dir: "auto", Problem: ui.ProblemOf(state.noted, "note")},
		Assignee: ui.Field{Name: "assignee_id", Label: "With", HideLabel: true, Options: people, Value: idText(claim.AssigneeID)},
		History:  history(events), Verdicts: verdicts}
	return nil
}

// history puts the events of one claim in words, newest first.
func history(events []factcheck.Event) []view.HistoryEntry {
	events = slices.Clone(events)
	slices.SortFunc(events, func(a, b factcheck.Event) int { return int(b.ID - a.ID) })
	list := make([]view.HistoryEntry, len(events))
	for i, e := range events {
		line := logLine(e)
		did := line.Did + " the claim"
		if line.Rest != "" {
			did += " " + line.Rest
		}
		list[i] = view.HistoryEntry{At: e.At, By: line.By, Did: did}
	}
	return list
}

// idText is an id as the value of a choice; "" for none.
func idText(id int64) string {
	if id == 0 {
		return ""
	}
	return strconv.FormatInt(id, 10)
}

// assignClaim says who looks into a claim.
func (d *Desk) assignClaim(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	claim, err := d.room.AssignClaim(c.Request().Context(), request.Actor(c), id, form.Int("assignee_id"))
	if err != nil {
		return err
	}
	if claim.Assignee == "" {
		return request.Done(c, claim.Path(), "Nobody has it now.")
	}
	return request.Done(c, claim.Path(), claim.Assignee+" has it now.")
}

// noteOnClaim adds a private remark.
func (d *Desk) noteOnClaim(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	note := form.Get("note")
	err = d.room.NoteOnClaim(c.Request().Context(), request.Actor(c), id, note)
	if problems := factcheck.Problems(err); problems != nil {
		return d.showBench(c, http.StatusUnprocessableEntity, benchState{note: note, noted: problems,
			problems: ui.ProblemsView{Title: "The note was not saved", Items: problems}})
	}
	if err != nil {
		return err
	}
	return request.Done(c, factcheck.Claim{ID: id}.Path()+"#notes", "Note added.")
}

// claimForm reads what every form on a claim has: the claim's id from the
// address, and the fields.
func claimForm(c echo.Context) (int64, request.Values, error) {
	id, err := request.ID(c, "id")
	if err != nil {
		return 0, request.Values{}, err
	}
	form, err := request.Form(c)
	return id, form, err
}
