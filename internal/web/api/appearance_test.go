package api_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

const posted = "They say:\r\nThe seat “is empty” – for good."

func TestAPostIsKeptAndItsWordsAreFound(t *testing.T) {
	h := open(t)
	seen := m{"outlet": "A channel", "url": "https://channel.example/1", "said": "The seat “is  empty”", "text": posted, "plain": true}
	a := h.ask("reporter", http.MethodPost, "claims", m{"text": "The seat is empty", "appearances": []m{seen}}).want(http.StatusCreated)
	id, kept := a.int("id"), a.at("appearances", 0).(m)
	if a.int("appearances", 0, "capture", "id") != a.int("appearances", 0, "capture_id") || len(a.string("appearances", 0, "capture", "text_sha256")) != 64 ||
		a.string("appearances", 0, "capture", "captured_at") == "" || kept["plain"] != true {
		t.Errorf("kept %s", a.text)
	}
	if a.int("appearances", 0, "found", "start") != 10 || a.int("appearances", 0, "found", "end") != 29 || a.string("appearances", 0, "found", "exact") != "The seat “is empty”" {
		t.Errorf("found %s", a.text)
	}
	if strings.Contains(a.text, "for good") {
		t.Error("the text of the post is answered")
	}
	patch := func(body m) answer {
		return h.ask("reporter", http.MethodPatch, path(id, ""), body, "If-Match", h.version(id))
	}
	for name, body := range map[string]m{"sent back as answered": {"appearances": []any{m{"outlet": "Before"}, kept}}, "not named": {"language": "hy"}} {
		if got := patch(body).want(http.StatusOK); !strings.Contains(got.text, kept["capture"].(m)["text_sha256"].(string)) || !strings.Contains(got.text, `"found"`) {
			t.Errorf("%s: %s", name, got.text)
		}
	}
	refused := patch(m{"appearances": []m{{"outlet": "A channel", "said": `The seat "is empty"`, "capture_id": kept["capture_id"]}}}).
		want(http.StatusUnprocessableEntity).names("appearances.0.said", "not in the text of the post")
	if refused.string("offers", 0, "exact") != "The seat “is empty”" || refused.string("offers", 0, "differs", 0) == "" || refused.at("offers", 0, "diff", 0) == nil {
		t.Errorf("refused with %s", refused.text)
	}
	patch(m{"appearances": []m{{"outlet": "A channel", "capture_id": 99}}}).want(http.StatusUnprocessableEntity).names("appearances.0.capture_id", "no copy")
}

func TestAQuoteWithOtherSignsIsOffered(t *testing.T) {
	h := open(t)
	source := h.ask("reporter", http.MethodPost, "sources", m{"title": "Notes", "text": "He said: “the seat is empty” – twice.\n\nIt’s gone."}).want(http.StatusCreated).int("id")
	id := h.claim("The seat is empty")
	sent := m{"source_id": source, "exact": `"the seat is empty" - twice`, "stance": "refutes"}
	a := h.ask("reporter", http.MethodPost, path(id, "/evidence"), sent).want(http.StatusUnprocessableEntity).names("exact", "as it has them")
	offer := a.at("offers", 0).(m)
	if offer["exact"] != "“the seat is empty” – twice" || fmt.Sprint(offer["differs"]) != "[quote marks dashes]" {
		t.Errorf("offered %v", offer)
	}
	sent["exact"], sent["start"], sent["end"] = offer["exact"], offer["start"], offer["end"]
	h.ask("reporter", http.MethodPost, path(id, "/evidence"), sent).want(http.StatusCreated)
}

func TestArchivedCopiesAreLookedUp(t *testing.T) {
	asked := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked++
		fmt.Fprintf(w, `{"archived_snapshots":{"closest":{"available":true,"url":"http://web.archive.org/web/1/%s","timestamp":"20230906070809","status":"200"}}}`, r.URL.Query().Get("url"))
	}))
	defer server.Close()
	h := openBeside(t, server.URL)
	source := h.ask("reporter", http.MethodPost, "sources", m{"title": "Notes", "url": "https://example.org/notes", "text": brief}).want(http.StatusCreated)
	at := "sources/" + number(source.int("id")) + "/archived"
	h.ask("reporter", http.MethodPost, at, nil, "If-Match", `"9"`).want(http.StatusConflict)
	for range 2 { // the same call is done once
		a := h.ask("reporter", http.MethodPost, at, nil, "Idempotency-Key", "look", "If-Match", `"1"`).want(http.StatusOK)
		if a.string("archived_url") != "https://web.archive.org/web/1/https://example.org/notes" || a.header.Get("ETag") != `"2"` {
			t.Errorf("found %s", a.text)
		}
	}
	h.ask("reporter", http.MethodPost, at, nil).want(http.StatusConflict)
	id := h.ask("reporter", http.MethodPost, "claims", m{"text": "The seat is empty", "appearances": []m{{"outlet": "First"}, {"url": "https://channel.example/1"}}}).
		want(http.StatusCreated).int("id")
	h.ask("reporter", http.MethodPost, path(id, "/appearances/1/archived"), nil).want(http.StatusUnprocessableEntity).names("url", "no address")
	h.ask("reporter", http.MethodPost, path(id, "/appearances/3/archived"), nil).want(http.StatusNotFound)
	a := h.ask("reporter", http.MethodPost, path(id, "/appearances/2/archived"), nil, "If-Match", h.version(id)).want(http.StatusOK)
	if a.string("appearances", 1, "archived_url") != "https://web.archive.org/web/1/https://channel.example/1" || asked != 2 {
		t.Errorf("asked %d times: %s", asked, a.text)
	}
	off := open(t)
	none := off.ask("reporter", http.MethodPost, "sources", m{"title": "Notes", "url": "https://example.org/notes", "text": brief}).int("id")
	off.ask("reporter", http.MethodPost, "sources/"+number(none)+"/archived", nil).want(http.StatusUnprocessableEntity).names("archived_url", "by hand")
}
