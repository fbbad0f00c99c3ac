// Counts the code points of fields that have a limit: data-max. Nothing is cut
// off; the server has the last word.

const short = 1000; // up to this limit the count is always shown, above it near the end

export function startCounters(root = document) {
  for (const field of root.querySelectorAll("[data-max]")) count(field);
}

function count(field) {
  const limit = Number(field.dataset.max);
  const line = document.createElement("span");
  const alarm = document.createElement("span");
  line.className = "count";
  alarm.className = "visually-hidden";
  alarm.setAttribute("role", "status");
  field.after(line, alarm);
  const show = () => {
    const length = near(field.value, limit) ? [...field.value].length : 0;
    const over = length > limit;
    line.hidden = limit > short && length < limit * 0.8;
    line.classList.toggle("over", over);
    line.textContent = over ? `${number(length)} of ${number(limit)}: ${number(length - limit)} too many` : `${number(length)} of ${number(limit)}`;
    const message = over ? `Too long. The limit is ${number(limit)} characters.` : "";
    if (alarm.textContent !== message) alarm.textContent = message;
  };
  field.addEventListener("input", show);
  show();
}

// near spares long texts the counting as long as they are far from their limit.
function near(text, limit) {
  return limit <= short || text.length >= limit * 0.8;
}

function number(value) {
  return value.toLocaleString("en");
}
