// What counts as alike when words are looked for: capital and small letters,
// quotation marks of any kind, dashes of any kind, any run of white space, ё and
// е, և and եւ. What is not seen (a soft hyphen, a sign of no width) counts for
// nothing. internal/web/desk/source_find.go has the same rules.

const singles = new Map();
for (const sign of "‘’‚‛′ʼ՚`") singles.set(sign, "'");
for (const sign of "“”„‟«»″") singles.set(sign, '"');
for (const sign of "‐‑‒–—−֊") singles.set(sign, "-");
singles.set("ё", "е");
singles.set("և", "եւ");

const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/u;
const blank = /\s/u;

// fold is a text in its plain form, with the place in the text at which each
// UTF-16 unit of that form begins, and the one at which it ends.
export function fold(text) {
  const folded = { text: "", from: [], to: [] };
  let at = 0;
  for (const sign of text) {
    const end = at + sign.length;
    put(folded, plain(sign), at, end);
    at = end;
  }
  return folded;
}

function plain(sign) {
  if (blank.test(sign)) return " ";
  if (unseen.test(sign)) return "";
  const small = sign.toLowerCase();
  return singles.get(small) ?? small;
}

function put(folded, letters, at, end) {
  if (letters === " " && folded.text.endsWith(" ")) {
    folded.to[folded.to.length - 1] = end;
    return;
  }
  folded.text += letters;
  for (let i = 0; i < letters.length; i++) {
    folded.from.push(at);
    folded.to.push(end);
  }
}

// places are where words stand in a folded text, as [begin, end] of the text
// itself; none overlap.
export function places(folded, words) {
  const wanted = fold(words).text.trim();
  const found = [];
  if (!wanted) return found;
  for (let at = folded.text.indexOf(wanted); at >= 0; at = folded.text.indexOf(wanted, at + wanted.length)) {
    found.push([folded.from[at], folded.to[at + wanted.length - 1]]);
  }
  return found;
}
