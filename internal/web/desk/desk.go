// Package desk answers the pages of the newsroom's own side, under /desk: what
// waits, claims and their workbench, sources, people, settings and the log.
// Each handler reads what was sent, asks the newsroom and answers; rules and
// texts of refusals are the newsroom's.
package desk

import (
	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
	"claimdesk/internal/web/request"
	"claimdesk/views/ui"

	"github.com/labstack/echo/v4"
)

// Cookies carries a session's token in the browser. The desk decides when a
// session begins and ends; how the cookie is made is the server's matter.
type Cookies interface {
	// Start gives the browser a token in place of any that it had.
	Start(c echo.Context, token string) error
	// End takes the token away.
	End(c echo.Context) error
	// Token is what the browser sent, or "".
	Token(c echo.Context) string
}

// Desk holds what the handlers need.
type Desk struct {
	room    *newsroom.Room
	cookies Cookies
}

// Register adds all addresses under /desk. Those that a session is needed for
// are behind the given middleware, which sets request.User or sends to
// /desk/login; it is not put before log-in, setup and one-time links.
func Register(e *echo.Echo, room *newsroom.Room, session echo.MiddlewareFunc, cookies Cookies) {
	d := &Desk{room: room, cookies: cookies}
	d.linkRoutes(e.Group("/desk"))
	inside := e.Group("/desk", session)
	inside.POST("/logout", d.logOut)
	d.workRoutes(inside)
	d.logRoutes(inside)
	d.exportRoutes(inside)
	d.figureRoutes(inside)
	d.listRoutes(inside)
	d.recordRoutes(inside)
	d.sourceRoutes(inside)
	d.importRoutes(inside)
	d.userRoutes(inside)
	d.accountRoutes(inside)
	d.settingsRoutes(inside)
	d.scaleRoutes(inside)
	d.sitePageRoutes(inside)
	d.notificationRoutes(inside)
	d.tipRoutes(inside)
	d.topicRoutes(inside)
	d.claimantRoutes(inside)
	d.loadRoutes(inside)
	d.elsewhereRoutes(inside)
	d.claimRoutes(inside)
}

// frame is what stands around a page of the desk for whoever is logged in;
// room is one of the ui.Room constants or "". The flash notice is read here,
// once.
func (d *Desk) frame(c echo.Context, title, room string) (ui.DeskFrame, error) {
	ctx := c.Request().Context()
	settings, err := d.room.Settings(ctx)
	if err != nil {
		return ui.DeskFrame{}, err
	}
	sheet, err := d.ownTones(ctx)
	if err != nil {
		return ui.DeskFrame{}, err
	}
	tally, err := d.room.Tally(ctx, request.Actor(c))
	if err != nil {
		return ui.DeskFrame{}, err
	}
	user := request.User(c)
	return ui.DeskFrame{Title: title, SiteName: settings.SiteName, User: user.Name,
		Admin: user.Role.AtLeast(factcheck.Admin), Room: room, Waiting: tally.Waiting(), Tips: tally.Tips, Unread: tally.Unread,
		Notice: request.Notice(c), Example: settings.Example, Sheet: sheet}, nil
}
