package desk

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/sheet"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// How many lines a page of the log has.
const logPage = 100

func (d *Desk) logRoutes(g *echo.Group) {
	g.GET("/log", d.log)
	g.GET("/log.csv", d.logSheet)
	g.GET("/log/:id", d.logEntry)
}

// logNames are the parts of the log's address that choose lines.
var logNames = []string{"who", "what", "subject", "id", "from", "to"}

// logFilter is what the address asks for; problems say what of it cannot be
// read, and choose nothing.
func logFilter(c echo.Context) (newsroom.LogFilter, []factcheck.Problem) {
	f := newsroom.LogFilter{Before: positive(request.Query(c, "before")), Subject: request.Query(c, "subject"),
		SubjectID: positive(request.Query(c, "id")), Limit: logPage}
	switch who := request.Query(c, "who"); who {
	case string(factcheck.Console), "reader":
		f.Actor = who
	default:
		f.User = positive(who)
	}
	for _, group := range logGroups {
		if group.name == request.Query(c, "what") {
			f.Families = group.families
		}
	}
	var problems []factcheck.Problem
	f.From, problems = dayOf(c, "from", 0, problems)
	f.To, problems = dayOf(c, "to", 1, problems)
	return f, problems
}

// dayOf is the beginning of a day in UTC that the address names, some days
// later; zero where it names none.
func dayOf(c echo.Context, name string, later int, problems []factcheck.Problem) (time.Time, []factcheck.Problem) {
	day, err := factcheck.ParseDate(request.Query(c, name))
	if err != nil {
		return time.Time{}, append(problems, factcheck.Problem{Field: name, Message: "Write the date as year-month-day, such as 2023-09-14."})
	}
	if day == "" {
		return time.Time{}, problems
	}
	at, err := time.Parse(time.DateOnly, string(day))
	if err != nil {
		return time.Time{}, problems
	}
	return at.AddDate(0, 0, later), problems
}

// log is a page of the log.
func (d *Desk) log(c echo.Context) error {
	ctx, by := c.Request().Context(), request.Actor(c)
	filter, problems := logFilter(c)
	v := view.LogView{Problems: problems}
	var err error
	if v.Filter, err = d.logForm(ctx, c); err != nil {
		return err
	}
	query := url.Values{}
	for _, name := range logNames {
		if value := request.Query(c, name); value != "" {
			query.Set(name, value)
		}
	}
	v.Chosen, v.Sheet = len(query) > 0, withQuery("/desk/log.csv", query)
	status := http.StatusOK
	if len(problems) > 0 {
		status = http.StatusUnprocessableEntity
	} else {
		events, more, err := d.room.LogLines(ctx, by, filter)
		if err != nil {
			return err
		}
		v.Lines = logLines(events)
		if filter.Before > 0 {
			v.Newer = withQuery("/desk/log", query)
		}
		if more {
			query.Set("before", number(events[len(events)-1].ID))
			v.Older = withQuery("/desk/log", query)
		}
	}
	if v.Frame, err = d.frame(c, "Log", ui.RoomLog); err != nil {
		return err
	}
	return request.Render(c, status, view.Log(v))
}

// logForm are the choices of the log's filter.
func (d *Desk) logForm(ctx context.Context, c echo.Context) (view.LogFilter, error) {
	f := view.LogFilter{Who: request.Query(c, "who"), What: request.Query(c, "what"), Subject: request.Query(c, "subject"),
		ID: request.Query(c, "id"), From: request.Query(c, "from"), To: request.Query(c, "to")}
	people, err := d.peopleOptions(ctx, positive(f.Who), "Anybody")
	f.People = append(people, ui.Option{Value: string(factcheck.Console), Label: "The console"}, ui.Option{Value: "reader", Label: "Readers"})
	f.Groups = []ui.Option{{Label: "Anything"}}
	for _, group := range logGroups {
		f.Groups = append(f.Groups, ui.Option{Value: group.name, Label: group.label})
	}
	f.Subjects = append([]ui.Option{{Label: "Anything"}}, logSubjects...)
	return f, err
}

// logSheet is the log as it is filtered, as CSV.
func (d *Desk) logSheet(c echo.Context) error {
	filter, problems := logFilter(c)
	if len(problems) > 0 {
		return factcheck.Wrong(problems[0].Field, "%s", problems[0].Message)
	}
	filter.Before = 0
	return download(c, "log.csv", sheet.Type, func(w io.Writer) error {
		return d.room.LogSheet(c.Request().Context(), request.Actor(c), filter, w)
	})
}

// logEntry shows one line with what was before and after it.
func (d *Desk) logEntry(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	e, err := d.room.LogEntry(c.Request().Context(), request.Actor(c), id)
	if err != nil {
		return err
	}
	v := view.LogEntryView{Line: logLine(e.Event), Event: e.Event, Kept: e.Kept, Changes: logChanges(e.Before, e.After)}
	if v.Frame, err = d.frame(c, "Line "+number(id)+" of the log", ui.RoomLog); err != nil {
		return err
	}
	return request.Render(c, http.StatusOK, view.LogEntry(v))
}
