package e2e_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"claimdesk/internal/quote"
	"claimdesk/internal/web/browsertest"

	"github.com/chromedp/chromedp"
)

// blocks are the parts of a page, far enough from each other that the screen
// shows one at a time. A number is the id of the element that follows.
var blocks = []string{
	`<h2 id="0">The minister on the alliance</h2>`,
	`<p id="1">The minister said: we are not leaving. That was in May.</p>`,
	`<p id="2">In June, the minister said: we are not leaving. That was before the vote.</p>`,
	`<p id="3">It costs 10,000&nbsp;€ — half-price, they say — &amp; more: 5&nbsp;% a year, “R&amp;D, mostly” (or so).</p>`,
	`<p id="4">Армения не выходит из ОДКБ, но и не участвует в её работе.</p>`,
	`<p id="5">Հայաստանը սառեցրել է իր մասնակցությունը և սպասում է։ Ինչո՞ւ։</p>`,
	`<div><p id="6">He rose late in the <em>evening</em> to speak at last.</p><p id="7">Nothing is decided, he told the few who stayed.</p></div>`,
	`<p id="8">Their nonmembership is an old <b>mis</b>understanding of the treaty.</p>`,
	`<ul><li id="9">First, bread.</li><li id="10">Second, salt and some water.</li></ul>`,
	`<p id="11">A longer thought begins in this place, ` + strings.Repeat("goes on and on, ", 12) + `and it finds its end here.</p>`,
	`<p id="12">قالَ الوزيرُ إن الحكومة لن تنسحب من الحلف.</p>`,
	`<p id="13">亚美尼亚没有退出联盟。部长说还没有决定。</p>`,
	`<p id="14">Yes.</p>`,
	`<p id="15">No.</p>`,
	`<p id="16">The vote, Mr Vale says, was close. It was so close that they counted twice.</p>`,
	`<table><tr><td id="17">Members in 2019</td><td id="18">six states</td></tr></table>`,
	`<p id="19">Broken<br>by a line end that the page<br>has inside of one paragraph.</p>`,
	`<p id="20">First he said no to it, then he said no to them, and at last said no to all.</p>`,
	`<p id="21">The word with&shy;drawal has a soft hyphen, and ﬁnally a ligature.</p>`,
	`<p id="22" style="text-transform: uppercase">Capitals by the style sheet alone.</p>`,
	`<p id="23">Yes.</p>`,
	`<pre id="24">An old text file
that was wrapped by hand
after every few words.</pre>`,
	`<div><p id="25">Before the advertisement stands a paragraph.</p><p class="ad">Buy now! Buy now!</p><p id="26">Behind the advertisement it goes on.</p></div>`,
	`<a name="part"></a>`,
}

// The page as a reader would copy it.
var (
	ad     = regexp.MustCompile(`<p class="ad">[^<]*</p>`) // which our copy has not
	breaks = regexp.MustCompile(`</(?:h2|p|li|td)>|<br>`)
	tags   = regexp.MustCompile(`<[^>]*>`)
	signs  = strings.NewReplacer("&nbsp;", "\u00A0", "&amp;", "&", "&shy;", "\u00AD")
)

