package site_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
)

const changeNote = "On 15 September 2023 it no longer held these words."

// changed brings in a copy of a source that says something else, and gives what
// became of the first quote from it.
func (h *house) changed(source int64) factcheck.Fate {
	h.Helper()
	h.now = h.now.Add(24 * time.Hour)
	doc, err := ingest.Text([]byte(strings.Replace(brief, "is not pursuing a formal withdrawal", "is pursuing a withdrawal", 1)), "brief.txt")
	h.must(err)
	s, err := h.room.AddSnapshot(h.Context(), h.reporter, source, doc)
	h.must(err)
	all, err := h.room.QuotesIn(h.Context(), h.reporter, source, s.Snapshot.ID)
	h.must(err)
	return all[0].Fate
}

func (h *house) decide(fate int64, tell bool) {
	h.Helper()
	_, err := h.room.DecideFate(h.Context(), h.editor, fate, factcheck.FateDraft{Tell: tell, Note: changeNote})
	h.must(err)
}

func TestReadersAreToldThatASourceHasChangedOnceItIsDecided(t *testing.T) {
	h := open(t)
	claim := h.published("The seat is empty")
	check, e := "/fact-checks/the-seat-is-empty", claim.Evidence[0]
	proof := fmt.Sprintf("/evidence/%d", e.ID)
	pages := []string{check, proof, "/api/v1" + check}
	fate := h.changed(e.SourceID)
	tags, dates := map[string]string{}, map[string]string{}
	for _, path := range pages {
		res := h.get(path)
		if body := h.body(res); strings.Contains(body, "no longer held") || strings.Contains(body, "since changed") {
			t.Errorf("%s tells before anybody decided", path)
		}
		tags[path], dates[path] = res.Header.Get("ETag"), res.Header.Get("Last-Modified")
	}
	feed := h.body(h.get("/feed.xml"))
	h.decide(fate.ID, true)
	for _, path := range pages {
		res := h.get(path, "If-None-Match", tags[path])
		if body := h.body(res); res.StatusCode != http.StatusOK || !strings.Contains(body, changeNote) {
			t.Errorf("%s answers %d once readers are told: %.3000s", path, res.StatusCode, body)
		}
		if since := dates[path]; since != "" {
			if res := h.get(path, "If-Modified-Since", since); res.StatusCode != http.StatusOK {
				t.Errorf("%s answers %d to whoever has it from before", path, res.StatusCode)
			}
		}
	}
	if body := h.body(h.get(check)); !strings.Contains(body, "The source has since changed.") || !strings.Contains(body, "15 September 2023") {
		t.Error("the page does not say what has changed, and when that was noted")
	}
	if body := h.body(h.get("/api/v1" + check)); !strings.Contains(body, `"source_changed":{"at":"2023-09-15T09:30:00Z","note":"`+changeNote+`"}`) {
		t.Errorf("the API answers %s", body)
	}
	for path, was := range map[string]string{"/feed.xml": feed} {
		if is := h.body(h.get(path)); strings.Contains(is, changeNote) || strings.Count(is, "<item>") != strings.Count(was, "<item>") {
			t.Errorf("%s changed: %s", path, is)
		}
	}
	for _, path := range []string{proof + ".json", check + "/revisions/1"} {
		if strings.Contains(h.body(h.get(path)), "no longer held") {
			t.Errorf("%s tells it: it is how the check was published", path)
		}
	}
	h.decide(fate.ID, false)
	for _, path := range pages {
		if strings.Contains(h.body(h.get(path)), changeNote) {
			t.Errorf("%s still tells what was taken back", path)
		}
	}
}

func TestNothingIsToldOfAProtectedSourceThatHasChanged(t *testing.T) {
	h := open(t)
	claim := h.published("The seat is empty")
	e := claim.Evidence[0]
	proof := fmt.Sprintf("/evidence/%d", e.ID)
	fate := h.changed(e.SourceID)
	h.decide(fate.ID, true)
	s, err := h.room.Source(h.Context(), h.reporter, e.SourceID)
	h.must(err)
	draft := s.Draft()
	draft.Access, draft.Description, draft.Users = factcheck.ProtectedAccess, "A paper that we were given", []int64{h.editor.ID}
	_, err = h.room.EditSource(h.Context(), h.reporter, s.ID, s.Version, draft)
	h.must(err)
	for _, path := range []string{"/fact-checks/the-seat-is-empty", proof, "/api/v1/fact-checks/the-seat-is-empty", proof + ".json"} {
		if body := h.body(h.get(path)); strings.Contains(body, changeNote) || strings.Contains(body, "since changed") {
			t.Errorf("%s tells of it", path)
		}
	}
}
