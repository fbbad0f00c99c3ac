package api_test

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
)

// page is a web page with the words of the brief.
const page = `<html lang="en"><head><title>Notes on the Seat</title></head><body><article><h1>Notes on the Seat</h1>` +
	`<p>` + quoted + ` and seeking to create some distance from the alliance.</p><p>It was so in spring.</p><img src="a.jpg" alt="A seat"></article></body></html>`

// website serves the page, and counts how often.
func website(t *testing.T) (address string, asked *atomic.Int32) {
	t.Helper()
	asked = &atomic.Int32{}
	mux := http.NewServeMux()
	mux.Handle("/moved", http.RedirectHandler("/page", http.StatusFound))
	mux.HandleFunc("/page", func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(page))
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL, asked
}

// form is a body with a file, and its type.
func form(t *testing.T, name, content string) (body, kind string) {
	t.Helper()
	var out bytes.Buffer
	w := multipart.NewWriter(&out)
	part, err := w.CreateFormFile("file", name)
	if err == nil {
		_, err = part.Write([]byte(content))
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.String(), w.FormDataContentType()
}

func TestASourceIsFetchedFromItsAddress(t *testing.T) {
	h := open(t)
	site, asked := website(t)
	sent := m{"fetch_url": site + "/moved", "publisher": "Institute"}
	made := h.ask("reporter", http.MethodPost, "sources", sent, "Idempotency-Key", "one").want(http.StatusCreated)
	if made.string("title") != "Notes on the Seat" || made.string("url") != site+"/page" || made.string("snapshot", "media_type") != "text/html; charset=utf-8" {
		t.Errorf("the source is %s", made.text)
	}
	if made.string("snapshot", "retrieval", "url") != site+"/moved" || made.string("snapshot", "retrieval", "final_url") != site+"/page" ||
		made.string("snapshot", "retrieval", "redirects", 0) != site+"/page" || made.string("snapshot", "lost", 0) == "" || made.string("snapshot", "retrieved_at") == "" {
		t.Errorf("the snapshot is %v", made.at("snapshot"))
	}
	again := h.ask("reporter", http.MethodPost, "sources", sent, "Idempotency-Key", "one").want(http.StatusCreated)
	if again.text != made.text || asked.Load() != 1 {
		t.Errorf("sent again it is %s; the page was fetched %d times", again.text, asked.Load())
	}
	h.ask("reporter", http.MethodPost, "sources", m{"fetch_url": site + "/lost"}).want(http.StatusUnprocessableEntity).names("fetch_url", "status 404")
	h.ask("reporter", http.MethodPost, "sources", m{"fetch_url": "http://10.0.0.1/"}).want(http.StatusUnprocessableEntity).names("fetch_url", "public web pages")
	h.ask("reporter", http.MethodPost, "sources", m{"fetch_url": site + "/page", "access": "protected", "public_description": "A letter."}).
		want(http.StatusUnprocessableEntity).names("fetch_url", "protected")
	h.ask("", http.MethodPost, "sources", m{"fetch_url": site + "/page"}).want(http.StatusUnauthorized)
	if list := h.ask("reporter", http.MethodGet, "sources", nil).want(http.StatusOK); list.at("items", 1) != nil || asked.Load() != 1 {
		t.Errorf("there are %s; the page was fetched %d times", list.text, asked.Load())
	}
}

func TestANewerCopyTellsWhatBecameOfTheQuotes(t *testing.T) {
	h := open(t)
	site, _ := website(t)
	h.ask("reporter", http.MethodPost, "sources", m{"text": brief}).want(http.StatusCreated)
	claim := h.claim("The seat is empty")
	for _, exact := range []string{quoted, "Nobody has been named for it."} {
		h.ask("reporter", http.MethodPost, path(claim, "/evidence"), m{"source_id": 1, "exact": exact, "stance": "refutes"}).want(http.StatusCreated)
	}
	if none := h.ask("reporter", http.MethodGet, "sources/1", nil).want(http.StatusOK); none.at("snapshot", "retrieval") != nil {
		t.Errorf("a text that was sent has the retrieval %v", none.at("snapshot", "retrieval"))
	}
	made := h.ask("reporter", http.MethodPost, "sources/1/snapshots", m{"fetch_url": site + "/page"}, "Idempotency-Key", "two").want(http.StatusCreated)
	if made.at("new") != true || made.int("snapshot", "id") != 2 || made.int("fates", "moved")+made.int("fates", "unchanged") != 1 ||
		made.int("fates", "altered")+made.int("fates", "gone") != 1 || made.string("title") != "Notes on the Seat" {
		t.Errorf("the newer copy is %s", made.text)
	}
	if again := h.ask("reporter", http.MethodPost, "sources/1/snapshots", m{"fetch_url": site + "/page"}, "Idempotency-Key", "two").want(http.StatusCreated); again.text != made.text {
		t.Errorf("sent again it is %s", again.text)
	}
	body, kind := form(t, "page.html", page)
	same := h.ask("reporter", http.MethodPost, "sources/1/snapshots/file", body, "Content-Type", kind).want(http.StatusCreated)
	if same.at("new") != false || same.int("snapshot", "id") != 2 {
		t.Errorf("the same once more is %s", same.text)
	}
	h.ask("reporter", http.MethodPost, "sources/1/snapshots", m{"html": page, "text": brief}).want(http.StatusUnprocessableEntity).names("html", "more than one")
	h.ask("reporter", http.MethodPost, "sources/1/snapshots", m{"title": "T", "text": brief}).want(http.StatusUnprocessableEntity).names("title", "no such field")
	h.ask("reporter", http.MethodPost, "sources/9/snapshots", m{"text": brief}).want(http.StatusNotFound)
	list := h.ask("reporter", http.MethodGet, "sources/1/snapshots", nil).want(http.StatusOK)
	if list.int("items", 0, "id") != 2 || list.int("items", 1, "id") != 1 || list.at("items", 2) != nil {
		t.Errorf("the copies are %s", list.text)
	}
}

func TestPassagesTellTheirPage(t *testing.T) {
	h := open(t)
	h.ask("reporter", http.MethodPost, "sources", m{"text": brief}).want(http.StatusCreated)
	if got := h.ask("reporter", http.MethodGet, "sources/1/passages", nil).want(http.StatusOK).at("items", 0, "label"); got != "" {
		t.Errorf("the label is %v", got)
	}
}
