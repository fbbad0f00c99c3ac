package api_test

import (
	"net/http"
	"testing"
)

func TestAPlanIsSavedByItselfAndLeavesTheStatus(t *testing.T) {
	h := open(t)
	id := h.claim("The seat is empty")
	patch := func(body m) answer {
		return h.ask("reporter", http.MethodPatch, path(id, ""), body, "If-Match", h.version(id))
	}
	a := patch(m{"due_on": "2023-09-15", "reach": 2, "harm": 3}).want(http.StatusOK)
	if a.string("due_on") != "2023-09-15" || a.int("reach") != 2 || a.int("harm") != 3 || a.string("review_by") != "" || a.string("status") != "new" {
		t.Errorf("planned: %s", a.text)
	}
	a = patch(m{"harm": nil, "review_by": "2024-01-01"}).want(http.StatusOK)
	if a.string("due_on") != "2023-09-15" || a.int("reach") != 2 || a.int("harm") != 0 || a.string("review_by") != "2024-01-01" {
		t.Errorf("planned anew: %s", a.text)
	}
	patch(m{"due_on": "2023-09-16", "text": "Another"}).want(http.StatusUnprocessableEntity).names("due_on", "by itself")
	patch(m{"due_on": "soon"}).want(http.StatusUnprocessableEntity).names("due_on", "year-month-day")
	patch(m{"reach": 4}).want(http.StatusUnprocessableEntity)
	h.ask("reporter", http.MethodPatch, path(id, ""), m{"reach": 1}, "If-Match", `"1"`).want(http.StatusConflict)
}

func TestTheListOfClaimsIsSorted(t *testing.T) {
	h := open(t)
	for _, text := range []string{"Beta", "Alpha", "Gamma"} {
		h.ask("reporter", http.MethodPost, "claims", m{"text": text}).want(http.StatusCreated)
	}
	a := h.ask("reporter", http.MethodGet, "claims?sort=text&limit=2", nil).want(http.StatusOK)
	if a.string("items", 0, "text") != "Alpha" || a.string("items", 1, "text") != "Beta" {
		t.Errorf("sorted: %s", a.text)
	}
	next := a.string("next_cursor")
	a = h.ask("reporter", http.MethodGet, "claims?sort=text&cursor="+next, nil).want(http.StatusOK)
	if a.string("items", 0, "text") != "Gamma" {
		t.Errorf("the next page: %s", a.text)
	}
	h.ask("reporter", http.MethodGet, "claims?sort=-text&cursor="+next, nil).want(http.StatusUnprocessableEntity).names("cursor", "another order")
	h.ask("reporter", http.MethodGet, "claims?sort=colour", nil).want(http.StatusUnprocessableEntity).names("sort", "priority")
	h.ask("reporter", http.MethodGet, "claims?due=never", nil).want(http.StatusUnprocessableEntity).names("due", "week")
}
