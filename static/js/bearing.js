// The passages that bear on the claim, the best first: b leads to the first of
// them and then to the next, B back. From a passage among them they go on where
// it stands; from any other where they were.

import { current, visit } from "./current.js";
import { onKey } from "./keys.js";

export function startBearing(list) {
  const links = [...document.querySelectorAll(".bearing > .bears a")];
  if (!links.length) return;
  for (const hint of document.querySelectorAll(".bearing [data-script]")) hint.hidden = false;
  const ids = links.map((link) => link.hash.slice(1));
  let at = -1;
  const step = (by) => {
    const here = ids.indexOf(current(list)?.id);
    if (here >= 0) at = here;
    at = at < 0 && by < 0 ? ids.length - 1 : (at + by + ids.length) % ids.length;
    const item = list.querySelector(`:scope > li[id="${CSS.escape(ids[at])}"]`);
    if (item) visit(list, item);
    else location.assign(links[at].href);
  };
  onKey("b", () => step(1));
  onKey("B", () => step(-1));
}
