// Choosing rows of a list for a change of many: a box for all of them, and how
// many are chosen. Rows have <input type="checkbox" form="ID"> where ID is a
// form with a [role="status"]; [data-all] in the head of the table gets the box.

export function startRows() {
  for (const place of document.querySelectorAll("[data-all]")) choose(place);
}

function choose(place) {
  const form = document.getElementById(place.dataset.all);
  if (!form) return;
  const rows = [...form.elements].filter((field) => field.type === "checkbox");
  if (rows.length === 0) return;
  const all = document.createElement("input");
  all.type = "checkbox";
  all.setAttribute("aria-label", "Choose all rows");
  place.replaceChildren(all);
  const tell = () => {
    const chosen = rows.filter((row) => row.checked).length;
    all.checked = chosen === rows.length;
    all.indeterminate = chosen > 0 && chosen < rows.length;
    const status = form.querySelector("[role=status]");
    if (status) status.textContent = `${chosen} chosen of ${rows.length} shown`;
  };
  all.addEventListener("change", () => {
    for (const row of rows) row.checked = all.checked;
    tell();
  });
  for (const row of rows) row.addEventListener("change", tell);
  form.querySelector("[data-choose-all]")?.addEventListener("click", (event) => {
    event.preventDefault();
    all.checked = !all.checked;
    all.dispatchEvent(new Event("change"));
  });
  tell();
}
