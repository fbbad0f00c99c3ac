package e2e_test

import (
	"net/http"
	"strings"

	"claimdesk/internal/web/browsertest"
)

// claimText is the claim of the main job.
const claimText = "Armenia is leaving the CSTO"

// The words that the reporter writes about it.
const (
	explanation = "An empty seat is not a resignation."
	headline    = "Armenia’s seat at the CSTO is empty. It has not resigned."
)

// staff lets an admin in through the setup link, who invites a reporter and an
// editor; these come in at browsers of their own.
func (h *house) staff(b *browsertest.Browser, o browsertest.Options) (reporter, editor *person) {
	h.t.Helper()
	token, err := h.room.SetupLink(h.t.Context())
	if err != nil {
		h.t.Fatal(err)
	}
	admin := h.somebody(b, o)
	admin.setUp(token)
	forReporter := admin.invite("Jonas Vale", "jonas@example.org", "reporter")
	forEditor := admin.invite("Ines Abel", "ines@example.org", "editor")
	reporter, editor = h.somebody(b, o), h.somebody(b, o)
	reporter.join(forReporter)
	editor.join(forEditor)
	return reporter, editor
}

// bringIn pastes a document and reads it. Nothing but the text is given.
func (p *person) bringIn(d document) {
	p.t.Helper()
	p.follow(`.rooms a[href="/desk/sources"]`)
	p.fine("sources, none")
	p.follow(`main a[href="/desk/sources/new"]`)
	p.fine("new source")
	p.Fill("#text", d.text)
	p.follow("main form .button")
	if title := p.Text("main h1"); !strings.HasPrefix(title, d.title) {
		p.t.Errorf("the title is guessed as %q", title)
	}
	has(p.t, p.Text(".passages"), d.quote)
	if n := p.Count(".passages > li"); n < 8 || n > 25 {
		p.t.Errorf("the document has come in as %d passages", n)
	}
	p.fine("source")
}

const recordButton = "main form.form .actions .button"

// record records the claim, with where it was seen, after having sent the form
// without a word.
func (p *person) record() {
	p.t.Helper()
	p.follow(`.deskbar a[href="/desk/claims/new"]`)
	p.meet(http.StatusUnprocessableEntity, recordButton)
	p.reads("The claim was not recorded")
	if focus := ask[string](p, `document.activeElement.id`); focus != "problems" && !p.noJS {
		p.t.Errorf("the focus is at %q, not at what is wrong", focus)
	}
	p.fine("new claim, refused")
	p.Fill("#text", claimText)
	p.Fill("#topics", "CSTO")
	p.Fill("[name='appearances.0.outlet']", "The Evening Wire")
	p.Fill("[name='appearances.0.url']", "https://news.example.org/leaving")
	p.Fill("[name='appearances.0.seen_on']", "2023-09-06")
	p.Fill("#source_id", "1")
	p.follow(recordButton)
	p.reads("Claim recorded.", claimText)
	p.fine("bench, new claim")
}

// refuted fails unless the quote is the claim's one piece of evidence.
func (p *person) refuted(quote string) {
	p.t.Helper()
	if n := p.Count(".pieces > li"); n != 1 {
		p.t.Fatalf("there are %d pieces of evidence", n)
	}
	has(p.t, p.Text(".pieces blockquote"), quote)
	has(p.t, p.Text(".pieces .top"), "Refutes")
	has(p.t, p.Text(`.passages .exact[data-stance="refutes"]`), quote)
	p.fine("bench, with evidence")
}

// rule gives the verdict misinterpreted.
func (p *person) rule() {
	p.t.Helper()
	p.Click(`.ratings label:has([value="misinterpreted"])`)
	p.Click(`.misreading label:has([value="source"])`)
	p.Fill("[name='misread.source_id']", "1")
	p.Fill("#reasons", "overstated")
	p.Fill("#explanation", explanation)
	p.follow("#verdict .pair .button")
	if checked := p.Count(`[name=rating][value=misinterpreted]:checked`); checked != 1 {
		p.t.Error("the verdict is not as it was given")
	}
	if begun := p.Value("#summary"); begun != explanation {
		p.t.Errorf("the summary begins as %q, not as the explanation", begun)
	}
}

// write gives the article a headline, looks at it, and sends it for review.
func (p *person) write() {
	p.t.Helper()
	p.Fill("#headline", headline)
	p.follow("#article .actions .button")
	p.fine("bench, ready")
	p.follow("#article [name=then]")
	p.reads("Preview: not public.", headline, explanation)
	p.fine("preview")
	p.follow(".banner a")
	p.follow(`.gate form[action$="/submit"] .button`)
	p.reads("Sent for review.", "An editor has to approve it.")
}

// approve finds the claim among what waits, and publishes it.
func (p *person) approve() {
	p.t.Helper()
	p.visit("/desk")
	p.reads("What waits for me", claimText)
	p.fine("desk")
	p.follow(".queue h3 a")
	p.fine("bench, in review")
	p.follow(".gate [name=publish]")
	if at := p.at(); at != "/desk" {
		p.t.Errorf("with nothing else waiting, publishing leads to %s", at)
	}
	p.follow(`.rooms a[href="/desk/claims"]`)
	p.reads(claimText, "Published")
	p.fine("claims")
}