// copied is the page's text.
func copied(t *testing.T) string {
	t.Helper()
	page := breaks.ReplaceAllStringFunc(ad.ReplaceAllString(strings.Join(blocks, "\n\n"), ""), func(tag string) string {
		if tag == "<br>" {
			return "\n"
		}
		return "\n\n"
	})
	text, err := quote.Normalise([]byte(signs.Replace(tags.ReplaceAllString(page, ""))))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// somebodysPage serves the blocks as a page of somebody else's.
func somebodysPage(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, `<!doctype html><html lang="en"><title>A page</title><style>body > * { margin: 1500px 0 }</style>`)
		fmt.Fprint(w, strings.Join(blocks, "\n"))
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// shownJS waits until the page has scrolled and lies still, and lists the ids of
// what is on the screen.
const shownJS = `new Promise(resolve => {
	let last = -1, still = 0, frames = 0;
	const look = () => {
		still = scrollY === last ? still + 1 : 0;
		last = scrollY;
		if (++frames < 300 && (scrollY === 0 || still < 10)) return requestAnimationFrame(look);
		const seen = [...document.querySelectorAll('[id]')].filter(e => {
			const r = e.getBoundingClientRect();
			return r.top >= 0 && r.bottom <= innerHeight;
		});
		resolve(seen.map(e => e.id).join(' '));
	};
	look();
})`

func TestATextFragmentScrollsToTheWords(t *testing.T) {
	tests := []struct{ name, exact, prefix, on string }{
		{"once", "That was in May", "", "1"},
		{"a twin", "we are not leaving", "In June, the minister said: ", "2"},
		{"the first twin", "we are not leaving", "alliance\n\nThe minister said: ", "1"},
		{"a twin of many words", "The minister said: we are not leaving. That was", "", "1"},
		{"a twin at the start of a block", "the minister said: we are not leaving", "In June, ", "2"},
		{"commas, dashes and ampersands", "10,000 € — half-price, they say — & more", "", "3"},
		{"a per cent sign and brackets", "5 % a year, “R&D, mostly” (or so).", "", "3"},
		{"a lone dash", "half-price, they say —", "", "3"},
		{"Russian", "не выходит из ОДКБ", "", "4"},
		{"a word of Russian", "участвует", "", "4"},
		{"Armenian", "սառեցրել է իր մասնակցությունը և սպասում է։", "", "5"},
		{"Armenian with a mark in the word", "Ինչո՞ւ", "", "5"},
		{"through an element", "late in the evening to speak", "", "6 7"},
		{"over a block border", "to speak at last. Nothing is decided", "", "6 7"},
		{"over a block border from a word", "last. Nothing", "", "6 7"},
		{"from the middle of a word", "membership is an old", "", "8"},
		{"to the middle of a word", "Their nonmember", "", "8"},
		{"inside of a word", "understand", "", "8"},
		{"over list items", "bread. Second", "", "9 10"},
		{"long", "A longer thought begins in this place, " + strings.Repeat("goes on and on, ", 12) + "and it finds its end here.", "", "11"},
		{"Arabic", "إن الحكومة لن تنسحب", "", "12"},
		{"Chinese", "没有退出联盟", "", "13"},
		{"Chinese, a twin", "没有", "部长说还", "13"},
		{"a whole short paragraph", "No.", "", "15"},
		{"a twin that is a whole paragraph", "Yes.", "联盟。部长说还没有决定。\n\n", "14"},
		{"the same at the end", "Yes.", "the style sheet alone.\n\n", "23"},
		{"words left out", "The vote […] was close", "", "16"},
		{"words left out over passages", "to speak at last […] he told the few", "", "6 7"},
		{"over table cells", "in 2019 six states", "", "17 18"},
		{"over line ends of a paragraph", "Broken by a line end that the page has", "", "19"},
		{"a word from line to line", "page has", "", "19"},
		{"a twin in the same paragraph", "said no", "then he ", "20"},
		{"a soft hyphen", "with\u00ADdrawal has", "", "21"},
		{"a ligature", "and ﬁnally a", "", "21"},
		{"capitals by style", "Capitals by the style sheet", "", "22"},
		{"lines wrapped by hand", "text file that was wrapped by hand after every", "", "24"},
		{"with something in between", "Behind the advertisement it goes on", "", "25 26"},
		{"over something in between", "stands a paragraph. Behind the advertisement", "", "25 26"},
		{"the heading and what follows", "on the alliance The minister", "", "0"},
	}
	d, base, page := quote.NewDocument(copied(t)), somebodysPage(t), browsertest.New(t).Page(t, browsertest.Options{})
	for i, tt := range tests {
		a, err := d.Find(quote.Selector{Exact: tt.exact, Prefix: tt.prefix})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		link := quote.TextFragment(fmt.Sprintf("%s/?%d#part", base, i), a)
		page.Navigate(link)
		seen, err := chromedp.Run(page.Ctx, chromedp.Evaluate[string](shownJS, chromedp.EvalAwaitPromise))
		if err != nil || seen != tt.on {
			t.Errorf("%s: on the screen is %q, %v; want %q\n%s", tt.name, seen, err, tt.on, link)
		}
	}
}
