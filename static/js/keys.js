// Single-key shortcuts, with a switch that turns all of them off (WCAG 2.1.4)
// and the help sheet <dialog id="keys"> that lists them.
//
// Nothing fires while somebody types, with a modifier held, or while a dialog
// is open. The switch is remembered in this browser only.

const remembered = "claimdesk.shortcuts";
const actions = new Map();
const arrows = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
const repeated = ["j", "k", ...arrows]; // while they are held down

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
  const hints = document.querySelectorAll("[data-keys] kbd");
  const show = () => hints.forEach((hint) => { hint.hidden = !box.checked; });
  box.addEventListener("change", () => {
    remember(box.checked);
    show();
  });
  show();
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
  if (event.repeat && !repeated.includes(event.key)) return false;
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  if (document.querySelector("dialog[open]")) return false;
  return areOn() && !isTyping(event.target, event.key);
}

// isTyping tells whether a key is for the field that has the focus. Arrows also
// choose among radio buttons.
function isTyping(element, key) {
  if (!(element instanceof Element)) return false;
  if (element.closest("textarea, select, [contenteditable]")) return true;
  const input = element.closest("input");
  if (input !== null && arrows.includes(key)) return true;
  return input !== null && !["checkbox", "radio", "button", "submit"].includes(input.type);
}

let on = true; // where storage is blocked, until the page is left

function areOn() {
  try {
    return localStorage.getItem(remembered) !== "off";
  } catch {
    return on;
  }
}

function remember(checked) {
  on = checked;
  try {
    localStorage.setItem(remembered, on ? "on" : "off");
  } catch {
    // storage is blocked
  }
}
