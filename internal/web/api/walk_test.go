package api_test

import (
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"
)

// realBrief is the brief that the environment names, or our own.
func realBrief(t *testing.T) string {
	name := os.Getenv("CLAIMDESK_TEST_BRIEF")
	if name == "" {
		return brief
	}
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestTheMainJobFromBriefToFeed(t *testing.T) {
	h := open(t)
	source := h.ask("reporter", http.MethodPost, "sources", m{"text": realBrief(t), "publisher": "RCDS"}).want(http.StatusCreated)
	if source.string("title") == "" || source.int("snapshot", "passages") < 3 || len(source.string("snapshot", "text_sha256")) != 64 {
		t.Errorf("the source: %s", source.text)
	}
	claim := h.ask("reporter", http.MethodPost, "claims", m{"text": "Armenia is leaving the CSTO"}).want(http.StatusCreated)
	if claim.string("status") != "new" || claim.at("verdict") != nil || claim.at("article") != nil || claim.at("live") != nil || claim.at("claimant") != nil {
		t.Errorf("the claim: %s", claim.text)
	}
	id := claim.int("id")
	piece := h.ask("reporter", http.MethodPost, path(id, "/evidence"), m{"source_id": source.int("id"), "exact": quoted, "stance": "refutes"}).want(http.StatusCreated)
	if piece.string("exact") != quoted || piece.int("end")-piece.int("start") != int64(len(quoted)) || piece.string("spans", 0, "exact") != quoted {
		t.Errorf("the evidence: %s", piece.text)
	}
	refused := h.ask("reporter", http.MethodPost, path(id, "/evidence"),
		m{"source_id": source.int("id"), "exact": "Armenia is formally withdrawing from the CSTO", "stance": "refutes"}).want(http.StatusUnprocessableEntity)
	refused.names("exact", "")
	if !strings.HasPrefix(refused.string("nearest", "text"), quoted) || refused.int("nearest", "passage") == 0 || refused.at("diff", 0, "op") == nil {
		t.Errorf("the refusal does not show the nearest passage: %s", refused.text)
	}
	h.put("reporter", id, "/verdict", misread).want(http.StatusOK)
	h.put("reporter", id, "/article", written).want(http.StatusOK)
	if g := h.ask("reporter", http.MethodGet, path(id, "/gate"), nil).want(http.StatusOK); g.at("ready_to_send") != true || g.at("ready_to_publish") != false {
		t.Errorf("the gate: %s", g.text)
	}
	if a := h.act("reporter", id, "submit").want(http.StatusOK); a.string("status") != "in-review" {
		t.Errorf("submitted: %s", a.text)
	}
	if a := h.act("editor", id, "approve").want(http.StatusOK); a.string("status") != "approved" {
		t.Errorf("approved: %s", a.text)
	}
	done := h.ask("editor", http.MethodPost, path(id, "/publish"), nil).want(http.StatusOK)
	if done.int("revision") != 1 || done.string("url") == "" || done.string("url") != done.string("live", "url") {
		t.Fatalf("published: %s", done.text)
	}
	address, err := url.Parse(done.string("url"))
	if err != nil {
		t.Fatal(err)
	}
	page := h.ask("", http.MethodGet, address.Path, nil).want(http.StatusOK)
	for _, part := range []string{"Armenia is leaving the CSTO", "Misinterpreted", quoted, "application/ld+json"} {
		if !strings.Contains(page.text, part) {
			t.Errorf("%q is not on the page", part)
		}
	}
	if feed := h.ask("", http.MethodGet, "/feed.xml", nil).want(http.StatusOK); strings.Count(feed.text, "<item>") != 1 {
		t.Errorf("the feed: %s", feed.text)
	}
}

func TestASourceComesInFromAFile(t *testing.T) {
	h := open(t)
	form := "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"seat.md\"\r\n\r\n# The seat\n\nIt is **empty**.\r\n" +
		"--b\r\nContent-Disposition: form-data; name=\"authors\"\r\n\r\nAnna Weber\r\n--b\r\nContent-Disposition: form-data; name=\"authors\"\r\n\r\nJonas Lind\r\n--b--\r\n"
	multipart := []string{"Content-Type", "multipart/form-data; boundary=b"}
	source := h.ask("reporter", http.MethodPost, "sources/file", form, multipart...).want(http.StatusCreated)
	if source.string("title") != "The seat" || source.string("authors", 1) != "Jonas Lind" || source.header.Get("ETag") != `"1"` {
		t.Errorf("the source: %s", source.text)
	}
	at := strings.TrimPrefix(source.header.Get("Location"), "http://127.0.0.1:8080")
	if text := h.ask("reporter", http.MethodGet, at+"/text", nil).want(http.StatusOK); text.text != "The seat\n\nIt is empty." || text.header.Get("Content-Type") != "text/plain; charset=utf-8" {
		t.Errorf("the text: %q", text.text)
	}
	if list := h.ask("reporter", http.MethodGet, at+"/passages", nil).want(http.StatusOK); list.string("items", 1, "text") != "It is empty." || list.int("items", 1, "start") != 10 {
		t.Errorf("the passages: %s", list.text)
	}
	h.ask("reporter", http.MethodPost, "sources/file", strings.Replace(form, `"authors"`, `"autor"`, 1), multipart...).
		want(http.StatusUnprocessableEntity).names("autor", "no such field")
	h.ask("reporter", http.MethodPost, "sources/file", strings.Replace(form, "seat.md", "seat.pdf", 1), multipart...).
		want(http.StatusUnprocessableEntity).names("file", "seat.pdf is no PDF")
	h.ask("reporter", http.MethodPost, "sources/file", "--b--\r\n", multipart...).want(http.StatusUnprocessableEntity).names("file", "")
	h.ask("reporter", http.MethodPost, "sources/file", m{}).want(http.StatusUnsupportedMediaType)
}

func TestWhatIsDroppedCanBeTakenUpAgain(t *testing.T) {
	h := open(t)
	id := h.claim("The seat is empty")
	h.ask("editor", http.MethodPost, path(id, "/drop"), m{"reason": "whim"}).want(http.StatusUnprocessableEntity).names("reason", "")
	if a := h.ask("editor", http.MethodPost, path(id, "/drop"), m{"reason": "opinion", "note": "So it is."}).want(http.StatusOK); a.string("status") != "dropped" || a.string("drop_reason") != "opinion" {
		t.Errorf("dropped: %s", a.text)
	}
	h.act("reporter", id, "submit").want(http.StatusConflict)
	if a := h.act("editor", id, "reopen").want(http.StatusOK); a.string("status") != "new" {
		t.Errorf("reopened: %s", a.text)
	}
}
