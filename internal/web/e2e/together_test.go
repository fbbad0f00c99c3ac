package e2e_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"claimdesk/internal/web/browsertest"

	"github.com/chromedp/chromedp/kb"
)

func TestAColleagueIsNamedWhileTypingAndSeesIt(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	bench := fmt.Sprintf("/desk/claims/%d", f.sent(claimText))
	reporter, editor := f.as("reporter", b, browsertest.Options{}), f.as("editor", b, browsertest.Options{})
	reporter.visit(bench)
	reporter.Fill("#note", "")
	reporter.Click("#note")
	reporter.Press("Look, @the s")
	reporter.See(".names [role=option]")
	if got := reporter.Text(".names"); got != "The second" {
		t.Errorf("offered are %q", got)
	}
	reporter.Press(kb.Backspace + "e")
	if got := reporter.Text(".names [aria-selected=true]"); got != "The editor" {
		t.Errorf("chosen is %q", got)
	}
	reporter.fine("names to choose from")
	reporter.picture("names")
	reporter.PressEnter()
	reporter.Press("at the table.")
	if got := reporter.Value("#note"); got != "Look, @The editor at the table." {
		t.Errorf("the note is %q", got)
	}
	reporter.follow(`#notes form .button`)
	reporter.reads("Look, @The editor at the table.")
	editor.visit("/desk")
	has(t, editor.Text(".bell .tally"), "1 unread")
	editor.follow(".bell")
	editor.fine("notifications")
	editor.picture("notifications")
	editor.follow(".told .plain")
	if editor.at() != bench+"#notes" {
		t.Errorf("it leads to %s", editor.at())
	}
	if editor.Count(".bell .tally") != 0 {
		t.Error("the bell rings still")
	}
}

func TestATextIsOfferedBackInAnotherBrowser(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	bench := fmt.Sprintf("/desk/claims/%d", f.sent(claimText))
	first := f.as("editor", b, browsertest.Options{})
	first.visit(bench)
	first.Fill("#summary", "It is another matter.")
	first.Fill("#note", "Half a tho")
	ask[bool](first, `window.dispatchEvent(new PageTransitionEvent("pagehide"))`)
	second := f.as("editor", b, browsertest.Options{NoJS: true})
	for range 50 { // until the server has what the page has sent
		second.visit(bench)
		if second.Count(".pane .notice.draft") == 2 {
			break
		}
	}
	second.reads("You were writing this on", "Not saved when you were here last: a note the article")
	second.Screenshot(filepath.Join(t.ArtifactDir(), "offer.png"))
	second.follow(`#article .notice.draft a`)
	if got := second.Value("#summary"); got != "It is another matter." {
		t.Errorf("the summary is %q", got)
	}
	second.follow("#article form > .actions .button")
	second.visit(bench)
	if second.Count("#article .notice.draft") != 0 || second.Count("#notes .notice.draft") != 1 {
		t.Error("what was saved is offered, or the other is not")
	}
	second.follow("#notes .notice.draft form button")
	if second.Count(".notice.draft") != 0 {
		t.Error("it was not thrown away")
	}
}

func TestTheKeysOfANoteChooseAmongNamesAndAreItsOwnAgainAfterwards(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	p := f.as("reporter", b, browsertest.Options{})
	p.visit(fmt.Sprintf("/desk/claims/%d", f.ready(claimText)))
	p.Click("#note")
	p.Press("@the")
	p.See(".names [role=option]")
	first := p.Text(".names [aria-selected=true]")
	p.Press(kb.ArrowDown)
	second := p.Text(".names [aria-selected=true]")
	p.Press(kb.ArrowUp)
	if again := p.Text(".names [aria-selected=true]"); first == second || again != first {
		t.Errorf("chosen are %q, %q and %q", first, second, again)
	}
	p.Press(kb.ArrowDown)
	p.PressEnter()
	p.Press("look")
	if got := p.Value("#note"); got != "@"+second+" look" {
		t.Errorf("the note is %q", got)
	}
	p.PressEnter()
	p.Press("@the")
	p.See(".names [role=option]")
	p.Press(kb.Escape)
	if p.Count(".names") != 0 {
		t.Error("Escape closes nothing")
	}
	p.PressEnter()
	if got := p.Value("#note"); got != "@"+second+" look\n@the\n" {
		t.Errorf("the note is %q", got)
	}
}
