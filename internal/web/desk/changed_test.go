package desk_test

import (
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/newsroom"
)

// withdrawn is a sentence of recall that a later copy has in other words.
const withdrawn = "Armenia is not pursuing a formal withdrawal; it is freezing its part."

// quotes attaches sentences of the source to a claim.
func (d *newsdesk) quotes(claim int64, exact ...string) {
	d.t.Helper()
	for _, words := range exact {
		_, _, err := d.room.AttachQuote(d.t.Context(), d.actor(factcheck.Reporter), claim, newsroom.Base{},
			factcheck.EvidenceDraft{SourceID: d.source.ID, Exact: words, Stance: factcheck.Refutes})
		must(d.t, err)
	}
}

// newer brings in a copy of the source with something replaced.
func (d *newsdesk) newer(old, now string) {
	d.t.Helper()
	doc, err := ingest.Text([]byte(strings.Replace(recall, old, now, 1)), "later.txt")
	must(d.t, err)
	_, err = d.room.AddSnapshot(d.t.Context(), d.actor(factcheck.Reporter), d.source.ID, doc)
	must(d.t, err)
}

func TestTheDeskSaysWhichSourcesHaveChanged(t *testing.T) {
	d := openNewsdesk(t)
	claim := d.claim("Armenia has left")
	d.quotes(claim.ID, withdrawn, "Nobody resigned.")
	d.reporter.get("/desk").hides("Sources that changed")
	d.newer(withdrawn, "Armenia is leaving, it says; its part is frozen.\n\nThat is new.")
	d.editor.get("/desk").shows(200, "Sources that changed", withdrawn, "After the recall", "Altered", "not published", `href="/desk/changed/1"`,
		`<span class="tally">1 <span class="visually-hidden">waiting`)
	d.reporter.get("/desk").shows(200, "Sources that changed", `<span class="tally">1 <span class="visually-hidden">waiting`) // the claim alone
	d.chief.get("/desk").shows(200, `<span class="tally">1 <span class="visually-hidden">waiting`)
	d.reporter.get("/desk/sources/1").shows(200, "What became of the quotes", "1 altered, 1 moved", "<del>", "from passage 3 to 4", "Armenia has left",
		"Copies", "newest", "later.txt", `href="/desk/sources/1/snapshots/1"`, `href="/desk/sources/1/snapshots/2/original"`)
	d.reporter.get("/desk/claims/1").shows(200, "The source has since changed.", "Waits for a decision", "<ins>",
		`href="/desk/sources/1/snapshots/1?from=2#p2"`, "in another place")
	d.reporter.get("/desk/changed/2").shows(200, "The quote in the newer copy", "from passage 3 to 4").hides("Tell readers")
}

func TestAFewWordsAmongOthersAreNotSaidToBeGone(t *testing.T) {
	d := openNewsdesk(t)
	d.quotes(d.claim("Armenia has left").ID, "Nobody resigned.")
	doc, err := ingest.Text([]byte("Another paper altogether.\n\nIn the council of the town, Nobody resigned. It was a quiet year for them."), "")
	must(t, err)
	_, err = d.room.AddSnapshot(t.Context(), d.actor(factcheck.Reporter), d.source.ID, doc)
	must(t, err)
	d.editor.get("/desk/changed/1").shows(200, "the same few words stand there, among others", "it held these words among others than before.").
		hides("it no longer held")
}

func TestAnEditorDecidesWhatReadersAreTold(t *testing.T) {
	d := openNewsdesk(t)
	claim := d.claim("Armenia has left")
	d.quotes(claim.ID, withdrawn)
	d.newer(withdrawn, "")
	d.reporter.get("/desk/changed/1").shows(200, "Gone", "<del>"+withdrawn, "An editor decides").hides("Tell readers")
	d.reporter.post("/desk/changed/1", "do", "tell", "note", "It is gone.").shows(403, "Your role (reporter)")
	d.editor.get("/desk/changed/1").shows(200, "Tell readers", "No need to tell", "it no longer held these words.", `name="version" value="0"`)
	d.editor.post("/desk/changed/1", "do", "tell", "note", " ").shows(422, "It was not decided", `href="#note"`)
	d.editor.post("/desk/changed/1", "do", "dance").shows(422)
	d.editor.post("/desk/changed/1", "do", "tell", "note", "It is gone.", "version", "0").leads("/desk/claims/1#e1")
	d.editor.get("/desk/claims/1").shows(200, "Readers see it once the quote is public", "Readers are told")
	d.chief.post("/desk/changed/1", "do", "tell", "note", "Typed by another.", "version", "0").
		shows(409, "Somebody else has decided meanwhile", "Typed by another.", "It is gone.", "Decided by The editor", `name="version" value="1"`)
	d.chief.post("/desk/changed/1", "do", "settle", "version", "1").leads("/desk/claims/1#e1")
	d.reporter.get("/desk/changed/1").shows(200, "Readers are not told", "Decided by The admin")
	d.reporter.get("/desk/log").shows(200, "decided on a changed quote of", "“Armenia has left”", `href="/desk/changed/1"`)
	d.editor.get("/desk").hides("Sources that changed")
}

