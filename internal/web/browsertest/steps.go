package browsertest

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// fillJS empties and focuses a text field, for the text to be typed, and gives
// false; a field that is picked from rather than typed into it sets by itself.
const fillJS = `(selector, text) => {
	const field = document.querySelector(selector);
	field.focus();
	const typed = field.tagName === 'TEXTAREA' || field.isContentEditable ||
		field.tagName === 'INPUT' && ['text', 'search', 'email', 'url', 'tel', 'password', 'number'].includes(field.type);
	if (typed && text !== '') {
		field.select();
		return false;
	}
	field.value = text;
	if (field.value !== text) throw new Error('the field does not take ' + JSON.stringify(text));
	field.dispatchEvent(new Event('input', {bubbles: true}));
	field.dispatchEvent(new Event('change', {bubbles: true}));
	return true;
}`

func run[T any](p *Page, doing string, action chromedp.Action[T]) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.Ctx, patience)
	defer cancel()
	value, err := chromedp.Run(ctx, action)
	if err != nil {
		p.t.Fatalf("%s: %v", doing, err)
	}
	return value
}

func (p *Page) do(doing string, action chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	run(p, doing, action)
}

// call runs a function in the page. It goes through the debugger, so neither
// a Content-Security-Policy nor switched-off JavaScript stands in its way.
func call[T any](p *Page, doing, function string, args ...any) T {
	p.t.Helper()
	encoded := make([]string, len(args))
	for i, arg := range args {
		text, err := json.Marshal(arg)
		if err != nil {
			p.t.Fatal(err)
		}
		encoded[i] = string(text)
	}
	expression := fmt.Sprintf("(%s)(%s)", function, strings.Join(encoded, ", "))
	return run(p, doing, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// watch collects what goes wrong in a page by itself; the returned function
// gives what has come up so far.
func watch(t *testing.T, ctx context.Context) func() []string {
	t.Helper()
	var mutex sync.Mutex
	var faults []string
	err := chromedp.Listen(ctx, func(event any) {
		if fault := faultIn(event); fault != "" {
			mutex.Lock()
			defer mutex.Unlock()
			faults = append(faults, fault)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return func() []string {
		mutex.Lock()
		defer mutex.Unlock()
		return faults
	}
}

func faultIn(event any) string {
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		if e.ExceptionDetails.Exception != nil {
			return e.ExceptionDetails.Exception.Description
		}
		return e.ExceptionDetails.Text
	case *log.EventEntryAdded:
		if strings.Contains(e.Entry.Text, "Content Security Policy") {
			return e.Entry.Text
		}
	}
	return ""
}
