package e2e_test

import (
	"fmt"
	"strings"
	"testing"

	"claimdesk/internal/web/browsertest"
)

// beats has the page say at once that it is open, without waiting for its time.
func (p *person) beats() {
	p.t.Helper()
	ask[bool](p, `document.dispatchEvent(new Event("visibilitychange"))`)
}

// finds asks who else is here until the words are those wanted.
func (p *person) finds(words string) {
	p.t.Helper()
	got := ""
	for range 500 {
		p.beats()
		if got = strings.TrimSpace(p.Text(".here")); got == words {
			return
		}
	}
	p.t.Errorf("the page says %q, not %q", got, words)
}

func TestWhoeverOpensAClaimSeesWhoElseIsAtIt(t *testing.T) {
	for name, screen := range map[string]browsertest.Options{"wide": {}, "narrow": {Width: 390, Height: 844}} {
		t.Run(name, func(t *testing.T) {
			f, b := furnish(t), browsertest.New(t)
			bench := fmt.Sprintf("/desk/claims/%d", f.sent(claimText))
			editor, reporter := f.as("editor", b, browsertest.Options{}), f.as("reporter", b, screen)
			editor.visit(bench)
			reporter.visit(bench)
			reporter.finds("The editor is here too.")
			editor.finds("The reporter is here too.")
			editor.Click("#summary")
			editor.beats()
			reporter.finds("The editor is here too, writing the article.")
			reporter.fine("somebody else is here")
			reporter.picture("here-" + name)
			reporter.Fill("#note", "What of the second letter?")
			reporter.beats()
			editor.finds("The reporter is here too, writing a note.")
			editor.visit("/desk")
			reporter.finds("")
			editor.visit(bench + "/edit")
			editor.finds("The reporter is here too, writing a note.")
			reporter.finds("The editor is here too.")
		})
	}
}
