package main

import (
	"context"
	"fmt"
	"regexp"

	"github.com/chromedp/chromedp"
)

// document is a page that is pasted in, so that there is an import to be
// confirmed, of which something is lost.
const document = `<!doctype html><html lang="en"><head><title>Two chairs: a minute of the example newsroom</title>
<meta name="author" content="Example newsroom"><meta property="article:published_time" content="2023-09-14"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Two chairs: a minute of the example newsroom</h1>
<p>This minute was written for an example newsroom, so that there is something to bring in. It stands for no meeting that took place.</p>
<p>Two chairs stayed empty in the morning. One of them was taken in the afternoon, by somebody who had missed the train.</p>
<figure><img src="chairs.png" alt="Two chairs"><figcaption>The chairs, before the meeting.</figcaption></figure>
<h2>What was counted</h2>
<table><tr><th>When</th><th>Empty chairs</th></tr><tr><td>Morning</td><td>2</td></tr><tr><td>Afternoon</td><td>1</td></tr></table>
<p>An empty chair says that nobody sits on it. Why that is so has to be asked, and the minute does not say that anybody asked.</p>
</article></body></html>`

// imported is where an import of the document waits to be confirmed.
var imported = regexp.MustCompile(`^/desk/imports/\d+$`)

// bringIn pastes the document into the form at a path, as the role whose tab
// this is, and gives the path of the import.
func (g *guide) bringIn(tab context.Context, form string) (string, error) {
	ctx, cancel := context.WithTimeout(tab, patience)
	defer cancel()
	paste := fmt.Sprintf(`document.querySelector('textarea[name=html]').value = %q`, document)
	if err := chromedp.Do(ctx, chromedp.Navigate(g.base+form), chromedp.Evaluate[chromedp.Void](paste)); err != nil {
		return "", err
	}
	send := chromedp.Evaluate[chromedp.Void](`document.querySelector('textarea[name=html]').form.requestSubmit()`)
	response, err := chromedp.RunResponse(ctx, send)
	if err != nil {
		return "", err
	}
	at := g.path(response.URL)
	if !imported.MatchString(at) {
		return "", fmt.Errorf("bringing in a document leads to %s", response.URL)
	}
	return at, g.read(ctx, at)
}

// read waits until a document was read: its page asks for what is to be kept.
func (g *guide) read(ctx context.Context, at string) error {
	for ctx.Err() == nil {
		if err := chromedp.Do(ctx, chromedp.Navigate(g.base+at)); err != nil {
			return err
		}
		done, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`document.querySelector('[data-reading]') === null`))
		if done || err != nil {
			return err
		}
	}
	return ctx.Err()
}
