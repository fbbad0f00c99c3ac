package site

import (
	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"

	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	view "claimdesk/views/site"
)

// claimant shows who somebody is whom checks name, and those checks.
func (s *site) claimant(c echo.Context, n view.Newsroom) (templ.Component, error) {
	ctx := c.Request().Context()
	claimant, err := s.room.PublicClaimant(ctx, c.Param("slug"))
	if err != nil {
		return nil, err
	}
	v := view.ClaimantView{Newsroom: n, Claimant: claimant.Claimant, After: request.Query(c, "after")}
	found, err := s.room.Published(ctx, newsroom.PublicFilter{Claimant: claimant.Slug, After: v.After, Limit: perPage})
	v.Items, v.Found, v.Next = listed(found.Items), found.Total, found.Next
	return view.Claimant(v), err
}
