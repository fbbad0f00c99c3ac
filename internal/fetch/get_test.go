package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
)

func TestAPageIsGivenWithHowItWasFetched(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=windows-1251")
		w.Header().Set("Last-Modified", "Wed, 04 Mar 2026 08:00:00 GMT")
		w.Header().Add("Set-Cookie", "session=secret")
		w.Header().Set("WWW-Authenticate", "Basic")
		w.Header().Set("X-Odd", "a\xff")
		fmt.Fprint(w, "<p>The empty chair")
	})
	page, err := open(Options{}).Get(t.Context(), " "+server.URL+"/brief?x=1#part ")
	if err != nil {
		t.Fatal(err)
	}
	if string(page.Body) != "<p>The empty chair" || page.MediaType != "text/html; charset=windows-1251" {
		t.Errorf("the page is %q of %q", page.Body, page.MediaType)
	}
	if want := server.URL + "/brief?x=1"; page.URL != want || page.FinalURL != want || page.Redirects != nil || page.Status != http.StatusOK {
		t.Errorf("the retrieval is %+v", page.Retrieval)
	}
	if want := noon.UTC().Truncate(time.Millisecond); page.At != want {
		t.Errorf("it was fetched at %v", page.At)
	}
	if got := page.Header["Last-Modified"]; !slices.Equal(got, []string{"Wed, 04 Mar 2026 08:00:00 GMT"}) || page.Header["X-Odd"][0] != "a\uFFFD" {
		t.Errorf("the header is %q", page.Header)
	}
	for _, name := range []string{"Set-Cookie", "Www-Authenticate"} {
		if page.Header[name] != nil {
			t.Errorf("%s was kept", name)
		}
	}
}

func TestNothingIsSentButTheRequest(t *testing.T) {
	var headers []http.Header
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		headers = append(headers, r.Header)
		if r.URL.Path == "/" {
			http.SetCookie(w, &http.Cookie{Name: "session", Value: "secret"})
			http.Redirect(w, r, "/next", http.StatusFound)
		}
	})
	for contact, agent := range map[string]string{"https://checks.example.org": "Claimdesk/1.2 (+https://checks.example.org)", "http://127.0.0.1:8080": "Claimdesk/1.2"} {
		headers = nil
		if _, err := open(Options{Agent: "1.2", Contact: contact}).Get(t.Context(), server.URL+"/"); err != nil {
			t.Fatal(err)
		}
		for _, h := range headers {
			if got := slices.Sorted(maps.Keys(h)); !slices.Equal(got, []string{"Accept", "Accept-Encoding", "Connection", "User-Agent"}) || h.Get("User-Agent") != agent {
				t.Errorf("sent %v", h)
			}
		}
		if len(headers) != 2 {
			t.Errorf("asked %d times", len(headers))
		}
	}
	if got := agent(Options{}); got != "Claimdesk" {
		t.Errorf("without a version it is %q", got)
	}
}

// stepping redirects from /0 to /1 and so on, up to a last one.
func stepping(last int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var step int
		if _, err := fmt.Sscanf(r.URL.Path, "/%d", &step); err == nil && step < last {
			statuses := []int{301, 302, 303, 307, 308}
			w.Header().Set("Location", fmt.Sprintf("../%d#part", step+1))
			w.WriteHeader(statuses[step%len(statuses)])
			return
		}
		fmt.Fprint(w, "here")
	}
}

func TestFiveRedirectsAreFollowedAndWrittenDown(t *testing.T) {
	server := serve(t, stepping(5))
	page, err := open(Options{}).Get(t.Context(), server.URL+"/0")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for step := 1; step <= 5; step++ {
		want = append(want, fmt.Sprintf("%s/%d", server.URL, step))
	}
	if !slices.Equal(page.Redirects, want) || page.URL != server.URL+"/0" || page.FinalURL != server.URL+"/5" {
		t.Errorf("the retrieval is %+v", page.Retrieval)
	}
}

