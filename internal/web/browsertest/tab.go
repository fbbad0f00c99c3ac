package browsertest

import (
	"context"
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Options is how a page is looked at. Zero means 1280 by 900 CSS pixels,
// light, with JavaScript and, so that a click does not miss what is still
// moving, for somebody who prefers reduced motion.
type Options struct {
	Width, Height int
	Dark          bool
	NoJS          bool
	Motion        bool
}

// Tab opens an empty page with cookies of its own, for use with chromedp. It
// closes when cancel is called.
func (b *Browser) Tab(o Options) (ctx context.Context, cancel context.CancelFunc, err error) {
	return open(b.ctx, o, chromedp.WithNewBrowserContext())
}

// Beside opens another tab that shares the cookies of a tab; it closes when
// cancel is called, or with that tab.
func Beside(tab context.Context, o Options) (ctx context.Context, cancel context.CancelFunc, err error) {
	return open(tab, o)
}

func open(parent context.Context, o Options, how ...chromedp.ContextOption) (context.Context, context.CancelFunc, error) {
	ctx, cancel := chromedp.NewContext(parent, how...)
	if err := chromedp.Do(ctx, o.apply()); err != nil {
		cancel()
		return nil, nil, fmt.Errorf("opening a page: %w", err)
	}
	return ctx, cancel, nil
}

func (o Options) apply() chromedp.Action[chromedp.Void] {
	width, height := o.Width, o.Height
	if width == 0 {
		width = 1280
	}
	if height == 0 {
		height = 900
	}
	return chromedp.Steps(
		chromedp.EmulateViewport(int64(width), int64(height)),
		o.media(),
		chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			_, err := cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: o.NoJS})
			return err
		}),
	)
}

func (o Options) media() chromedp.Action[chromedp.Void] {
	scheme, motion := "light", "reduce"
	if o.Dark {
		scheme = "dark"
	}
	if o.Motion {
		motion = "no-preference"
	}
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{
				{Name: "prefers-color-scheme", Value: scheme},
				{Name: "prefers-reduced-motion", Value: motion},
			},
		})
		return err
	})
}
