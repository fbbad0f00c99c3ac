package desk

import (
	"net/http"
	"strconv"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// editClaim shows the form for a claim's own fields.
func (d *Desk) editClaim(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	claim, err := d.room.Claim(c.Request().Context(), request.Actor(c), id)
	if err != nil {
		return err
	}
	return d.showClaimEdit(c, http.StatusOK, id, claim.Details, claim.Draft(), nil)
}

func (d *Desk) showClaimEdit(c echo.Context, status int, id, base int64, draft factcheck.ClaimDraft, refusal error) error {
	fields, err := d.claimFields(c.Request().Context(), request.Actor(c), id, draft, refusal)
	if err != nil {
		return err
	}
	frame, err := d.frame(c, "Edit claim "+idText(id), ui.RoomClaims)
	if err != nil {
		return err
	}
	return request.Render(c, status, view.ClaimEdit(view.ClaimEditView{Frame: frame, ID: id, Here: d.here(c, id), Base: base, Fields: fields}))
}

// saveClaim saves a claim's own fields.
func (d *Desk) saveClaim(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	settle(form)
	draft, err := claimDraft(form)
	if err != nil {
		return err
	}
	base := form.Int("base")
	claim, err := d.room.EditClaim(c.Request().Context(), request.Actor(c), id, newsroom.Base{Details: &base}, draft)
	if factcheck.Problems(err) != nil {
		return d.showClaimEdit(c, http.StatusUnprocessableEntity, id, base, draft, err)
	}
	if current := staleClaim(err); current != nil {
		return d.claimConflict(c, *current, draft)
	}
	if err != nil {
		return err
	}
	return request.Done(c, claim.Path(), "Claim saved.")
}

// claimConflict shows a refused claim beside the one that stands.
func (d *Desk) claimConflict(c echo.Context, claim factcheck.Claim, yours factcheck.ClaimDraft) error {
	fields, err := d.claimFields(c.Request().Context(), request.Actor(c), claim.ID, yours, nil)
	if err != nil {
		return err
	}
	v := view.ConflictView{Claim: claim, What: "the claim", Path: "edit"}
	for _, a := range yours.Appearances {
		v.Again = v.Again || a.Picture != nil
	}
	if v.By, v.At, err = d.lastEdit(c, claim.ID); err != nil {
		return err
	}
	v.Fields, v.Kept = compare(claimParts, claimTyped(yours, fields.Sources, fields.People),
		claimTyped(claim.Draft(), fields.Sources, fields.People))
	v.Kept = append(v.Kept, view.Typed{Name: "base", Value: strconv.FormatInt(claim.Details, 10)})
	return d.showConflict(c, v)
}

// lastEdit says who changed the claim's own fields last, and when.
func (d *Desk) lastEdit(c echo.Context, id int64) (by string, at time.Time, err error) {
	events, err := d.room.ClaimEvents(c.Request().Context(), id)
	for _, e := range events {
		if e.Action == factcheck.EditClaim && e.At.After(at) {
			by, at = actorName(e), e.At
		}
	}
	return by, at, err
}
