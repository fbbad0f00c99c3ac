// Selecting words of the current passage with the arrow keys: right and left
// take the next word or the one before, with Shift they make the selection a
// word longer or shorter, Shift with down and up a sentence. In a text that
// runs from right to left, left is forward.
//
// They begin where the mouse clicked last, else at the passage's first word. What
// the mouse has selected is left to the browser.

import { current, bring, isSeen } from "./current.js";
import { Reading } from "./passages.js";
import { onKey } from "./keys.js";

export function startWords(list) {
  if (typeof Intl.Segmenter !== "function") return;
  const words = new Words(list);
  onKey("ArrowRight", (event) => words.turn(1, event.shiftKey));
  onKey("ArrowLeft", (event) => words.turn(-1, event.shiftKey));
  onKey("ArrowDown", (event) => event.shiftKey && words.extend(1, "sentence"));
  onKey("ArrowUp", (event) => event.shiftKey && words.extend(-1, "sentence"));
}

class Words {
  constructor(list) {
    this.list = list;
    this.item = null;
    this.range = null; // what this selected last
    this.begin = this.end = 0; // its place in the passage
    this.told = document.createElement("p");
    this.told.className = "visually-hidden";
    this.told.setAttribute("role", "status");
    document.getElementById("main").append(this.told);
  }

  turn(by, longer) {
    const item = current(this.list);
    if (!item) return false;
    const forward = getComputedStyle(item.querySelector(".text")).direction === "rtl" ? -by : by;
    return longer ? this.extend(forward, "word") : this.move(forward);
  }

  // move selects the word after the selection or before it.
  move(by) {
    if (!this.take()) return false;
    const all = stops(this.read.text, this.lang, "word").filter((stop) => stop.isWord);
    const next = by > 0 ? all.find((stop) => stop.begin >= this.end) : all.findLast((stop) => stop.end <= this.begin);
    if (next) this.select(next.begin, next.end);
    return true;
  }

  // extend moves the end of the selection to the next end of a word or
  // sentence, or back to the one before.
  extend(by, unit) {
    if (!this.take()) return false;
    const ends = stops(this.read.text, this.lang, unit).map((stop) => stop.end);
    const end = by > 0 ? ends.find((at) => at > this.end) : ends.findLast((at) => at < this.end);
    if (by > 0 && end === undefined) return true;
    const begin = this.begin + Math.max(0, this.read.text.slice(this.begin).search(/\S/u));
    if (end === undefined || end <= begin) this.clear();
    else this.select(begin, end);
    return true;
  }

  // take reads the current passage, and where in it the selection stands. It is
  // false when something else has selected words.
  take() {
    const item = current(this.list);
    const selection = document.getSelection();
    const ours = this.item === item && this.range && !selection.isCollapsed && same(selection.getRangeAt(0), this.range);
    if (!item || (!ours && !selection.isCollapsed && selection.toString().trim())) return false;
    this.read = new Reading([item]);
    this.item = item;
    this.lang = item.querySelector(".text").lang;
    if (!ours) this.begin = this.end = this.startOf(selection);
    return true;
  }

  // startOf is where the word begins in which the mouse clicked; 0 for none.
  startOf(selection) {
    const at = selection.rangeCount ? this.read.offset(selection.anchorNode, selection.anchorOffset) : -1;
    const word = stops(this.read.text, this.lang, "word").find((stop) => stop.begin <= at && at < stop.end);
    return word?.begin ?? Math.max(0, at);
  }

  select(begin, end) {
    [this.begin, this.end] = [begin, end];
    this.range = this.read.range(begin, end);
    document.getSelection().removeAllRanges();
    document.getSelection().addRange(this.range);
    this.told.textContent = `Selected: ${this.read.text.slice(begin, end)}`;
    const rects = this.range.getClientRects();
    const last = rects[rects.length - 1];
    if (last && !isSeen(this.item, last)) bring(this.item, last);
  }

  clear() {
    this.begin = this.end = 0;
    this.told.textContent = "";
    document.getSelection().removeAllRanges();
  }
}

// stops are the words and signs, or the sentences, of a text, without the white
// space between them. A language that is none is taken for none.
function stops(text, lang, granularity) {
  let segmenter;
  try {
    segmenter = new Intl.Segmenter(lang || undefined, { granularity });
  } catch {
    segmenter = new Intl.Segmenter(undefined, { granularity });
  }
  const all = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (segment.trim()) all.push({ begin: index, end: index + segment.trimEnd().length, isWord: isWordLike });
  }
  return all;
}

function same(a, b) {
  return a.compareBoundaryPoints(Range.START_TO_START, b) === 0 && a.compareBoundaryPoints(Range.END_TO_END, b) === 0;
}
