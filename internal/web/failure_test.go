package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
)

func TestErrorsAreAnsweredByTheirKind(t *testing.T) {
	h := open(t, https)
	for path, row := range map[string]struct {
		status int
		text   string
	}{
		"/broken":       {500, "Something went wrong on our side"},
		"/internal":     {500, "Something went wrong on our side"},
		"/panic":        {500, "Something went wrong on our side"},
		"/invalid":      {422, "The day is"},
		"/unidentified": {401, "Who is there?"},
		"/forbidden":    {403, "Ask an editor."},
		"/conflict":     {409, "Ani has changed it."},
		"/often":        {429, "Wait half a minute."},
		"/occupied":     {503, "Nothing of yours was."},
		"/binding":      {400, "no number"},
		"/absent":       {404, "There is nothing at this address"},
		"/nowhere":      {404, "There is nothing at this address"},
	} {
		for _, prefix := range []string{"", "/api", "/desk/open"} {
			if prefix+path == "/desk/open/nowhere" {
				continue // behind the log-in
			}
			w := h.ask("GET", prefix+path, "")
			want(t, w, row.status, row.text)
			lacks(t, w.Body.String(), errCause.Error(), "table gone", "goroutine", ".go:", "<b>wrong")
			if w.Header().Get("Cache-Control") != "no-store" {
				t.Errorf("%s%s may be cached", prefix, path)
			}
		}
	}
}

func TestTooManySaysWhenToComeBack(t *testing.T) {
	h := open(t, https)
	for _, path := range []string{"/often", "/api/often"} {
		if got := h.ask("GET", path, "").Header().Get("Retry-After"); got != "30" {
			t.Errorf("%s: Retry-After %q", path, got)
		}
	}
}

func TestProgramsGetProblems(t *testing.T) {
	h := open(t, https)
	w := h.ask("GET", "/api/invalid", "")
	var got struct {
		Type, Title string
		Status      int
		Errors      []factcheck.Problem
	}
	if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	if got.Status != 422 || got.Type != "about:blank" || got.Title == "" || len(got.Errors) != 1 || got.Errors[0].Field != "said_on" {
		t.Errorf("got %+v", got)
	}
	if type_ := w.Header().Get("Content-Type"); type_ != "application/problem+json" {
		t.Errorf("type %q", type_)
	}
	if auth := h.ask("GET", "/api/unidentified", "").Header().Get("WWW-Authenticate"); auth == "" {
		t.Error("401 does not say how to identify oneself")
	}
}

func TestMethodsThatAnAddressLacksAreNamed(t *testing.T) {
	h := open(t, https)
	w := h.ask("DELETE", "/page", "")
	want(t, w, 405, "This cannot be done here")
	if allow := w.Header().Get("Allow"); !strings.Contains(allow, "GET") {
		t.Errorf("Allow: %q", allow)
	}
}

func TestWhatIsNotPublicLooksLikeWhatNeverWas(t *testing.T) {
	h := open(t, https)
	never, hidden, file := h.ask("GET", "/nowhere", ""), h.ask("GET", "/absent", ""), h.ask("GET", "/static/x", "")
	if never.Body.String() != hidden.Body.String() || never.Body.String() != file.Body.String() {
		t.Error("the pages differ")
	}
	for name := range never.Header() {
		if strings.Join(never.Header()[name], "|") != strings.Join(hidden.Header()[name], "|") {
			t.Errorf("%s differs", name)
		}
	}
	if len(never.Header()) != len(hidden.Header()) {
		t.Errorf("headers differ: %v, %v", never.Header(), hidden.Header())
	}
}

func TestAPanicCostsOneRequestAndLeavesItsNumber(t *testing.T) {
	h := open(t, https)
	w := h.ask("GET", "/panic", "")
	id := regexp.MustCompile(`<code>([a-z2-7]{12})</code>`).FindStringSubmatch(w.Body.String())
	if id == nil {
		t.Fatalf("no number on the page: %s", w.Body)
	}
	log := h.log.String()
	if strings.Count(log, "level=ERROR") != 1 || strings.Count(log, errCause.Error()) != 1 {
		t.Errorf("it should be logged once: %s", log)
	}
	for _, part := range []string{id[1], "goroutine", "server_test.go"} {
		if !strings.Contains(log, part) {
			t.Errorf("%q is not in the log", part)
		}
	}
	want(t, h.ask("GET", "/page", ""), 200)
}

func TestTheCauseOfAnErrorIsLogged(t *testing.T) {
	h := open(t, https)
	h.ask("GET", "/internal", "")
	if !strings.Contains(h.log.String(), errCause.Error()) {
		t.Errorf("log: %s", h.log)
	}
}

func TestAClientThatLeftIsNoErrorAndNoSuccess(t *testing.T) {
	h := open(t, https)
	for _, prefix := range []string{"", "/api", "/desk/open"} {
		h.e.GET(prefix+"/slow", h.waits)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		w := httptest.NewRecorder()
		h.e.ServeHTTP(w, httptest.NewRequestWithContext(ctx, "GET", prefix+"/slow", nil))
		want(t, w, 400, "broken off")
	}
	lacks(t, h.log.String(), "ERROR")
}

func TestABodyThatEndsEarlyIsRefusedAloud(t *testing.T) {
	h := open(t, loopback)
	srv := httptest.NewServer(h.e)
	defer srv.Close()
	for _, path := range []string{"/form", "/desk/open/form"} {
		conn, err := net.Dial("tcp", srv.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = conn.Close() }()
		_, err = fmt.Fprintf(conn, "POST %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"+
			"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\ntext=a", path)
		if err := errors.Join(err, conn.(*net.TCPConn).CloseWrite()); err != nil {
			t.Fatal(err)
		}
		answer, err := io.ReadAll(conn)
		if err != nil || !strings.HasPrefix(string(answer), "HTTP/1.1 400 ") || !strings.Contains(string(answer), "The form that was sent is broken") {
			t.Errorf("%s: %v, %.200s", path, err, answer)
		}
	}
}
