// Who else has this claim open: while the page is in sight and somebody is at
// it, the server is told every 20 seconds, with the part that is being edited,
// and says who is here besides. The words change only when they differ.

import { isChanged } from "./keep.js";

const every = 20000; // milliseconds; the server forgets after 45 seconds
const settled = 600; // after the focus has moved
const away = 300000; // without a key or a touch, nobody is at the page

export function startPresence() {
  const line = document.querySelector("[data-presence]");
  if (line) new Presence(line);
}

class Presence {
  constructor(line) {
    this.line = line;
    this.told = null; // the part that the server knows of
    this.stirred = Date.now();
    for (const kind of ["keydown", "pointerdown", "wheel", "touchmove"]) {
      addEventListener(kind, () => this.stir(), { capture: true, passive: true });
    }
    for (const kind of ["focusin", "input"]) document.addEventListener(kind, () => this.move());
    document.addEventListener("visibilitychange", () => this.beat());
    addEventListener("pageshow", (event) => { if (event.persisted) this.beat(); });
    addEventListener("pagehide", () => this.leave());
    setInterval(() => this.beat(), every);
    this.beat();
  }

  stir() {
    const back = Date.now() - this.stirred > away;
    this.stirred = Date.now();
    if (back) this.beat();
  }

  // move tells the server when another part is being edited.
  move() {
    clearTimeout(this.moved);
    this.moved = setTimeout(() => { if (part() !== this.told) this.beat(); }, settled);
  }

  async beat() {
    if (document.visibilityState === "hidden" || Date.now() - this.stirred > away) return;
    const where = part();
    this.told = where;
    try {
      const answer = await fetch(this.line.dataset.presence, { method: "POST", body: new URLSearchParams({ where }) });
      if (answer.ok && !answer.redirected) this.say(await answer.text());
      else this.line.replaceChildren();
    } catch {
      this.line.replaceChildren(); // who is here is not known
    }
  }

  say(html) {
    const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-presence]");
    if (fresh && fresh.textContent !== this.line.textContent) this.line.replaceChildren(...fresh.childNodes);
  }

  leave() {
    navigator.sendBeacon(this.line.dataset.presence, new URLSearchParams({ leave: "yes" }));
  }
}

// part names the form that has the focus, or else one with words that were not
// sent; "" for none.
function part() {
  const forms = [...document.querySelectorAll("form[data-part]")];
  const form = forms.find((one) => one.contains(document.activeElement)) ?? forms.find(isChanged);
  return form?.dataset.part ?? "";
}
