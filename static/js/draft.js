// What is typed into a long text is kept on the server every few seconds, for
// whoever types it alone, and offered to them when they come back in another
// browser. Saving the form ends that. The form names the address in data-draft.

import { isChanged } from "./keep.js";

const pause = 4000; // milliseconds after the last key
const longest = 20000; // and at least this often while somebody types on
const timers = new Map();
const refused = "What you type here is not kept on the server at present: save it, or keep a copy.";

export function startDrafts() {
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-draft]");
    if (form && event.target.matches("textarea, input[type=text]")) later(form);
  });
  document.addEventListener("submit", (event) => { if (!event.defaultPrevented) forget(event.target); });
  addEventListener("pagehide", sendAll);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") sendAll(); });
}

function later(form) {
  const waiting = timers.get(form);
  const since = waiting?.since ?? Date.now();
  clearTimeout(waiting?.timer);
  const wait = Math.max(0, Math.min(pause, since + longest - Date.now()));
  timers.set(form, { since, timer: setTimeout(() => send(form), wait) });
}

function forget(form) {
  clearTimeout(timers.get(form)?.timer);
  timers.delete(form);
}

function sendAll() {
  for (const form of [...timers.keys()]) send(form);
}

async function send(form) {
  forget(form);
  if (!form.isConnected || form.dataset.sending || !isChanged(form)) return;
  const body = new URLSearchParams(new FormData(form));
  const small = String(body).length < 60000; // browsers carry no more past the end of a page
  try {
    const answer = await fetch(form.dataset.draft, { method: "POST", body, keepalive: small });
    say(form, answer.status === 204 ? "" : refused);
  } catch {
    say(form, refused);
  }
}

// say shows that keeping fails, and nothing while it goes well.
function say(form, text) {
  let line = form.querySelector(":scope > .not-kept");
  if (!line && !text) return;
  if (!line) {
    line = document.createElement("p");
    line.className = "hint not-kept";
    line.setAttribute("role", "status");
    form.append(line);
  }
  if (line.textContent !== text) line.textContent = text;
}
