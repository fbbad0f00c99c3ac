package desk

import (
	"net/http"
	"strings"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// publishForm asks what sort of change is published and what readers are told.
func (d *Desk) publishForm(c echo.Context) error {
	return d.showPublish(c, http.StatusOK, view.PublishView{Approve: request.Query(c, "approve") != ""})
}

func (d *Desk) showPublish(c echo.Context, status int, v view.PublishView) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	if err := factcheck.Permit(request.Actor(c), factcheck.Publish); err != nil {
		return err
	}
	if v.Claim, err = d.room.Claim(c.Request().Context(), request.Actor(c), id); err != nil {
		return err
	}
	if err := inState(&v); err != nil {
		return d.stopped(c, err)
	}
	if v.Frame, err = d.frame(c, "Publish claim "+idText(id), ui.RoomClaims); err != nil {
		return err
	}
	return request.Render(c, status, view.Publish(v))
}

// inState fits the form to how far the claim has come: a public check that is
// being changed can be published as a minor change without the way round.
func inState(v *view.PublishView) error {
	act := factcheck.Publish
	if v.Approve {
		act = factcheck.Approve
	}
	v.Minor = !v.Approve && v.Claim.Live != nil && v.Claim.Status == factcheck.Researching
	if !v.Minor {
		_, err := v.Claim.Next(act)
		return err
	}
	v.Class = factcheck.Minor
	v.Why = "A minor change needs nobody else: spelling, grammar, a broken link. For anything more, send it for review."
	return nil
}

// order is what was chosen on the publish form.
func order(form request.Values) newsroom.Order {
	return newsroom.Order{Class: factcheck.Class(form.Get("class")), Note: form.Get("note")}
}

// publish makes a claim public as it stands.
func (d *Desk) publish(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	claim, err := d.room.Publish(c.Request().Context(), request.Actor(c), id, seen(form), order(form))
	if err != nil {
		return d.notPublished(c, err, form, false)
	}
	return request.Done(c, claim.Path(), "Published. The page is public now.")
}

// approve signs a claim and, by the second button, publishes it at once; that
// leads on to the next claim in the queue.
func (d *Desk) approve(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	ctx, actor := c.Request().Context(), request.Actor(c)
	if !form.On("publish") {
		return d.act("Approved.", d.room.Approve)(c)
	}
	claim, err := d.room.ApproveAndPublish(ctx, actor, id, seen(form), order(form))
	if err != nil {
		return d.notPublished(c, err, form, true)
	}
	next, err := d.room.NextInQueue(ctx, actor, id)
	if err != nil {
		return err
	}
	notice := "Published: “" + shortened(strings.TrimRight(claim.Text, "."), 80) + "”."
	if next == 0 {
		return request.Done(c, "/desk", notice+" Nothing else waits for your approval.")
	}
	return request.Done(c, factcheck.Claim{ID: next}.Path(), notice+" This is the next one in the queue.")
}

// notPublished shows the form again, or the bench where it was stopped.
func (d *Desk) notPublished(c echo.Context, err error, form request.Values, approve bool) error {
	problems := factcheck.Problems(err)
	if problems == nil {
		return d.stopped(c, err)
	}
	o := order(form)
	return d.showPublish(c, http.StatusUnprocessableEntity, view.PublishView{Approve: approve, Class: o.Class, Note: o.Note,
		Problems: ui.ProblemsView{Title: "It was not published", Items: problems}})
}
