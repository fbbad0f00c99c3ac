package api_test

import (
	"net/http"
	"strings"
	"testing"
)

func TestWhatIsPublishedIsForEverybody(t *testing.T) {
	h := open(t)
	h.claim("A draft that nobody may see")
	id := h.public()
	list := h.ask("", http.MethodGet, "fact-checks", nil).want(http.StatusOK)
	if list.int("items", 0, "id") != id || list.at("items", 1) != nil || list.at("items", 0, "body_html") != nil || list.at("items", 0, "evidence") != nil {
		t.Fatalf("the list: %s", list.text)
	}
	slug := list.string("items", 0, "slug")
	check := h.ask("", http.MethodGet, "fact-checks/"+slug, nil).want(http.StatusOK)
	if check.string("claim", "text") != "Armenia is leaving the CSTO" || check.at("claim", "claimant") != nil || check.string("rating", "label") != "Misinterpreted" ||
		check.int("rating", "value") != 2 || check.string("evidence", 0, "exact") != quoted || !strings.Contains(check.string("body_html"), `href="#evidence-1"`) ||
		check.int("revision") != 1 || check.string("url") != "http://127.0.0.1:8080/fact-checks/"+slug {
		t.Errorf("the check: %s", check.text)
	}
	if check.header.Get("Access-Control-Allow-Origin") != "*" || check.header.Get("Set-Cookie") != "" {
		t.Errorf("headers: %v", check.header)
	}
	same := h.ask("", http.MethodGet, "fact-checks/"+slug, nil, "If-None-Match", check.header.Get("ETag"))
	if same.status != http.StatusNotModified || same.text != "" {
		t.Errorf("not 304: %d %s", same.status, same.text)
	}
	h.put("editor", id, "/article", m{"headline": "Another", "summary": "It has not resigned.", "body": "It is freezing its membership [1]."}).want(http.StatusOK)
	h.ask("", http.MethodGet, "fact-checks/"+slug, nil, "If-None-Match", check.header.Get("ETag")).want(http.StatusNotModified)
	h.ask("editor", http.MethodPost, path(id, "/publish"), m{"class": "minor"}).want(http.StatusOK)
	changed := h.ask("", http.MethodGet, "fact-checks/"+slug, nil, "If-None-Match", check.header.Get("ETag")).want(http.StatusOK)
	if changed.string("headline") != "Another" {
		t.Errorf("changed: %s", changed.text)
	}
	all := h.ask("", http.MethodGet, "fact-checks/"+slug+"/revisions", nil).want(http.StatusOK)
	if all.int("items", 0, "revision") != 2 || all.string("items", 0, "class") != "minor" || all.string("items", 1, "headline") != written["headline"] {
		t.Errorf("revisions: %s", all.text)
	}
	for query, found := range map[string]bool{"q=leaving": true, "rating=misinterpreted": true, "rating=true": false, "topic=none": false} {
		a := h.ask("", http.MethodGet, "fact-checks?"+query, nil).want(http.StatusOK)
		if (a.at("items", 0) != nil) != found {
			t.Errorf("%s: %s", query, a.text)
		}
	}
	if asked := h.ask("", http.MethodOptions, "fact-checks/"+slug, nil, "Origin", "https://other.example"); asked.status != http.StatusNoContent || asked.header.Get("Access-Control-Allow-Headers") == "" {
		t.Errorf("preflight: %d %v", asked.status, asked.header)
	}
}

func TestAPrivatePersonHasNoName(t *testing.T) {
	h := open(t)
	id := h.ready()
	patch := m{"claimant": m{"name": "Lusine Sarkisian", "kind": "private-person"}}
	h.ask("reporter", http.MethodPatch, path(id, ""), patch, "If-Match", h.version(id)).want(http.StatusOK)
	h.act("reporter", id, "submit").want(http.StatusOK)
	h.act("editor", id, "approve").want(http.StatusOK)
	done := h.ask("editor", http.MethodPost, path(id, "/publish"), nil).want(http.StatusOK)
	check := h.ask("", http.MethodGet, "fact-checks/"+done.string("live", "slug"), nil).want(http.StatusOK)
	if strings.Contains(check.text, "Lusine") || check.string("claim", "claimant", "name") != "a social media user" {
		t.Errorf("the check: %s", check.text)
	}
}

func TestTheDescriptionHoldsEveryCall(t *testing.T) {
	h := open(t)
	spec := h.ask("", http.MethodGet, "openapi.json", nil).want(http.StatusOK)
	if !strings.HasPrefix(spec.string("openapi"), "3.1") || spec.string("servers", 0, "url") != "http://127.0.0.1:8080/api/v1" {
		t.Errorf("not OpenAPI 3.1 under our address: %.200s", spec.text)
	}
	for _, call := range []string{"post /sources", "post /sources/file", "get /sources", "get /sources/{id}", "get /sources/{id}/text", "get /sources/{id}/passages",
		"post /claims", "get /claims", "get /claims/{id}", "patch /claims/{id}", "post /claims/{id}/evidence", "delete /claims/{id}/evidence/{evidence_id}",
		"put /claims/{id}/verdict", "put /claims/{id}/article", "get /claims/{id}/gate", "post /claims/{id}/submit", "post /claims/{id}/agree",
		"post /claims/{id}/approve", "post /claims/{id}/return", "post /claims/{id}/publish", "post /claims/{id}/drop", "post /claims/{id}/reopen",
		"get /match", "get /fact-checks", "get /fact-checks/{slug}", "get /fact-checks/{slug}/revisions"} {
		method, path, _ := strings.Cut(call, " ")
		if spec.string("paths", path, method, "operationId") == "" {
			t.Errorf("%s is not described", call)
		}
		if spec.at("paths", path, method, "responses", "default", "content", "application/problem+json") == nil {
			t.Errorf("%s does not describe its errors", call)
		}
	}
	if strings.Contains(spec.text, "$schema") || strings.Contains(spec.text, `"Error`) {
		t.Error("something of huma's own is left in")
	}
}
