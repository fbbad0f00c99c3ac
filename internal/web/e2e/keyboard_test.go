package e2e_test

import (
	"fmt"
	"testing"

	"claimdesk/internal/web/browsertest"

	"github.com/chromedp/chromedp/kb"
)

// mostStops is more than any page has places for the focus.
const mostStops = 200

// focusJS says what is wrong with how the focus is shown, "" for nothing, and
// "end" when it has left the page. The button within a date field is Chromium's
// own, and so is the ring around it.
const focusJS = `(() => {
	const e = document.activeElement;
	if (!e || e === document.body) return 'end';
	const s = getComputedStyle(e), r = e.getBoundingClientRect();
	if (e.type === 'date' && !e.matches(':focus-visible')) return '';
	const name = e.outerHTML.slice(0, 150);
	if (!e.matches(':focus-visible') || s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 2) return 'no outline: ' + name;
	if (r.width === 0 || r.height === 0 || s.clipPath === 'inset(50%)') return 'invisible: ' + name;
	const left = Math.max(0, r.left), right = Math.min(innerWidth, r.right), top = Math.max(0, r.top), bottom = Math.min(innerHeight, r.bottom);
	if (left >= right || top >= bottom) return 'off the screen: ' + name;
	for (const x of [0.1, 0.5, 0.9]) for (const y of [0.1, 0.5, 0.9]) {
		const seen = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
		if (seen && (e.contains(seen) || seen.contains(e) && seen !== document.body && seen !== document.documentElement)) return '';
	}
	return 'covered: ' + name;
})()`

func TestTheFocusIsSeenWhereverItGoes(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	check := f.now(f.public(claimText)).Live.Path()
	bench := fmt.Sprintf("/desk/claims/%d", f.sent("Armenia has left the CSTO"))
	for _, look := range []browsertest.Options{{}, {Width: 390, Height: 700}} {
		reader, admin := f.somebody(b, look), f.as("admin", b, look)
		for _, path := range []string{"/", check, "/desk/login"} {
			reader.tabsThrough(path)
		}
		for _, path := range []string{"/desk", "/desk/claims", "/desk/board", bench, "/desk/sources/new", "/desk/claims/new"} {
			admin.tabsThrough(path)
		}
	}
}

// tabsThrough goes through a page with the tab key, from its skip link on.
func (p *person) tabsThrough(path string) {
	p.t.Helper()
	p.visit(path)
	p.Press(kb.Tab)
	if first := ask[string](p, `document.activeElement.className`); first != "skip" {
		p.t.Errorf("%s: the first stop is %q, not the skip link", path, first)
	}
	for stops := range mostStops {
		problem := ask[string](p, focusJS)
		if problem == "end" {
			p.skips(path, stops)
			return
		}
		if problem != "" {
			p.t.Errorf("%s, stop %d: %s", path, stops+1, problem)
		}
		p.Press(kb.Tab)
	}
	p.t.Errorf("%s: the focus never leaves the page", path)
}

// skips uses the skip link of a page.
func (p *person) skips(path string, stops int) {
	p.t.Helper()
	if stops < 3 {
		p.t.Errorf("%s has no more than %d places for the focus", path, stops)
	}
	p.visit(path)
	p.Press(kb.Tab)
	p.Press(kb.Enter)
	if id := ask[string](p, `document.activeElement.id`); id != "main" {
		p.t.Errorf("%s: the skip link leads to %q", path, id)
	}
}

func TestTheReaderIsWorkedByKeys(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	id := f.claim(claimText)
	p := f.as("reporter", b, browsertest.Options{})
	p.visit(fmt.Sprintf("/desk/claims/%d", id))

	for _, step := range []struct{ key, at string }{{"j", "p1"}, {"j", "p2"}, {"j", "p3"}, {"k", "p2"}} {
		p.Press(step.key)
		if at := ask[string](p, `document.querySelector('.passages > [aria-current=true]')?.id ?? ''`); at != step.at {
			t.Errorf("%s leads to %q, want %s", step.key, at, step.at)
		}
	}
	p.Press("r")
	p.hears("Quote attached as evidence 1.")
	p.SelectText(".passages", "His term had run out.")
	p.See(".choose")
	p.Press("c")
	p.hears("Quote attached as evidence 2.")
	p.SelectText(".passages", own.quote)
	p.See(".choose")
	p.Press("s")
	p.hears("Quote attached as evidence 3.")
	for i, want := range []string{"refutes", "context", "supports"} {
		if evidence := f.now(id).Evidence; len(evidence) != 3 || string(evidence[i].Stance) != want {
			t.Errorf("the evidence is %+v", evidence)
			break
		}
	}
	p.visit(fmt.Sprintf("/desk/claims/%d", id))
	p.keepsQuiet()
}

// keepsQuiet types into a field, and switches the keys off.
func (p *person) keepsQuiet() {
	p.t.Helper()
	current := `document.querySelectorAll('.passages > [aria-current=true]').length`
	p.Click("#note")
	p.Press("jr")
	if got := p.Value("#note"); got != "jr" || ask[int](p, current) != 0 {
		p.t.Errorf("typing into a field gives %q, and moves in the source", got)
	}
	p.Fill("#note", "")
	p.Press(kb.Tab)
	p.Press("?")
	p.See("dialog#keys")
	p.Axe("keys")
	p.Click("[data-keys-switch]")
	p.Press(kb.Escape)
	p.Press("j")
	if ask[int](p, current) != 0 || p.Count("dialog[open]") != 0 {
		p.t.Error("a key works that was switched off")
	}
}
