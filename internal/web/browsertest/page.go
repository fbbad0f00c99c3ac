package browsertest

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// Page is a tab that belongs to a test: whatever does not work in it, or takes
// over twenty seconds, fails that test at once. Selectors are CSS, and the
// first match counts.
type Page struct {
	// Ctx is for chromedp actions that Page has no method for.
	Ctx context.Context
	t   *testing.T
}

// Page opens an empty page with cookies of its own that closes with the test.
// The test fails when a script in the page throws, or when the page does
// something that its Content-Security-Policy forbids; a failed test leaves a
// screenshot in its artifact folder (see go test -artifacts).
func (b *Browser) Page(t *testing.T, o Options) *Page {
	t.Helper()
	ctx, cancel, err := b.Tab(o)
	return adopt(t, ctx, cancel, err)
}

// Beside opens another tab with the cookies of this one.
func (p *Page) Beside(o Options) *Page {
	p.t.Helper()
	ctx, cancel, err := Beside(p.Ctx, o)
	return adopt(p.t, ctx, cancel, err)
}

func adopt(t *testing.T, ctx context.Context, cancel context.CancelFunc, err error) *Page {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	p := &Page{Ctx: ctx, t: t}
	faults := watch(t, ctx)
	t.Cleanup(func() {
		for _, fault := range faults() {
			t.Errorf("in the page: %s", fault)
		}
		if t.Failed() {
			p.keepPicture()
		}
		cancel()
	})
	return p
}

// Navigate loads an address and gives the HTTP status of its answer.
func (p *Page) Navigate(address string) int {
	p.t.Helper()
	response := run(p, "loading "+address, chromedp.NavigateResponse(address))
	if response == nil {
		return 0
	}
	return int(response.Status)
}

// Click clicks the middle of an element with the mouse, once it is visible,
// and waits for nothing. Use Follow for what loads a page.
func (p *Page) Click(selector string) {
	p.t.Helper()
	p.do("clicking "+selector, chromedp.Click(chromedp.CSS(selector)))
}

// Follow clicks an element, waits for the page that this loads, redirects
// included, and gives its HTTP status.
func (p *Page) Follow(selector string) int {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.Ctx, patience)
	defer cancel()
	response, err := chromedp.RunResponse(ctx, chromedp.Click(chromedp.CSS(selector)))
	if err != nil {
		p.t.Fatalf("following %s: %v", selector, err)
	}
	return int(response.Status)
}

// Press types keys where the focus is, each with its key events; see
// chromedp/kb for the special ones.
func (p *Page) Press(keys string) {
	p.t.Helper()
	p.do("pressing "+keys, chromedp.KeyEvent(keys))
}

// Fill replaces what a field holds, firing input events as typing would. A
// select takes the value of an option, a date field YYYY-MM-DD.
func (p *Page) Fill(selector, text string) {
	p.t.Helper()
	p.do("waiting for "+selector, chromedp.WaitVisible(chromedp.CSS(selector)))
	if picked := call[bool](p, "filling "+selector, fillJS, selector, text); picked {
		return
	}
	p.do("typing into "+selector, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, input.InsertText, input.InsertTextParams{Text: text})
		return err
	}))
}

// Upload puts a file of this machine into a file field.
func (p *Page) Upload(selector, path string) {
	p.t.Helper()
	p.do("choosing a file for "+selector, chromedp.SetUploadFiles(chromedp.CSS(selector), []string{path}))
}

// See waits until an element is visible.
func (p *Page) See(selector string) {
	p.t.Helper()
	p.do("waiting for "+selector, chromedp.WaitVisible(chromedp.CSS(selector)))
}

// Text gives an element's text as it is shown, waiting for the element.
func (p *Page) Text(selector string) string {
	p.t.Helper()
	return run(p, "reading "+selector, chromedp.Text(chromedp.CSS(selector), chromedp.NodeReady))
}

// Count gives the number of elements that match now, without waiting.
func (p *Page) Count(selector string) int {
	p.t.Helper()
	return call[int](p, "counting "+selector, `selector => document.querySelectorAll(selector).length`, selector)
}

// Attribute gives an element's attribute, empty when it has none.
func (p *Page) Attribute(selector, name string) string {
	p.t.Helper()
	return run(p, "reading "+selector, chromedp.AttributeValue(chromedp.CSS(selector), name, chromedp.NodeReady)).Value
}

// Value gives what a form field holds.
func (p *Page) Value(selector string) string {
	p.t.Helper()
	return run(p, "reading "+selector, chromedp.Value(chromedp.CSS(selector), chromedp.NodeReady))
}

// URL gives the address of the page.
func (p *Page) URL() string {
	p.t.Helper()
	return run(p, "reading the address", chromedp.Location())
}

// Screenshot writes the whole page, not only what fits on the screen, as PNG.
func (p *Page) Screenshot(path string) {
	p.t.Helper()
	if err := os.WriteFile(path, run(p, "taking a screenshot", chromedp.FullScreenshot(100)), 0o644); err != nil {
		p.t.Fatal(err)
	}
}

// keepPicture is for a test that has failed already, so it cannot fail again.
func (p *Page) keepPicture() {
	ctx, cancel := context.WithTimeout(p.Ctx, patience)
	defer cancel()
	picture, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err != nil {
		return
	}
	path := filepath.Join(p.t.ArtifactDir(), strings.ReplaceAll(p.t.Name(), "/", "_")+".png")
	if err := os.WriteFile(path, picture, 0o644); err == nil {
		p.t.Logf("the page as it stood: %s", path)
	}
}
