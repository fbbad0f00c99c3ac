package desk

import (
	"net/http"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

func (d *Desk) recordRoutes(g *echo.Group) {
	g.GET("/claims/new", d.recordPage)
	g.POST("/claims/new", d.recordClaim)
	g.GET("/claims/several", d.severalPage)
	g.POST("/claims/several", d.recordSeveral)
}

// recordPage shows the form, begun with what the address brings: a source, and
// the words selected in it or one of its passages.
func (d *Desk) recordPage(c echo.Context) error {
	draft, err := d.begun(c)
	if err != nil {
		return err
	}
	return d.recordForm(c, http.StatusOK, draft, nil)
}

func (d *Desk) begun(c echo.Context) (factcheck.ClaimDraft, error) {
	draft := factcheck.ClaimDraft{Text: request.Query(c, "text"), Language: "en"}
	draft.SourceID = positive(request.Query(c, "source_id"))
	if draft.SourceID == 0 {
		draft.SourceID = positive(request.Query(c, "source"))
	}
	if draft.SourceID == 0 {
		return draft, nil
	}
	reader, err := d.room.Reader(c.Request().Context(), request.Actor(c), draft.SourceID)
	if err != nil {
		return draft, err
	}
	draft.Language = reader.Source.Language
	passage := positive(request.Query(c, "passage"))
	if draft.Text == "" && passage >= 1 && passage <= int64(len(reader.Passages)) {
		draft.Text = strings.Join(strings.Fields(reader.Passages[passage-1].Text), " ")
	}
	return draft, nil
}

func (d *Desk) recordForm(c echo.Context, status int, draft factcheck.ClaimDraft, refusal error) error {
	fields, err := d.claimFields(c.Request().Context(), request.Actor(c), 0, draft, refusal)
	if err != nil {
		return err
	}
	frame, err := d.frame(c, "Record a claim", ui.RoomClaims)
	if err != nil {
		return err
	}
	matches, err := d.matching(c, draft.Text)
	if err != nil {
		return err
	}
	return request.Render(c, status, view.Record(view.RecordView{Frame: frame, Fields: fields, Matches: matches}))
}

func (d *Desk) recordClaim(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	draft, err := claimDraft(form)
	if err != nil {
		return err
	}
	if form.On("look") {
		return d.recordForm(c, http.StatusOK, draft, nil)
	}
	if of := form.Int("repeat_of"); of != 0 {
		return d.recordRepeat(c, draft, of)
	}
	claim, err := d.room.RecordClaim(c.Request().Context(), request.Actor(c), draft)
	if factcheck.Problems(err) != nil {
		return d.recordForm(c, http.StatusUnprocessableEntity, draft, err)
	}
	if err != nil {
		return err
	}
	return request.Done(c, claim.Path(), "Claim recorded.")
}