func TestCopiesAreReadComparedAndSaved(t *testing.T) {
	d := openNewsdesk(t)
	d.newer("The chair is empty. ", "The chair is taken. ")
	d.newer("Nobody resigned.", "Somebody resigned.")
	v := d.reporter
	v.get("/desk/sources/1?snapshot=1").leads("/desk/sources/1/snapshots/1")
	v.get("/desk/sources/1/snapshots/1").shows(200, "not the newest", "Nobody resigned.", "on this page", `href="/desk/sources/1/snapshots/3/changes?from=1"`).
		hides(`class="take"`, "data-pick", "data-record", "Record claims from it")
	v.get("/desk/sources/1/snapshots/3").leads("/desk/sources/1")
	v.get("/desk/sources/1/snapshots/1?passage=3").leads("/desk/sources/1/snapshots/1?from=3#p3")
	v.get("/desk/sources/1/snapshots/1?in=chair").shows(200, "Found in passage")
	v.get("/desk/sources/1/changes?from=3&to=1").leads("/desk/sources/1/snapshots/3/changes?from=1")
	v.get("/desk/sources/1/changes?from=1&to=1").leads("/desk/sources/1#copies")
	v.get("/desk/sources/1/snapshots/3/changes?from=1").shows(200, "What changed", "1 changed, 3 unchanged", "<del>Nobody</del>", "<ins>Somebody</ins>",
		"2 unchanged passages", "Read 1 to 2", `href="/desk/sources/1?from=1#p1"`)
	v.get("/desk/sources/1/snapshots/3/changes").shows(200, "<del>taken. ")
	saved := v.get("/desk/sources/1/snapshots/2/original").shows(200, "The chair is taken.")
	if got := saved.header.Get("Content-Disposition"); got != "attachment; filename=later.txt" {
		t.Errorf("it is saved as %q", got)
	}
	if saved.header.Get("X-Content-Type-Options") != "nosniff" {
		t.Error("browsers may guess what it is")
	}
	for _, path := range []string{"/desk/sources/1/snapshots/9", "/desk/sources/1/snapshots/1/changes", "/desk/sources/1/snapshots/9/changes?from=1",
		"/desk/sources/1/snapshots/9/original", "/desk/sources/2/snapshots/1", "/desk/changed/9", "/desk/sources/1/snapshots/x"} {
		v.get(path).shows(404)
	}
}

func TestStrangersSeeNothingOfAProtectedSourceThatChanged(t *testing.T) {
	d := openNewsdesk(t)
	claim := d.claim("Armenia has left")
	d.quotes(claim.ID, withdrawn)
	_, err := d.room.EditSource(t.Context(), d.actor(factcheck.Reporter), 1, d.source.Version, factcheck.SourceDraft{Title: "After the recall",
		Access: factcheck.ProtectedAccess, Description: "A document that we were given"})
	must(t, err)
	d.newer(withdrawn, "Other words.")
	for _, path := range []string{"/desk/changed/1", "/desk/sources/1/snapshots/1", "/desk/sources/1/snapshots/2/changes", "/desk/sources/1/snapshots/2/original"} {
		d.editor.get(path).shows(404)
	}
	d.editor.post("/desk/changed/1", "do", "settle").shows(404)
	d.editor.get("/desk").hides("Sources that changed", "Other words.")
	d.editor.get("/desk/claims/1").hides("since changed", "Other words.")
	d.reporter.get("/desk").shows(200, "Sources that changed")
}
