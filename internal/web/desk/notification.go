package desk

import (
	"net/http"

	"claimdesk/internal/web/request"
	view "claimdesk/views/desk"

	"github.com/labstack/echo/v4"
)

func (d *Desk) notificationRoutes(g *echo.Group) {
	g.GET("/notifications", d.notifications)
	g.POST("/notifications", d.readNotifications)
	g.POST("/notifications/:id", d.openNotification)
	g.GET("/notifications/:id", func(c echo.Context) error { return request.Done(c, "/desk/notifications", "") })
}

func (d *Desk) notifications(c echo.Context) error {
	after := request.Query(c, "after")
	page, err := d.room.Notifications(c.Request().Context(), request.Actor(c), after, 0)
	if err != nil {
		return err
	}
	frame, err := d.frame(c, "Notifications", "")
	if err != nil {
		return err
	}
	v := view.NotificationsView{Frame: frame, Items: page.Items, Unread: page.Unread, Newest: page.Newest, First: after == "",
		Next: page.Next, Mail: request.User(c).Mail, MailOn: d.room.MailOn()}
	return request.Render(c, http.StatusOK, view.Notifications(v))
}

// readNotifications marks all as read that were on the page, and those before.
func (d *Desk) readNotifications(c echo.Context) error {
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	if err := d.room.ReadNotifications(c.Request().Context(), request.Actor(c), form.Int("newest")); err != nil {
		return err
	}
	return request.Done(c, "/desk/notifications", "All are marked as read.")
}

// openNotification marks one as read and leads to what it is about.
func (d *Desk) openNotification(c echo.Context) error {
	id, err := request.ID(c, "id")
	if err != nil {
		return err
	}
	n, err := d.room.ReadNotification(c.Request().Context(), request.Actor(c), id)
	if err != nil {
		return err
	}
	return request.Done(c, n.Path(), "")
}
