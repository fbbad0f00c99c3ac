// Naming a colleague in a note: once an @ is typed, the names that fit are
// offered below the text. Arrow keys choose, Enter or Tab takes, Escape closes;
// the name can be typed to its end as well. The names stand on the form, in
// data-names, one a line.

const most = 6;
const at = /(?:^|[^\p{L}\p{M}\p{N}_])@([^\n@]{0,60})$/u;

let list = null; // the one that is open
let number = 0;

export function startMentions() {
  document.addEventListener("input", (event) => {
    if (event.target.matches("form[data-names] textarea")) offer(event.target);
  });
  document.addEventListener("keydown", onKey, true);
  document.addEventListener("focusout", (event) => { if (event.target === list?.field) close(); });
}

function typedName(field) {
  return at.exec(field.value.slice(0, field.selectionStart))?.[1];
}

function fitting(field) {
  const typed = typedName(field)?.toLocaleLowerCase();
  if (typed === undefined || field.selectionStart !== field.selectionEnd) return [];
  const names = field.form.dataset.names.split("\n");
  const fits = (name) => name.startsWith(typed) || name.split(/\s+/u).some((word) => word.startsWith(typed));
  return names.filter((name) => fits(name.toLocaleLowerCase()) && name.toLocaleLowerCase() !== typed).slice(0, most);
}

function offer(field) {
  const names = fitting(field);
  if (names.length === 0) return close();
  if (list?.field !== field) open(field);
  list.names = names;
  list.box.replaceChildren(...names.map(option));
  choose(0);
  list.status.textContent = `${names.length} ${names.length === 1 ? "name fits" : "names fit"}. Arrow keys choose, Enter takes.`;
}

function open(field) {
  close();
  const box = document.createElement("ul");
  box.id = `names-${++number}`;
  box.className = "names";
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", "Colleagues");
  const status = document.createElement("span");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  field.after(box, status);
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-haspopup", "listbox");
  field.setAttribute("aria-controls", box.id);
  list = { field, box, status, names: [], chosen: 0 };
}

function option(name, index) {
  const item = document.createElement("li");
  item.id = `${list.box.id}-${index}`;
  item.setAttribute("role", "option");
  item.textContent = name;
  item.addEventListener("pointerdown", (event) => event.preventDefault()); // the text keeps the focus
  item.addEventListener("click", () => take(index));
  return item;
}

function choose(index) {
  list.chosen = (index + list.names.length) % list.names.length;
  [...list.box.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === list.chosen)));
  list.field.setAttribute("aria-activedescendant", `${list.box.id}-${list.chosen}`);
}

function onKey(event) {
  if (!list || event.target !== list.field || event.isComposing) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) choose(list.chosen + step);
  else if ((event.key === "Enter" || event.key === "Tab") && !event.ctrlKey && !event.metaKey && !event.shiftKey) take(list.chosen);
  else if (event.key === "Escape") close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

// take puts a name in the place of what was typed of it.
function take(index) {
  const { field, names } = list;
  const end = field.selectionStart;
  const start = end - typedName(field).length;
  close();
  field.setRangeText(`${names[index]} `, start, end, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function close() {
  if (!list) return;
  const { field, box, status } = list;
  list = null;
  box.remove();
  status.remove();
  for (const name of ["autocomplete", "haspopup", "controls", "activedescendant"]) field.removeAttribute(`aria-${name}`);
}
