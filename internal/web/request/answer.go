package request

import (
	"encoding/base64"
	"net/http"
	"strconv"
	"strings"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"
)

// Render draws the page whole before a byte of it is sent, so that a page
// that fails to be drawn is an error like any other.
func Render(c echo.Context, status int, page templ.Component) error {
	buffer := templ.GetBuffer()
	defer templ.ReleaseBuffer(buffer)
	if err := page.Render(c.Request().Context(), buffer); err != nil {
		return err
	}
	c.Response().Header().Set(echo.HeaderContentLength, strconv.Itoa(buffer.Len()))
	return c.HTMLBlob(status, buffer.Bytes())
}

// noticeCookie carries what was just done to the page that follows.
const noticeCookie = "claimdesk-notice"

// maxNotice is the longest notice, in bytes: longer ones are left out.
const maxNotice = 1_000

// Done answers an act: it leads to a path on this site, where the notice is
// shown once. An empty notice shows nothing.
func Done(c echo.Context, path, notice string) error {
	if notice != "" && len(notice) <= maxNotice {
		c.SetCookie(noticeFor(c, base64.RawURLEncoding.EncodeToString([]byte(notice)), 60))
	}
	return c.Redirect(http.StatusSeeOther, Path(path))
}

// Notice is what Done left for this page, once; else empty. Call it before
// the page is rendered, on pages of the desk alone.
func Notice(c echo.Context) string {
	cookie, err := c.Cookie(noticeCookie)
	if err != nil {
		return ""
	}
	c.SetCookie(noticeFor(c, "", -1))
	text, err := base64.RawURLEncoding.DecodeString(cookie.Value)
	if err != nil || len(text) > maxNotice {
		return ""
	}
	return strings.ToValidUTF8(string(text), "")
}

func noticeFor(c echo.Context, value string, age int) *http.Cookie {
	return &http.Cookie{Name: noticeCookie, Value: value, Path: desk, MaxAge: age,
		Secure: Secure(c), HttpOnly: true, SameSite: http.SameSiteLaxMode}
}
