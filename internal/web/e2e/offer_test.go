package e2e_test

import (
	"fmt"
	"net/http"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/web/browsertest"

	"github.com/chromedp/chromedp/kb"
)

func TestTheSourcesOwnSignsAreTakenWithOnePress(t *testing.T) {
	for name, o := range map[string]browsertest.Options{"with scripts": {}, "without": {NoJS: true}} {
		t.Run(name, func(t *testing.T) {
			f, b := furnish(t), browsertest.New(t)
			doc, err := ingest.Text([]byte("He said: “the seat is empty” – twice.\n\nNobody asked him why."), "")
			f.must(err)
			source, err := f.room.AddSource(t.Context(), f.actor("reporter"), factcheck.SourceDraft{Title: "The talks"}, doc)
			f.must(err)
			id := f.claim("The seat is empty")
			p := f.as("reporter", b, o)
			p.visit(fmt.Sprintf("/desk/claims/%d/quote?source=%d&passage=1", id, source.ID))
			p.Fill("#exact", `"the seat is empty" - twice`)
			p.Fill("#note", "Twice.")
			p.Click(`label:has([name=stance][value=refutes])`)
			p.meet(http.StatusUnprocessableEntity, "main form.form > .actions .button")
			p.reads("The source has it so.", "Differs in quote marks, dashes.")
			p.fine("an offered quote")
			if !o.NoJS { // the Enter key sends what was typed, and takes no offer
				p.Click("details:has(#speaker) > summary")
				p.Fill("#speaker", "He")
				p.Press(kb.Enter)
				p.See(`#speaker[value="He"]`)
				if n := len(f.now(id).Evidence); n != 0 {
					t.Fatalf("the Enter key attached %d quotes", n)
				}
			}
			p.follow("button[name=offer]")
			evidence := f.now(id).Evidence
			if len(evidence) != 1 || evidence[0].Exact != "“the seat is empty” – twice" || evidence[0].Note != "Twice." {
				t.Errorf("the evidence is %+v", evidence)
			}
		})
	}
}
