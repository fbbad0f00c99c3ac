package web

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
)

func TestTheCookieIsHeldToThisSite(t *testing.T) {
	for base, want := range map[string]http.Cookie{
		https:    {Name: "__Host-claimdesk", Secure: true},
		loopback: {Name: "claimdesk"},
	} {
		h := open(t, base)
		c := h.e.NewContext(httptest.NewRequest("POST", "/desk/login", nil), httptest.NewRecorder())
		if err := h.s.sessions.Start(c, "token"); err != nil {
			t.Fatal(err)
		}
		cookie, err := http.ParseSetCookie(c.Response().Header().Get("Set-Cookie"))
		if err != nil {
			t.Fatal(err)
		}
		if cookie.Name != want.Name || cookie.Value != "token" || cookie.Secure != want.Secure || !cookie.HttpOnly ||
			cookie.SameSite != http.SameSiteLaxMode || cookie.Path != "/" || cookie.Domain != "" ||
			cookie.MaxAge != int(factcheck.SessionMost.Seconds()) {
			t.Errorf("%s: %s", base, cookie)
		}
	}
}

func TestLogOutTakesTheCookieAway(t *testing.T) {
	h := open(t, https)
	r := httptest.NewRequest("POST", "/desk/logout", nil)
	r.AddCookie(&http.Cookie{Name: "__Host-claimdesk", Value: h.logIn()})
	c := h.e.NewContext(r, httptest.NewRecorder())
	if err := h.s.sessions.End(c); err != nil {
		t.Fatal(err)
	}
	cookie, err := http.ParseSetCookie(c.Response().Header().Get("Set-Cookie"))
	if err != nil || cookie.Value != "" || cookie.MaxAge >= 0 || !cookie.Secure || cookie.Path != "/" {
		t.Errorf("%v, %v", cookie, err)
	}
}

func TestANewLogInEndsTheSessionBefore(t *testing.T) {
	h := open(t, https)
	before := h.logIn()
	r := httptest.NewRequest("POST", "/desk/login", nil)
	r.AddCookie(&http.Cookie{Name: "__Host-claimdesk", Value: before})
	if err := h.s.sessions.Start(h.e.NewContext(r, httptest.NewRecorder()), "other"); err != nil {
		t.Fatal(err)
	}
	if _, err := h.room.Session(t.Context(), before); factcheck.KindOf(err) != factcheck.Unidentified {
		t.Errorf("the old session still counts: %v", err)
	}
}

func TestTheDeskIsForThoseWhoAreLoggedIn(t *testing.T) {
	h := open(t, https)
	for path, target := range map[string]string{
		"/desk":                  "/desk/login",
		"/desk/claims/7?tab=log": "/desk/login?next=%2Fdesk%2Fclaims%2F7%3Ftab%3Dlog",
		"/desk//evil.example":    "/desk/login?next=%2Fdesk%2F%2Fevil.example",
		"/desk/missing":          "/desk/login?next=%2Fdesk%2Fmissing",
	} {
		w := h.ask("GET", path, "", "Cookie", "__Host-claimdesk=forged")
		want(t, w, http.StatusSeeOther)
		if got := w.Header().Get("Location"); got != target {
			t.Errorf("%s leads to %q, want %q", path, got, target)
		}
	}
	cookie := []string{"Cookie", "__Host-claimdesk=" + h.logIn()}
	want(t, h.ask("GET", "/desk", "", cookie...), 200, "for "+h.user.Name)
	want(t, h.ask("GET", "/desk/missing", "", cookie...), 404, "There is no claim 7.", "/desk/account")
	want(t, h.ask("GET", "/desk/nowhere", "", cookie...), 404, "nothing at this address", "/desk/account")
}

func TestDisablingBitesOnTheNextRequest(t *testing.T) {
	h := open(t, https)
	cookie := []string{"Cookie", "__Host-claimdesk=" + h.logIn()}
	want(t, h.ask("GET", "/desk", "", cookie...), 200)
	if _, err := h.room.SetDisabled(t.Context(), factcheck.ByConsole(), h.user.ID, true); err != nil {
		t.Fatal(err)
	}
	want(t, h.ask("GET", "/desk", "", cookie...), http.StatusSeeOther)
}

func TestOverLongCookiesAreNoSession(t *testing.T) {
	h := open(t, https)
	want(t, h.ask("GET", "/desk", "", "Cookie", "__Host-claimdesk="+strings.Repeat("a", longestToken+1)), http.StatusSeeOther)
}
