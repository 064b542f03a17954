// The part of an address that has a browser find words and mark them (#:~:text=…): its text fragment.
// Method: WICG, URL Fragment Text Directives (https://wicg.github.io/scroll-to-text-fragment/).

import { sheet } from "../passages.js";
import { pieces } from "./quotation.js";

const BLOCK = "tr, td, th, p, li, h1, h2, h3, h4, h5, h6, dt, dd, figcaption, caption";
const LONGEST = 80; // characters that are given whole; of more, the first and the last words
const WORDS = 4;

/** The fragment for the words of a range, without "#"; empty where there are none. */
export function textFragment(range) {
  const runs = runsOf(pieces(range));
  if (!runs.length) return "";
  const first = widened(runs[0], true, runs.length === 1);
  const last = runs.length === 1 ? first : widened(runs.at(-1), false, true);
  if (runs.length === 1 && first.length <= LONGEST && times(first) === 1) return `:~:text=${encoded(first)}`;
  return `:~:text=${encoded(opening(first))},${encoded(closing(last))}`;
}

/** Pieces joined where nothing else (a note's number, a printed page) stands between them, as it would be read too. */
function runsOf(found) {
  const runs = [];
  for (const piece of found) {
    const last = runs.at(-1)?.at(-1);
    if (last && blockOf(last) === blockOf(piece) && !between(last.node, piece.node).trim()) runs.at(-1).push(piece);
    else runs.push([piece]);
  }
  return runs.filter((run) => run.some(({ node, start, end }) => node.data.slice(start, end).trim()));
}

const blockOf = ({ node }) => node.parentElement.closest(BLOCK);

function between(one, other) {
  const range = document.createRange();
  range.setStartAfter(one);
  range.setEndBefore(other);
  return range.toString();
}

/** The text of a run, at its beginning or its end, or both, with the whole of a word that is cut. */
function widened(run, atStart, atEnd) {
  const [first, last] = [run[0], run.at(-1)];
  const before = atStart ? first.node.data.slice(0, first.start).match(/[\p{L}\p{N}’'-]*$/u)[0] : "";
  const after = atEnd ? last.node.data.slice(last.end).match(/^[\p{L}\p{N}’'-]*/u)[0] : "";
  const text = run.map(({ node, start, end }) => node.data.slice(start, end)).join("");
  return `${/^\s/.test(text) ? "" : before}${text}${/\s$/.test(text) ? "" : after}`.replace(/\s+/g, " ").trim();
}

/** The first words of a text, as many as it takes for them to stand once on the page. */
function opening(text) {
  const words = text.split(" ");
  for (let n = Math.min(WORDS, words.length); n < words.length; n += 1) {
    const said = words.slice(0, n).join(" ");
    if (times(said) === 1) return said;
  }
  return text;
}

const closing = (text) => text.split(" ").slice(-WORDS).join(" ");

/** How often words stand on the page. */
function times(words) {
  return plain(sheet.textContent).split(plain(words)).length - 1;
}

const plain = (text) => text.replace(/\s+/g, " ").toLowerCase();
const encoded = (text) => encodeURIComponent(text).replace(/-/g, "%2D");
