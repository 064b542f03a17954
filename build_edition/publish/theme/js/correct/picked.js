// What a reader points at: words of the page, found again in the data of the page and in its source.

import { load, page } from "../page.js";
import { sheet, textNodes } from "../passages.js";
import { pieces } from "../cite/quotation.js";
import { elementsOf, pageIndex, pageSource } from "../views/page-files.js";
import { lettersOf, SourceText } from "./letters.js";

/**
 * The spot that a range, or a whole passage, is: { passage, letters, source, start, end, isPart } with the words between
 * `start` and `end` (code points of the passage's text); or { refused, words, passage } with a sentence that says why
 * no record can be made of it. Null where there is no text. Rejects where the page's data cannot be read.
 */
export async function picked({ range, passage: element }) {
  const [index, told] = await Promise.all([pageIndex(), pageSource()]);
  const elements = elementsOf(index.passages);
  const found = range ? pieces(range) : textNodes(element).map((node) => ({ node, start: 0, end: node.data.length }));
  if (!found.length) return null;
  const words = found.map(({ node, start, end }) => node.data.slice(start, end)).join("").replace(/\s+/gu, " ").trim();
  const hosts = [...new Set(found.map(({ node }) => hostOf(node, elements)))];
  const host = hosts[0];
  const named = host ? index.passages[elements.indexOf(host)] : null;
  if (hosts.length > 1) return { refused: "These words reach across the end of a paragraph, and a correction is made in one.", words, passage: named ?? noteOf(found[0].node, index) };
  const note = host ? null : noteOf(found[0].node, index);
  if (!host && !note) return { refused: "These words are not in the text that the edition was made from.", words, passage: null };
  const data = host ? { passage: named, source: told } : await dataOf(note);
  if (!data?.passage) return { refused: "The source of these words is not on this page.", words, passage: note };
  return spotOf(data, host ?? note.element, found, Boolean(range), words);
}

/** The spot of pieces of text within the element of a passage. */
function spotOf({ passage, source: told }, element, found, isPart, words) {
  const source = new SourceText(told);
  const letters = lettersOf(passage, source);
  const refused = "What stands here cannot be followed letter by letter into the source.";
  if (!letters) return { refused, words, passage };
  const nodes = textNodes(element);
  const own = letters.filter(({ at }) => at !== null);
  const shown = nodes.map((node) => node.data).join("").replace(/\s+/gu, "");
  const skipped = own.map(({ sign }) => sign).join("").indexOf(shown); // the number of a note is none of its words on the page
  const first = found[0];
  const last = found.at(-1);
  if (skipped < 0 || !nodes.includes(first.node) || !nodes.includes(last.node)) return { refused, words, passage };
  const before = [...own.map(({ sign }) => sign).join("").slice(0, skipped)].length;
  const from = before + inkBefore(nodes, first.node, first.start);
  const to = before + inkBefore(nodes, last.node, last.end);
  if (from >= to) return null;
  const text = [...passage.text];
  const [start, end] = [own[from].at, own[to - 1].at + 1];
  if (!isPart) return { passage, letters, source, start, end, isPart };
  return { passage, letters, source, ...widened(text, start, end), isPart };
}

/** The span with the whole of a word that is cut. */
function widened(text, start, end) {
  let [first, last] = [start, end];
  while (isWithin(text, first)) first -= 1;
  while (isWithin(text, last)) last += 1;
  return { start: first, end: last };
}

/** Whether a place is within a word: between two letters, or beside a hyphen or apostrophe that stands between two. */
function isWithin(text, at) {
  const isLetter = (k) => /[\p{L}\p{N}\p{M}]/u.test(text[k] ?? "");
  const isJoint = (k) => /['’‑-]/u.test(text[k] ?? "") && isLetter(k - 1) && isLetter(k + 1);
  return (isLetter(at - 1) || isJoint(at - 1)) && (isLetter(at) || isJoint(at));
}

/** How many letters stand before a place in the nodes of a passage. */
function inkBefore(nodes, node, offset) {
  const texts = nodes.slice(0, nodes.indexOf(node)).map(({ data }) => data);
  return [...[...texts, node.data.slice(0, offset)].join("").replace(/\s+/gu, "")].length;
}

/** The element of the passage in which a text node stands. */
function hostOf(node, elements) {
  for (let at = node.parentElement; at && at !== sheet; at = at.parentElement) if (elements.includes(at)) return at;
  return null;
}

/** The note in which a text node stands, where its body is the passage of another page. */
function noteOf(node, index) {
  const element = node.parentElement.closest("li.note[id]");
  const told = element && index.notes.find(({ key }) => key === element.id);
  return told ? { ...told, id: told.key, pages: [], element } : null;
}

/** The passage of a note, with the source of the page on which it is one. */
async function dataOf(note) {
  if (note.division === undefined) return null;
  const folder = `works/${page.work}/${note.division ? `${note.division}/` : ""}`;
  const [index, source] = await Promise.all([load(`${folder}index.json`), load(`${folder}source.json`)]);
  return { passage: index.passages.find(({ id, kind }) => id === note.key && kind === "note"), source };
}

