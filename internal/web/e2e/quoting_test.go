package e2e_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/web/browsertest"

	"github.com/chromedp/chromedp/kb"
)

func TestWordsAreSelectedAndQuotedByKeysAlone(t *testing.T) {
	f, id, p := talks(t, browsertest.Options{})
	p.Press("g11" + kb.Enter)
	selected := `getSelection().toString()`
	p.Press(kb.ArrowRight + kb.ArrowRight)
	if got := ask[string](p, selected); got != "minister" {
		t.Errorf("two steps select %q", got)
	}
	p.shift(kb.ArrowRight)
	if got := ask[string](p, selected); got != "minister said" {
		t.Errorf("a word more selects %q", got)
	}
	p.shift(kb.ArrowLeft)
	p.Press(kb.ArrowLeft)
	if got := ask[string](p, selected); got != "The" {
		t.Errorf("back at the beginning is %q", got)
	}
	for range 6 {
		p.Press(kb.ArrowRight)
	}
	p.shift(kb.ArrowDown)
	if got := ask[string](p, selected); got != "Nobody believed him." {
		t.Errorf("a sentence selects %q", got)
	}
	p.See(".choose")
	p.Press("r")
	p.hears("Quote attached as evidence 1.")
	p.Press("j")
	if at := p.currently(); at != "p12" {
		t.Errorf("after the quote, j leads to %s", at)
	}
	evidence := f.now(id).Evidence
	if len(evidence) != 1 || evidence[0].Exact != "Nobody believed him." || evidence[0].Passage != 11 || evidence[0].Stance != factcheck.Refutes {
		t.Errorf("the evidence is %+v", evidence)
	}
}

func TestTheFormBeginsWithWhatIsSelected(t *testing.T) {
	_, _, p := talks(t, browsertest.Options{})
	p.SelectText(".passages", "not leaving")
	p.See(".choose")
	p.until(`document.querySelector('#p11').contains(getSelection().anchorNode)`)
	p.Press("e")
	p.See("#exact")
	if got := p.Value("#exact"); got != "not leaving" {
		t.Errorf("the form begins with %q", got)
	}
}

func TestAttachingAQuoteMovesNothing(t *testing.T) {
	for name, look := range map[string]browsertest.Options{"wide": {}, "middle": {Width: 900, Height: 800}, "phone": {Width: 390, Height: 844}} {
		t.Run(name, func(t *testing.T) {
			f, id, p := talks(t, look)
			p.Fill("#explanation", "Not yet saved")
			p.Press(kb.Tab)
			p.SelectText(".passages", "Nobody believed him.")
			p.See(".choose")
			before := p.top("#p11")
			p.Click(`.choose [data-use="refutes"]`)
			p.hears("Quote attached as evidence 1.")
			after := p.top("#p11")
			t.Logf("%s: the passage stood at %g, and stands at %g", name, before, after)
			if math.Abs(after-before) >= 2 {
				t.Errorf("the passage moves from %g to %g", before, after)
			}
			if p.Count(".pieces > li") != 1 || p.Count(`#p11 .exact[data-stance="refutes"]`) != 1 || len(f.now(id).Evidence) != 1 {
				t.Error("the page does not show what was attached")
			}
			if got := p.Value("#explanation"); got != "Not yet saved" {
				t.Errorf("what was typed became %q", got)
			}
			if name != "wide" { // what lies half under something else is not judged
				p.Click(".said > button")
				ask[bool](p, `(scrollTo({top: 0, behavior: 'instant'}), true)`)
			}
			p.Axe(name + ": attached")
		})
	}
}

func TestARefusalIsAnsweredWhereTheReaderIs(t *testing.T) {
	_, _, p := talks(t, browsertest.Options{})
	p.Press("g11" + kb.Enter)
	p.Press("r")
	p.hears("Quote attached as evidence 1.")
	p.Press("r")
	p.hears("This quote is evidence 1 of the claim already.")
	if p.Count(".pieces > li") != 1 || p.currently() != "p11" {
		t.Errorf("it was attached twice, or the reader is at %q", p.currently())
	}
}

func TestWordsThatStandInManyPlacesAreAskedAbout(t *testing.T) {
	f, id, p := talks(t, browsertest.Options{})
	p.SelectText("#p3", "more than one line")
	p.See(".choose")
	p.Press("s")
	p.See("#problems")
	p.reads("The quote was not attached")
	if got := p.Value("#exact"); got != "more than one line" || len(f.now(id).Evidence) != 0 {
		t.Errorf("the form holds %q", got)
	}
}

func TestARemovalIsUndone(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	id := f.ready(claimText)
	was := f.now(id)
	p := f.as("reporter", b, browsertest.Options{})
	p.visit(was.Path())
	p.Click(fmt.Sprintf(`#e%d form[action$="/remove"] button`, was.Evidence[0].ID))
	p.hears("Quote 1 removed.")
	if p.Count(".pieces > li") != 1 || !strings.Contains(p.Value("#body"), "[0]") {
		t.Errorf("the page still shows what was removed; the article is %q", p.Value("#body"))
	}
	p.Axe("removed")
	p.Press("u")
	p.hears("Quote 1 is back.")
	p.sees(f, was)
}

// sees fails unless the claim and the page are as they were.
func (p *person) sees(f *furnished, was factcheck.Claim) {
	p.t.Helper()
	now := f.now(was.ID)
	if len(now.Evidence) != len(was.Evidence) || now.Evidence[0].ID != was.Evidence[0].ID || now.Article.Body != was.Article.Body {
		p.t.Errorf("the claim is %+v", now)
	}
	if p.Count(".pieces > li") != len(was.Evidence) || p.Value("#body") != was.Article.Body {
		p.t.Errorf("the page shows the article %q", p.Value("#body"))
	}
}

func TestARemovalIsUndoneWithoutScripts(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	id := f.ready(claimText)
	was := f.now(id)
	p := f.as("reporter", b, browsertest.Options{NoJS: true})
	p.visit(was.Path())
	p.follow(fmt.Sprintf(`#e%d form[action$="/remove"] button`, was.Evidence[0].ID))
	p.reads("Quote 1 removed.")
	p.follow(".undo form button")
	p.reads("Quote 1 is back.")
	if p.Count(".undo") != 0 {
		t.Error("what is back is offered again")
	}
	p.sees(f, was)
}
