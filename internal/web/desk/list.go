package desk

import (
	"context"
	"net/http"
	"strconv"
	"strings"

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
}

// list shows claims: those that fit the filter, or those of one of the views.
func (d *Desk) list(c echo.Context) error {
	if path, err := d.numbered(c); path != "" || err != nil {
		if err != nil {
			return err
		}
		return c.Redirect(http.StatusSeeOther, path)
	}
	if request.Query(c, "view") == "review" {
		return d.reviewList(c)
	}
	return d.filteredList(c)
}

// numbered is the address of the claim whose number was typed into the
// search; "" when it was no number, or of no claim.
func (d *Desk) numbered(c echo.Context) (string, error) {
	typed := strings.TrimPrefix(request.Query(c, "q"), "#")
	id, err := strconv.ParseInt(typed, 10, 64)
	if err != nil || id < 1 {
		return "", nil
	}
	claim, err := d.room.Claim(c.Request().Context(), request.Actor(c), id)
	if factcheck.KindOf(err) == factcheck.NotFound {
		return "", nil
	}
	return claim.Path(), err
}

func (d *Desk) reviewList(c echo.Context) error {
	work, err := d.room.Work(c.Request().Context(), request.Actor(c))
	if err != nil {
		return err
	}
	claims := append(work.Review, work.Agree...)
	v := view.ListView{Claims: claims, Total: len(claims)}
	return d.renderList(c, http.StatusOK, v, "review")
}

func (d *Desk) filteredList(c echo.Context) error {
	ctx := c.Request().Context()
	filter, chosen := listFilter(c)
	form, err := d.listForm(ctx, c, filter.SourceID)
	if err != nil {
		return err
	}
	form.Chosen = chosen
	v := view.ListView{Filter: form, Later: filter.Cursor != ""}
	if v.Problems = unknown(form); v.Problems != nil {
		return d.renderList(c, http.StatusUnprocessableEntity, v, "")
	}
	page, err := d.room.Claims(ctx, request.Actor(c), filter)
	if err != nil {
		return err
	}
	v.Claims, v.Total = page.Items, page.Total
	v.Nothing = page.Total == 0 && !chosen
	v.First = listAddress(c, "")
	if page.Next != "" {
		v.Next = listAddress(c, page.Next)
	}
	return d.renderList(c, http.StatusOK, v, openView(c, chosen))
}

func (d *Desk) renderList(c echo.Context, status int, v view.ListView, open string) error {
	var err error
	if v.Views, err = d.listViews(c.Request().Context(), request.Actor(c), open); err != nil {
		return err
	}
	if v.Frame, err = d.frame(c, "Claims", ui.RoomClaims); err != nil {
		return err
	}
	v.Frame.Query = v.Filter.Query
	return request.Render(c, status, view.List(v))
}

// listViews are the saved views with how much is in each.
func (d *Desk) listViews(ctx context.Context, actor factcheck.Actor, open string) ([]view.Tab, error) {
	work, err := d.room.Work(ctx, actor)
	if err != nil {
		return nil, err
	}
	tabs := []view.Tab{
		{Label: "All", Href: "/desk/claims", Current: open == "all"},
		{Label: "Waiting for my review", Href: "/desk/claims?view=review", Count: len(work.Review) + len(work.Agree), Current: open == "review"},
		{Label: "Mine", Href: "/desk/claims?assignee=me", Current: open == "me"},
		{Label: "Unassigned", Href: "/desk/claims?assignee=nobody", Current: open == "nobody"},
	}
	counted := map[int]newsroom.ClaimFilter{0: {Limit: 1}, 2: {Limit: 1, Assignee: actor.ID}, 3: {Limit: 1, Unassigned: true}}
	for i, filter := range counted {
		page, err := d.room.Claims(ctx, actor, filter)
		if err != nil {
			return nil, err
		}
		tabs[i].Count = page.Total
	}
	return tabs, nil
}

// openView is the view that an address without any other filter is.
func openView(c echo.Context, chosen bool) string {
	if !chosen {
		return "all"
	}
	for _, name := range []string{"q", "status", "rating", "topic", "source"} {
		if request.Query(c, name) != "" {
			return ""
		}
	}
	return request.Query(c, "assignee")
}
