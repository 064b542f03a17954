// The diplomatic view: beside each passage the lines of the source that it comes from, as they stand, and between
// passages what was left out. Nothing of the page's part of the source is missing but lines of white space.

import { make } from "../dom.js";
import { elementsOf, pageIndex, pageSource } from "./page-files.js";
import { sheet } from "../passages.js";

const NAMES = { "forme work": "forme", word: "was", hyphen: "was", dress: "dress" };

/** Fetch what the view needs. */
export const prepare = async () => ({ index: await pageIndex(), source: await pageSource() });

/** Show the source; gives back a sentence that says what is seen. */
export function show({ index, source }) {
  const elements = elementsOf(index.passages);
  const lines = source.lines.map((line) => ({ ...line, points: [...line.text] }));
  const writer = { lines, changes: source.changes, seen: new Set() };
  for (const [host, pieces] of hosted(source.pieces, elements)) {
    const written = pieces.flatMap((piece) => linesOf(piece, writer));
    if (written.length) insert(host, block(host, written));
  }
  const { name } = source.source;
  const [first, last] = [lines[0]?.n, lines.at(-1)?.n];
  return `Beside each passage stands its source, ${name}, lines ${first} to ${last}: grey what is left out, underlined what is read otherwise.`;
}

/** Take the source away. */
export function hide() {
  for (const one of sheet.querySelectorAll(".ed-source")) one.remove();
}

/** Which pieces stand at which element: those between passages with the passage that follows. */
function hosted(pieces, elements) {
  const found = new Map();
  const waiting = [];
  const give = (host, ...own) => found.set(host, [...(found.get(host) ?? []), ...own]);
  let last = null;
  for (const piece of pieces) {
    waiting.push(piece);
    const element = piece.passage === undefined ? null : elements[piece.passage];
    if (!element) continue;
    last = element.closest(".table") ?? element;
    give(last, ...waiting.splice(0));
  }
  if (waiting.length) give(last ?? sheet, ...waiting);
  return found;
}

/** The lines of a piece of the source, without those that are white space; a line that two pieces share is cut. */
function linesOf(piece, { lines, changes, seen }) {
  return lines.filter((line) => line.start < piece.end && line.start + line.points.length > piece.start)
    .map((line) => {
      const from = Math.max(piece.start, line.start);
      const to = Math.min(piece.end, line.start + line.points.length);
      if (!line.points.slice(from - line.start, to - line.start).join("").trim()) return null;
      const isFirst = !seen.has(line.n);
      seen.add(line.n);
      const kind = piece.passage === undefined ? "ed-line between" : "ed-line";
      return make("span", { class: kind, id: isFirst && `line-${line.n}`, tabindex: isFirst && "-1", "data-n": line.n, "data-at": from },
        make("span", { class: "ed-line-n" }, String(line.n)), make("span", { class: "ed-line-text" }, marked(line, from, to, changes)));
    }).filter(Boolean);
}

/** The words of a line from one offset of the source to another, with what was changed in them marked. */
function marked(line, from, to, changes) {
  const text = (a, b) => line.points.slice(a - line.start, b - line.start).join("");
  const out = [];
  let here = from;
  for (const change of changes) {
    if (change.end < from || change.start > to || !NAMES[change.kind]) continue;
    const [a, b] = [Math.max(change.start, here), Math.min(change.end, to)];
    if (change.start === change.end ? a > change.start || a >= to : b <= a) continue;
    out.push(text(here, a), make("span", { class: `ed-${NAMES[change.kind]}${a === b ? " inserted" : ""}` }, text(a, b)));
    here = b;
  }
  return [...out, text(here, to)];
}

function block(host, lines) {
  const [first, last] = [lines[0].dataset.n, lines.at(-1).dataset.n];
  const inline = host.matches("p, li");
  return make(inline ? "span" : "div", { class: "added ed-source", role: "group", "data-search-exclude": true, "aria-label": first === last ? `Source, line ${first}` : `Source, lines ${first} to ${last}` }, lines);
}

/** Set a block of lines into its passage, before its words; before a heading or a table, which can hold none. */
function insert(host, made) {
  const run = host.closest(".run-in");
  if (host === sheet) host.append(made);
  else if (host.matches("h1, h2, h3, h4, h5, h6, .table, .milestone, hr")) (run && !host.matches(".table") ? run : host).before(made);
  else host.prepend(made);
}
