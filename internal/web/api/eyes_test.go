package api_test

import (
	"net/http"
	"strings"
	"testing"
)

func TestNobodyApprovesTheirOwnWork(t *testing.T) {
	h := open(t)
	id := h.ready()
	h.act("reporter", id, "submit").want(http.StatusOK)
	h.act("reporter", id, "approve").want(http.StatusForbidden)
	h.act("editor", id, "return").want(http.StatusOK)
	h.act("editor", id, "submit").want(http.StatusOK)
	own := h.act("editor", id, "approve").want(http.StatusForbidden)
	if !strings.Contains(own.string("detail"), " ") {
		t.Errorf("no reason: %s", own.text)
	}
	h.act("second", id, "approve").want(http.StatusOK)
}

func TestARatingThatTheApproverChangesNeedsTheOthersAgreement(t *testing.T) {
	h := open(t)
	id := h.ready()
	h.act("reporter", id, "submit").want(http.StatusOK)
	h.put("editor", id, "/verdict", m{"rating": "false", "explanation": "It is not so."}).want(http.StatusOK)
	if a := h.act("editor", id, "approve"); a.status != http.StatusForbidden && a.status != http.StatusConflict {
		t.Fatalf("approved alone: %d %s", a.status, a.text)
	}
	h.act("reporter", id, "agree").want(http.StatusOK)
	h.act("editor", id, "approve").want(http.StatusOK)
}

func TestWordingThatTheApproverMendsKeepsTheOthersSignature(t *testing.T) {
	h := open(t)
	id := h.ready()
	h.act("reporter", id, "submit").want(http.StatusOK)
	if a := h.put("editor", id, "/article", m{"headline": "The seat is empty", "summary": "Nobody has resigned.", "body": "So it is [1]."}).want(http.StatusOK); a.string("status") != "in-review" {
		t.Fatalf("mended: %s", a.text)
	}
	h.act("editor", id, "approve").want(http.StatusOK)
	h.ask("editor", http.MethodPost, path(id, "/publish"), nil).want(http.StatusOK)
}

func TestAChangeAfterApprovalTakesItBack(t *testing.T) {
	h := open(t)
	id := h.ready()
	h.act("reporter", id, "submit").want(http.StatusOK)
	h.act("editor", id, "approve").want(http.StatusOK)
	if a := h.put("editor", id, "/article", m{"headline": "Another", "summary": "One.", "body": "So [1]."}).want(http.StatusOK); a.string("status") != "researching" {
		t.Errorf("changed: %s", a.text)
	}
	h.ask("editor", http.MethodPost, path(id, "/publish"), nil).want(http.StatusConflict)
}

func TestAMinorChangeOfAPublishedCheckNeedsOneEditor(t *testing.T) {
	h := open(t)
	id := h.public()
	h.put("editor", id, "/article", m{"headline": "Armenia’s seat at the CSTO stands empty", "summary": "It has not resigned.", "body": "It is freezing its membership [1]."}).want(http.StatusOK)
	h.ask("editor", http.MethodPost, path(id, "/publish"), m{"class": "update", "note": "Facts."}).want(http.StatusConflict)
	done := h.ask("editor", http.MethodPost, path(id, "/publish"), m{"class": "minor"}).want(http.StatusOK)
	if done.int("revision") != 2 || done.string("status") != "published" {
		t.Errorf("published again: %s", done.text)
	}
}

func TestPublishingAgainTakesTheClassOfTheChange(t *testing.T) {
	h := open(t)
	id := h.public()
	h.put("reporter", id, "/verdict", m{"rating": "outdated", "explanation": "It has left since."}).want(http.StatusOK)
	publish := func(body m) answer { return h.ask("editor", http.MethodPost, path(id, "/publish"), body) }
	publish(m{"class": "minor"}).want(http.StatusUnprocessableEntity).names("class", "rating has changed")
	h.act("reporter", id, "submit").want(http.StatusOK)
	h.act("editor", id, "approve").want(http.StatusOK)
	publish(m{}).want(http.StatusUnprocessableEntity).names("class", "what sort of change")
	publish(m{"class": "big", "note": "It has left."}).want(http.StatusUnprocessableEntity).names("class", "no such choice")
	publish(m{"class": "update", "note": "It has left."}).want(http.StatusUnprocessableEntity).names("class", "rating has changed")
	publish(m{"class": "re-rated"}).want(http.StatusUnprocessableEntity).names("note", "")
	done := publish(m{"class": "re-rated", "note": "It has left."}).want(http.StatusOK)
	check := h.ask("", http.MethodGet, "fact-checks/"+done.string("live", "slug"), nil).want(http.StatusOK)
	if check.int("revision") != 2 || check.string("rating", "slug") != "outdated" || check.at("rating", "value") != nil ||
		check.string("corrections", 0, "note") != "It has left." || check.string("corrections", 0, "class") != "re-rated" {
		t.Errorf("published again: %s", check.text)
	}
}

func TestWhatIsMissingIsSaidWhenTheGateIsClosed(t *testing.T) {
	h := open(t)
	id := h.claim("The seat is empty")
	closed := h.act("reporter", id, "submit").want(http.StatusConflict)
	if closed.at("gate", "ready_to_send") != false || closed.at("gate", "items", 0, "rule") == nil {
		t.Errorf("no gate: %s", closed.text)
	}
	h.ask("editor", http.MethodPost, path(id, "/publish"), nil).want(http.StatusConflict)
	h.ask("reporter", http.MethodPost, path(id, "/publish"), nil).want(http.StatusForbidden)
}
