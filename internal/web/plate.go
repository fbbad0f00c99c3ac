package web

import (
	"context"
	"io"
	"net/http"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	"claimdesk/views/ui"
)

// plate answers with a page: within the desk for whoever is logged in there,
// else within the public site. On the public site nothing but the status
// decides what a missing page looks like, so that unpublished work looks like
// an address that never was.
func (s *server) plate(c echo.Context, f failure) error {
	user := s.reader(c)
	at := sideOf(c.Request().URL.Path)
	if at == public && f.status == http.StatusNotFound {
		f.text = ""
	}
	title, text := saidOf(f)
	v := ui.PlateView{Status: f.status, Title: title, Text: text, Search: at == public && f.status == http.StatusNotFound, Links: ways(at, user)}
	if f.status >= http.StatusInternalServerError {
		v.ErrorID = requestID(c)
	}
	settings := s.settings(c)
	content := plateWith(v, f.fields)
	if user.ID != 0 {
		frame := ui.DeskFrame{Title: title, SiteName: settings.SiteName, User: user.Name,
			Admin: user.Role.AtLeast(factcheck.Admin), Example: settings.Example}
		return request.Render(c, f.status, within(ui.Desk(frame), content))
	}
	frame := ui.SiteFrame{Head: ui.Head{Title: title, NoIndex: true}, SiteName: settings.SiteName, Example: settings.Example}
	return request.Render(c, f.status, within(ui.Site(frame), content))
}

// reader is who looks at an error of the desk. An error from before the
// session was asked for has it looked up now; public pages never do.
func (s *server) reader(c echo.Context) factcheck.User {
	user := request.User(c)
	if user.ID != 0 || sideOf(c.Request().URL.Path) != inside {
		return user
	}
	session, err := s.sessions.of(c)
	if err != nil {
		return factcheck.User{}
	}
	return session.User
}

// ways are where to go on from an error.
func ways(at side, user factcheck.User) []ui.Link {
	switch {
	case user.ID != 0:
		return []ui.Link{{Label: "What waits for you", Href: "/desk"}}
	case at == inside:
		return []ui.Link{{Label: "Log in", Href: "/desk/login"}, {Label: "Public site", Href: "/"}}
	}
	return []ui.Link{{Label: "All fact-checks", Href: "/fact-checks"}, {Label: "Send us a claim", Href: "/tip"}}
}

// settings are those of the newsroom; when they cannot be read, an error can
// still be shown.
func (s *server) settings(c echo.Context) factcheck.Settings {
	settings, err := s.room.Settings(c.Request().Context())
	if err != nil {
		return factcheck.DefaultSettings()
	}
	return settings
}

// plateWith is the plate, and the fields that are wrong.
func plateWith(v ui.PlateView, fields []factcheck.Problem) templ.Component {
	return within(ui.Plate(v), templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		for _, field := range fields {
			line := `<p><strong>` + templ.EscapeString(field.Field) + `</strong>: ` + templ.EscapeString(field.Message) + `</p>`
			if _, err := io.WriteString(w, line); err != nil {
				return err
			}
		}
		return nil
	}))
}

// within draws a frame with its content.
func within(frame, content templ.Component) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		return frame.Render(templ.WithChildren(ctx, content), w)
	})
}
