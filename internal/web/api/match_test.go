package api_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// matches asks which claims a text may repeat.
func (h *house) matches(text, more string) answer {
	h.t.Helper()
	return h.ask("reporter", http.MethodGet, "match?text="+url.QueryEscape(text)+more, nil)
}

func TestClaimsThatATextMayRepeatAreListed(t *testing.T) {
	h := open(t)
	bridge, ferry := h.claim("The bridge at Harwick stays closed for ten years"), h.claim("The ferry to Harwick burns oil")
	a := h.matches("#HarwickBridge closed?! https://t.co/x — Ivy (@ivy) May 2, 2023", "").want(http.StatusOK)
	score, _ := a.at("items", 0, "score").(float64)
	if a.int("items", 0, "id") != bridge || a.int("items", 1, "id") != ferry || a.string("items", 0, "kind") != "claim" || score <= 0 || score > 1 ||
		a.string("items", 0, "status") != "new" || a.at("items", 0, "url") != nil || a.at("items", 0, "rating") != nil ||
		a.string("items", 0, "text") != "The bridge at Harwick stays closed for ten years" || a.string("next_cursor") != "" {
		t.Errorf("found: %s", a.text)
	}
	if a := h.matches("Harwick", "&limit=1").want(http.StatusOK); a.at("items", 0) == nil || a.at("items", 1) != nil {
		t.Errorf("limited: %s", a.text)
	}
	if a := h.matches("Zirkonfalter", "").want(http.StatusOK); !strings.Contains(a.text, `"items":[]`) {
		t.Errorf("nothing like it: %s", a.text)
	}
	if a := h.matches(strings.Repeat("ա ", 4_990)+"bridge", "").want(http.StatusOK); a.int("items", 0, "id") != bridge {
		t.Errorf("a long text: %s", a.text)
	}
}

func TestWhatCannotBeMatchedIsRefused(t *testing.T) {
	h := open(t)
	for query, field := range map[string]string{
		"": "text", "?text=": "text", "?text=+%0a": "text", "?text=%ff": "text", "?text=" + strings.Repeat("a", 10_001): "text",
		"?text=a&limit=0": "limit", "?text=a&limit=201": "limit", "?text=a&limit=x": "limit",
	} {
		h.ask("reporter", http.MethodGet, "match"+query, nil).want(http.StatusUnprocessableEntity).names(field, "")
	}
	h.ask("", http.MethodGet, "match?text=bridge", nil).want(http.StatusUnauthorized)
}
