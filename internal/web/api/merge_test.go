package api_test

import (
	"net/http"
	"testing"
)

func TestARepetitionIsMergedAndTakenOutAgain(t *testing.T) {
	h := open(t)
	first, second := h.claim("The seat is empty"), h.claim("Nobody sits in the seat")
	h.ask("reporter", http.MethodPost, path(second, "/merge"), m{"into": second}).want(http.StatusUnprocessableEntity).names("into", "")
	h.ask("reporter", http.MethodPost, path(second, "/merge"), m{}).want(http.StatusUnprocessableEntity).names("into", "")
	a := h.ask("reporter", http.MethodPost, path(second, "/merge"), m{"into": first}).want(http.StatusOK)
	if a.string("status") != "dropped" || a.int("merged_into") != first || a.string("drop_reason") != "duplicate" {
		t.Errorf("merged: %s", a.text)
	}
	a = h.ask("reporter", http.MethodGet, path(first, ""), nil).want(http.StatusOK)
	if a.string("repeats", 0, "said") != "Nobody sits in the seat" || a.int("repeats", 0, "from_claim") != second {
		t.Errorf("the claim that stays: %s", a.text)
	}
	h.ask("reporter", http.MethodPost, path(first, "/merge"), m{"into": second}).want(http.StatusConflict)
	a = h.ask("reporter", http.MethodPost, path(second, "/unmerge"), nil).want(http.StatusOK)
	if a.string("status") == "dropped" || a.string("drop_reason") != "" {
		t.Errorf("taken out again: %s", a.text)
	}
	h.ask("reporter", http.MethodPost, path(second, "/unmerge"), nil).want(http.StatusConflict)
}
