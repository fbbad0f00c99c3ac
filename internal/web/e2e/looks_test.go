package e2e_test

import (
	"fmt"
	"net/http"
	"testing"

	"claimdesk/internal/web/browsertest"
)

// pages are the addresses of every page, each with what it is. A reader sees
// the public ones, the rest an admin.
func (f *furnished) pages() (public, desk map[string]string) {
	researched, sent := f.ready("The CSTO is over"), f.sent("Armenia has left the CSTO")
	live, corrected := f.public("Armenia is leaving the CSTO"), f.corrected("Armenia has resigned from the CSTO")
	check, was := f.now(live).Live.Path(), f.now(corrected).Live.Path()
	public = map[string]string{
		"home": "/", "list": "/fact-checks", "empty list": "/fact-checks?q=cranes", "check": check, "corrected check": was,
		"history": was + "/history", "first version": was + "/revisions/1", "evidence": fmt.Sprintf("/evidence/%d", f.now(live).Evidence[0].ID),
		"topics": "/topics", "topic": "/topics/csto", "ratings": "/ratings", "rating": "/ratings/misinterpreted", "login": "/desk/login",
	}
	bench := func(id int64) string { return fmt.Sprintf("/desk/claims/%d", id) }
	source := fmt.Sprintf("/desk/sources/%d", f.source)
	desk = map[string]string{
		"desk": "/desk", "claims": "/desk/claims", "found claims": "/desk/claims?q=left", "new claim": "/desk/claims/new", "several": "/desk/claims/several",
		"bench": bench(researched), "bench in review": bench(sent), "bench published": bench(live), "claim": bench(live) + "/edit",
		"quote": bench(sent) + fmt.Sprintf("/quote?source=%d&passage=2", f.source), "article": bench(researched) + "/article",
		"evidence": fmt.Sprintf("%s/evidence/%d", bench(researched), f.now(researched).Evidence[0].ID), "preview": bench(sent) + "/preview",
		"publish": bench(sent) + "/publish?approve=yes", "return": bench(sent) + "/return", "drop": bench(sent) + "/drop",
		"sources": "/desk/sources", "new source": "/desk/sources/new", "source": source, "source's details": source + "/edit",
		"new copy": source + "/snapshots/new", "document to confirm": f.waits(),
		"people": "/desk/people", "person": "/desk/people/1", "account": "/desk/account", "settings": "/desk/settings", "log": "/desk/log",
	}
	return public, desk
}

// as opens a browser in which somebody is logged in.
func (f *furnished) as(who string, b *browsertest.Browser, o browsertest.Options) *person {
	f.t.Helper()
	p := f.somebody(b, o)
	p.visit("/desk/login")
	p.Fill("#email", who+"@example.org")
	p.Fill("#password", password)
	p.follow("form .button")
	return p
}

func TestEveryPageIsAccessibleInEachLook(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	public, desk := f.pages()
	for _, look := range []struct {
		name string
		browsertest.Options
	}{
		{"light", browsertest.Options{}},
		{"dark", browsertest.Options{Dark: true}},
		{"phone", browsertest.Options{Width: 390, Height: 844}},
	} {
		reader, admin := f.somebody(b, look.Options), f.as("admin", b, look.Options)
		for name, path := range public {
			reader.visit(path)
			reader.Axe(look.name + ": " + name)
		}
		for name, path := range desk {
			admin.visit(path)
			admin.Axe(look.name + ": desk " + name)
		}
		if status := reader.Navigate(f.base + "/cranes"); status != http.StatusNotFound {
			t.Errorf("an unknown address answers %d", status)
		}
		reader.Axe(look.name + ": not found")
	}
}

func TestNoPageScrollsSidewaysOnANarrowScreen(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	public, desk := f.pages()
	narrow := browsertest.Options{Width: 320, Height: 640}
	reader, admin := f.somebody(b, narrow), f.as("admin", b, narrow)
	for name, path := range public {
		reader.fits(name, path)
	}
	for name, path := range desk {
		admin.fits("desk "+name, path)
	}
}

// fits fails when a page is wider than the screen.
func (p *person) fits(name, path string) {
	p.t.Helper()
	p.visit(path)
	if over := ask[string](p, overflowJS); over != "" {
		p.t.Errorf("%s (%s) is wider than the screen, for one by %s", name, path, over)
	}
}

// overflowJS names the innermost element that reaches beyond the screen's
// right edge when the page does; "" when it does not.
const overflowJS = `(() => {
	const edge = document.documentElement.clientWidth;
	if (document.documentElement.scrollWidth <= edge) return '';
	const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > edge + 0.5);
	return wide.length ? wide.pop().outerHTML.slice(0, 200) : 'something unseen';
})()`
