// Typed words survive the sending of another form on the same page and an
// expired session. They are put by in sessionStorage, which is this tab's own
// and ends with it; passwords and files never are.
//
// What was sent counts as saved once another page of the desk is shown. Where
// the log-in came instead, it was not saved, and is typed back in when the page
// is reached again.

const mark = "claimdesk.typed:";
const kinds = ["text", "search", "url", "email", "date", "number", "checkbox", "radio"];

export function keepTyped() {
  try {
    if (document.querySelector("main.sheet")) return markUnsaved();
    restore();
    document.addEventListener("submit", putBy);
  } catch {
    // storage is blocked or full: the page works without it
  }
}

// isChanged says whether a form that writes holds something not sent yet.
export function isChanged(form) {
  return isKept(form) && [...form.elements].some((field) => isTyped(field) && differs(field));
}

function isKept(form) {
  return form.method === "post" && !form.hidden && !form.hasAttribute("data-forget");
}

function isTyped(field) {
  return field.name !== "" && (["TEXTAREA", "SELECT"].includes(field.tagName) || kinds.includes(field.type));
}

function differs(field) {
  if (field.tagName === "SELECT") {
    const standard = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(0, standard);
  }
  if (["checkbox", "radio"].includes(field.type)) return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

function putBy(event) {
  if (event.defaultPrevented || event.target.method === "dialog") return;
  if (event.target.getAttribute("action") === "/desk/logout") return forgetAll();
  try {
    [...document.forms].forEach((form, index) => {
      if (!isChanged(form)) return;
      const kept = { sent: form === event.target, fields: valuesOf(form) };
      sessionStorage.setItem(keyOf(form, index), JSON.stringify(kept));
    });
  } catch {
    // storage is full: beforeunload does not ask, but the form is sent
  }
}

function keyOf(form, index) {
  return `${mark}${location.pathname} ${form.getAttribute("id") || form.getAttribute("action") || index}`;
}

function fieldsOf(form) {
  return [...form.elements].filter(isTyped);
}

function valuesOf(form) {
  return fieldsOf(form).map((field) => [field.name, field.type === "checkbox" || field.type === "radio" ? field.checked : field.value]);
}

function kept() {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(mark));
}

function forgetAll() {
  kept().forEach((key) => sessionStorage.removeItem(key));
}

function markUnsaved() {
  for (const key of kept()) {
    const entry = JSON.parse(sessionStorage.getItem(key));
    sessionStorage.setItem(key, JSON.stringify({ ...entry, sent: false }));
  }
}

function restore() {
  for (const key of kept()) {
    if (JSON.parse(sessionStorage.getItem(key)).sent) sessionStorage.removeItem(key);
  }
  [...document.forms].forEach((form, index) => {
    const key = keyOf(form, index);
    const entry = isKept(form) ? sessionStorage.getItem(key) : null;
    if (!entry) return;
    sessionStorage.removeItem(key);
    if (typeBack(form, JSON.parse(entry).fields)) say(form);
  });
}

// typeBack fills a form whose fields are the same as they were. It says
// whether that changed anything.
function typeBack(form, values) {
  const fields = fieldsOf(form);
  if (form.querySelector(".problems") || fields.length !== values.length) return false;
  if (fields.some((field, index) => field.name !== values[index][0])) return false;
  fields.forEach((field, index) => {
    const value = values[index][1];
    if (typeof value === "boolean") field.checked = value;
    else field.value = value;
  });
  return isChanged(form);
}

function say(form) {
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.setAttribute("role", "status");
  notice.textContent = "What you had typed here is back. It is not saved yet.";
  form.prepend(notice);
}
