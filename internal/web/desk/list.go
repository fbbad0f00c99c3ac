package desk

import (
	"context"
	"net/http"
	"slices"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// How many claims a page of the list has.
const listPage = 50

func (d *Desk) listRoutes(g *echo.Group) {
	g.GET("/claims", d.list)
	g.POST("/claims/bulk", d.bulk)
	g.GET("/claims/bulk", backToList)
	g.POST("/claims/views", d.keepView)
	g.GET("/claims/views", backToList)
	g.POST("/claims/views/:id/remove", d.removeView)
	g.GET("/board", d.board)
	g.POST("/board", d.actOnBoard)
}

// backToList answers whoever asks for an address that only takes forms.
func backToList(c echo.Context) error { return request.Done(c, listAddress(c, ""), "") }

// listState is how a list is to be shown besides its claims: what was typed and
// refused.
type listState struct {
	refused ui.ProblemsView
	bulk    *request.Values // the form that was refused
	keep    view.KeepView
}

// list shows claims: those that fit the filter, or those of one of the views.
func (d *Desk) list(c echo.Context) error {
	if path, err := d.numbered(c); path != "" || err != nil {
		if err != nil {
			return err
		}
		return c.Redirect(http.StatusSeeOther, path)
	}
	return d.showList(c, http.StatusOK, listState{})
}

// showList draws the list of the address.
func (d *Desk) showList(c echo.Context, status int, state listState) error {
	if request.Query(c, "view") == "review" {
		return d.reviewList(c, status, state)
	}
	return d.filteredList(c, status, state)
}

// numbered is the address of the claim whose number was typed into the
// search; "" when it was no number, or of no claim.
func (d *Desk) numbered(c echo.Context) (string, error) {
	id := typedNumber(request.Query(c, "q"))
	if id == 0 {
		return "", nil
	}
	claim, err := d.room.Claim(c.Request().Context(), request.Actor(c), id)
	if factcheck.KindOf(err) == factcheck.NotFound {
		return "", nil
	}
	return claim.Path(), err
}

func (d *Desk) reviewList(c echo.Context, status int, state listState) error {
	page, err := d.room.InReview(c.Request().Context(), request.Actor(c))
	if err != nil {
		return err
	}
	v := view.ListView{Claims: page.Items, Total: page.Total, Columns: unsorted(), Sorted: "due first, then those that have waited longest"}
	return d.renderList(c, status, v, state, "review")
}

func (d *Desk) filteredList(c echo.Context, status int, state listState) error {
	ctx := c.Request().Context()
	filter, chosen := listFilter(c)
	form, err := d.listForm(ctx, c, filter.SourceID)
	if err != nil {
		return err
	}
	form.Chosen = chosen
	v := view.ListView{Filter: form, Later: filter.Cursor != ""}
	if v.Problems = unknown(form); v.Problems != nil {
		return d.renderList(c, http.StatusUnprocessableEntity, v, state, "")
	}
	if !knownSort(filter.Sort) {
		state.refused = ui.ProblemsView{Title: "The list is not sorted as asked",
			Items: []factcheck.Problem{{Message: "Claims cannot be sorted by “" + filter.Sort + "”. Choose a column of the table."}}}
		filter.Sort, status = "", http.StatusUnprocessableEntity
	}
	page, err := d.room.Claims(ctx, request.Actor(c), filter)
	if problems := factcheck.Problems(err); problems != nil { // a page of another order: begin again
		state.refused = ui.ProblemsView{Title: "This is the first page", Items: []factcheck.Problem{{Message: problems[0].Message}}}
		filter.Cursor, v.Later, status = "", false, http.StatusUnprocessableEntity
		page, err = d.room.Claims(ctx, request.Actor(c), filter)
	}
	if err != nil {
		return err
	}
	v.Claims, v.Total = page.Items, page.Total
	v.Nothing = page.Total == 0 && !chosen
	if v.Later {
		v.First = listAddress(c, "")
	}
	if page.Next != "" {
		v.Next = listAddress(c, page.Next)
	}
	v.Columns, v.Sorted = sortColumns(c)
	return d.renderList(c, status, v, state, openView(c))
}

func (d *Desk) renderList(c echo.Context, status int, v view.ListView, state listState, open string) error {
	ctx, actor := c.Request().Context(), request.Actor(c)
	var err error
	if v.Views, err = d.listViews(ctx, actor, open); err != nil {
		return err
	}
	if err := d.keptTabs(c, &v, state, open); err != nil {
		return err
	}
	if v.Bulk, err = d.bulkForm(c, v.Claims, state.bulk); err != nil {
		return err
	}
	v.Refused, v.Today = state.refused, factcheck.DateOf(d.room.Now())
	v.Board = withQuery("/desk/board", listQuery(c))
	v.Sheet = withQuery("/desk/claims.csv", keptQuery(c))
	v.Imports = factcheck.Permitted(actor.Role, factcheck.ImportClaims)
	if v.Frame, err = d.frame(c, "Claims", ui.RoomClaims); err != nil {
		return err
	}
	v.Frame.Query = v.Filter.Query
	return request.Render(c, status, view.List(v))
}

// listViews are the views that everybody has, with how much is in each.
func (d *Desk) listViews(ctx context.Context, actor factcheck.Actor, open string) ([]view.Tab, error) {
	review, err := d.room.CountInReview(ctx, actor)
	if err != nil {
		return nil, err
	}
	tabs := []view.Tab{
		{Label: "All", Href: "/desk/claims", Current: open == "all"},
		{Label: "Waiting for my review", Href: "/desk/claims?view=review", Count: review, Current: open == "review"},
		{Label: "Mine", Href: "/desk/claims?assignee=me", Current: open == "assignee=me"},
		{Label: "Unassigned", Href: "/desk/claims?assignee=nobody", Current: open == "assignee=nobody"},
		{Label: "Due", Href: "/desk/claims?due=week&sort=due", Current: open == "due=week&sort=due"},
	}
	counted := map[int]newsroom.ClaimFilter{0: {}, 2: {Assignee: actor.ID}, 3: {Unassigned: true}, 4: {Due: newsroom.DueWeek}}
	for i, filter := range counted {
		filter.HideMerged = true
		if tabs[i].Count, err = d.room.CountClaims(ctx, filter); err != nil {
			return nil, err
		}
	}
	return tabs, nil
}

// openView is the view that an address is, by what it chooses; "all" where it
// chooses nothing.
func openView(c echo.Context) string {
	query := keptQuery(c)
	if len(listQuery(c)) == 0 {
		return "all"
	}
	return query.Encode()
}

// keptTabs adds the views that somebody keeps, and the form that keeps another.
func (d *Desk) keptTabs(c echo.Context, v *view.ListView, state listState, open string) error {
	kept, err := d.room.KeptViews(c.Request().Context(), request.Actor(c))
	if err != nil {
		return err
	}
	builtIn := slices.ContainsFunc(v.Views, func(t view.Tab) bool { return t.Current })
	for i := range kept {
		current := kept[i].Query == open
		v.Views = append(v.Views, view.Tab{Label: kept[i].Name, Href: "/desk/claims?" + kept[i].Query, Count: -1, Current: current})
		if current {
			v.Kept = &kept[i]
		}
	}
	if v.Keep = state.keep; v.Filter.Chosen && !builtIn || len(state.keep.Problems) > 0 {
		v.Keep.Action = withQuery("/desk/claims/views", keptQuery(c))
	}
	return nil
}
