package web

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestTooLargeBodiesGetAClearAnswer(t *testing.T) {
	h := open(t, https)
	large := strings.Repeat("x", mostElse+1)
	want(t, h.ask("POST", "/form", "text="+large[:mostElse-5]), 200, "saved xxx")
	want(t, h.ask("POST", "/form", large), 413, "at most 4 MB", "This is too large")
	w := h.ask("POST", "/api/read", large)
	want(t, w, 413, `"status":413`, "at most 4 MB")
	if got := w.Header().Get("Content-Type"); got != "application/problem+json" {
		t.Errorf("type %q", got)
	}
}

func TestABodyOfUnknownLengthIsCutOff(t *testing.T) {
	h := open(t, https)
	for _, path := range []string{"/form", "/read"} {
		r := httptest.NewRequest("POST", path, io.MultiReader(strings.NewReader(strings.Repeat("x", mostElse+1))))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		h.e.ServeHTTP(w, r)
		want(t, w, 413, "at most 4 MB")
	}
}

func TestLimitsFollowTheAddress(t *testing.T) {
	for path, want := range map[string]int64{
		"/desk/login":               mostLogIn,
		"/desk/login/again":         mostKept + mostLogIn,
		"/desk/setup/x":             mostLogIn,
		"/desk/link/x":              mostLogIn,
		"/desk/sources/new":         mostForm,
		"/api/v1/sources/file":      mostSource,
		"/desk/claims/7/exhibits":   mostSource,
		"/api/v1/claims/7/exhibits": mostSource,
		"/desk/claims/7/exhibits/1": mostElse,
		"/api/v1/claims":            mostElse,
		"/":                         mostElse,
	} {
		if got := mostOf(path); got != want {
			t.Errorf("%s: %d, want %d", path, got, want)
		}
	}
}

func TestAClientThatIsStillSendingSeesTheAnswer(t *testing.T) {
	h := open(t, loopback)
	srv := httptest.NewServer(h.e)
	defer srv.Close()
	for _, body := range []io.Reader{
		strings.NewReader(strings.Repeat("x", 3*mostElse)),
		io.MultiReader(strings.NewReader(strings.Repeat("x", 3*mostElse))),
	} {
		answer, err := http.Post(srv.URL+"/read", "application/x-www-form-urlencoded", body)
		if err != nil {
			t.Fatal(err)
		}
		if answer.Body.Close(); answer.StatusCode != http.StatusRequestEntityTooLarge {
			t.Errorf("status %d", answer.StatusCode)
		}
	}
}
