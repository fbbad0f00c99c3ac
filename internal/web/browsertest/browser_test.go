package browsertest

import (
	"fmt"
	"image"
	_ "image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const form = `<!doctype html><html lang="en"><head><title>A form</title>
<link rel="stylesheet" href="/style.css"><script type="module" src="/script.js"></script></head>
<body><main><h1>A form</h1>
<form method="post" action="/sent">
<label>Words <textarea name="words">old words</textarea></label>
<label>Day <input type="date" name="day"></label>
<label>Kind <select name="kind"><option value="a">A</option><option value="b">B</option></select></label>
<button>Send</button></form>
<div class="far"></div>
<p id="passage"><b>11</b> Armenia is not pursuing
formal <em>withdrawal</em> from the organisation, but it is freezing its membership, step by step, and in words
that each side may read as it likes (costs: $5).</p>
<p id="scheme">plain</p></main></body></html>`

const faint = `<!doctype html><html lang="en"><head><title>Faint</title><link rel="stylesheet" href="/style.css"></head>
<body><main><h1>Faint</h1><p class="faint">Hardly to be read.</p></main></body></html>`

const style = `.far { height: 3000px } .faint { color: #ddd; background: #fff } textarea { width: 10em }
#passage { width: 20em; line-height: 1.5 }
@media (prefers-color-scheme: dark) { #scheme { text-transform: uppercase } }`

const script = `document.querySelector('h1').textContent = 'A form with a script';`

func site(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	serve := func(pattern, kind, body string) {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Security-Policy", policy)
			w.Header().Set("Content-Type", kind)
			fmt.Fprint(w, body)
		})
	}
	serve("GET /form", "text/html; charset=utf-8", form)
	serve("GET /faint", "text/html; charset=utf-8", faint)
	serve("GET /style.css", "text/css", style)
	serve("GET /script.js", "text/javascript", script)
	serve("GET /favicon.ico", "image/x-icon", "")
	mux.HandleFunc("POST /sent", func(w http.ResponseWriter, r *http.Request) {
		http.SetCookie(w, &http.Cookie{Name: "who", Value: "me"})
		w.WriteHeader(http.StatusUnprocessableEntity)
		fmt.Fprintf(w, "%s|%s|%s", r.FormValue("words"), r.FormValue("day"), r.FormValue("kind"))
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

func TestBrowser(t *testing.T) {
	b := New(t)
	url := site(t)

	t.Run("fills and sends a form, with JavaScript and without", func(t *testing.T) {
		for _, noJS := range []bool{false, true} {
			p := b.Page(t, Options{NoJS: noJS})
			if status := p.Navigate(url + "/form"); status != http.StatusOK {
				t.Fatalf("status is %d", status)
			}
			if scripted := p.Text("h1") == "A form with a script"; scripted == noJS {
				t.Errorf("NoJS %v: the heading is %q", noJS, p.Text("h1"))
			}
			p.Fill("textarea", "Ճիշտ\n“new” words")
			p.Fill("[name=day]", "2023-09-14")
			p.Fill("select", "b")
			if status := p.Follow("button"); status != http.StatusUnprocessableEntity {
				t.Errorf("NoJS %v: sending gave %d", noJS, status)
			}
			if got := p.Text("body"); got != "Ճիշտ\n“new” words|2023-09-14|b" {
				t.Errorf("NoJS %v: sent %q", noJS, got)
			}
			if p.URL() != url+"/sent" {
				t.Errorf("NoJS %v: at %s", noJS, p.URL())
			}
		}
	})

	t.Run("selects words with the mouse, over elements and lines", func(t *testing.T) {
		p := b.Page(t, Options{Width: 390, Height: 700})
		p.Navigate(url + "/form")
		for _, words := range []string{
			"Armenia is not pursuing formal withdrawal from the organisation, but it is freezing its membership",
			"withdrawal", "11", "likes (costs: $5).", "s",
		} {
			p.SelectText("#passage", words)
		}
	})

	t.Run("keeps cookies apart, except for tabs beside each other", func(t *testing.T) {
		p, other := b.Page(t, Options{}), b.Page(t, Options{})
		p.Navigate(url + "/form")
		p.Follow("button")
		beside := p.Beside(Options{})
		beside.Navigate(url + "/form")
		other.Navigate(url + "/form")
		read := chromedp.Evaluate[string](`document.cookie`)
		if run(beside, "reading", read) != "who=me" || run(other, "reading", read) != "" {
			t.Error("a cookie is not where it should be")
		}
	})

	t.Run("shows the size and the scheme asked for", func(t *testing.T) {
		p := b.Page(t, Options{Width: 390, Height: 800, Dark: true})
		p.Navigate(url + "/form")
		if got := p.Text("#scheme"); got != "PLAIN" {
			t.Errorf("in the dark: %q", got)
		}
		path := filepath.Join(t.TempDir(), "page.png")
		p.Screenshot(path)
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		picture, _, err := image.DecodeConfig(file)
		if err != nil || picture.Width != 390 || picture.Height < 3000 {
			t.Errorf("the picture is %d by %d, %v", picture.Width, picture.Height, err)
		}
	})

	t.Run("passes what axe-core passes", func(t *testing.T) {
		p := b.Page(t, Options{})
		p.Navigate(url + "/form")
		p.Axe("form")
	})

	t.Run("notices what the policy forbids and what throws", func(t *testing.T) {
		ctx, cancel, err := b.Tab(Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer cancel()
		faults := watch(t, ctx)
		err = chromedp.Do(ctx, chromedp.Navigate(url+"/form"),
			chromedp.Evaluate[chromedp.Void](`document.body.setAttribute('style', 'color: red')`),
			chromedp.Evaluate[chromedp.Void](`new Promise(done => { setTimeout(() => { setTimeout(done); throw new Error('broken') }) })`, chromedp.EvalAwaitPromise))
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join(faults(), "\n")
		if !strings.Contains(got, "Content Security Policy") || !strings.Contains(got, "broken") {
			t.Errorf("noticed %q", got)
		}
	})
}

func TestAxeFindsWhatIsSerious(t *testing.T) {
	source, err := axeSource()
	if err != nil {
		missing(t, err)
	}
	p := New(t).Page(t, Options{})
	p.Navigate(site(t) + "/faint")
	p.do("loading axe-core", chromedp.Evaluate[chromedp.Void](source))
	found := call[[]violation](p, "running axe-core", axeJS)
	if len(found) != 1 || found[0].ID != "color-contrast" || !found[0].grave() ||
		!strings.Contains(found[0].String(), "faint") {
		t.Errorf("found %v", found)
	}
}
