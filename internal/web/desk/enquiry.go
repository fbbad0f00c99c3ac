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

// enquiryRoutes are whom we asked about a claim.
func (d *Desk) enquiryRoutes(claim *echo.Group) {
	claim.GET("/enquiries/new", d.newEnquiry)
	claim.POST("/enquiries", d.addEnquiry)
	claim.GET("/enquiries/:enquiry", d.editEnquiry)
	claim.POST("/enquiries/:enquiry", d.saveEnquiry)
	claim.POST("/enquiries/:enquiry/remove", d.removeEnquiry)
	claim.GET("/enquiries", backToBench)
	claim.GET("/enquiries/:enquiry/remove", backToBench)
}

func (d *Desk) newEnquiry(c echo.Context) error {
	draft := factcheck.EnquiryDraft{Kind: factcheck.AskedForReply, Outcome: factcheck.Waiting, Told: factcheck.ToldOutcome}
	return d.showEnquiry(c, http.StatusOK, view.EnquiryView{Draft: draft})
}

// showEnquiry draws the form. Without a version it starts from the claim as it
// is.
func (d *Desk) showEnquiry(c echo.Context, status int, v view.EnquiryView) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	if v.Claim, err = d.room.Claim(c.Request().Context(), request.Actor(c), id); err != nil {
		return err
	}
	if m := v.Claim.Claimant; v.ID == 0 && status == http.StatusOK && m != nil {
		v.Draft.Asked = m.Name
	}
	if v.Version == 0 {
		v.Version = v.Claim.Version
	}
	if v.Frame, err = d.frame(c, "Asked about claim "+idText(id), ui.RoomClaims); err != nil {
		return err
	}
	return request.Render(c, status, view.Enquiry(v))
}

func (d *Desk) editEnquiry(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	enquiry, err := request.ID(c, "enquiry")
	if err != nil {
		return err
	}
	claim, err := d.room.Claim(c.Request().Context(), request.Actor(c), id)
	if err != nil {
		return err
	}
	e := claim.Enquiry(enquiry)
	if e == nil {
		return factcheck.NoSuch("enquiry %d on claim %d", enquiry, id)
	}
	return d.showEnquiry(c, http.StatusOK, view.EnquiryView{ID: enquiry, Draft: e.Draft()})
}

func enquiryDraft(form request.Values) factcheck.EnquiryDraft {
	return factcheck.EnquiryDraft{Kind: factcheck.EnquiryKind(form.Get("kind")), Asked: form.Get("asked"), Via: form.Get("via"),
		On: form.Get("asked_on"), Question: form.Get("question"), Outcome: factcheck.Outcome(form.Get("outcome")),
		OutcomeOn: form.Get("outcome_on"), Answer: form.Get("answer"), URL: form.Get("url"), Told: factcheck.Told(form.Get("told"))}
}

func (d *Desk) addEnquiry(c echo.Context) error {
	return d.keepEnquiry(c, 0, func(ctx context.Context, by factcheck.Actor, id int64, b newsroom.Base, draft factcheck.EnquiryDraft) (factcheck.Claim, error) {
		return d.room.AddEnquiry(ctx, by, id, b, draft)
	})
}

func (d *Desk) saveEnquiry(c echo.Context) error {
	enquiry, err := request.ID(c, "enquiry")
	if err != nil {
		return err
	}
	return d.keepEnquiry(c, enquiry, func(ctx context.Context, by factcheck.Actor, id int64, b newsroom.Base, draft factcheck.EnquiryDraft) (factcheck.Claim, error) {
		return d.room.EditEnquiry(ctx, by, id, enquiry, b, draft)
	})
}

// keepEnquiry saves what was typed. What could not be saved comes back with the
// reason; where the claim has changed meanwhile, saving again is enough.
func (d *Desk) keepEnquiry(c echo.Context, enquiry int64, save func(context.Context, factcheck.Actor, int64, newsroom.Base, factcheck.EnquiryDraft) (factcheck.Claim, error)) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	draft := enquiryDraft(form)
	claim, err := save(c.Request().Context(), request.Actor(c), id, seen(form), draft)
	v := view.EnquiryView{ID: enquiry, Draft: draft, Version: form.Int("version"),
		Problems: ui.ProblemsView{Title: "The enquiry was not saved", Items: factcheck.Problems(err)}}
	if v.Problems.Items != nil {
		return d.showEnquiry(c, http.StatusUnprocessableEntity, v)
	}
	if staleClaim(err) != nil {
		v.Version = 0
		v.Problems.Items = []factcheck.Problem{{Message: "The claim has changed since you opened it. Look whether this still fits, and save it again."}}
		return d.showEnquiry(c, http.StatusConflict, v)
	}
	if err != nil {
		return d.stopped(c, err)
	}
	return request.Done(c, claim.Path()+"#enquiries", "Enquiry saved.")
}

func (d *Desk) removeEnquiry(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	enquiry, err := request.ID(c, "enquiry")
	if err != nil {
		return err
	}
	claim, err := d.room.DropEnquiry(c.Request().Context(), request.Actor(c), id, enquiry, seen(form))
	if err != nil {
		return d.stopped(c, err)
	}
	return request.Done(c, claim.Path()+"#enquiries", "Taken off the claim.")
}
