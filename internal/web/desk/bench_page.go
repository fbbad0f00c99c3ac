package desk

import (
	"net/http"
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// benchState is how a bench is to be shown besides the claim itself: which
// source is open, and what was typed and refused.
type benchState struct {
	source   int64 // 0: the claim's own, or the one quoted last
	find     string
	from     int
	merged   int64  // a claim that was just merged into this one; 0 for none
	into     string // the number typed to merge it
	removed  int64  // evidence that was just taken away; 0 for none
	problems ui.ProblemsView
	verdict  *refusedVerdict
	article  *refusedArticle
	dissent  *refusedDissent
	reason   refusedReason
	plan     *refusedPlan
	draft    string // the form that is to hold what was typed into it and not saved
	notes    bool   // of the activity, only notes are shown
	note     string
	noted    []factcheck.Problem
}

// bench shows the workbench of a claim.
func (d *Desk) bench(c echo.Context) error {
	source, _ := strconv.ParseInt(request.Query(c, "source"), 10, 64)
	if passage := positive(request.Query(c, "passage")); passage > 0 {
		return d.jumpOnBench(c, source, int(passage))
	}
	from, _ := strconv.Atoi(request.Query(c, "from"))
	return d.showBench(c, http.StatusOK, benchState{source: source, find: request.Query(c, "in"), from: from,
		removed: positive(request.Query(c, "removed")), merged: positive(request.Query(c, "merged")), draft: request.Query(c, "draft"), notes: request.Query(c, "activity") == "notes"})
}

// jumpOnBench leads to a passage by its number.
func (d *Desk) jumpOnBench(c echo.Context, source int64, passage int) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	return request.Done(c, atPassage(id, source, passage), "")
}

// showBench draws the bench of the claim in the address.
func (d *Desk) showBench(c echo.Context, status int, state benchState) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	claim, err := d.room.Claim(c.Request().Context(), request.Actor(c), id)
	if err != nil {
		return err
	}
	page := view.BenchView{Claim: claim, Here: d.here(c, id), Problems: state.problems, Decides: decides(c)}
	for _, part := range []func(echo.Context, *view.BenchView, benchState) error{
		d.benchFrame, d.benchAbout, d.benchPlan, d.benchMatches, d.benchElsewhere, d.benchVeiled, d.benchReader, d.benchActivity, d.benchRemoved, d.benchExhibits, d.benchVerdict, d.benchArticle, d.benchDrafts, d.benchStanding, d.benchSchedule, d.benchGate,
	} {
		if err := part(c, &page, state); err != nil {
			return err
		}
	}
	return request.Render(c, status, view.Bench(page))
}

func (d *Desk) benchFrame(c echo.Context, page *view.BenchView, _ benchState) error {
	title := "#" + strconv.FormatInt(page.Claim.ID, 10) + " “" + shortened(page.Claim.Text, 80) + "” (" +
		strings.ToLower(page.Claim.Status.Label()) + ")"
	if page.Problems.Title != "" || len(page.Problems.Items) > 0 {
		title = "Error: " + title
	}
	var err error
	page.Frame, err = d.frame(c, title, ui.RoomClaims)
	return err
}

// benchPath is the address of a bench with a source open; 0 leaves the choice
// to the bench.
func benchPath(claim, source int64) string {
	path := factcheck.Claim{ID: claim}.Path()
	if source > 0 {
		path += "?source=" + strconv.FormatInt(source, 10)
	}
	return path
}

// atPassage is the address of a bench with a passage of a source in sight.
func atPassage(claim, source int64, passage int) string {
	if source == 0 || passage <= 0 {
		return benchPath(claim, source)
	}
	n := strconv.Itoa(passage)
	return benchPath(claim, source) + "&from=" + n + "#p" + n
}
