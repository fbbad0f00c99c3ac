package fetch

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
)

// archive answers like the availability API, and tells what it was asked.
func archive(t *testing.T, answer string) (c *Client, asked *url.Values) {
	t.Helper()
	asked = &url.Values{}
	server := serve(t, func(w http.ResponseWriter, r *http.Request) {
		*asked = r.URL.Query()
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, answer)
	})
	return open(Options{ArchiveAPI: server.URL + "/available?form=json"}), asked
}

func snapshot(available, address, timestamp, status string) string {
	return fmt.Sprintf(`{"url":"x","archived_snapshots":{"closest":{"available":%s,"url":%q,"timestamp":%q,"status":%s}}}`, available, address, timestamp, status)
}

const copied = "http://web.archive.org/web/20240102030405/http://example.org/a"

func TestTheNearestCopyIsFound(t *testing.T) {
	for _, status := range []string{`"200"`, `200`, `null`, `""`} {
		c, asked := archive(t, snapshot("true", copied, "20240102030405", status))
		got, err := c.Memento(t.Context(), "http://example.org/a?b=c&d#e", time.Date(2024, 1, 2, 1, 0, 0, 0, time.FixedZone("", 4*3600)))
		want := Memento{"https://web.archive.org/web/20240102030405/http://example.org/a", time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC)}
		if err != nil || got != want {
			t.Errorf("status %s: got %v, %v", status, got, err)
		}
		if asked.Get("url") != "http://example.org/a?b=c&d" || asked.Get("timestamp") != "20240101" || asked.Get("form") != "json" {
			t.Errorf("asked %v", asked)
		}
	}
	c, asked := archive(t, snapshot("true", "http://archive.example/a", "20240102030405", `"200"`))
	if got, err := c.Memento(t.Context(), "https://example.org/", time.Time{}); err != nil || got.URL != "http://archive.example/a" || asked.Has("timestamp") {
		t.Errorf("got %v, %v; asked %v", got, err, asked)
	}
}

func TestNoCopyIsNotFound(t *testing.T) {
	for _, answer := range []string{`{"archived_snapshots":{}}`, `{"archived_snapshots":[]}`, `{"archived_snapshots":{"closest":null}}`,
		snapshot("false", copied, "20240102030405", `"200"`), snapshot("true", copied, "20240102030405", `"404"`)} {
		c, _ := archive(t, answer)
		_, err := c.Memento(t.Context(), "https://example.org/", noon)
		if factcheck.KindOf(err) != factcheck.NotFound || err.Error() != "The Internet Archive has no copy of this address." {
			t.Errorf("%s: %v", answer, err)
		}
	}
}

func TestTheArchiveIsNotToldOfInnerAddresses(t *testing.T) {
	c, asked := archive(t, snapshot("true", copied, "20240102030405", `"200"`))
	for _, address := range []string{"http://intranet/a", "http://wiki.internal/", "http://10.0.0.1/", "http://[fd00::1]/", "http://0x7f.1/", "http://localhost:8080/"} {
		if _, err := c.Memento(t.Context(), address, noon); factcheck.KindOf(err) != factcheck.NotFound {
			t.Errorf("%s: %v", address, err)
		}
	}
	if len(*asked) > 0 {
		t.Errorf("it was asked %v", *asked)
	}
	_, err := c.Memento(t.Context(), "example.org", noon)
	if said := refusal(t, err, "url"); said != string(noWeb) {
		t.Errorf("got %v", err)
	}
}

func TestAnArchiveThatDoesNotAnswerIsSaidSo(t *testing.T) {
	for _, answer := range []string{"", "<html>", `{}`, `[]`, `{"archived_snapshots":"none"}`, snapshot("true", copied, "yesterday", "200"),
		snapshot("true", "javascript:alert(1)", "20240102030405", "200")} {
		c, _ := archive(t, answer)
		unreachable(t, c)
	}
	busy := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) })
	unreachable(t, open(Options{ArchiveAPI: busy.URL}))
	unreachable(t, New(Options{ArchiveAPI: busy.URL})) // which may not reach this machine
	busy.Close()
	unreachable(t, open(Options{ArchiveAPI: busy.URL}))
}

func unreachable(t *testing.T, c *Client) {
	t.Helper()
	_, err := c.Memento(t.Context(), "https://example.org/", noon)
	if said := refusal(t, err, "archived_url"); said != "The archive could not be reached; try later, or write the address by hand." {
		t.Errorf("got %q", said)
	}
}

func TestAnArchiveThatIsSwitchedOffIsNotAsked(t *testing.T) {
	_, err := New(Options{}).Memento(t.Context(), "https://example.org/", noon)
	if said := refusal(t, err, "archived_url"); !strings.HasPrefix(said, "Archived copies are not looked up here") {
		t.Errorf("got %q", said)
	}
}
