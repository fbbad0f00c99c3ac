// What is done to the evidence on a workbench leaves the page where it is: a
// form that is marked data-stay is sent, and what the answer shows anew is put
// in its place. Nothing scrolls, what is being typed stays, and a line at the
// foot of the screen says what was done, with the button that undoes it.
//
// So does it with a refusal in a sentence. A form that comes back to be mended,
// and the log-in, are pages of their own: there the form is sent once more as
// the browser does it, since nothing was done by the first.

import { renew } from "./renew.js";
import { bring, isSeen } from "./current.js";
import { onKey } from "./keys.js";

const unreachable = "The newsroom does not answer. Nothing is known to have changed: look at the evidence, and try again.";

export function startStay() {
  const bench = document.querySelector("main > .bench");
  if (!bench) return;
  const line = document.createElement("div");
  line.className = "said";
  line.setAttribute("role", "status");
  bench.after(line);
  new Stay(line);
}

class Stay {
  constructor(line) {
    this.line = line;
    this.busy = false;
    document.addEventListener("submit", (event) => this.take(event), true);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && line.contains(document.activeElement)) this.close();
    });
    onKey("u", () => this.undo());
  }

  take(event) {
    const form = event.target;
    if (!form.hasAttribute("data-stay") || form.dataset.plain) return;
    event.preventDefault();
    if (!this.busy) this.send(form, event.submitter);
  }

  async send(form, button) {
    this.busy = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form, button)) });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const leadsHere = answer.redirected && new URL(answer.url).pathname === location.pathname;
      const refusal = page.querySelector(".plate > p");
      if (leadsHere && answer.ok) this.show(page, form);
      else if (leadsHere) location.assign(answer.url);
      else if (refusal && answer.status < 500) this.say(refusal);
      else this.sendPlainly(form, button);
    } catch {
      this.say(unreachable);
    }
    this.busy = false;
  }

  sendPlainly(form, button) {
    form.dataset.plain = "yes";
    form.requestSubmit(button);
    delete form.dataset.plain;
  }

  show(page, form) {
    const notice = page.querySelector(".notice.undo") ?? page.querySelector("main > .notice.done");
    notice?.remove();
    const wasIn = this.line.contains(form);
    const known = new Set(pieces().map((piece) => piece.id));
    renew(page);
    pieces().filter((piece) => !known.has(piece.id)).forEach(point);
    this.say(...(notice?.childNodes ?? []));
    if (wasIn || !form.isConnected) this.settle(form);
  }

  // settle gives the focus a place when what had it is gone.
  settle(form) {
    if (document.activeElement !== document.body) return;
    const again = document.querySelector(`form[action="${CSS.escape(form.getAttribute("action"))}"] button`);
    (again ?? this.line.querySelector("button") ?? document.getElementById("evidence")).focus({ preventScroll: true });
  }

  say(...content) {
    this.line.classList.toggle("refused", content.some((part) => typeof part === "string" || part.localName === "p"));
    this.line.replaceChildren(...content);
    if (!this.line.hasChildNodes()) return;
    const close = document.createElement("button");
    close.type = "button";
    close.className = "plain";
    close.textContent = "Close";
    close.addEventListener("click", () => this.close());
    this.line.append(close);
    this.line.style.insetBlockEnd = aboveGate();
  }

  close() {
    const hadFocus = this.line.contains(document.activeElement);
    this.line.replaceChildren();
    if (hadFocus) document.getElementById("evidence").focus({ preventScroll: true });
  }

  undo() {
    const button = document.querySelector(".said form[data-undo] button, .notice.undo form[data-undo] button");
    if (!button) return false;
    button.form.requestSubmit(button);
    return true;
  }
}

// aboveGate keeps the line off the gate where that stands at the foot of the
// screen; "" leaves its place to the style sheet.
function aboveGate() {
  const frame = document.querySelector("main > .gate").getBoundingClientRect();
  const atFoot = frame.top > innerHeight / 2 && frame.bottom <= innerHeight + 1;
  return atFoot ? `${Math.round(innerHeight - frame.top + 12)}px` : "";
}

function pieces() {
  return [...document.querySelectorAll(".pieces > li")];
}

// point shows where a new piece of evidence has come to stand: in a column that
// scrolls by itself, so that the source stays where it is.
function point(piece) {
  piece.classList.add("fresh");
  const rect = piece.getBoundingClientRect();
  const own = getComputedStyle(piece.closest(".pane")).overflowY === "auto";
  if (own && !isSeen(piece, rect)) bring(piece, rect);
}
