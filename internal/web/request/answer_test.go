package request

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v4"

	"claimdesk/internal/factcheck"
)

func TestAPageThatCannotBeDrawnSendsNothing(t *testing.T) {
	c := sent("/", "", "")
	failing := templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		_, err := io.WriteString(w, "<p>half a page")
		return errors.Join(err, errors.New("no more"))
	})
	if err := Render(c, http.StatusOK, failing); err == nil || c.Response().Committed {
		t.Errorf("error %v, sent: %v", err, c.Response().Committed)
	}
}

func TestAPageIsSentWithItsLength(t *testing.T) {
	c := sent("/", "", "")
	if err := Render(c, http.StatusTeapot, templ.Raw("<p>é</p>")); err != nil {
		t.Fatal(err)
	}
	w := c.Response().Header()
	if c.Response().Status != http.StatusTeapot || w.Get("Content-Length") != "9" || w.Get("Content-Type") != "text/html; charset=UTF-8" {
		t.Errorf("%d, %v", c.Response().Status, w)
	}
}

func TestANoticeIsShownOnce(t *testing.T) {
	c := sent("/", "", "")
	Begin(c, "id", true)
	if err := Done(c, "/desk/claims/7", "Claim «Ա» recorded."); err != nil {
		t.Fatal(err)
	}
	if c.Response().Status != http.StatusSeeOther || c.Response().Header().Get("Location") != "/desk/claims/7" {
		t.Errorf("%d, %v", c.Response().Status, c.Response().Header())
	}
	cookie, err := http.ParseSetCookie(c.Response().Header().Get("Set-Cookie"))
	if err != nil {
		t.Fatal(err)
	}
	if !cookie.Secure || !cookie.HttpOnly || cookie.Path != "/desk" || cookie.SameSite != http.SameSiteLaxMode || cookie.MaxAge < 1 {
		t.Errorf("cookie %s", cookie)
	}
	next := sent("/desk/claims/7", "", "")
	next.Request().AddCookie(cookie)
	if got := Notice(next); got != "Claim «Ա» recorded." {
		t.Errorf("notice %q", got)
	}
	gone, err := http.ParseSetCookie(next.Response().Header().Get("Set-Cookie"))
	if err != nil || gone.MaxAge >= 0 || gone.Path != "/desk" {
		t.Errorf("the notice stays: %v, %v", gone, err)
	}
}

func TestForgedNoticesAreNothing(t *testing.T) {
	for _, value := range []string{"***", "", strings.Repeat("QUFB", 2_000)} {
		c := sent("/desk", "", "")
		c.Request().AddCookie(&http.Cookie{Name: noticeCookie, Value: value})
		if got := Notice(c); got != "" {
			t.Errorf("%.20q gives %.20q", value, got)
		}
	}
	if c := sent("/desk", "", ""); Notice(c) != "" || c.Response().Header().Get("Set-Cookie") != "" {
		t.Error("without a notice a cookie is set")
	}
}

func TestDoneLeadsNowhereElse(t *testing.T) {
	c := sent("/", "", "")
	if err := Done(c, "//evil.example", ""); err != nil {
		t.Fatal(err)
	}
	if got := c.Response().Header().Get("Location"); got != "/desk" || c.Response().Header().Get("Set-Cookie") != "" {
		t.Errorf("leads to %q", got)
	}
}

func TestIDsArePositiveNumbersWrittenPlainly(t *testing.T) {
	for typed, want := range map[string]int64{
		"7": 7, "9223372036854775807": 9223372036854775807,
		"0": 0, "-7": 0, "+7": 0, "07": 0, "7.0": 0, "": 0, "x": 0, "9223372036854775808": 0, "７": 0, " 7": 0,
	} {
		c := sent("/", "", "")
		c.SetParamNames("id")
		c.SetParamValues(typed)
		got, err := ID(c, "id")
		if got != want || (want == 0) != (factcheck.KindOf(err) == factcheck.NotFound) {
			t.Errorf("%q: %d, %v", typed, got, err)
		}
	}
}

func TestQueriesAreCleaned(t *testing.T) {
	for target, want := range map[string]string{
		"/?q=+two%0Alines%00+":                   "two lines",
		"/?q=%FF":                                "",
		"/?other=x":                              "",
		"/?q=a&q=b":                              "a",
		"/?q=" + strings.Repeat("x", 2*maxQuery): strings.Repeat("x", maxQuery),
	} {
		if got := Query(sent(target, "", ""), "q"); got != want {
			t.Errorf("%.30s: %.30q", target, got)
		}
	}
}

func TestTheActorHasAddressAndRequest(t *testing.T) {
	e := echo.New()
	e.IPExtractor = echo.ExtractIPDirect()
	c := e.NewContext(httptest.NewRequest("POST", "/", nil), httptest.NewRecorder())
	Begin(c, "abc", false)
	if User(c).ID != 0 {
		t.Error("somebody is logged in")
	}
	SetUser(c, factcheck.Session{User: factcheck.User{ID: 3, Name: "Ani", Role: factcheck.Editor}})
	want := factcheck.Actor{ID: 3, Name: "Ani", Role: factcheck.Editor, Address: "192.0.2.1", RequestID: "abc"}
	if got := Actor(c); got != want {
		t.Errorf("got %+v", got)
	}
}
