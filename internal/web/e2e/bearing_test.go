package e2e_test

import (
	"fmt"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/web/browsertest"
)

const embassy = "The CSTO representative was made ambassador somewhere else"

func TestTheBestPassageIsQuotedWithTwoKeys(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	for name, look := range map[string]browsertest.Options{"wide": {}, "phone": {Width: 390, Height: 844}} {
		t.Run(name, func(t *testing.T) {
			id := f.claim(embassy)
			p := f.as("reporter", b, look)
			p.visit(fmt.Sprintf("/desk/claims/%d", id))
			p.Press("b")
			p.Press("s")
			p.hears("Quote attached as evidence 1.")
			evidence := f.now(id).Evidence
			if len(evidence) != 1 || !strings.Contains(evidence[0].Exact, "was given an embassy elsewhere") || evidence[0].Stance != factcheck.Supports {
				t.Errorf("the evidence is %+v", evidence)
			}
		})
	}
}

func TestKeysLeadFromOneBearingPassageToTheNext(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	p := f.as("reporter", b, browsertest.Options{})
	p.visit(fmt.Sprintf("/desk/claims/%d", f.claim("The seat at the alliance is vacant, American soldiers hold an exercise, and parliament votes on the Rome Statute")))
	bears := `[...document.querySelectorAll('.bearing > .bears a')].map(a => a.hash.slice(1)).join(' ')`
	ids := strings.Fields(ask[string](p, bears))
	if len(ids) < 3 {
		t.Fatalf("only %v bear on the claim", ids)
	}
	last := ids[len(ids)-1]
	for i, step := range []struct{ key, at string }{{"B", last}, {"b", ids[0]}, {"b", ids[1]}, {"B", ids[0]}, {"b", ids[1]}, {"b", ids[2]}} {
		p.Press(step.key)
		if at := p.currently(); at != step.at {
			t.Errorf("step %d, %s, leads to %s, want %s of %v", i, step.key, at, step.at, ids)
		}
	}
	p.Click(".bearing summary")
	p.See(".bearing ol")
	p.Axe("bearing")
	p.Click(".bearing li:nth-child(2) a.to")
	p.until(fmt.Sprintf("document.querySelector('.passages > [aria-current]').id === %q", ids[1]))
	p.Press("b")
	if at := p.currently(); at != ids[2] {
		t.Errorf("after a click into %s, b leads to %s of %v", ids[1], at, ids)
	}
}

func TestABearingPassageIsReachedOnAnotherPart(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	text := strings.Repeat("Nothing is told here.\n\n", 520) + "The CSTO representative became an ambassador.\n\n" + strings.Repeat("Nor here.\n\n", 5)
	doc, err := ingest.Text([]byte(text), "")
	f.must(err)
	source, err := f.room.AddSource(t.Context(), f.actor("reporter"), factcheck.SourceDraft{Title: "Long"}, doc)
	f.must(err)
	c, err := f.room.RecordClaim(t.Context(), f.actor("reporter"), factcheck.ClaimDraft{Text: embassy, SourceID: source.ID})
	f.must(err)
	p := f.as("reporter", b, browsertest.Options{})
	p.visit(c.Path())
	p.Press("b")
	p.until(`document.querySelector('.passages > [aria-current]')?.id === 'p521'`)
	p.Press("s")
	p.hears("Quote attached as evidence 1.")
	if e := f.now(c.ID).Evidence; len(e) != 1 || e[0].Passage != 521 {
		t.Errorf("the evidence is %+v", e)
	}
}

func TestBearingPassagesAreQuotedWithoutScripts(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	p := f.as("reporter", b, browsertest.Options{NoJS: true})
	p.visit(fmt.Sprintf("/desk/claims/%d", f.claim(embassy)))
	p.Click(".bearing summary")
	p.reads("Bearing on this claim")
	p.follow(".bearing li:first-child a.quote")
	if got := p.Value("#exact"); !strings.Contains(got, "was given an embassy elsewhere") {
		t.Errorf("the form begins with %q", got)
	}
}
