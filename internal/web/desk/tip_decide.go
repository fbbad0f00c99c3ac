package desk

import (
	"net/http"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

func (d *Desk) acceptTipPage(c echo.Context) error {
	t, err := d.tipOf(c)
	if err != nil {
		return err
	}
	if t.State != factcheck.TipOpen {
		return request.Done(c, "/desk/tips/"+number(t.ID), "")
	}
	return d.acceptForm(c, http.StatusOK, t, t.Draft(), nil)
}

func (d *Desk) acceptForm(c echo.Context, status int, t factcheck.Tip, draft factcheck.ClaimDraft, refusal error) error {
	fields, err := d.claimFields(c.Request().Context(), request.Actor(c), 0, draft, refusal)
	if err != nil {
		return err
	}
	frame, err := d.frame(c, "Accept a tip", ui.RoomTips)
	if err != nil {
		return err
	}
	return request.Render(c, status, view.TipAccept(view.TipAcceptView{Frame: frame, Tip: t, Fields: fields}))
}

// acceptTip records a tip as a claim: as it is, or as it was edited.
func (d *Desk) acceptTip(c echo.Context) error {
	form, t, err := d.tipForm(c)
	if err != nil {
		return err
	}
	draft, edited := t.Draft(), form.Has("text")
	draft.AssigneeID = form.Int("assignee_id")
	if edited {
		if draft, err = claimDraft(form); err != nil {
			return err
		}
	}
	taken, err := d.room.AcceptTip(c.Request().Context(), request.Actor(c), t.ID, form.Int("version"), draft)
	if edited && factcheck.Problems(err) != nil {
		t.Version = form.Int("version")
		return d.acceptForm(c, http.StatusUnprocessableEntity, t, draft, err)
	}
	if err != nil {
		return d.tipRefused(c, view.TipCard{}, err)
	}
	return request.Done(c, taken.Claim.Path(), "Tip accepted: it is claim #"+number(taken.Claim.ID)+" now.")
}

// tipForm is what was sent about the tip that the address names.
func (d *Desk) tipForm(c echo.Context) (request.Values, factcheck.Tip, error) {
	form, err := request.Form(c)
	if err != nil {
		return form, factcheck.Tip{}, err
	}
	t, err := d.tipOf(c)
	return form, t, err
}

// tipRefused shows a tip as it is now with what was typed and why nothing was
// done; other errors go on.
func (d *Desk) tipRefused(c echo.Context, typed view.TipCard, err error) error {
	refusal := factcheck.As(err)
	if refusal == nil || refusal.Kind != factcheck.Invalid && refusal.Kind != factcheck.Conflict {
		return err
	}
	t, readErr := d.tipOf(c)
	if readErr != nil {
		return readErr
	}
	card, readErr := d.tipCard(c, t)
	if readErr != nil {
		return readErr
	}
	card.Claim, card.Why, card.Remark, card.Problems = typed.Claim, typed.Why, typed.Remark, refusal.Fields
	if refusal.Kind == factcheck.Conflict {
		card.Conflict = refusal.Message
		return d.oneTip(c, http.StatusConflict, card)
	}
	return d.oneTip(c, http.StatusUnprocessableEntity, card)
}

// mergeTip adds a tip to the claim whose number was chosen or typed.
func (d *Desk) mergeTip(c echo.Context) error {
	form, t, err := d.tipForm(c)
	if err != nil {
		return err
	}
	typed := form.Get("claim")
	id := typedNumber(typed)
	if id == 0 {
		return d.tipRefused(c, view.TipCard{Claim: typed}, factcheck.Wrong("claim", "Give the number of a claim, such as 7."))
	}
	merged, err := d.room.MergeTip(c.Request().Context(), request.Actor(c), t.ID, form.Int("version"), id)
	if err != nil {
		return d.tipRefused(c, view.TipCard{Claim: typed}, err)
	}
	return request.Done(c, "/desk/tips", "Tip merged into claim #"+number(merged.ClaimID)+".")
}

func (d *Desk) declineTip(c echo.Context) error {
	form, t, err := d.tipForm(c)
	if err != nil {
		return err
	}
	reason, note := factcheck.TipReason(form.Get("reason")), form.Get("note")
	if _, err := d.room.DeclineTip(c.Request().Context(), request.Actor(c), t.ID, form.Int("version"), reason, note); err != nil {
		return d.tipRefused(c, view.TipCard{Why: reason, Remark: note}, err)
	}
	return request.Done(c, "/desk/tips", "Tip declined.")
}

func (d *Desk) reopenTip(c echo.Context) error {
	form, t, err := d.tipForm(c)
	if err != nil {
		return err
	}
	if _, err := d.room.ReopenTip(c.Request().Context(), request.Actor(c), t.ID, form.Int("version")); err != nil {
		return d.tipRefused(c, view.TipCard{}, err)
	}
	return request.Done(c, "/desk/tips/"+number(t.ID), "The tip is open again.")
}
