// The passage that is being worked on: li[aria-current] of a list of passages.
// j and k move it, and so do a click into a passage, an address that ends with
// #p4, and the field that takes a passage's number.

import { onKey } from "./keys.js";

// startPassages binds all that moves the current passage of a list.
export function startPassages(list) {
  onKey("j", () => step(list, 1));
  onKey("k", () => step(list, -1));
  const reached = () => {
    const item = list.querySelector(`:scope > li[id="${CSS.escape(location.hash.slice(1))}"]`);
    if (item) mark(list, item);
  };
  addEventListener("hashchange", reached);
  reached();
  list.addEventListener("click", (event) => {
    const item = event.target.closest(".passages > li");
    if (item) mark(list, item);
  });
  startJump(list, document.querySelector("form.jump"));
}

// current is the passage that is worked on, or null.
export function current(list) {
  return list.querySelector(":scope > li[aria-current]");
}

// mark makes an item the current passage.
export function mark(list, item) {
  const before = current(list);
  if (before === item) return;
  before?.removeAttribute("aria-current");
  item.setAttribute("aria-current", "true");
}

// visit makes an item the current passage, with the focus, in the middle of
// what is seen.
export function visit(list, item) {
  mark(list, item);
  item.querySelector(".at")?.focus({ preventScroll: true });
  bring(item, item.getBoundingClientRect());
}

// currentOrSeen is the current passage, else the first that is wholly in sight.
export function currentOrSeen(list) {
  const view = viewOf(list);
  return current(list) ?? [...list.children].find((item) => item.getBoundingClientRect().top >= view.top) ?? null;
}

function step(list, by) {
  const at = current(list);
  const next = at ? (by > 0 ? at.nextElementSibling : at.previousElementSibling) ?? at : currentOrSeen(list);
  if (!next) return false;
  visit(list, next);
  return true;
}

// bring scrolls so that a stretch of an element comes into the middle, or to
// the top where it is too high for that.
export function bring(element, rect) {
  const view = viewOf(element);
  const room = view.bottom - view.top;
  const top = rect.height > room * 0.8 ? rect.top - view.top - 8 : rect.top + rect.height / 2 - view.top - room / 2;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  view.scroller.scrollBy({ top, behavior: calm ? "instant" : "smooth" });
}

// isSeen tells whether a stretch of an element is in sight.
export function isSeen(element, rect) {
  const view = viewOf(element);
  return rect.top >= view.top && rect.bottom <= view.bottom;
}

// viewOf is what scrolls an element, and the edges between which it is in
// sight: below what sticks to the top.
function viewOf(element) {
  const pane = element.closest(".pane");
  const own = pane && getComputedStyle(pane).overflowY === "auto";
  const frame = own ? pane.getBoundingClientRect() : { top: 0, bottom: innerHeight };
  let { top } = frame;
  for (const bar of document.querySelectorAll(".bench-top, .reader-find")) {
    if (own && !pane.contains(bar)) continue;
    if (getComputedStyle(bar).position === "sticky") top = Math.max(top, frame.top) + bar.offsetHeight;
  }
  return { scroller: own ? pane : document.scrollingElement, top, bottom: frame.bottom };
}

// startJump lets the field go to a passage of this page; to one of another
// page the form leads by itself. g, or the first digit, goes to the field.
function startJump(list, form) {
  if (!form) return;
  const field = form.elements.namedItem("passage");
  form.addEventListener("submit", (event) => {
    const item = list.querySelector(`:scope > li[data-passage="${Number(field.value)}"]`);
    if (!item) return;
    event.preventDefault();
    field.value = "";
    visit(list, item);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    field.value = "";
    (current(list)?.querySelector(".at") ?? form.closest(".pane, section")).focus({ preventScroll: true });
  });
  onKey("g", () => field.focus());
  for (const digit of "123456789") {
    onKey(digit, () => {
      field.value = "";
      field.focus();
      return false; // the digit itself is typed into the field
    });
  }
}
