// Forms: one click sends once, typed words are not lost without a question, and
// the summary of what is wrong gets the focus.

import { isChanged } from "./keep.js";

const question = "There are words on this page that have not been saved, and they do not go along. Go on without them?";
const patience = 10000; // milliseconds until a form that went nowhere can be sent again

export function startForms() {
  document.getElementById("problems")?.focus();
  document.addEventListener("submit", (event) => {
    if (event.target.method !== "dialog" && !event.defaultPrevented) guard(event);
  });
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sending]").forEach(release));
  addEventListener("beforeunload", warn);
}

// guard refuses the second click. Buttons are marked, not disabled, so that the
// name and value of the one that was pressed are still sent.
function guard(event) {
  const form = event.target;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  if (form.closest(".gate") && unsaved(form) && !confirm(question)) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = "yes";
  for (const button of buttonsOf(form)) button.setAttribute("aria-disabled", "true");
  setTimeout(() => release(form), patience);
}

function release(form) {
  delete form.dataset.sending;
  for (const button of buttonsOf(form)) button.removeAttribute("aria-disabled");
}

function buttonsOf(form) {
  return [...form.elements].filter((element) => element.tagName === "BUTTON");
}

// unsaved tells whether another form of the page holds words that were not sent.
function unsaved(form) {
  return [...document.forms].some((other) => other !== form && isChanged(other));
}

// warn asks before a page is left with words that were not sent. Where another
// form of the page is being sent, keep.js has put them by.
function warn(event) {
  if (document.querySelector("form[data-sending]")) return;
  if ([...document.forms].some(isChanged)) event.preventDefault();
}
