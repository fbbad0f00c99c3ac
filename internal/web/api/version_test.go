package api_test

import (
	"fmt"
	"net/http"
	"testing"
)

func TestAStaleVersionGivesTheClaimAsItIs(t *testing.T) {
	h := open(t)
	id := h.claim("The seat is empty")
	seen := h.version(id)
	patched := h.ask("editor", http.MethodPatch, path(id, ""), m{"text": "The seat stands empty"}, "If-Match", seen).want(http.StatusOK)
	if patched.header.Get("ETag") == seen || patched.string("text") != "The seat stands empty" {
		t.Errorf("patched: %v %s", patched.header, patched.text)
	}
	for name, a := range map[string]answer{
		"patch":    h.ask("reporter", http.MethodPatch, path(id, ""), m{"text": "Mine"}, "If-Match", seen),
		"verdict":  h.ask("reporter", http.MethodPut, path(id, "/verdict"), misread, "If-Match", seen),
		"article":  h.ask("reporter", http.MethodPut, path(id, "/article"), written, "If-Match", seen),
		"an act":   h.ask("editor", http.MethodPost, path(id, "/drop"), m{"reason": "opinion"}, "If-Match", seen),
		"evidence": h.ask("reporter", http.MethodPost, path(id, "/evidence"), m{"source_id": h.source(), "exact": quoted, "stance": "refutes"}, "If-Match", seen),
	} {
		a.call = name
		a.want(http.StatusConflict)
		if a.string("current", "text") != "The seat stands empty" || a.int("current", "version") != patched.int("version") {
			t.Errorf("%s: not the claim as it is: %s", name, a.text)
		}
	}
	for _, typed := range []string{"7", `"x"`, `"0"`, "*", `"1", "2"`} {
		h.ask("editor", http.MethodPatch, path(id, ""), m{}, "If-Match", typed).want(http.StatusUnprocessableEntity).names("If-Match", "")
	}
}

func TestAPatchChangesWhatItNames(t *testing.T) {
	h := open(t)
	id := h.ask("reporter", http.MethodPost, "claims", m{"text": "The seat is empty", "said_on": "2023-09-14", "topics": []string{"CSTO"},
		"claimant":    m{"name": "A Party", "kind": "organisation", "same_as": []string{"https://example.org/party"}},
		"appearances": []m{{"outlet": "A paper"}}}).want(http.StatusCreated).int("id")
	patch := func(body any, media string) answer {
		return h.ask("reporter", http.MethodPatch, path(id, ""), body, "If-Match", h.version(id), "Content-Type", media).want(http.StatusOK)
	}
	a := patch(m{"said_on": nil, "claimant": m{"name": "Another Party"}}, "application/merge-patch+json")
	if a.string("said_on") != "" || a.string("claimant", "name") != "Another Party" || a.string("claimant", "same_as", 0) == "" ||
		a.string("topics", 0) != "CSTO" || a.string("appearances", 0, "outlet") != "A paper" || a.string("text") != "The seat is empty" {
		t.Errorf("patched: %s", a.text)
	}
	a = patch(m{"claimant": nil, "topics": []string{}, "appearances": nil}, "application/json")
	if a.at("claimant") != nil || a.at("topics", 0) != nil || a.at("appearances", 0) != nil {
		t.Errorf("taken away: %s", a.text)
	}
	h.ask("reporter", http.MethodPatch, path(id, ""), m{"text": nil}, "If-Match", h.version(id)).want(http.StatusUnprocessableEntity).names("text", "missing")
	h.ask("reporter", http.MethodPatch, path(id, ""), m{"status": "published"}, "If-Match", h.version(id)).want(http.StatusUnprocessableEntity).names("status", "no such field")
}

