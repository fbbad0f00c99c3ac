package browsertest

import (
	"strings"

	"github.com/chromedp/chromedp"
)

// stretch is where words stand on the screen, in CSS pixels: from the left
// edge of the first letter to the right edge of the last.
type stretch struct {
	Found          bool
	FromX, FromY   float64
	ToX, ToY       float64
	Height, Screen float64
}

// locateJS finds words in an element, white space for white space, scrolls
// them to the middle of the screen and measures them. It lets go of what is
// selected, because pressing on a selection would drag it away.
const locateJS = `(selector, words) => {
	getSelection().removeAllRanges();
	const element = document.querySelector(selector);
	const nodes = [], starts = [];
	const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	let text = '';
	while (walker.nextNode()) {
		nodes.push(walker.currentNode);
		starts.push(text.length);
		text += walker.currentNode.data;
	}
	const literal = word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	const match = new RegExp(words.trim().split(/\s+/u).map(literal).join('\\s+'), 'u').exec(text);
	if (!match) return {Found: false};
	const range = document.createRange();
	const nodeAt = offset => starts.findLastIndex(start => start <= offset);
	const first = nodeAt(match.index), last = nodeAt(match.index + match[0].length - 1);
	range.setStart(nodes[first], match.index - starts[first]);
	range.setEnd(nodes[last], match.index + match[0].length - starts[last]);
	const before = range.getBoundingClientRect();
	window.scrollBy({top: before.top + before.height / 2 - innerHeight / 2, behavior: 'instant'});
	const shown = rect => element.contains(document.elementFromPoint(rect.left + 1, rect.top + rect.height / 2));
	if (![...range.getClientRects()].filter(rect => rect.width > 0).every(shown))
		nodes[first].parentElement.scrollIntoView({block: 'center', behavior: 'instant'});
	const rects = [...range.getClientRects()].filter(rect => rect.width > 0);
	const from = rects[0], to = rects[rects.length - 1], whole = range.getBoundingClientRect();
	return {
		Found: true,
		FromX: from.left + 0.5, FromY: from.top + from.height / 2,
		ToX: to.right - 0.5, ToY: to.top + to.height / 2,
		Height: whole.height, Screen: innerHeight,
	};
}`

// SelectText selects words inside an element as a reader does: press at the
// first letter, drag, release after the last. White space in words stands for
// any white space. It fails when the words are not there, do not fit on the
// screen, or are not what came to be selected.
func (p *Page) SelectText(selector, words string) {
	p.t.Helper()
	p.See(selector)
	at := call[stretch](p, "finding "+words, locateJS, selector, words)
	if !at.Found {
		p.t.Fatalf("selecting text: %q is not in %s", words, selector)
	}
	if at.Height > at.Screen {
		p.t.Fatalf("selecting text: %q is %.0f px high, more than the screen", words, at.Height)
	}
	p.do("dragging the mouse", drag(at))
	got := call[string](p, "reading the selection", `() => getSelection().toString()`)
	if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(words), " ") {
		p.t.Fatalf("selecting text: selected %q, wanted %q", got, words)
	}
}

func drag(at stretch) chromedp.Action[chromedp.Void] {
	held := chromedp.ButtonLeft
	return chromedp.Steps(
		chromedp.MouseEvent(chromedp.MouseMoved, at.FromX, at.FromY, chromedp.ButtonNone),
		chromedp.MouseEvent(chromedp.MousePressed, at.FromX, at.FromY, held, chromedp.ClickCount(1)),
		chromedp.MouseEvent(chromedp.MouseMoved, (at.FromX+at.ToX)/2, (at.FromY+at.ToY)/2, held),
		chromedp.MouseEvent(chromedp.MouseMoved, at.ToX, at.ToY, held),
		chromedp.MouseEvent(chromedp.MouseReleased, at.ToX, at.ToY, held, chromedp.ClickCount(1)),
	)
}
