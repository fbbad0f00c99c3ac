package site_test

import (
	"net/http"
	"strings"
	"testing"
)

func TestNoPublicPageSetsACookie(t *testing.T) {
	h := open(t)
	path := h.published("The seat is empty").Live.Path()
	for _, p := range []string{"/", "/fact-checks", path, path + "/history", "/evidence/1", "/evidence/1.json", "/topics", "/ratings", "/feed.xml", "/nothing"} {
		res := h.get(p)
		if res.Header.Get("Set-Cookie") != "" || strings.Contains(strings.Join(res.Header.Values("Vary"), ","), "Cookie") {
			t.Errorf("%s: Set-Cookie %q, Vary %q", p, res.Header.Get("Set-Cookie"), res.Header.Values("Vary"))
		}
	}
}

func TestWhoHoldsAnAnswerAsItIsGetsNoBody(t *testing.T) {
	h := open(t)
	path := h.published("The seat is empty").Live.Path()
	for _, p := range []string{"/", "/fact-checks", path, path + "/history", path + "/revisions/1", "/evidence/1", "/evidence/1.json", "/topics/armenia", "/ratings", "/feed.xml"} {
		first := h.get(p)
		tag, changed := first.Header.Get("ETag"), first.Header.Get("Last-Modified")
		if tag == "" || changed != "Thu, 14 Sep 2023 09:30:00 GMT" || !strings.HasPrefix(first.Header.Get("Cache-Control"), "public, max-age=") {
			t.Fatalf("%s: ETag %q, Last-Modified %q, Cache-Control %q", p, tag, changed, first.Header.Get("Cache-Control"))
		}
		strong := strings.TrimPrefix(tag, "W/")
		for _, held := range []string{tag, strong, `"other", ` + tag, strings.TrimSuffix(strong, `"`) + `-gzip"`} {
			res := h.get(p, "If-None-Match", held)
			if res.StatusCode != http.StatusNotModified || h.body(res) != "" || res.Header.Get("ETag") != tag {
				t.Errorf("%s with %s answers %d", p, held, res.StatusCode)
			}
		}
		if res := h.get(p, "If-None-Match", `"other"`, "If-Modified-Since", changed); res.StatusCode != http.StatusOK {
			t.Errorf("%s: a time was believed over a tag", p)
		}
		if res := h.get(p, "If-Modified-Since", changed); res.StatusCode != http.StatusNotModified {
			t.Errorf("%s with a time answers %d", p, res.StatusCode)
		}
	}
}

func TestAnythingThatChangesThePublicChangesTheTag(t *testing.T) {
	h := open(t)
	h.published("The first check")
	page, feed := h.get("/").Header.Get("ETag"), h.get("/feed.xml").Header.Get("ETag")
	if h.get("/").Header.Get("ETag") != page || h.get("/feed.xml").Header.Get("ETag") != feed {
		t.Error("a tag changed by itself")
	}
	h.now = h.now.Add(60e9)
	h.published("The second check")
	if h.get("/").Header.Get("ETag") == page || h.get("/feed.xml").Header.Get("ETag") == feed {
		t.Error("a new check left a tag as it was")
	}
}

func TestATagOfOnePageIsNotThatOfAnother(t *testing.T) {
	h := open(t)
	tag := h.get("/topics").Header.Get("ETag")
	if res := h.get("/fact-checks/nothing", "If-None-Match", tag); res.StatusCode != http.StatusNotFound {
		t.Errorf("a page that is not there answers %d", res.StatusCode)
	}
	if res := h.get("/fact-checks/nothing", "If-Modified-Since", "Fri, 01 Jan 2038 00:00:00 GMT"); res.StatusCode != http.StatusNotFound {
		t.Errorf("a page that is not there answers %d to a time", res.StatusCode)
	}
}

func TestAnErrorIsNotKept(t *testing.T) {
	h := open(t)
	if res := h.get("/fact-checks/nothing"); strings.Contains(res.Header.Get("Cache-Control"), "public") || res.Header.Get("ETag") != "" {
		t.Errorf("Cache-Control %q, ETag %q", res.Header.Get("Cache-Control"), res.Header.Get("ETag"))
	}
}

func TestAnswersArePackedForWhoAsks(t *testing.T) {
	h := open(t)
	path := h.published("The seat is empty").Live.Path()
	for _, p := range []string{path, "/feed.xml"} {
		plain, packed := h.get(p), h.get(p, "Accept-Encoding", "gzip")
		if packed.Header.Get("Content-Encoding") != "gzip" || packed.Header.Get("ETag") != plain.Header.Get("ETag") {
			t.Errorf("%s: Content-Encoding %q", p, packed.Header.Get("Content-Encoding"))
		}
		if !strings.Contains(strings.Join(packed.Header.Values("Vary"), ","), "Accept-Encoding") {
			t.Errorf("%s does not vary", p)
		}
		if res := h.get(p, "Accept-Encoding", "gzip", "If-None-Match", packed.Header.Get("ETag")); res.StatusCode != http.StatusNotModified {
			t.Errorf("%s: the packed form answers %d", p, res.StatusCode)
		}
	}
}