func TestTheSameKeyIsDoneOnce(t *testing.T) {
	h := open(t)
	key := []string{"Idempotency-Key", "first"}
	once := h.ask("reporter", http.MethodPost, "claims", m{"text": "The seat is empty"}, key...).want(http.StatusCreated)
	again := h.ask("reporter", http.MethodPost, "claims", m{"text": "The seat is empty"}, key...).want(http.StatusCreated)
	if again.text != once.text || again.header.Get("ETag") != once.header.Get("ETag") || again.header.Get("Location") != once.header.Get("Location") {
		t.Errorf("the answers differ:\n%s\n%s", once.text, again.text)
	}
	h.ask("reporter", http.MethodPost, "claims", m{"text": "Another"}, key...).want(http.StatusUnprocessableEntity).names("Idempotency-Key", "")
	if other := h.ask("editor", http.MethodPost, "claims", m{"text": "The seat is empty"}, key...).want(http.StatusCreated); other.int("id") == once.int("id") {
		t.Error("one person got the answer to another's call")
	}
	body := m{"source_id": h.source(), "exact": quoted, "stance": "refutes"}
	piece := h.ask("reporter", http.MethodPost, path(once.int("id"), "/evidence"), body, "Idempotency-Key", "second").want(http.StatusCreated)
	if same := h.ask("reporter", http.MethodPost, path(once.int("id"), "/evidence"), body, "Idempotency-Key", "second").want(http.StatusCreated); same.text != piece.text {
		t.Errorf("the answers differ:\n%s\n%s", piece.text, same.text)
	}
	ready := h.ready()
	sent := h.ask("reporter", http.MethodPost, path(ready, "/submit"), nil, "Idempotency-Key", "third").want(http.StatusOK)
	if same := h.ask("reporter", http.MethodPost, path(ready, "/submit"), nil, "Idempotency-Key", "third").want(http.StatusOK); same.text != sent.text {
		t.Errorf("the answers differ:\n%s\n%s", sent.text, same.text)
	}
	h.ask("reporter", http.MethodPost, path(ready, "/submit"), nil).want(http.StatusConflict)
}

func TestListsGoOnWhereTheyStopped(t *testing.T) {
	h := open(t)
	for _, text := range []string{"One", "Two", "Three"} {
		h.claim(text)
	}
	var seen []string
	cursor := ""
	for range 3 {
		a := h.ask("reporter", http.MethodGet, "claims?limit=2&cursor="+cursor, nil).want(http.StatusOK)
		items, _ := a.at("items").([]any)
		for i := range items {
			seen = append(seen, a.string("items", i, "text"))
		}
		if cursor = a.string("next_cursor"); cursor == "" {
			break
		}
	}
	if len(seen) != 3 || cursor != "" {
		t.Errorf("seen %q, then %q", seen, cursor)
	}
	h.source()
	if a := h.ask("reporter", http.MethodGet, "sources?q=notes", nil).want(http.StatusOK); a.string("items", 0, "title") != "Notes on the Seat" {
		t.Errorf("sources: %s", a.text)
	}
	if a := h.ask("reporter", http.MethodGet, "claims?status=new&q=three&assignee=none", nil).want(http.StatusOK); a.string("items", 0, "text") != "Three" || a.at("items", 1) != nil {
		t.Errorf("filtered: %s", a.text)
	}
	if a := h.ask("reporter", http.MethodGet, "claims?assignee=me", nil).want(http.StatusOK); a.at("items", 0) != nil {
		t.Errorf("mine: %s", a.text)
	}
}

func TestSeveralMatchesAreListed(t *testing.T) {
	h := open(t)
	source, claim := h.source(), h.claim("The seat is taken")
	body := m{"source_id": source, "exact": "The seat is empty.", "stance": "refutes"}
	several := h.ask("reporter", http.MethodPost, path(claim, "/evidence"), body).want(http.StatusUnprocessableEntity)
	if several.int("matches", 1, "start") == 0 || several.string("matches", 1, "suffix") == "" {
		t.Errorf("no places: %s", several.text)
	}
	body["suffix"] = " It was so in spring."
	piece := h.ask("reporter", http.MethodPost, path(claim, "/evidence"), body).want(http.StatusCreated)
	if piece.int("start") != several.int("matches", 1, "start") {
		t.Errorf("the other place: %s", piece.text)
	}
	h.ask("reporter", http.MethodDelete, path(claim, fmt.Sprintf("/evidence/%d", piece.int("id"))), nil).want(http.StatusNoContent)
	if a := h.ask("reporter", http.MethodGet, path(claim, ""), nil).want(http.StatusOK); a.at("evidence", 0) != nil {
		t.Errorf("still there: %s", a.text)
	}
}
