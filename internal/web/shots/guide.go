package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/chromedp/chromedp"

	"claimdesk/internal/web/browsertest"
)

// patience is how long one page may take.
const patience = 30 * time.Second

// guide knows the way round a newsroom: one logged-in tab for each role, whose
// cookies the tabs for the pictures share. The reader's role is empty.
type guide struct {
	base    string
	tabs    map[string]context.Context
	cancels []context.CancelFunc
}

func enter(browser *browsertest.Browser, room *newsroom) (*guide, error) {
	g := &guide{base: strings.TrimSuffix(room.URL, "/"), tabs: map[string]context.Context{}}
	for _, role := range []string{"", "editor", "admin"} {
		ctx, cancel, err := browser.Tab(browsertest.Options{})
		if err != nil {
			g.leave()
			return nil, err
		}
		g.tabs[role] = ctx
		g.cancels = append(g.cancels, cancel)
		if role == "" {
			continue
		}
		if err := g.logIn(ctx, room, role); err != nil {
			g.leave()
			return nil, fmt.Errorf("logging in as %s: %w", role, err)
		}
	}
	return g, nil
}

func (g *guide) leave() {
	for _, cancel := range g.cancels {
		cancel()
	}
}

func (g *guide) logIn(ctx context.Context, room *newsroom, role string) error {
	who, err := room.as(role)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	const email, password = chromedp.CSS("input[name=email]"), chromedp.CSS("input[name=password]")
	err = chromedp.Do(ctx, chromedp.Navigate(g.base+"/desk/login"),
		chromedp.SendKeys(email, who.Email), chromedp.SendKeys(password, who.Password))
	if err != nil {
		return err
	}
	response, err := chromedp.RunResponse(ctx, chromedp.KeyEvent("\r"))
	if err == nil && response.Status != http.StatusOK {
		err = fmt.Errorf("answer %d at %s", response.Status, response.URL)
	}
	return err
}

// find gives the pages whose address is known, with At holding it, and an
// error for each of the others.
func (g *guide) find(wanted []page) (found []page, errs []error) {
	known := map[string]string{}
	for _, p := range wanted {
		at, err := g.address(p, known)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", p.Name, err))
			continue
		}
		known[p.Name] = at
		p.At = at
		found = append(found, p)
	}
	return found, errs
}

func (g *guide) address(p page, known map[string]string) (string, error) {
	at := p.At
	if !strings.HasPrefix(at, "/") {
		if at = known[p.At]; at == "" {
			return "", fmt.Errorf("starts from %s, which was not found", p.At)
		}
	}
	if p.Import {
		return g.bringIn(g.tabs[p.As], at)
	}
	if p.Link == "" {
		return at, nil
	}
	wanted, err := regexp.Compile("^(?:" + p.Link + ")$")
	if err != nil {
		return "", err
	}
	ctx, cancel := context.WithTimeout(g.tabs[p.As], patience)
	defer cancel()
	if err := chromedp.Do(ctx, chromedp.Navigate(g.base+at)); err != nil {
		return "", err
	}
	links, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](`[...document.querySelectorAll('a[href]')].map(link => link.href)`))
	if err != nil {
		return "", err
	}
	if path := g.nth(links, wanted, max(p.Nth, 1)); path != "" {
		return path, nil
	}
	return "", fmt.Errorf("too few links on %s match %s", at, p.Link)
}

// nth is the nth of the different paths that match, counted from 1; "" when
// there are fewer.
func (g *guide) nth(links []string, wanted *regexp.Regexp, n int) string {
	seen := map[string]bool{}
	for _, link := range links {
		path := g.path(link)
		if seen[path] || !wanted.MatchString(path) {
			continue
		}
		seen[path] = true
		if len(seen) == n {
			return path
		}
	}
	return ""
}

// path cuts an address on this site down to path and query.
func (g *guide) path(link string) string {
	parsed, err := url.Parse(link)
	if err != nil || !strings.HasPrefix(link, g.base+"/") {
		return ""
	}
	return parsed.RequestURI()
}

// shoot writes one picture and a line about it.
func (g *guide) shoot(p page, look look, stdout io.Writer) error {
	tab, closeTab, err := browsertest.Beside(g.tabs[p.As], look.Options)
	if err != nil {
		return err
	}
	defer closeTab()
	ctx, cancel := context.WithTimeout(tab, patience)
	defer cancel()
	file := filepath.Join(folder, p.Name+"-"+look.Name+".png")
	status, wide, err := capture(ctx, g.base+p.At, file)
	if err != nil {
		return fmt.Errorf("%s: %w", p.At, err)
	}
	fmt.Fprintf(stdout, "%-44s %s\n", file, p.At)
	if want := cmp.Or(p.Status, http.StatusOK); status != want {
		return fmt.Errorf("%s: status %d instead of %d", p.At, status, want)
	}
	if wide > look.Width {
		return fmt.Errorf("%s: %d px wide on a screen of %d", p.At, wide, look.Width)
	}
	return nil
}

// whole waits for fonts and for all pictures, those far down too, and gives the
// width of the page.
const whole = `(async () => {
	const pictures = [...document.images];
	for (const picture of pictures) picture.loading = 'eager';
	await Promise.allSettled(pictures.map(picture => picture.decode()));
	await document.fonts.ready;
	return document.documentElement.scrollWidth;
})()`

// capture gives the status of the answer and the width of the page in CSS
// pixels.
func capture(ctx context.Context, address, file string) (status, wide int, err error) {
	response, err := chromedp.Run(ctx, chromedp.NavigateResponse(address))
	if err != nil {
		return 0, 0, err
	}
	wide, err = chromedp.Run(ctx, chromedp.Evaluate[int](whole, chromedp.EvalAwaitPromise))
	if err != nil {
		return 0, 0, err
	}
	picture, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err != nil {
		return 0, 0, err
	}
	return int(response.Status), wide, os.WriteFile(file, picture, 0o644)
}
