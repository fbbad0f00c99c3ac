// A document that is being read: its bar moves without the page being loaded
// anew, and when the reading is over the page is.

const pause = 700; // milliseconds between two looks
const patience = 5; // looks that may fail in a row

export function startReading() {
  const section = document.querySelector("[data-reading]");
  if (section) later(section, 0);
}

function later(section, failed) {
  setTimeout(() => look(section, failed), pause);
}

async function look(section, failed) {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector("[data-reading]");
    if (!now) return location.replace(location.href);
    show(section, now);
    later(section, 0);
  } catch {
    if (failed < patience) later(section, failed + 1);
    else location.replace(location.href);
  }
}

// show takes over the words and how far the bar is. A bar without a value is
// one of which that is not known.
function show(section, now) {
  const title = section.querySelector("h1");
  const words = now.querySelector("h1").textContent;
  if (title.textContent !== words) title.textContent = words;
  const bar = section.querySelector("progress");
  for (const name of ["max", "value"]) {
    const to = now.querySelector("progress").getAttribute(name);
    if (to === null) bar.removeAttribute(name);
    else bar.setAttribute(name, to);
  }
}
