// Dragging a card of the board to the column that one of its buttons leads to:
// the button is pressed then. Everything can be done with the buttons as well.

const far = 6; // pixels until a press is a drag

export function startBoard() {
  const board = document.querySelector("[data-board]");
  if (!board) return;
  for (const card of board.querySelectorAll("[data-claim]")) {
    if (!card.querySelector("[data-to]")) continue;
    card.dataset.moves = "yes";
    card.addEventListener("pointerdown", (event) => press(board, card, event));
  }
}

function press(board, card, event) {
  if (event.button !== 0 || event.pointerType === "touch" || event.target.closest("a, button")) return;
  const drag = { board, card, x: event.clientX, y: event.clientY, on: false, ends: new AbortController() };
  const options = { signal: drag.ends.signal };
  event.preventDefault();
  addEventListener("pointermove", (move) => follow(drag, move), options);
  addEventListener("pointerup", (up) => release(drag, up), options);
  addEventListener("pointercancel", () => end(drag), options);
  addEventListener("keydown", (key) => { if (key.key === "Escape") end(drag); }, options);
}

// buttonTo is the card's button that leads to a column; none for its own.
function buttonTo(card, column) {
  if (!column || column.contains(card)) return null;
  return card.querySelector(`[data-to="${column.dataset.status}"]`);
}

function columns(board) {
  return board.querySelectorAll(".column");
}

function columnAt(drag, event) {
  return document.elementFromPoint(event.clientX, event.clientY)?.closest(".column");
}

function follow(drag, event) {
  if (!drag.on && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < far) return;
  drag.on = true;
  drag.card.classList.add("moving");
  const over = columnAt(drag, event);
  for (const column of columns(drag.board)) {
    const takes = buttonTo(drag.card, column) !== null;
    column.classList.toggle("takes", takes);
    column.classList.toggle("over", takes && column === over);
  }
}

function release(drag, event) {
  const column = drag.on ? columnAt(drag, event) : null;
  const button = buttonTo(drag.card, column);
  if (button) button.form.requestSubmit(button);
  else if (column && !column.contains(drag.card)) say(drag.card, column);
  end(drag);
}

function say(card, column) {
  const place = document.querySelector("[data-board-says]");
  const name = column.querySelector("h2 .status").textContent;
  place.textContent = `Claim ${card.dataset.claim} cannot go to “${name}” from here. Open it to see what is missing.`;
  place.classList.remove("visually-hidden");
}

function end(drag) {
  drag.ends.abort();
  drag.card.classList.remove("moving");
  for (const column of columns(drag.board)) column.classList.remove("takes", "over");
}
