package e2e_test

import (
	"net/http"
	"testing"

	"claimdesk/internal/web/browsertest"
)

func TestATipBecomesAPublishedCheck(t *testing.T) {
	h, b, d := open(t), browsertest.New(t), own
	reporter, editor := h.staff(b, browsertest.Options{})
	reader := h.somebody(b, browsertest.Options{})
	reader.sendsIn(claimText)

	reporter.bringIn(d)
	reporter.follow(`.rooms a[href="/desk/tips"]`)
	reporter.fine("tips")
	reporter.reads(claimText, "A poster in the market", "left a contact")
	reporter.follow(`.tips .decide a[href$="/accept"]`)
	reporter.fine("accept a tip")
	reporter.Fill("#source_id", "1")
	reporter.follow("main form.form > .actions .button")
	reporter.reads("Tip accepted: it is claim #1 now.")
	reporter.SelectText(".passages", d.quote)
	reporter.Click(`.choose [data-use="refutes"]`)
	reporter.hears("Quote attached as evidence 1.")
	reporter.refuted(d.quote)
	reporter.rule()
	reporter.write()
	editor.approve()
	editor.visit("/desk/tips?state=accepted")
	editor.follow(`.tips form[action$="/contact"] .button`)
	editor.reads("nane@mail.example")

	reader.visit("/fact-checks")
	reader.follow("main a[href^='/fact-checks/']")
	reader.checks(d.quote)
}

// sendsIn sends a claim by the public form, first without a word.
func (p *person) sendsIn(claim string) {
	p.t.Helper()
	const send = ".send > .actions .button"
	p.visit("/")
	p.follow(`.footer a[href="/tip"]`)
	p.fine("tip")
	p.meet(http.StatusUnprocessableEntity, send)
	p.reads("Your tip was not sent", "The claim is missing.")
	p.fine("tip, refused")
	p.Fill("#text", claim)
	p.Fill("#seen_at", "A poster in the market")
	p.Click(".reach summary")
	p.Fill("#contact", "nane@mail.example")
	p.Click("label:has(#consent)")
	p.follow(send)
	p.reads("Your tip has arrived.")
	p.fine("tip, thanks")
}
