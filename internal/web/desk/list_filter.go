package desk

import (
	"context"
	"net/url"
	"slices"
	"strconv"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// listNames are the parts of the list's address that choose claims.
var listNames = []string{"q", "status", "rating", "topic", "assignee", "source", "claimant", "due", "priority", "language", "merged"}

// listFilter is what the address asks for, and whether it asks for anything.
func listFilter(c echo.Context) (newsroom.ClaimFilter, bool) {
	f := newsroom.ClaimFilter{
		Query:    request.Query(c, "q"),
		Status:   factcheck.Status(request.Query(c, "status")),
		Rating:   request.Query(c, "rating"),
		Topic:    request.Query(c, "topic"),
		Claimant: request.Query(c, "claimant"),
		Language: request.Query(c, "language"),
		Due:      newsroom.Due(request.Query(c, "due")),
		Priority: int(min(positive(request.Query(c, "priority")), 10)),
		Cursor:   request.Query(c, "after"),
		Sort:     request.Query(c, "sort"),
		SourceID: positive(request.Query(c, "source")),
		Limit:    listPage,
	}
	f.HideMerged = request.Query(c, "merged") == ""
	switch with := request.Query(c, "assignee"); with {
	case "me":
		f.Assignee = request.User(c).ID
	case "nobody":
		f.Unassigned = true
	default:
		f.Assignee = positive(with)
	}
	return f, len(listQuery(c)) > 0
}

// listQuery is what the address chooses, without its order and its page.
func listQuery(c echo.Context) url.Values {
	query := url.Values{}
	for _, name := range listNames {
		if value := request.Query(c, name); value != "" {
			query.Set(name, value)
		}
	}
	return query
}

// keptQuery is what a view of the list keeps: what is chosen and the order.
func keptQuery(c echo.Context) url.Values {
	query := listQuery(c)
	if sort := request.Query(c, "sort"); sort != "" {
		query.Set("sort", sort)
	}
	return query
}

// listAddress is the address of another page of the same list.
func listAddress(c echo.Context, cursor string) string {
	query := keptQuery(c)
	if request.Query(c, "view") == "review" {
		query.Set("view", "review")
	}
	if cursor != "" {
		query.Set("after", cursor)
	}
	return withQuery("/desk/claims", query)
}

func withQuery(path string, query url.Values) string {
	if len(query) == 0 {
		return path
	}
	return path + "?" + query.Encode()
}

// listForm is the filter as it is shown: what was chosen and what can be.
func (d *Desk) listForm(ctx context.Context, c echo.Context, sourceID int64) (view.ListFilter, error) {
	f := view.ListFilter{Shown: true, Query: request.Query(c, "q"), Status: request.Query(c, "status"),
		Rating: request.Query(c, "rating"), Topic: request.Query(c, "topic"), With: request.Query(c, "assignee"),
		Due: request.Query(c, "due"), Claimant: request.Query(c, "claimant"), Priority: request.Query(c, "priority"),
		Language: request.Query(c, "language"), Merged: request.Query(c, "merged"), Sort: request.Query(c, "sort")}
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

// listChoices fills the statuses, ratings, topics and so on that there are.
func (d *Desk) listChoices(ctx context.Context, f *view.ListFilter) error {
	scale, err := d.room.Scale(ctx)
	if err != nil {
		return err
	}
	topics, err := d.room.Topics(ctx)
	if err != nil {
		return err
	}
	languages, err := d.room.ClaimLanguages(ctx)
	if err != nil {
		return err
	}
	every := ui.Option{Label: "Any"}
	f.Statuses, f.Ratings, f.Topics, f.Languages = []ui.Option{every}, []ui.Option{every}, []ui.Option{every}, []ui.Option{every}
	for _, s := range factcheck.Statuses {
		f.Statuses = append(f.Statuses, ui.Option{Value: string(s), Label: s.Label()})
	}
	for _, r := range scale.Ratings {
		f.Ratings = append(f.Ratings, ui.Option{Value: r.Slug, Label: r.Label})
	}
	for _, t := range topics {
		f.Topics = append(f.Topics, ui.Option{Value: t.Slug, Label: t.Name})
	}
	for _, l := range languages {
		f.Languages = append(f.Languages, ui.Option{Value: l, Label: view.LanguageName(l)})
	}
	f.Dues = []ui.Option{{Label: "Any"}, {Value: "late", Label: "Late"}, {Value: "week", Label: "Within a week"}, {Value: "none", Label: "No date"}}
	f.Priorities = []ui.Option{every}
	for _, n := range []int{2, 3, 4, 6, 9} {
		f.Priorities = append(f.Priorities, ui.Option{Value: strconv.Itoa(n), Label: strconv.Itoa(n) + " or more"})
	}
	f.Priorities[len(f.Priorities)-1].Label = "9, the highest"
	return nil
}

// unknown is what the address asks for that there is not.
func unknown(f view.ListFilter) []factcheck.Problem {
	var problems []factcheck.Problem
	for _, part := range []struct {
		field, value, thing string
		options             []ui.Option
	}{{"status", f.Status, "status", f.Statuses}, {"rating", f.Rating, "verdict", f.Ratings}, {"due", f.Due, "choice", f.Dues}} {
		if !slices.ContainsFunc(part.options, func(o ui.Option) bool { return o.Value == part.value }) {
			problems = append(problems, factcheck.Problem{Field: part.field, Message: "There is no " + part.thing + " “" + part.value + "”. Choose one."})
		}
	}
	return problems
}
