package site_test

import (
	"net/http"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// leads wants a permanent redirect.
func (h *house) leads(from, to string) {
	h.Helper()
	if res := h.get(from); res.StatusCode != http.StatusMovedPermanently || res.Header.Get("Location") != to {
		h.Errorf("%s answers %d to %q, want 301 to %q", from, res.StatusCode, res.Header.Get("Location"), to)
	}
}

func (h *house) gone(path string) {
	h.Helper()
	if res := h.get(path); res.StatusCode != http.StatusNotFound {
		h.Errorf("%s answers %d", path, res.StatusCode)
	}
}

func TestAnOldTopicLeadsToTheNew(t *testing.T) {
	h := open(t)
	h.published("The seat is empty")
	held := h.get("/topics/armenia").Header
	topics, err := h.room.TopicEntries(t.Context())
	h.must(err)
	h.now = h.now.AddDate(0, 0, 1)
	_, err = h.room.EditTopic(t.Context(), h.editor, topics[0].ID, topics[0].Version, factcheck.TopicDraft{Name: "Hayastan", Description: "A country in the south of the Caucasus."})
	h.must(err)
	h.leads("/topics/armenia", "/topics/hayastan")
	page := h.page("/topics/hayastan")
	if got := text(page, "main header"); !strings.Contains(got, "Hayastan") || !strings.Contains(got, "A country in the south") {
		t.Errorf("the topic’s page begins %q", got)
	}
	if n := page.Find(".checks li").Length(); n != 1 {
		t.Errorf("it lists %d checks", n)
	}
	if list := h.page("/fact-checks?topic=armenia"); list.Find(".checks li").Length() != 1 || !strings.Contains(text(list, ".folio"), "Topic: Hayastan") {
		t.Errorf("the list under the old slug is %q", text(list, ".folio"))
	}
	if res := h.get("/topics/hayastan", "If-Modified-Since", held.Get("Last-Modified")); res.StatusCode != http.StatusOK {
		t.Errorf("who holds the page as it was is told %d", res.StatusCode)
	}
	h.leads(h.page("/fact-checks/the-seat-is-empty").Find(`a[href^="/topics/a"]`).First().AttrOr("href", ""), "/topics/hayastan")
}

func TestAClaimantHasAPageUnlessTheyArePrivate(t *testing.T) {
	h := open(t)
	d := seat()
	d.Claimant = factcheck.ClaimantDraft{Name: "A. Speaker", SameAs: []string{"https://www.speaker.example/about"}}
	c := h.publish(h.written(d, "The seat is empty", factcheck.ExcerptAccess).ID, newsroom.Order{})
	page := h.page("/claimants/a-speaker")
	if page.Find(`a[href="https://www.speaker.example/about"][rel~=nofollow]`).Length() != 1 || page.Find(".checks li").Length() != 1 {
		t.Errorf("the page is %q", text(page, "main"))
	}
	k, err := h.room.Claimant(t.Context(), c.Claimant.ID)
	h.must(err)
	named, err := h.room.EditClaimant(t.Context(), h.editor, k.ID, k.Version, factcheck.ClaimantDraft{Name: "Anna Speaker", Kind: factcheck.Person})
	h.must(err)
	h.leads("/claimants/a-speaker", "/claimants/anna-speaker")
	_, err = h.room.EditClaimant(t.Context(), h.editor, k.ID, named.Version, factcheck.ClaimantDraft{Name: "Anna Speaker", Kind: factcheck.PrivatePerson})
	h.must(err)
	for _, path := range []string{"/claimants/a-speaker", "/claimants/anna-speaker", "/claimants/private-person"} {
		h.gone(path)
	}
	for _, path := range []string{"/fact-checks/the-seat-is-empty", "/fact-checks/the-seat-is-empty/revisions/1", "/feed.xml", "/fact-checks", "/evidence/1",
		"/evidence/1.json", "/api/v1/fact-checks/the-seat-is-empty"} {
		res := h.get(path)
		if body := h.body(res); res.StatusCode != http.StatusOK || strings.Contains(body, "Speaker") || strings.Contains(body, "a-speaker") {
			t.Errorf("%s answers %d and names who is private now", path, res.StatusCode)
		}
	}
}
