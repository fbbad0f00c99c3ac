package site_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

// send posts the form for tips; fields are pairs of name and value.
func (h *house) send(fields ...string) *http.Response {
	h.Helper()
	values := url.Values{}
	for i := 0; i+1 < len(fields); i += 2 {
		values.Set(fields[i], fields[i+1])
	}
	r, err := http.NewRequestWithContext(h.Context(), http.MethodPost, h.server.URL+"/tip", strings.NewReader(values.Encode()))
	h.must(err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	res, err := h.server.Client().Transport.RoundTrip(r)
	h.must(err)
	h.Cleanup(func() { res.Body.Close() })
	return res
}

// inbox are all tips.
func (h *house) inbox() []factcheck.Tip {
	h.Helper()
	page, err := h.room.Tips(h.Context(), newsroom.TipFilter{})
	h.must(err)
	return page.Items
}

func TestAReaderSendsInAClaim(t *testing.T) {
	h := open(t)
	if form := h.page("/tip"); form.Find(`form[action="/tip"] [name=text]`).Length() != 1 || form.Find("details.reach[open]").Length() != 0 {
		t.Error("the form is not as it should be: the text asked for, the contact not")
	}
	res := h.send("text", "The bridge was sold", "seen_at", "A poster in the market", "details", "Since Monday")
	if res.StatusCode != http.StatusSeeOther || res.Header.Get("Location") != "/tip/thanks" || len(res.Cookies()) != 0 {
		t.Errorf("it answers %d to %q", res.StatusCode, res.Header.Get("Location"))
	}
	if thanks := h.page("/tip/thanks"); !strings.Contains(text(thanks, "main"), "Your tip has arrived") {
		t.Error("nobody says thank you")
	}
	tips := h.inbox()
	if len(tips) != 1 || tips[0].Text != "The bridge was sold" || tips[0].SeenAt != "A poster in the market" || tips[0].Details != "Since Monday" || tips[0].HasContact {
		t.Errorf("the inbox is %+v", tips)
	}
	if link := h.page("/").Find(`footer a[href="/tip"]`); link.Length() != 1 {
		t.Error("no page leads to the form")
	}
}

func TestARefusedTipComesBackWithEverythingTyped(t *testing.T) {
	h := open(t)
	res := h.send("text", "", "seen_at", "A poster", "details", "Since Monday", "contact", "nane", "tell", "yes")
	if res.StatusCode != http.StatusUnprocessableEntity || res.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("it answers %d, %q", res.StatusCode, res.Header.Get("Cache-Control"))
	}
	doc, err := goquery.NewDocumentFromReader(res.Body)
	h.must(err)
	for selector, want := range map[string]string{"[name=seen_at]": "A poster", "[name=contact]": "nane"} {
		if got := doc.Find(selector).AttrOr("value", ""); got != want {
			t.Errorf("%s comes back as %q", selector, got)
		}
	}
	if text(doc, "[name=details]") != "Since Monday" || doc.Find("details.reach[open]").Length() != 1 {
		t.Error("what was typed is lost or hidden")
	}
	for _, id := range []string{"text", "contact", "consent"} {
		if doc.Find(`.problems a[href="#`+id+`"]`).Length() != 1 || doc.Find("#"+id).Length() != 1 {
			t.Errorf("what is wrong with %s is not said", id)
		}
	}
	if len(h.inbox()) != 0 {
		t.Error("it was stored")
	}
	if res := h.send("text", "\xff"); res.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("bytes that are no text answer %d", res.StatusCode)
	}
}

func TestWhatFillsInTheTrapIsThankedAndDropped(t *testing.T) {
	h := open(t)
	if trap := h.page("/tip").Find("[name=website]"); trap.AttrOr("tabindex", "") != "-1" || trap.Closest("[aria-hidden=true]").Length() != 1 {
		t.Error("people can come upon the trap")
	}
	res := h.send("text", "Buy now", "website", "https://spam.example")
	if res.StatusCode != http.StatusSeeOther || res.Header.Get("Location") != "/tip/thanks" || len(h.inbox()) != 0 {
		t.Errorf("it answers %d, and the inbox is %+v", res.StatusCode, h.inbox())
	}
}

func TestTooManyTipsWaitWithWhatWasTyped(t *testing.T) {
	h := open(t)
	for range 5 {
		if res := h.send("text", "The bridge was sold"); res.StatusCode != http.StatusSeeOther {
			t.Fatalf("it answers %d", res.StatusCode)
		}
	}
	res := h.send("text", "The bridge was sold twice")
	if res.StatusCode != http.StatusTooManyRequests || res.Header.Get("Retry-After") != "120" {
		t.Errorf("it answers %d, %q", res.StatusCode, res.Header.Get("Retry-After"))
	}
	if body := h.body(res); !strings.Contains(body, "The bridge was sold twice") || !strings.Contains(body, "2 minutes") {
		t.Errorf("the page is %s", body)
	}
	if len(h.inbox()) != 5 {
		t.Errorf("there are %d tips", len(h.inbox()))
	}
}

func TestATipFromAnotherSiteIsRefused(t *testing.T) {
	h := open(t)
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, h.server.URL+"/tip", strings.NewReader("text=It+is+so"))
	h.must(err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Origin", "https://elsewhere.example")
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	res, err := h.server.Client().Transport.RoundTrip(r)
	h.must(err)
	defer res.Body.Close()
	if res.StatusCode != http.StatusForbidden || len(h.inbox()) != 0 {
		t.Errorf("it answers %d", res.StatusCode)
	}
}
