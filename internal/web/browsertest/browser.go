// Package browsertest gives tests a real Chromium: pages of their own size,
// colour scheme and cookies, the few things that a person does with them, and
// the accessibility checks of axe-core. Nothing but tests and the program that
// takes the screenshots imports it.
//
// Start one browser a package, in the test that holds the others:
//
//	b := browsertest.New(t)
//	t.Run("…", func(t *testing.T) { p := b.Page(t, browsertest.Options{}); … })
//
// Without a browser such tests are skipped; with CI=true they fail.
package browsertest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// ErrNoBrowser is what Open returns when no Chromium or Chrome is installed.
var ErrNoBrowser = errors.New("no Chromium found: `make test` installs it where it may, or install the package chromium")

// patience is how long one step in a page may take before it fails.
const patience = 20 * time.Second

// names are the programs that Open looks for, in this order.
var names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "headless-shell"}

// Browser is a running headless Chromium. Its pages share nothing but the
// process.
type Browser struct {
	ctx  context.Context
	stop []context.CancelFunc
}

// Open starts a browser, which runs until Close or the end of the program. It
// fails with ErrNoBrowser when none is installed.
func Open() (*Browser, error) {
	path, err := find()
	if err != nil {
		return nil, err
	}
	flags := append(chromedp.DefaultExecAllocatorOptions[:len(chromedp.DefaultExecAllocatorOptions):len(chromedp.DefaultExecAllocatorOptions)],
		chromedp.ExecPath(path), chromedp.DisableGPU, chromedp.Flag("lang", "en"))
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), flags...)
	ctx, stop := chromedp.NewContext(allocator)
	b := &Browser{ctx: ctx, stop: []context.CancelFunc{stop, stopAllocator}}
	if err := chromedp.Do(ctx); err != nil {
		b.Close()
		return nil, fmt.Errorf("starting %s: %w", path, err)
	}
	return b, nil
}

// Close ends the browser and removes its profile.
func (b *Browser) Close() {
	for _, stop := range b.stop {
		stop()
	}
}

// New starts a browser that ends with the test. Without one the test is
// skipped, and fails with CI=true.
func New(t *testing.T) *Browser {
	t.Helper()
	b, err := Open()
	if errors.Is(err, ErrNoBrowser) {
		missing(t, err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	return b
}

func find() (string, error) {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrNoBrowser
}

// missing skips a test for want of a tool; in CI that is a failure.
func missing(t *testing.T, err error) {
	t.Helper()
	if ci, _ := strconv.ParseBool(os.Getenv("CI")); ci {
		t.Fatal(err)
	}
	t.Skip(err)
}
