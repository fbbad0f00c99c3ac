package api_test

import (
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"
)

// ranked asks for passages that bear on something.
func (h *house) ranked(source int64, query string) answer {
	h.t.Helper()
	return h.ask("reporter", http.MethodGet, fmt.Sprintf("sources/%d/passages%s", source, query), nil)
}

func TestPassagesAreRankedForAClaimOrForWords(t *testing.T) {
	h := open(t)
	source, claim := h.source(), h.claim("Armenia froze its membership of the CSTO")
	for _, query := range []string{fmt.Sprintf("?claim_id=%d", claim), "?q=Armenia+froze+its+membership+of+the+CSTO", "?q=frozen+memberships&claim_id="} {
		a := h.ranked(source, query).want(http.StatusOK)
		if score, _ := a.at("items", 0, "score").(float64); a.int("items", 0, "number") != 2 || score <= 0 ||
			!strings.HasPrefix(a.string("items", 0, "text"), quoted) || a.int("items", 0, "start") != 19 || a.int("items", 0, "end") <= 19 || a.at("items", 0, "label") != "" {
			t.Errorf("%s: %s", query, a.text)
		}
	}
	if a := h.ranked(source, "?q=The+seat+is+empty&limit=1").want(http.StatusOK); a.int("items", 0, "number") == 0 || a.at("items", 1) != nil || a.string("next_cursor") != "" {
		t.Errorf("limited: %s", a.text)
	}
	if a := h.ranked(source, "?q=Zirkonfalter").want(http.StatusOK); a.at("items", 0) != nil || !strings.Contains(a.text, `"items":[]`) {
		t.Errorf("nothing bears: %s", a.text)
	}
	for _, query := range []string{"", "?q=", "?limit=2"} {
		all := h.ranked(source, query).want(http.StatusOK)
		if score, shown := all.at("items", 0).(map[string]any)["score"]; all.int("items", 3, "number") != 4 || !shown || score != nil {
			t.Errorf("%q, where nothing is asked: %s", query, all.text)
		}
	}
}

func TestWhatPassagesCannotBeRankedByIsRefused(t *testing.T) {
	h := open(t)
	source, claim := h.source(), h.claim("The seat is empty")
	for query, field := range map[string]string{
		fmt.Sprintf("?claim_id=%d&q=seat", claim): "q", "?claim_id=999": "claim_id", "?claim_id=x": "claim_id", "?claim_id=-1": "claim_id",
		"?claim_id=9223372036854775808": "claim_id", "?q=%ff": "q", "?q=" + strings.Repeat("a", 1_001): "q", "?q=a&limit=0": "limit", "?q=a&limit=201": "limit",
	} {
		h.ranked(source, query).want(http.StatusUnprocessableEntity).names(field, "")
	}
	for _, query := range []string{"", "?q=seat", fmt.Sprintf("?claim_id=%d", claim), "?claim_id=999"} {
		h.ranked(999, query).want(http.StatusNotFound)
	}
	h.ask("", http.MethodGet, fmt.Sprintf("sources/%d/passages?q=seat", source), nil).want(http.StatusUnauthorized)
}

func TestTheBriefsPassageOnTheEnvoyIsAmongTheFirstThree(t *testing.T) {
	if os.Getenv("CLAIMDESK_TEST_BRIEF") == "" {
		t.Skip("CLAIMDESK_TEST_BRIEF names no file")
	}
	h := open(t)
	source := h.ask("reporter", http.MethodPost, "sources", m{"title": "The brief", "text": realBrief(t)}).want(http.StatusCreated).int("id")
	const words = "Armenia recalled its CSTO envoy in protest"
	for _, query := range []string{"?limit=3&q=" + url.QueryEscape(words), fmt.Sprintf("?limit=3&claim_id=%d", h.claim(words))} {
		a := h.ranked(source, query).want(http.StatusOK)
		if first := a.string("items", 0, "text") + a.string("items", 1, "text") + a.string("items", 2, "text"); !strings.Contains(first, "recalled its representative") {
			t.Errorf("%s: %s", query, a.text)
		}
	}
}
