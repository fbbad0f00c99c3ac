package desk

import (
	"net/http"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// scheduleRoutes are publishing at a time, on a claim, and the list of what is
// scheduled.
func (d *Desk) scheduleRoutes(g, claim *echo.Group) {
	g.GET("/scheduled", d.schedules)
	claim.GET("/schedule", d.scheduleForm)
	claim.POST("/schedule", d.schedule)
	claim.POST("/unschedule", d.unschedule)
	claim.GET("/unschedule", backToBench)
}

// benchSchedule fills when the claim goes public.
func (d *Desk) benchSchedule(c echo.Context, page *view.BenchView, _ benchState) error {
	if page.Claim.Status != factcheck.Approved {
		return nil
	}
	s, err := d.room.ScheduleOf(c.Request().Context(), page.Claim.ID)
	if err != nil || s.ClaimID == 0 {
		return err
	}
	settings, err := d.room.Settings(c.Request().Context())
	page.Schedule = d.scheduleView(c, s, page.Claim.Version, settings.Zone())
	return err
}

func (d *Desk) scheduleView(c echo.Context, s factcheck.Scheduled, version int64, zone *time.Location) view.ScheduleView {
	return view.ScheduleView{Scheduled: s, Version: version, Now: d.room.Now(), Zone: zone,
		May: factcheck.Permitted(request.User(c).Role, factcheck.Unschedule)}
}

// schedules lists what is to be published by itself.
func (d *Desk) schedules(c echo.Context) error {
	ctx := c.Request().Context()
	all, err := d.room.Schedules(ctx)
	if err != nil {
		return err
	}
	settings, err := d.room.Settings(ctx)
	if err != nil {
		return err
	}
	v := view.ScheduledView{Zone: settings.Zone(), Now: d.room.Now()}
	for _, s := range all {
		v.Items = append(v.Items, d.scheduleView(c, s, 0, v.Zone))
	}
	if v.Frame, err = d.frame(c, "Scheduled", ui.RoomClaims); err != nil {
		return err
	}
	return request.Render(c, http.StatusOK, view.Scheduled(v))
}

func (d *Desk) scheduleForm(c echo.Context) error {
	return d.showSchedule(c, http.StatusOK, view.ScheduleForm{})
}

func (d *Desk) showSchedule(c echo.Context, status int, v view.ScheduleForm) error {
	ctx := c.Request().Context()
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	if err := factcheck.Permit(request.Actor(c), factcheck.Schedule); err != nil {
		return err
	}
	claim, err := d.room.Claim(ctx, request.Actor(c), id)
	if err != nil {
		return err
	}
	if _, err := claim.Next(factcheck.Schedule); err != nil {
		return d.stopped(c, err)
	}
	settings, err := d.room.Settings(ctx)
	if err != nil {
		return err
	}
	v.Publish.Claim, v.Zone, v.Now = claim, settings.Zone(), d.room.Now()
	if at := claim.PublishAt.In(v.Zone); v.Day == "" && v.Time == "" && !claim.PublishAt.IsZero() {
		v.Day, v.Time = at.Format("2006-01-02"), at.Format("15:04")
	}
	if v.Frame, err = d.frame(c, "Publish claim "+idText(id)+" at a time", ui.RoomClaims); err != nil {
		return err
	}
	return request.Render(c, status, view.Schedule(v))
}

// schedule has a claim published at a time by the newsroom's clocks.
func (d *Desk) schedule(c echo.Context) error {
	ctx := c.Request().Context()
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	settings, err := d.room.Settings(ctx)
	if err != nil {
		return err
	}
	o := order(form)
	var claim factcheck.Claim
	at, err := factcheck.ParseLocal(form.Get("date"), form.Get("time"), settings.Zone())
	if err == nil {
		claim, err = d.room.Schedule(ctx, request.Actor(c), id, seen(form), o, at)
	}
	if problems := factcheck.Problems(err); problems != nil {
		return d.showSchedule(c, http.StatusUnprocessableEntity, view.ScheduleForm{Day: form.Get("date"), Time: form.Get("time"),
			Publish: view.PublishView{Class: o.Class, Note: o.Note, Problems: ui.ProblemsView{Title: "It was not scheduled", Items: atTime(problems)}}})
	}
	if err != nil {
		return d.stopped(c, err)
	}
	if claim.Status == factcheck.Published {
		return request.Done(c, claim.Path(), "Published. The page is public now.")
	}
	return request.Done(c, claim.Path(), "Scheduled.")
}

// atTime leads problems with the moment to the field in which it is typed.
func atTime(problems []factcheck.Problem) []factcheck.Problem {
	for i := range problems {
		if problems[i].Field == "at" {
			problems[i].Field = "time"
		}
	}
	return problems
}

func (d *Desk) unschedule(c echo.Context) error {
	id, form, err := claimForm(c)
	if err != nil {
		return err
	}
	claim, err := d.room.Unschedule(c.Request().Context(), request.Actor(c), id, seen(form))
	if err != nil {
		return d.stopped(c, err)
	}
	return request.Done(c, claim.Path(), "Taken off the schedule. It stays approved.")
}
