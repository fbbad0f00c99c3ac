package desk

import (
	"context"
	"net/url"
	"slices"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// listNames are the parts of the list's address that choose claims.
var listNames = []string{"q", "status", "rating", "topic", "assignee", "source"}

// listFilter is what the address asks for, and whether it asks for anything.
func listFilter(c echo.Context) (newsroom.ClaimFilter, bool) {
	f := newsroom.ClaimFilter{
		Query:  request.Query(c, "q"),
		Status: factcheck.Status(request.Query(c, "status")),
		Rating: request.Query(c, "rating"),
		Topic:  request.Query(c, "topic"),
		Cursor: request.Query(c, "after"),
		Limit:  listPage,
	}
	f.SourceID = positive(request.Query(c, "source"))
	switch with := request.Query(c, "assignee"); with {
	case "me":
		f.Assignee = request.User(c).ID
	case "nobody":
		f.Unassigned = true
	default:
		f.Assignee = positive(with)
	}
	chosen := f.Query != "" || f.Status != "" || f.Rating != "" || f.Topic != "" || f.SourceID > 0 || f.Assignee > 0 || f.Unassigned
	return f, chosen
}

// listAddress is the address of another page of the same list.
func listAddress(c echo.Context, cursor string) string {
	query := url.Values{}
	for _, name := range listNames {
		if value := request.Query(c, name); value != "" {
			query.Set(name, value)
		}
	}
	if cursor != "" {
		query.Set("after", cursor)
	}
	if len(query) == 0 {
		return "/desk/claims"
	}
	return "/desk/claims?" + query.Encode()
}

// listForm is the filter as it is shown: what was chosen and what can be.
func (d *Desk) listForm(ctx context.Context, c echo.Context, sourceID int64) (view.ListFilter, error) {
	f := view.ListFilter{Shown: true, Query: request.Query(c, "q"), Status: request.Query(c, "status"),
		Rating: request.Query(c, "rating"), Topic: request.Query(c, "topic"), With: request.Query(c, "assignee")}
	people, err := d.peopleOptions(ctx, positive(f.With), "Anybody")
	if err != nil {
		return f, err
	}
	f.Assignees = append([]ui.Option{people[0], {Value: "me", Label: "Me"}, {Value: "nobody", Label: "Nobody"}}, people[1:]...)
	if err := d.listChoices(ctx, &f); err != nil || sourceID == 0 {
		return f, err
	}
	source, err := d.room.Source(ctx, request.Actor(c), sourceID)
	f.Source = &source
	return f, err
}

// listChoices fills the statuses, ratings and topics that there are.
func (d *Desk) listChoices(ctx context.Context, f *view.ListFilter) error {
	scale, err := d.room.Scale(ctx)
	if err != nil {
		return err
	}
	topics, err := d.room.Topics(ctx)
	if err != nil {
		return err
	}
	every := ui.Option{Label: "Any"}
	f.Statuses, f.Ratings, f.Topics = []ui.Option{every}, []ui.Option{every}, []ui.Option{every}
	for _, s := range factcheck.Statuses {
		f.Statuses = append(f.Statuses, ui.Option{Value: string(s), Label: s.Label()})
	}
	for _, r := range scale.Ratings {
		f.Ratings = append(f.Ratings, ui.Option{Value: r.Slug, Label: r.Label})
	}
	for _, t := range topics {
		f.Topics = append(f.Topics, ui.Option{Value: t.Slug, Label: t.Name})
	}
	return nil
}

// unknown is what the address asks for that there is not.
func unknown(f view.ListFilter) []factcheck.Problem {
	var problems []factcheck.Problem
	has := func(options []ui.Option, value string) bool {
		return slices.ContainsFunc(options, func(o ui.Option) bool { return o.Value == value })
	}
	if !has(f.Statuses, f.Status) {
		problems = append(problems, factcheck.Problem{Field: "status", Message: "There is no status “" + f.Status + "”. Choose one."})
	}
	if !has(f.Ratings, f.Rating) {
		problems = append(problems, factcheck.Problem{Field: "rating", Message: "There is no verdict “" + f.Rating + "”. Choose one."})
	}
	return problems
}
