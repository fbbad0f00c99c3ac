package api_test

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

func TestAScheduledClaimIsApprovedWithItsTime(t *testing.T) {
	h := open(t)
	id := h.ready()
	h.act("reporter", id, "submit").want(http.StatusOK)
	h.act("editor", id, "approve").want(http.StatusOK)
	at := h.room.Now().Add(2 * time.Hour).Truncate(time.Second)
	publish := func(who string, body m) answer { return h.ask(who, http.MethodPost, path(id, "/publish"), body) }
	publish("reporter", m{"at": at.Format(time.RFC3339)}).want(http.StatusForbidden)
	publish("editor", m{"at": "tomorrow"}).want(http.StatusUnprocessableEntity)
	publish("editor", m{"at": "2020-01-01T00:00:00Z"}).want(http.StatusUnprocessableEntity)
	a := publish("editor", m{"at": at.In(time.FixedZone("", 4*60*60)).Format(time.RFC3339)}).want(http.StatusOK)
	if a.string("status") != "approved" || a.string("publish_at") != at.Format(time.RFC3339) {
		t.Errorf("scheduled: %s", a.text)
	}
	a = h.act("editor", id, "unschedule").want(http.StatusOK)
	if a.string("status") != "approved" || !strings.Contains(a.text, `"publish_at":null`) {
		t.Errorf("taken off: %s", a.text)
	}
	h.act("editor", id, "unschedule").want(http.StatusConflict)
}

func TestWhoApprovesSecondIsToldWhoWasFirst(t *testing.T) {
	h := open(t)
	id := h.ready()
	h.act("reporter", id, "submit").want(http.StatusOK)
	h.act("editor", id, "approve").want(http.StatusOK)
	if a := h.act("second", id, "approve").want(http.StatusConflict); !strings.Contains(a.string("detail"), "editor has approved the claim already, on ") {
		t.Errorf("told: %s", a.text)
	}
}

func TestEnquiriesAreNotedPatchedAndPublished(t *testing.T) {
	h := open(t)
	id := h.ready()
	h.ask("reporter", http.MethodPost, path(id, "/enquiries"), m{}).want(http.StatusUnprocessableEntity)
	h.ask("reporter", http.MethodPost, path(id, "/enquiries"), m{"asked": "The ministry", "whom": "x"}).want(http.StatusUnprocessableEntity)
	a := h.ask("reporter", http.MethodPost, path(id, "/enquiries"), m{"asked": "The ministry", "via": "e-mail", "asked_on": "2023-09-12", "question": "Are you?"}).want(http.StatusCreated)
	if !strings.Contains(a.text, `"enquiries":[{"id":1,"kind":"reply","asked":"The ministry"`) {
		t.Errorf("noted: %s", a.text)
	}
	h.ask("reporter", http.MethodPatch, path(id, "/enquiries/1"), m{"outcome": "answered"}).want(http.StatusPreconditionRequired)
	h.ask("reporter", http.MethodPatch, path(id, "/enquiries/1"), m{"outcome": "answered", "answer": "We are not.", "told": "answer", "via": nil}, "If-Match", h.version(id)).want(http.StatusOK)
	h.ask("reporter", http.MethodPatch, path(id, "/enquiries/9"), m{"outcome": "answered"}, "If-Match", h.version(id)).want(http.StatusNotFound)
	h.ask("reporter", http.MethodPost, path(id, "/dissents"), m{"text": "I see it differently.", "public": true}).want(http.StatusCreated)
	h.act("reporter", id, "submit").want(http.StatusOK)
	h.act("editor", id, "approve").want(http.StatusOK)
	live := h.ask("editor", http.MethodPost, path(id, "/publish"), nil).want(http.StatusOK)
	page := h.ask("", http.MethodGet, strings.Replace(live.string("url"), "http://127.0.0.1:8080/", "/api/v1/", 1), nil).want(http.StatusOK)
	for _, want := range []string{`"asked":"The ministry"`, `"answer":"We are not."`, `"text":"I see it differently."`} {
		if !strings.Contains(page.text, want) {
			t.Errorf("the public answer lacks %s: %s", want, page.text)
		}
	}
	if strings.Contains(page.text, "Are you?") || strings.Contains(page.text, "e-mail") {
		t.Errorf("the public answer tells too much: %s", page.text)
	}
	h.ask("editor", http.MethodDelete, path(id, "/dissents/1"), nil).want(http.StatusForbidden)
	h.ask("reporter", http.MethodDelete, path(id, "/dissents/1"), nil).want(http.StatusNoContent)
	h.ask("reporter", http.MethodDelete, path(id, "/enquiries/1"), nil).want(http.StatusNoContent)
}
