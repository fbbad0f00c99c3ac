package e2e_test

import (
	"fmt"
	"strings"
	"testing"

	"claimdesk/internal/factcheck"
	"claimdesk/internal/ingest"
	"claimdesk/internal/web/browsertest"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// parley is a source of 61 passages, whose eleventh and 41st are of interest.
func parley() string {
	passages := []string{"# What was said at the talks"}
	for n := 2; n <= 61; n++ {
		text := fmt.Sprintf("Paragraph %d tells of the day. Nobody asked about it. It takes more than one line to say so, on most screens at least, and then it ends.", n)
		switch n {
		case 11:
			text = "The minister said: “We’re not leaving.” Nobody believed him. The talks went on for a week."
		case 41:
			text = "Армения не ВЫХОДИТ из ОДКБ. Հայաստանը դուրս ՉԻ գալիս։ We’re NOT leaving, the minister said."
		}
		passages = append(passages, text)
	}
	return strings.Join(passages, "\n\n")
}

// talks is a claim about the parley, at the bench of a reporter.
func talks(t *testing.T, o browsertest.Options) (*furnished, int64, *person) {
	t.Helper()
	f, b := furnish(t), browsertest.New(t)
	doc, err := ingest.Text([]byte(parley()), "parley.md")
	f.must(err)
	source, err := f.room.AddSource(t.Context(), f.actor("reporter"), factcheck.SourceDraft{Title: "The talks"}, doc)
	f.must(err)
	c, err := f.room.RecordClaim(t.Context(), f.actor("reporter"), factcheck.ClaimDraft{Text: claimText, SourceID: source.ID})
	f.must(err)
	p := f.as("reporter", b, o)
	p.visit(c.Path())
	return f, c.ID, p
}

// awaits evaluates a promise in the page.
func awaits[T any](p *person, promise string) T {
	p.t.Helper()
	value, err := chromedp.Run(p.Ctx, chromedp.Evaluate[T](promise, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("%s: %v", promise, err)
	}
	return value
}

// until waits for an expression of the page to be true.
func (p *person) until(expression string) {
	p.t.Helper()
	came := awaits[bool](p, `new Promise(resolve => {
		const begun = performance.now();
		const look = () => (`+expression+`) ? resolve(true) : performance.now() - begun > 5000 ? resolve(false) : requestAnimationFrame(look);
		look();
	})`)
	if !came {
		p.t.Fatalf("it did not come true: %s; said: %q", expression, ask[string](p, `document.querySelector('.said')?.textContent ?? ''`))
	}
}

// hears waits for what the page says was done.
func (p *person) hears(words string) {
	p.t.Helper()
	p.until(fmt.Sprintf(`document.querySelector('.said').textContent.includes(%q)`, words))
}

// currently is the passage that is worked on, "" for none.
func (p *person) currently() string {
	p.t.Helper()
	return ask[string](p, `document.querySelector('.passages > [aria-current]')?.id ?? ''`)
}

// top is where an element stands on the screen, once it has come to rest.
func (p *person) top(selector string) float64 {
	p.t.Helper()
	return awaits[float64](p, fmt.Sprintf(`new Promise(resolve => {
		const top = () => document.querySelector(%q).getBoundingClientRect().top;
		let last = top(), still = 0;
		const look = () => {
			still = top() === last ? still + 1 : 0;
			last = top();
			if (still < 8) requestAnimationFrame(look); else resolve(last);
		};
		look();
	})`, selector))
}

// shift presses a key with Shift held.
func (p *person) shift(key string) {
	p.t.Helper()
	if _, err := chromedp.Run(p.Ctx, chromedp.KeyEvent(key, chromedp.KeyModifiers(chromedp.ModifierShift))); err != nil {
		p.t.Fatal(err)
	}
}

func TestWordsAreFoundAsTheyAreTyped(t *testing.T) {
	_, _, p := talks(t, browsertest.Options{})
	count := `document.querySelector('.hits [role=status]').textContent`
	p.Press("/")
	if focus := ask[string](p, `document.activeElement.id`); focus != "find-in" {
		t.Errorf("the focus goes to %q", focus)
	}
	p.Fill("#find-in", "we're not")
	p.until(count + ` === '1 of 2'`)
	for _, step := range []struct{ key, count, at string }{{kb.Enter, "2 of 2", "p41"}, {kb.Enter, "1 of 2", "p11"}} {
		p.Press(step.key)
		if got := ask[string](p, count); got != step.count || p.currently() != step.at {
			t.Errorf("it says %q at %s, want %q at %s", got, p.currently(), step.count, step.at)
		}
	}
	p.shift(kb.Enter)
	if got := ask[string](p, count); got != "2 of 2" {
		t.Errorf("Shift+Enter leads to %q", got)
	}
	if at := p.top("#p41"); at < 0 || at > 800 {
		t.Errorf("what was found stands at %g", at)
	}
	for words, at := range map[string]string{"не выходит из одкб": "p41", "չի գալիս": "p41", "BELIEVED": "p11"} {
		p.Fill("#find-in", words)
		p.until(count + ` === '1 of 1' && document.querySelector('.passages > [aria-current]').id === '` + at + `'`)
	}
	p.Axe("finding")
	p.Fill("#find-in", "cranes")
	p.until(count + ` === 'Not found'`)
	p.Press(kb.Escape)
	if p.Value("#find-in") != "" || ask[string](p, count) != "" || ask[int](p, `CSS.highlights.get('found').size`) != 0 {
		t.Error("Escape does not clear what was looked for")
	}
	if at := ask[string](p, `document.activeElement.closest('li')?.id ?? ''`); at != "p11" && at != "p41" {
		t.Errorf("Escape leaves the focus at %q", at)
	}
}

func TestThePageFindsWhatTheServerFinds(t *testing.T) {
	_, _, p := talks(t, browsertest.Options{})
	path := p.at()
	for _, words := range []string{"we're not", `"We`, "не выходит", "չի", "paragraph 1", "e", "cranes"} {
		at := awaits[string](p, fmt.Sprintf(`fetch(%q + '?in=' + encodeURIComponent(%q)).then(a => a.text()).then(html =>
			String(new DOMParser().parseFromString(html, 'text/html').querySelectorAll('.passages mark').length))`, path, words))
		p.Fill("#find-in", words)
		p.until(`document.querySelector('#find-in').value && String(CSS.highlights.get('found')?.size) === '` + at + `'`)
	}
}

func TestAPassageIsReachedByItsNumber(t *testing.T) {
	_, _, p := talks(t, browsertest.Options{})
	for _, keys := range []string{"g41" + kb.Enter, "41" + kb.Enter} {
		p.Press("g1" + kb.Enter)
		p.Press(keys)
		focus := ask[string](p, `document.activeElement.className + ' ' + document.activeElement.closest('li').id`)
		if p.currently() != "p41" || focus != "at p41" {
			t.Errorf("%q leads to %s, the focus to %q", keys, p.currently(), focus)
		}
		if at := p.top("#p41"); at < 200 || at > 700 {
			t.Errorf("passage 41 stands at %g", at)
		}
	}
	if ask[float64](p, `scrollY`) != 0 {
		t.Error("the page scrolls, and not the source alone")
	}
}

func TestAPassageIsReachedByItsNumberWithoutScripts(t *testing.T) {
	_, _, p := talks(t, browsertest.Options{NoJS: true})
	p.Fill("#jump", "41")
	p.follow("form.jump .button")
	if !strings.HasSuffix(p.at(), "from=41#p41") {
		t.Errorf("the field leads to %s", p.at())
	}
	p.Fill("#find-in", "we're not")
	p.follow("form.find-in .button")
	p.reads("Found in passage 11 41")
}

func TestAPassageThatIsNotIsNotReached(t *testing.T) {
	_, _, p := talks(t, browsertest.Options{})
	p.Press("g99" + kb.Enter)
	if p.currently() != "" || strings.Contains(p.at(), "99") {
		t.Errorf("passage 99 of 61 is %s at %s", p.currently(), p.at())
	}
}

func TestNothingMovesGentlyForWhomMotionIsTooMuch(t *testing.T) {
	_, _, p := talks(t, browsertest.Options{})
	p.Press("g30" + kb.Enter)
	at := ask[float64](p, `document.querySelector('#p30').getBoundingClientRect().top`)
	if rest := p.top("#p30"); rest != at || at < 200 || at > 700 {
		t.Errorf("passage 30 went from %g to %g", at, rest)
	}
}
