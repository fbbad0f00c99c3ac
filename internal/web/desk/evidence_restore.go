package desk

import (
	"strconv"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"

	"github.com/labstack/echo/v4"
)

// removeEvidence takes a piece of evidence away; the bench then offers to put
// it back.
func (d *Desk) removeEvidence(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	evidence, err := request.ID(c, "evidence")
	if err != nil {
		return err
	}
	if _, err = d.room.RemoveEvidence(c.Request().Context(), request.Actor(c), id, evidence, newsroom.Base{}); err != nil {
		return err
	}
	path := backTo(id, form)
	and := "?"
	if strings.Contains(path, "?") {
		and = "&"
	}
	return request.Done(c, path+and+"removed="+idText(evidence)+"#evidence", "")
}

// restoreEvidence puts it back.
func (d *Desk) restoreEvidence(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	evidence, err := request.ID(c, "evidence")
	if err != nil {
		return err
	}
	claim, err := d.room.RestoreEvidence(c.Request().Context(), request.Actor(c), id, evidence, newsroom.Base{})
	if err != nil {
		return err
	}
	return request.Done(c, backTo(id, form)+"#e"+idText(evidence), restored(claim, evidence))
}

// restored says what came back, and what did not: marks in an article that was
// changed meanwhile.
func restored(claim factcheck.Claim, evidence int64) string {
	e := claim.Piece(evidence)
	if e == nil {
		return "Quote put back."
	}
	said := "Quote " + strconv.Itoa(e.Position) + " is back."
	if newsroom.Widowed(claim.Article) {
		said += " The article has marks [0] that lead nowhere: give them their numbers again."
	}
	return said
}

// benchRemoved offers to put back what was just removed, as long as it is off
// the claim.
func (d *Desk) benchRemoved(c echo.Context, page *view.BenchView, state benchState) error {
	if state.removed == 0 {
		return nil
	}
	number, err := d.room.FormerNumber(c.Request().Context(), page.Claim.ID, state.removed)
	if factcheck.KindOf(err) == factcheck.NotFound {
		return nil
	}
	page.Removed = view.RemovedView{ClaimID: page.Claim.ID, ID: state.removed, Number: number}
	return err
}

// backTo is the bench that a form was sent from: with the same source open, and
// of a long one the same part.
func backTo(claim int64, form request.Values) string {
	path := benchPath(claim, form.Int("source"))
	if from := form.Int("from"); from > 0 && form.Int("source") > 0 {
		path += "&from=" + idText(from)
	}
	return path
}
