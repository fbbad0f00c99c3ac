package desk

import (
	"context"
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// verb is an act on a claim that takes nothing but a note.
type verb func(ctx context.Context, actor factcheck.Actor, id int64, base newsroom.Base, note string) (factcheck.Claim, error)

// act answers a button below the bench.
func (d *Desk) act(notice string, do verb) echo.HandlerFunc {
	return func(c echo.Context) error {
		id, form, err := claimForm(c)
		if err != nil {
			return err
		}
		claim, err := do(c.Request().Context(), request.Actor(c), id, seen(form), form.Get("note"))
		if err != nil {
			return d.stopped(c, err)
		}
		return request.Done(c, claim.Path(), notice)
	}
}

// seen is the version of the claim that whoever signs has seen: nobody puts
// their name to something else.
func seen(form request.Values) newsroom.Base {
	version := form.Int("version")
	if version == 0 {
		return newsroom.Base{}
	}
	return newsroom.Base{Version: &version}
}

// stopped shows the bench again with what stopped an act: a change that
// somebody made meanwhile, the gate, or another state of the claim. Other
// errors are not the bench's.
func (d *Desk) stopped(c echo.Context, err error) error {
	e := factcheck.As(err)
	if e == nil || e.Kind != factcheck.Conflict {
		return err
	}
	problems := ui.ProblemsView{Title: "Nothing was done", Items: []factcheck.Problem{{Message: e.Message}}}
	switch {
	case e.Current != nil:
		problems.Items[0].Message = "The claim has changed since you opened it. This is how it stands now; look it over, then do it again."
	case e.Gate != nil:
		problems = ui.ProblemsView{Title: "Nothing was done: the gate is not open yet", Items: gateProblems(*e.Gate)}
	}
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	return d.showBench(c, http.StatusConflict, benchState{source: form.Int("source"), problems: problems})
}

// gateProblems are the open lines of the gate as links to where they are
// mended on the bench.
func gateProblems(gate factcheck.Gate) []factcheck.Problem {
	lines := gate.Missing(false)
	if len(lines) == 0 {
		lines = gate.Missing(true)
	}
	problems := make([]factcheck.Problem, len(lines))
	for i, item := range lines {
		field := item.Field
		if field == "text" || field == "claimant" || field == "appearances" {
			field = "claim"
		}
		problems[i] = factcheck.Problem{Field: field, Message: item.Message}
	}
	return problems
}

// changesView puts what changed in review into what the page shows.
func changesView(r newsroom.Review) view.ChangesView {
	v := view.ChangesView{Since: r.Since}
	for _, change := range r.Changes {
		v.Changes = append(v.Changes, view.ChangeView{Field: change.Field, Was: change.Was, Is: change.Is, Diff: change.Diff})
	}
	return v
}
