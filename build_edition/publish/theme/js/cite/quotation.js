// A quotation: the reading text of a stretch of the page, without numbers of any kind, in quotation marks.

import { NOT_TEXT, passageOf, sheet } from "../passages.js";

const BLOCK = "tr, p, li, figcaption, caption, h1, h2, h3, h4, h5, h6, dt, dd, blockquote, figure";
const WITHOUT = `${NOT_TEXT}, .note-n, .record, .headnote, .contents`;

/** The pieces of text within a range: { node, start, end } for each text node that is the text's own and has ink. */
export function pieces(range) {
  const root = range.commonAncestorContainer;
  const walker = document.createTreeWalker(root.nodeType === Node.TEXT_NODE ? root.parentNode : root, NodeFilter.SHOW_TEXT);
  const inNotes = Boolean(parentOf(range.startContainer).closest(".endnotes"));
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!range.intersectsNode(node) || !sheet?.contains(node) || !isText(node)) continue;
    if (!inNotes && node.parentElement.closest(".endnotes")) continue;
    const start = node === range.startContainer ? range.startOffset : 0;
    const end = node === range.endContainer ? range.endOffset : node.data.length;
    if (node.data.slice(start, end).trim()) found.push({ node, start, end });
    else if (end > start && found.length) found.push({ node, start, end }); // white space between words
  }
  while (found.length && !inkOf(found.at(-1))) found.pop();
  return found;
}

/** Whether a node is text of the work. A note is, too, where it is shown a second time, beside its call's chapter. */
function isText(node) {
  const without = node.parentElement.closest(WITHOUT);
  return !without || Boolean(node.parentElement.closest("li.note[id]") && without.querySelector("li.note") || without.matches("li.note"));
}

/** What is cited where a node stands: its passage, or its note; null where it is in none. */
export const citedAt = (node) => node.parentElement.closest("li.note[id]") ?? passageOf(node);

const parentOf = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node);
const inkOf = ({ node, start, end }) => node.data.slice(start, end).trim();

/** The words of a range, a string for each paragraph, heading, item or row. */
export function paragraphs(range) {
  const found = [];
  let last = null;
  for (const piece of pieces(range)) {
    const block = piece.node.parentElement.closest(BLOCK) ?? sheet;
    const cell = piece.node.parentElement.closest("td, th");
    const text = piece.node.data.slice(piece.start, piece.end);
    if (block !== last?.block) found.push(text);
    else found[found.length - 1] += cell !== last.cell ? ` ${text}` : text;
    last = { block, cell };
  }
  return found.map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean);
}

/** Paragraphs as one quotation: each opens with a quotation mark, and only the last closes. */
export function quoted(texts) {
  return texts.map((text, k) => `“${within(text)}${k === texts.length - 1 ? "”" : ""}`).join("\n\n");
}

/**
 * A text as it stands within double quotation marks: its own double ones become single, and single ones within those
 * double again. An apostrophe stays, for it stands between letters, or closes nothing.
 */
export function within(text) {
  const signs = [...text];
  const open = []; // { sign, at }: the marks that are open, and where
  signs.forEach((sign, at) => {
    if (sign === "“" || (sign === "\"" && open.at(-1)?.sign !== "\"")) { open.push({ sign, at }); signs[at] = "‘"; return; }
    if (sign === "”" || sign === "\"") {
      while (open.at(-1)?.sign === "‘") signs[open.pop().at] = "‘"; // it was never closed: as it was
      open.pop();
      signs[at] = "’";
    } else if (sign === "‘" && open.length) {
      open.push({ sign, at });
      signs[at] = "“";
    } else if (sign === "’" && open.at(-1)?.sign === "‘" && !/\p{L}/u.test(signs[at + 1] ?? "")) {
      open.pop();
      signs[at] = "”";
    }
  });
  for (const { sign, at } of open) if (sign === "‘") signs[at] = "‘";
  return signs.join("");
}