func TestMoreRedirectsAndCirclesAreRefused(t *testing.T) {
	refused(t, open(Options{}), serve(t, stepping(6)).URL+"/0", "The address leads on more than five times.")
	circle := serve(t, func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, http.StatusFound) })
	refused(t, open(Options{}), circle.URL+"/", "The address leads on more than five times.")
}

func TestAStatusWithoutAPageIsTold(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		var status int
		_, _ = fmt.Sscanf(r.URL.Path, "/%d", &status)
		w.WriteHeader(status)
	})
	for status, want := range map[int]string{
		404: "The server has no page at this address (status 404)", 410: "The server has no page at this address (status 410)",
		401: "The server does not show the page to programs (status 401)", 403: "The server does not show the page to programs (status 403)",
		429: "The server could not answer just now (status 429)", 500: "The server could not answer just now (status 500)", 503: "The server could not answer just now (status 503)",
		202: "The server answered without a page (status 202)", 206: "The server answered without a page (status 206)", 302: "The server answered without a page (status 302)", 304: "The server answered without a page (status 304)", 418: "The server answered without a page (status 418)",
	} {
		refused(t, open(Options{}), fmt.Sprintf("%s/%d", server.URL, status), want)
	}
	if page, err := open(Options{}).Get(t.Context(), server.URL+"/203"); err != nil || page.Status != 203 {
		t.Errorf("203: %v, %v", page, err)
	}
}

func TestASlowServerIsGivenUp(t *testing.T) {
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/body" {
			fmt.Fprint(w, "the beginning")
			_ = http.NewResponseController(w).Flush()
		}
		<-r.Context().Done()
	})
	c := open(Options{})
	c.patience = 100 * time.Millisecond
	refused(t, c, server.URL+"/", "The server took too long")
	refused(t, c, server.URL+"/body", "The server took too long")
}

// Each answer comes in time by itself, and all of them together do not.
func TestTheTimeIsForAllRedirectsTogether(t *testing.T) {
	c := open(Options{})
	c.patience = 200 * time.Millisecond
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-r.Context().Done():
		case <-time.After(c.patience / 3):
			http.Redirect(w, r, "/again", http.StatusFound)
		}
	})
	refused(t, c, server.URL+"/", "The server took too long")
}

func TestWhoGoesAwayGetsNoSentence(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	server := serve(t, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	if _, err := open(Options{}).Get(ctx, server.URL); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	late, cancel := context.WithDeadline(t.Context(), time.Now())
	defer cancel()
	if _, err := open(Options{}).Get(late, server.URL); !strings.HasPrefix(refusal(t, err, "fetch_url"), "The server took too long") {
		t.Errorf("got %v", err)
	}
}

func TestAServerThatIsNotThereIsSaidSo(t *testing.T) {
	server := serve(t, nil)
	server.Close()
	refused(t, open(Options{}), server.URL, "The server could not be reached.")
	torn := raw(t, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
	refused(t, open(Options{}), torn, "The page broke off")
	refused(t, open(Options{}), raw(t, "SSH-2.0-OpenSSH_9.9\r\n"), "The server could not be reached.")
	refused(t, open(Options{}), raw(t, "HTTP/1.1 200 OK\r\nX-Long: "+strings.Repeat("a", 2*maxHead)+"\r\n\r\n"), "The server could not be reached.")
}

// raw is a server that sends these bytes to whoever asks.
func raw(t *testing.T, answer string) (address string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			_, _ = conn.Read(make([]byte, 4096))
			_, _ = io.WriteString(conn, answer)
			conn.Close()
		}
	}()
	return "http://" + listener.Addr().String()
}

func TestEverySentenceSaysWhatToDo(t *testing.T) {
	for _, s := range sentences {
		err := notFetched(fmt.Errorf("on the way: %w", s.about))
		said := factcheck.Problems(err)[0].Message
		if !strings.HasSuffix(said, ".") || !strings.Contains(said, "file") || factcheck.As(err).Message != "The page was not fetched." {
			t.Errorf("%v: %v", s.about, err)
		}
	}
}
