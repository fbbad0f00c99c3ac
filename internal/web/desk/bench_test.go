package desk_test

import (
	"net/http"
	"net/url"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/newsroom"
)

func TestAClaimBecomesAPublicFactCheckOnItsBench(t *testing.T) {
	d := openNewsdesk(t)
	reporter, editor := d.reporter, d.editor
	c := d.claim("Armenia is leaving the CSTO.")
	bench, source := c.Path(), number(d.source.ID)
	reporter.get(bench).shows(http.StatusOK, "“Armenia is leaving the CSTO.”", "Which one?", "Write a headline.", "Send for review", "is not pursuing")

	reporter.form(bench+"/evidence", url.Values{"source_id": {source}, "stance": {"refutes"}, "passage": {"2"},
		"exact": {"Armenia is not pursuing a formal withdrawal"}}).leads(bench + "?source=" + source + "&from=2#p2")
	reporter.form(bench+"/verdict", url.Values{"base": {"0"}, "rating": {"misinterpreted"}, "reasons.main": {"overstated"},
		"misread.kind": {"source"}, "misread.source_id": {source}, "explanation": {"The seat is empty, that is all."}}).leads(bench + "#verdict")
	reporter.get(bench).shows(http.StatusOK, `data-stance="refutes">Armenia is not pursuing a formal withdrawal</span>`,
		"The seat is empty, that is all.</textarea>", "## What speaks against it")
	reporter.form(bench+"/article", url.Values{"base": {"0"}, "headline": {"It has not left"}, "summary": {"It has not."}, "body": {"See.[1]"}}).
		leads(bench + "#article")
	reporter.form(bench+"/submit", url.Values{"version": {number(d.now(c.ID).Version)}}).leads(bench)
	reporter.get(bench).shows(http.StatusOK, "In review", "An editor has to approve it.").hides("Approve and publish")

	editor.get(bench).shows(http.StatusOK, "Approve and publish")
	editor.get(bench+"/preview").shows(http.StatusOK, "Preview: not public.", "It has not left")
	editor.form(bench+"/approve", url.Values{"version": {number(d.now(c.ID).Version)}, "publish": {"yes"}}).leads("/desk")
	editor.get(d.now(c.ID).Live.Path()).shows(http.StatusOK, "It has not left", "Misinterpreted", "Armenia is not pursuing a formal withdrawal")
	editor.get(bench).shows(http.StatusOK, "version 1")
}

func TestApproveAndPublishLeadsToTheNextInTheQueue(t *testing.T) {
	d := openNewsdesk(t)
	first, second := d.ready("The first."), d.ready("The second.")
	d.editor.form(first.Path()+"/approve", url.Values{"publish": {"yes"}}).leads(second.Path())
}

func TestTheBenchShowsTheSourceLetterForLetter(t *testing.T) {
	d := openNewsdesk(t)
	c := d.claim("The chair is empty.")
	for _, exact := range []string{"ու 😀 the", "😀 the fourth passage."} {
		_, _, err := d.room.AttachQuote(t.Context(), d.actor(factcheck.Reporter), c.ID, newsroom.Base{},
			factcheck.EvidenceDraft{SourceID: d.source.ID, Exact: exact, Stance: factcheck.Context})
		must(t, err)
	}
	p := d.reporter.get(c.Path() + "?in=nobody+RESIGNED")
	p.shows(http.StatusOK, "<mark>Nobody resigned</mark>", "Found in passage", `href="#p3"`,
		`<span class="exact" data-stance="context">ու </span>`, `<span class="exact" data-stance="context"> fourth passage.</span>`)
}

func TestNotesAndAssigneeStandOnTheBench(t *testing.T) {
	d := openNewsdesk(t)
	c, reporter := d.claim("It is so."), d.reporter
	reporter.form(c.Path()+"/notes", url.Values{"note": {"Asked the ministry."}}).leads(c.Path() + "#notes")
	reporter.form(c.Path()+"/assign", url.Values{"assignee_id": {number(d.users[factcheck.Editor].ID)}}).leads(c.Path())
	reporter.get(c.Path()).shows(http.StatusOK, "Asked the ministry.", "<dd>The editor</dd>", "The reporter</span> recorded the claim")
	reporter.form(c.Path()+"/notes", url.Values{"note": {" "}}).shows(http.StatusUnprocessableEntity, "The note is empty.")
}

func TestAddressesOfNoClaimAreNotFound(t *testing.T) {
	d := openNewsdesk(t)
	c, reporter := d.claim("It is so."), d.reporter
	for _, path := range []string{"/desk/claims/99", "/desk/claims/99/edit", "/desk/claims/99/preview", "/desk/claims/0", "/desk/claims/x",
		c.Path() + "/evidence/5", c.Path() + "/quote?source=77&passage=1", c.Path() + "/quote", c.Path() + "?source=77"} {
		reporter.get(path).shows(http.StatusNotFound)
	}
	reporter.get(c.Path() + "/verdict").leads(c.Path())
	reporter.get(c.Path() + "?source=-1&from=99999999999999999999").shows(http.StatusOK)
	reporter.get(c.Path()+"?source="+number(d.source.ID)+"&from=-5").shows(http.StatusOK, "The chair is empty")
}
