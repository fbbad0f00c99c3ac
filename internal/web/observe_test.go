package web

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"

	"claimdesk/static"
)

func (h *house) waits(c echo.Context) error {
	<-c.Request().Context().Done()
	return c.Request().Context().Err()
}

func TestTheLogHoldsNoSecretAndNoReader(t *testing.T) {
	h := open(t, https)
	token := h.logIn()
	h.ask("GET", "/desk/setup/verysecret?also=thissecret", "", "Cookie", "__Host-claimdesk="+token, "Authorization", "Bearer keysecret")
	h.ask("GET", "/verysecret", "")
	lacks(t, h.log.String(), "secret", token)
	if !strings.Contains(h.log.String(), "route=/desk/setup/:token") {
		t.Errorf("the pattern is missing: %s", h.log)
	}
	h.log.Reset()
	h.ask("GET", "/page", "")
	lacks(t, h.log.String(), "192.0.2.1", "address=")
	h.log.Reset()
	h.ask("GET", "/desk", "", "Cookie", "__Host-claimdesk="+token)
	for _, part := range []string{"address=192.0.2.1", "user=", "status=200", "id="} {
		if !strings.Contains(h.log.String(), part) {
			t.Errorf("%q is not in %s", part, h.log)
		}
	}
}

func TestEachRequestHasItsOwnID(t *testing.T) {
	h := open(t, https)
	seen := map[string]bool{}
	for range 50 {
		seen[h.ask("GET", "/api/page", "", "X-Request-Id", "mine").Header().Get("X-Request-Id")] = true
	}
	if len(seen) != 50 || seen["mine"] || seen[""] {
		t.Errorf("%d ids: %v", len(seen), seen)
	}
}

func TestWhatAnswersGetAnswersHead(t *testing.T) {
	h := open(t, loopback)
	srv := httptest.NewServer(h.e)
	defer srv.Close()
	for _, path := range []string{"/page", "/healthz", "/readyz", static.Path("css/base.css")} {
		answer, err := http.Head(srv.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		if answer.Body.Close(); answer.StatusCode != http.StatusOK {
			t.Errorf("HEAD %s: %d", path, answer.StatusCode)
		}
	}
}

func TestMonitorsAreAnswered(t *testing.T) {
	h := open(t, https)
	want(t, h.ask("GET", "/healthz", ""), 200, "ok")
	want(t, h.ask("GET", "/readyz", ""), 200, "ready")
}
