package e2e_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"claimdesk/internal/web/browsertest"
)

func TestTwoPeopleTakeABriefFromTheSetupLinkToTheFeed(t *testing.T) {
	h, b, d := open(t), browsertest.New(t), brief(t)
	reporter, editor := h.staff(b, browsertest.Options{})
	reporter.leaveAndReturn("jonas@example.org")
	reporter.bringIn(d)
	reporter.record()
	reporter.SelectText(".passages", d.quote)
	reporter.Click(`.choose [data-use="refutes"]`)
	reporter.hears("Quote attached as evidence 1.")
	reporter.refuted(d.quote)
	reporter.rule()
	reporter.write()
	if feed := h.get("/feed.xml"); strings.Contains(feed, "<item>") {
		t.Error("the feed carries what nobody has approved")
	}
	editor.approve()

	reader := h.somebody(b, browsertest.Options{})
	reader.visit("/")
	reader.fine("home")
	reader.follow("main a[href^='/fact-checks/']")
	reader.checks(d.quote)
	reader.proves(d)
	reader.visit("/ratings")
	reader.fine("ratings")
	if feed := h.get("/feed.xml"); strings.Count(feed, "<item>") != 1 || !strings.Contains(feed, headline) {
		t.Errorf("the feed is not that of one check: %s", feed)
	}
}

func TestTheSameIsDoneWithoutScripts(t *testing.T) {
	h, b, d := open(t), browsertest.New(t), own
	reporter, editor := h.staff(b, browsertest.Options{NoJS: true})
	reporter.bringIn(d)
	reporter.record()
	reporter.follow(".passages > li:nth-last-child(2) .take")
	has(t, reporter.Value("#exact"), d.quote)
	reporter.isRefused(d)
	reporter.Fill("#exact", d.quote)
	reporter.follow("main form.form > .actions .button")
	reporter.refuted(d.quote)
	reporter.rule()
	reporter.write()
	editor.approve()
	reader := h.somebody(b, browsertest.Options{NoJS: true})
	reader.visit("/fact-checks")
	reader.follow("main a[href^='/fact-checks/']")
	reader.checks(d.quote)
}

// isRefused sends words that do not stand in the source.
func (p *person) isRefused(d document) {
	p.t.Helper()
	p.Fill("#exact", d.wrong)
	p.Click(`label:has([name=stance][value=refutes])`)
	p.Fill("#note", "Look at the letter again.")
	p.meet(http.StatusUnprocessableEntity, "main form.form > .actions .button")
	p.reads("The quote was not attached", "Nearest: passage")
	has(p.t, p.Text("div.nearest blockquote"), "no letter of withdrawal has been sent")
	if exact, note := p.Value("#exact"), p.Value("#note"); exact != d.wrong || note != "Look at the letter again." {
		p.t.Errorf("what was typed came back as %q and %q", exact, note)
	}
	p.follow("[name=use]")
	if words := p.Value("#exact"); !strings.Contains(d.text, words) {
		p.t.Errorf("the source’s words are %q", words)
	}
	if p.Count("[name=stance][value=refutes]:checked") != 1 {
		p.t.Error("the stance that was chosen is lost")
	}
}

// checks reads the page of the fact-check.
func (p *person) checks(quote string) {
	p.t.Helper()
	p.reads(headline, claimText, "Misinterpreted", explanation, quote, "Jonas Vale", "Ines Abel")
	p.fine("fact-check")
	var data map[string]any
	if err := json.Unmarshal([]byte(ask[string](p, `document.querySelector('script[type="application/ld+json"]').textContent`)), &data); err != nil {
		p.t.Fatal(err)
	}
	rating, _ := data["reviewRating"].(map[string]any)
	if data["@type"] != "ClaimReview" || data["claimReviewed"] != claimText || rating["alternateName"] != "Misinterpreted" {
		p.t.Errorf("the data for machines is %v", data)
	}
}

// proves follows the evidence to its proof.
func (p *person) proves(d document) {
	p.t.Helper()
	p.follow(".proof a[href^='/evidence/']")
	p.reads(d.quote, d.title, "Found word for word")
	p.fine("evidence")
}
