// Finding words in the source while they are typed. All places are highlighted
// (CSS Custom Highlight API: the page's elements stay as they are), the number
// of places is told, Enter and Shift+Enter go from one to the next, Escape
// clears. "/" and f go to the field. Where the browser has no such highlights,
// the form asks the server, as it does without a script.
//
// A long source is on several pages: what stands on the page is found here, and
// the button "Find" still asks the server for all of it.

import { current, mark, currentOrSeen, bring, isSeen } from "./current.js";
import { Reading } from "./passages.js";
import { fold, places } from "./fold.js";
import { onKey } from "./keys.js";

const most = 2000; // places that are highlighted
const pause = 70; // milliseconds after a letter

export function startFind(list) {
  const form = document.querySelector("form.find-in");
  if (form && CSS.highlights) new Finder(list, form);
}

class Finder {
  constructor(list, form) {
    this.list = list;
    this.form = form;
    this.field = form.elements.namedItem("in");
    this.hits = [];
    this.at = -1;
    this.timer = 0;
    this.whole = form.hasAttribute("data-whole");
    this.panel = form.querySelector(".hits");
    this.listen();
    if (this.field.value) this.search();
  }

  listen() {
    if (this.whole) this.form.querySelector(".ask").hidden = true;
    this.form.addEventListener("submit", (event) => { if (this.whole) event.preventDefault(); });
    this.field.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.search(), pause);
    });
    this.field.addEventListener("keydown", (event) => this.press(event));
    for (const button of this.panel.querySelectorAll("button")) {
      button.addEventListener("click", () => this.go(Number(button.dataset.step)));
    }
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented && this.isIdle()) this.clear();
    });
    document.addEventListener("claimdesk:renewed", () => { if (this.field.value) this.search(); });
    for (const key of ["/", "f"]) {
      onKey(key, () => {
        this.field.focus();
        this.field.select();
      });
    }
  }

  // isIdle tells whether Escape has nothing nearer to put away.
  isIdle() {
    return this.hits.length > 0 && document.getSelection().isCollapsed && !document.querySelector("dialog[open]");
  }

  press(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && (this.whole || this.hits.length || this.timer)) {
      event.preventDefault();
      if (this.timer) this.search();
      else this.go(event.shiftKey ? -1 : 1);
    }
    if (event.key === "Escape" && this.field.value) {
      event.preventDefault();
      this.clear();
      current(this.list)?.querySelector(".at").focus({ preventScroll: true });
    }
  }

  clear() {
    this.field.value = "";
    this.search();
  }

  // search looks for the words of the field, and goes to the first place from
  // the current passage on.
  search() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.forgetAnswer();
    this.hits = [];
    for (const item of this.list.children) {
      if (this.hits.length >= most) break;
      const read = new Reading([item]);
      for (const [begin, end] of places(fold(read.text), this.field.value)) {
        this.hits.push({ item, range: read.range(begin, end) });
      }
    }
    CSS.highlights.set("found", new Highlight(...this.hits.map((hit) => hit.range)));
    const from = currentOrSeen(this.list);
    const next = this.hits.findIndex(({ item }) => !from || item === from || follows(item, from));
    this.show(this.hits.length ? Math.max(0, next) : -1);
  }

  // forgetAnswer takes away what the server had marked and said of other words.
  forgetAnswer() {
    for (const mark of this.list.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
    this.list.normalize();
    if (this.field.value !== this.field.defaultValue || this.whole) document.querySelector(".answer")?.remove();
  }

  go(by) {
    if (this.hits.length) this.show((this.at + by + this.hits.length) % this.hits.length);
  }

  show(at) {
    this.at = at;
    const hit = this.hits[at];
    CSS.highlights.set("found-here", hit ? new Highlight(hit.range) : new Highlight());
    this.tell();
    if (!hit) return;
    mark(this.list, hit.item);
    const rect = hit.range.getBoundingClientRect();
    if (!isSeen(hit.item, rect)) bring(hit.item, rect);
  }

  tell() {
    const many = this.hits.length;
    const where = this.whole ? "" : " here";
    const count = many >= most ? `more than ${most.toLocaleString("en")}` : many.toLocaleString("en");
    let text = many ? `${this.at + 1} of ${count}${where}` : `Not found${where}`;
    if (!this.field.value.trim()) text = "";
    this.panel.querySelector("[role=status]").textContent = text;
    for (const button of this.panel.querySelectorAll("button")) button.hidden = many < 2;
  }
}

function follows(item, other) {
  return Boolean(other.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING);
}
