// The text of a reader's passages, and what of it is selected. Only the words
// of the source count: numbers of evidence (a.ref) and everything marked
// [data-ui] are left out, so that what is sent stands in the source letter for
// letter.

const aside = ".ref, [data-ui]";
const around = 32; // code points of prefix and suffix (W3C TextQuoteSelector)
const between = "\n\n"; // joins passages; the server takes it as white space

// chosenIn is what a range selects of the passages in list: exact, prefix and
// suffix, and the item in which it ends. Null where it selects no word.
export function chosenIn(list, range) {
  const read = new Reading([...list.children]);
  const span = read.span(range);
  if (!span) return null;
  return { ...read.quote(span), item: span.item, first: span.first };
}

// wholePassage is the same for one whole passage.
export function wholePassage(list, item) {
  const range = document.createRange();
  range.selectNodeContents(item.querySelector(".text"));
  return chosenIn(list, range);
}

// Reading is the text of passages with the place of each text node in it.
export class Reading {
  constructor(items) {
    this.text = "";
    this.nodes = [];
    for (const item of items) {
      if (this.text) this.text += between;
      for (const node of textNodes(item.querySelector(".text"))) {
        this.nodes.push({ node, item, at: this.text.length });
        this.text += node.data;
      }
    }
  }

  // span is where a range begins and ends in the text, without white space at
  // either end.
  span(range) {
    let begin = -1, end = -1, item = null, first = null;
    for (const entry of this.nodes) {
      if (!range.intersectsNode(entry.node)) continue;
      const from = entry.node === range.startContainer ? range.startOffset : 0;
      const to = entry.node === range.endContainer ? range.endOffset : entry.node.length;
      if (!entry.node.data.slice(from, to).trim()) continue;
      if (begin < 0) [begin, first] = [entry.at + from, entry.item];
      [end, item] = [entry.at + to, entry.item];
    }
    if (begin < 0) return null;
    const words = this.text.slice(begin, end);
    begin += words.length - words.trimStart().length;
    end -= words.length - words.trimEnd().length;
    return { begin, end, item, first };
  }

  // offset is the place in the text of a point of the page, -1 when it is not
  // in one of these passages.
  offset(node, at) {
    const entry = this.nodes.find((entry) => entry.node === node);
    return entry ? entry.at + at : -1;
  }

  // range is the way back: the part of the page that holds the text from begin
  // up to end, which must not be empty.
  range(begin, end) {
    const first = this.nodes.findLast((entry) => entry.at <= begin);
    const last = this.nodes.findLast((entry) => entry.at < end);
    const range = document.createRange();
    range.setStart(first.node, begin - first.at);
    range.setEnd(last.node, end - last.at);
    return range;
  }

  quote({ begin, end }) {
    return {
      exact: this.text.slice(begin, end),
      prefix: lastOf(this.text.slice(Math.max(0, begin - 3 * around), begin)),
      suffix: firstOf(this.text.slice(end, end + 3 * around)),
    };
  }
}

function* textNodes(element) {
  if (!element) return;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest(aside)) yield walker.currentNode;
  }
}

function lastOf(text) {
  return [...text].slice(-around).join("");
}

function firstOf(text) {
  return [...text].slice(0, around).join("");
}
