// The editor of the scale: each rating is drawn as it is being typed. Saving,
// and the measuring of contrast, is the server's.

export function startScale(root = document) {
  for (const grade of root.querySelectorAll("[data-grade]")) {
    grade.addEventListener("input", () => draw(grade));
  }
}

function draw(grade) {
  const rating = grade.querySelector("[data-chip] .rating");
  const label = field(grade, "label").value.trim() || "New rating";
  const tone = chosen(grade, "tone");
  rating.lastChild.nodeValue = label;
  rating.dataset.tone = tone === "own" ? "" : tone;
  paint(rating, tone === "own" ? own(grade) : "");
  const shape = grade.querySelector('[name$=".shape"]:checked ~ svg');
  if (shape) rating.querySelector("svg")?.replaceWith(shape.cloneNode(true));
  const shapes = grade.querySelector(".shapes");
  shapes.dataset.tone = rating.dataset.tone;
  paint(shapes, tone === "own" ? own(grade) : "");
}

// paint sets a colour that no style sheet has, or takes it away again.
function paint(element, colour) {
  if (colour) element.style.setProperty("--tone", colour);
  else element.style.removeProperty("--tone");
}

function own(grade) {
  const [light, dark] = ["light", "dark"].map((name) => field(grade, name).value.trim());
  const colour = /^#[0-9a-f]{6}$/i;
  return colour.test(light) && colour.test(dark) ? `light-dark(${light}, ${dark})` : "";
}

function field(grade, name) {
  return grade.querySelector(`input[name$=".${name}"]:not([name*=".words."])`);
}

function chosen(grade, name) {
  return grade.querySelector(`[name$=".${name}"]:checked`)?.value ?? "";
}
