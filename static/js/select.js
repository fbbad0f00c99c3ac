// Quoting from the reader of a source: select words with the mouse, a finger or
// the keyboard and choose what they do to the claim.
//
// The markup it works on:
//
//   <ol class="passages" role="list" data-source="ID" data-attach="#attach" data-pick="#pick" data-record="#record">
//     <li id="p4" data-passage="4">
//       <a class="at" href="#p4"><span class="visually-hidden">Passage</span> 4</a>
//       <p class="text">In early September <span class="exact" data-stance="supports">…</span><a class="ref" …>2</a>, a gap …</p>
//       <a class="take" href="…">Quote<span class="visually-hidden"> from passage 4</span></a>
//     </li>
//   </ol>
//   <form id="attach" method="post" action="…" hidden> hidden fields:
//       source_id, exact, prefix, suffix, stance, passage </form>
//   <form id="pick" action="/desk/sources/ID/quote" hidden> hidden fields:
//       passage, exact, prefix, suffix </form>
//   <form id="record" action="/desk/claims/new" hidden> hidden fields:
//       source_id, text, passage </form>
//
// A heading is <h3 class="text heading">. Nothing but the source's own words may
// stand in .text, save a.ref and what is marked data-ui. Without data-attach no
// stance is offered (a source that is read for itself, where data-pick leads to
// a choice of claims), without data-record no new claim. The server finds the words; nothing here is trusted.

import { chosenIn, wholePassage } from "./passages.js";
import { current, startPassages } from "./current.js";
import { startWords } from "./words.js";
import { startFind } from "./find.js";
import { startBearing } from "./bearing.js";
import { onKey } from "./keys.js";

const stances = [["supports", "Supports", "s"], ["refutes", "Refutes", "r"], ["context", "Context", "c"]];

export function startReader() {
  const list = document.querySelector(".passages[data-source]");
  if (!list) return;
  startPassages(list);
  startWords(list);
  startFind(list);
  startBearing(list);
  new Reader(list);
}

class Reader {
  constructor(list) {
    this.list = list;
    this.attach = formAt(list.dataset.attach);
    this.pick = formAt(list.dataset.pick);
    this.record = formAt(list.dataset.record);
    this.chosen = null;
    this.bar = this.makeBar();
    this.listen();
    this.bindKeys();
  }

  makeBar() {
    const bar = document.createElement("div");
    bar.className = "choose";
    bar.dataset.ui = "";
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", "Use the selected words");
    const offered = this.attach ? [...stances] : [];
    if (this.pick) offered.push(["pick", "Quote for a claim", "q"]);
    if (this.record) offered.push(["claim", "New claim", "n"]);
    for (const [use, label, key] of offered) bar.append(this.makeButton(use, label, key));
    // Pressing a button must not take the selection away.
    bar.addEventListener("pointerdown", (event) => event.preventDefault());
    bar.addEventListener("mousedown", (event) => event.preventDefault());
    return bar;
  }

  makeButton(use, label, key) {
    const button = document.createElement("button");
    const hint = document.createElement("kbd");
    button.type = "button";
    button.dataset.use = use;
    hint.textContent = key;
    hint.setAttribute("aria-hidden", "true");
    button.append(`${label} `, hint);
    button.addEventListener("click", () => this.use(use, this.chosen));
    return button;
  }

  listen() {
    let timer = 0;
    let pressed = false;
    const soon = () => {
      clearTimeout(timer);
      if (!pressed) timer = setTimeout(() => this.refresh(), 80);
    };
    document.addEventListener("pointerdown", () => { pressed = true; });
    for (const name of ["pointerup", "pointercancel"]) {
      document.addEventListener(name, () => { pressed = false; soon(); });
    }
    document.addEventListener("selectionchange", soon);
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.chosen) return;
      event.preventDefault();
      this.dismiss();
    });
    document.addEventListener("claimdesk:renewed", () => {
      if (this.chosen) this.dismiss();
    });
  }

  bindKeys() {
    onKey("e", () => this.open());
    onKey("Enter", (event) => event.target.matches?.(".passages > li[aria-current] > .at") && this.open());
    if (this.attach) for (const [use, , key] of stances) onKey(key, () => this.useByKey(use));
    if (this.pick) onKey("q", () => this.useByKey("pick"));
    if (this.record) onKey("n", () => this.useByKey("claim"));
  }

  // refresh shows the bar under the selection, or puts it away.
  refresh() {
    if (this.bar.contains(document.activeElement)) return;
    const selection = document.getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    this.chosen = range && range.intersectsNode(this.list) ? chosenIn(this.list, range) : null;
    if (this.chosen && this.bar.childElementCount) this.place(range);
    else this.bar.remove();
  }

  // place puts the bar below the last selected line, over the text that
  // follows, so that nothing on the page moves.
  place(range) {
    const { item } = this.chosen;
    item.append(this.bar);
    const rects = range.getClientRects();
    const last = [...rects].findLast((rect) => within(rect, item.querySelector(".text"))) ?? range.getBoundingClientRect();
    const frame = item.getBoundingClientRect();
    const left = Math.min(last.left, frame.right - this.bar.offsetWidth);
    this.bar.style.insetBlockStart = `${Math.round(last.bottom - frame.top + 6)}px`;
    this.bar.style.insetInlineStart = `${Math.round(Math.max(0, left - frame.left))}px`;
    this.bar.scrollIntoView({ block: "nearest" });
  }

  dismiss() {
    const { item } = this.chosen;
    const hadFocus = this.bar.contains(document.activeElement);
    document.getSelection().removeAllRanges();
    this.chosen = null;
    this.bar.remove();
    if (hadFocus) item.querySelector(".at")?.focus({ preventScroll: true });
  }

  // open goes to the form that quotes, which begins with what is selected.
  open() {
    const item = this.chosen?.first ?? current(this.list);
    const take = item?.querySelector(".take");
    if (!take) return false;
    const to = new URL(take.href);
    if (this.chosen) {
      for (const part of ["exact", "prefix", "suffix"]) to.searchParams.set(part, this.chosen[part]);
    }
    location.assign(to);
    return true;
  }

  useByKey(use) {
    const item = current(this.list);
    const chosen = this.chosen ?? (item && wholePassage(this.list, item));
    return chosen ? this.use(use, chosen) : false;
  }

  use(use, chosen) {
    if (!chosen) return false;
    const common = { source_id: this.list.dataset.source, passage: chosen.first.dataset.passage };
    const words = { exact: chosen.exact, prefix: chosen.prefix, suffix: chosen.suffix };
    if (use === "claim") send(this.record, { ...common, text: chosen.exact });
    else if (use === "pick") send(this.pick, { ...common, ...words });
    else send(this.attach, { ...common, ...words, stance: use });
    return true;
  }
}

function formAt(selector) {
  return selector ? document.querySelector(selector) : null;
}

// send fills the fields that the form has and submits it.
function send(form, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
  }
  form.requestSubmit();
}

function within(rect, element) {
  const frame = element.getBoundingClientRect();
  return rect.width > 0 && rect.bottom <= frame.bottom + 4 && rect.top >= frame.top - 4;
}
