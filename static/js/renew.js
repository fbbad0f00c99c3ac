// Putting what a new page shows into the one that is open, without moving it:
// the parts of a workbench that differ are exchanged, each by itself. A part
// with words that were not sent stays as it is, and so does what scrolls.

import { isChanged } from "./keep.js";
import { startCounters } from "./counter.js";

// renew takes over what differs in page, another workbench of the same claim,
// and says so with the event claimdesk:renewed.
export function renew(page) {
  const item = seen();
  const top = item?.getBoundingClientRect().top;
  document.title = page.title;
  for (const selector of [".bench-head", "main > .gate"]) {
    exchange(document.querySelector(selector), page.querySelector(selector));
  }
  for (const fresh of page.querySelectorAll(".passages > li")) renewPassage(fresh);
  for (const pane of document.querySelectorAll(".bench > .pane")) {
    const fresh = page.getElementById(pane.id);
    if (fresh) renewPane(pane, fresh);
  }
  hold(item, top);
  document.dispatchEvent(new CustomEvent("claimdesk:renewed"));
}

// seen is the passage whose place on the screen is kept: the current one, or the
// first in sight.
function seen() {
  const items = [...document.querySelectorAll(".passages > li")];
  const current = items.find((item) => item.hasAttribute("aria-current"));
  return current ?? items.find((item) => item.getBoundingClientRect().top >= 0);
}

function hold(item, top) {
  if (!item) return;
  const by = item.getBoundingClientRect().top - top;
  if (Math.abs(by) < 0.5) return;
  const pane = item.closest(".pane");
  const scroller = getComputedStyle(pane).overflowY === "auto" ? pane : document.scrollingElement;
  scroller.scrollBy({ top: by, behavior: "instant" });
}

// renewPassage exchanges what a passage holds; the item stays, with its being
// the current one.
function renewPassage(fresh) {
  const item = document.getElementById(fresh.id);
  if (!item) return;
  for (const bar of item.querySelectorAll("[data-ui]")) bar.remove();
  if (item.hasAttribute("aria-current")) fresh.setAttribute("aria-current", "true");
  if (item.isEqualNode(fresh)) return;
  const hadFocus = item.contains(document.activeElement);
  item.replaceChildren(...fresh.childNodes);
  if (hadFocus) item.querySelector(".at").focus({ preventScroll: true });
}

// kept are the parts of the reader that stay: what is typed and found in them is
// the page's own, and its passages are renewed one by one.
const kept = ".passages, .reader-tools, .reader-find, .bearing, form";

// renewPane puts the new sections of a pane in the places of the old ones.
function renewPane(pane, fresh) {
  const { scrollTop } = pane;
  const old = [...pane.children];
  const next = [...fresh.children].map((part) => {
    const twin = old.find((candidate) => nameOf(candidate) === nameOf(part));
    if (!twin) return part;
    old.splice(old.indexOf(twin), 1);
    return twin.matches(kept) ? twin : exchange(twin, part);
  });
  old.forEach((part) => part.remove());
  next.forEach((part, index) => {
    if (pane.children[index] !== part) pane.insertBefore(part, pane.children[index] ?? null);
  });
  pane.scrollTop = scrollTop;
}

// nameOf tells the parts of a pane apart: by id, else by their heading without
// the number that may stand in it.
function nameOf(part) {
  return part.id || `${part.className} ${part.querySelector("h2, h3")?.textContent.replace(/\d+/g, "").trim() ?? part.tagName}`;
}

// exchange puts fresh in the place of old and gives what stands there then.
function exchange(old, fresh) {
  if (!old || !fresh) return old;
  const typed = [...old.querySelectorAll("form")].some(isChanged);
  if (typed || old.isEqualNode(fresh)) return old;
  const focus = placeOfFocus(old);
  const opened = [...old.querySelectorAll("details")].map((details) => details.open);
  fresh.querySelectorAll("details").forEach((details, index) => { details.open ||= opened[index] ?? false; });
  old.replaceWith(fresh);
  startCounters(fresh);
  if (focus) fresh.querySelector(focus)?.focus({ preventScroll: true });
  return fresh;
}

// placeOfFocus is a selector for what has the focus within a part; "" for none.
function placeOfFocus(part) {
  const element = document.activeElement;
  if (!part.contains(element) || element === part) return "";
  if (element.id) return `[id="${CSS.escape(element.id)}"]`;
  const action = element.form?.getAttribute("action");
  return action ? `form[action="${CSS.escape(action)}"] button` : "";
}
