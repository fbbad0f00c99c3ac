package site

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/request"
	view "claimdesk/views/site"
)

// trap is a field that people do not see and programs fill in.
const trap = "website"

func (s *site) tipRoutes(e *echo.Echo, packed echo.MiddlewareFunc) {
	e.GET("/tip", s.page(s.tipForm), packed)
	e.POST("/tip", s.sendTip)
	e.GET("/tip/thanks", s.page(s.tipThanks), packed)
}

func (s *site) tipForm(_ echo.Context, n view.Newsroom) (templ.Component, error) {
	return view.Tip(view.TipView{Newsroom: n, Tells: s.room.MailOn()}), nil
}

func (s *site) tipThanks(_ echo.Context, n view.Newsroom) (templ.Component, error) {
	return view.TipThanks(n), nil
}

// sendTip keeps a tip. Whatever fills in the trap is answered as if it had been
// sent.
func (s *site) sendTip(c echo.Context) error {
	c.Response().Header().Set(echo.HeaderCacheControl, "no-store")
	form, err := request.Form(c)
	if err != nil {
		return err
	}
	draft := factcheck.TipDraft{Text: form.Get("text"), SeenAt: form.Get("seen_at"), Details: form.Get("details"),
		Contact: form.Get("contact"), Tell: form.On("tell"), Consent: form.On("consent")}
	if form.Get(trap) == "" {
		_, err = s.room.SendTip(c.Request().Context(), draft, c.RealIP())
	}
	if e := factcheck.As(err); e != nil && (e.Kind == factcheck.Invalid || e.Kind == factcheck.TooMany) {
		return s.tipAgain(c, draft, e)
	}
	if err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/tip/thanks")
}

// tipAgain shows the form with what was typed, and why it was not sent.
func (s *site) tipAgain(c echo.Context, draft factcheck.TipDraft, refusal *factcheck.Error) error {
	imprint, err := s.room.Imprint(c.Request().Context())
	if err != nil {
		return err
	}
	v := view.TipView{Newsroom: s.newsroom(imprint), Draft: draft, Problems: refusal.Fields, Tells: s.room.MailOn()}
	status := http.StatusUnprocessableEntity
	if refusal.Kind == factcheck.TooMany {
		status, v.Wait = http.StatusTooManyRequests, refusal.Message
		c.Response().Header().Set(echo.HeaderRetryAfter, strconv.Itoa(refusal.RetryAfter))
	}
	return request.Render(c, status, view.Tip(v))
}
