package e2e_test

import (
	"fmt"
	"maps"
	"net/http"
	"testing"

	"claimdesk/internal/web/browsertest"
)

// pages are the addresses of every page, each with what it is. A reader sees
// the public ones, the rest an admin.
func (f *furnished) pages() (public, desk map[string]string) {
	researched, sent := f.ready("The CSTO is over"), f.sent("Armenia has left the CSTO")
	live, corrected := f.public("Armenia is leaving the CSTO"), f.corrected("Armenia has resigned from the CSTO")
	f.hears("They say that the CSTO is finished and that everybody is leaving it, one after the other")
	check, was := f.now(live).Live.Path(), f.now(corrected).Live.Path()
	public = map[string]string{
		"home": "/", "list": "/fact-checks", "empty list": "/fact-checks?q=cranes", "check": check, "corrected check": was,
		"history": was + "/history", "first version": was + "/revisions/1", "evidence": fmt.Sprintf("/evidence/%d", f.now(live).Evidence[0].ID),
		"topics": "/topics", "topic": "/topics/csto", "ratings": "/ratings", "rating": "/ratings/misinterpreted", "first scale": "/ratings?version=1", "methodology": "/methodology", "login": "/desk/login",
		"tip": "/tip", "tip, thanks": "/tip/thanks", "claimant": "/claimants/the-evening-party", "about": "/about",
	}
	bench := func(id int64) string { return fmt.Sprintf("/desk/claims/%d", id) }
	source := fmt.Sprintf("/desk/sources/%d", f.source)
	desk = map[string]string{
		"desk": "/desk", "claims": "/desk/claims", "board": "/desk/board", "found claims": "/desk/claims?q=left", "new claim": "/desk/claims/new", "several": "/desk/claims/several",
		"bench": bench(researched), "bench in review": bench(sent), "bench published": bench(live), "claim": bench(live) + "/edit",
		"quote": bench(sent) + fmt.Sprintf("/quote?source=%d&passage=2", f.source), "article": bench(researched) + "/article",
		"evidence": fmt.Sprintf("%s/evidence/%d", bench(researched), f.now(researched).Evidence[0].ID), "preview": bench(sent) + "/preview",
		"publish": bench(sent) + "/publish?approve=yes", "return": bench(sent) + "/return", "drop": bench(sent) + "/drop",
		"sources": "/desk/sources", "new source": "/desk/sources/new", "source": source, "source's details": source + "/edit",
		"new copy": source + "/snapshots/new", "document to confirm": f.waits(),
		"tips": "/desk/tips", "accept a tip": "/desk/tips/1/accept", "topics": "/desk/topics", "topic": "/desk/topics/1",
		"merge": "/desk/topics/1/merge?into=2", "claimants": "/desk/claimants", "claimant": "/desk/claimants/1",
		"people": "/desk/people", "person": "/desk/people/1", "account": "/desk/account", "settings": "/desk/settings", "scale": "/desk/scale", "pages for readers": "/desk/pages", "page for readers": "/desk/pages/funding", "log": "/desk/log",
	}
	maps.Copy(desk, f.daily())
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

func TestTheDesksBarIsOneRowOnADesktop(t *testing.T) {
	f, b := furnish(t), browsertest.New(t)
	f.public("Armenia is leaving the CSTO")
	f.hears("They say that the CSTO is finished")
	f.sent("Armenia has left the CSTO")
	for _, who := range []string{"reporter", "editor", "admin"} {
		p := f.as(who, b, browsertest.Options{Width: 1280, Height: 800})
		for _, path := range []string{"/desk", "/desk/claims", "/desk/settings"} {
			if who == "admin" || path != "/desk/settings" {
				p.visit(path)
				if high := ask[float64](p, `document.querySelector('.deskbar').offsetHeight`); high > 60 {
					t.Errorf("%s at %s has a bar of %v pixels", who, path, high)
				}
			}
		}
	}
}
