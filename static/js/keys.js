// Single-key shortcuts, with a switch that turns all of them off (WCAG 2.1.4)
// and the help sheet <dialog id="keys"> that lists them.
//
// Nothing fires while somebody types, with a modifier held, or while a dialog
// is open. The switch is remembered in this browser only.

const remembered = "claimdesk.shortcuts";
const actions = new Map();

// onKey makes a key do something. The handler returns false where it had
// nothing to do, so that the browser may have the key.
export function onKey(key, handler) {
  actions.set(key, handler);
}

export function startKeys() {
  const dialog = document.getElementById("keys");
  if (!dialog) return;
  prepareSheet(dialog);
  onKey("?", () => dialog.showModal());
  document.addEventListener("keydown", (event) => {
    if (!isShortcut(event)) return;
    const handler = actions.get(event.key);
    if (handler && handler(event) !== false) event.preventDefault();
  });
}

// prepareSheet wires the switch and shows the links that open the sheet, which
// are hidden as long as there is no script.
function prepareSheet(dialog) {
  const box = dialog.querySelector("[data-keys-switch]");
  box.checked = areOn();
  box.addEventListener("change", () => remember(box.checked));
  for (const link of document.querySelectorAll("[data-keys]")) {
    (link.closest("[hidden]") ?? link).hidden = false;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      dialog.showModal();
    });
  }
}

function isShortcut(event) {
  if (event.defaultPrevented || event.isComposing) return false;
  if (event.repeat && !["j", "k"].includes(event.key)) return false;
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  if (document.querySelector("dialog[open]")) return false;
  return areOn() && !isTyping(event.target);
}

function isTyping(element) {
  if (!(element instanceof Element)) return false;
  if (element.closest("textarea, select, [contenteditable]")) return true;
  const input = element.closest("input");
  return input !== null && !["checkbox", "radio", "button", "submit"].includes(input.type);
}

function areOn() {
  try {
    return localStorage.getItem(remembered) !== "off";
  } catch {
    return true; // storage is blocked: the keys stay as they are by default
  }
}

function remember(on) {
  try {
    localStorage.setItem(remembered, on ? "on" : "off");
  } catch {
    // storage is blocked: the switch holds until the page is left
  }
}
