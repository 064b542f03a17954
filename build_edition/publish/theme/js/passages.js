// Passages on the page: which one a node belongs to, what it says, and where an offset of its text stands.
//
// The text of a passage in the edition's data and on the page differ in white space only, so places are carried from
// one to the other by counting the characters that are none.

const NUMBER = /^(?:[\w-]+\.)?[0-9]+(?:-[0-9]+)?[a-z]*$/;
/** What stands within a passage and is not its text. */
export const NOT_TEXT = ".added, [data-search-exclude], a.pb, a.pn, a.older, .headerlink, sup.call, .note-n.raised, .bracket";
const ELEMENTS = "p[id], li[id], tr[id], figure[id], aside[id]";

/** The element that holds the text; null on pages of another kind. */
export const sheet = document.querySelector(".sheet-text");

/** Whether an element is a passage that can be cited: a numbered one, or a note whose place is on this page. */
const isPassage = (element) => element.matches?.(ELEMENTS) && (NUMBER.test(element.id) || element.matches("li.note")) && !element.closest(".copy, .added, [data-search-exclude]");

/** All passages of the page, in order. */
export const passages = () => (sheet ? [...sheet.querySelectorAll(ELEMENTS)].filter(isPassage) : []);

/** The passage in which a node stands, or null. */
export function passageOf(node) {
  let element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  while (element && element !== sheet && !isPassage(element)) element = element.parentElement;
  return element && element !== sheet ? element : null;
}

/** The text nodes of a passage's own words, without numbers, signs and what stands in passages within it. */
export function textNodes(passage) {
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return node.matches(NOT_TEXT) || isPassage(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

/** The words of a passage, with single spaces. */
export function textOf(passage) {
  const parts = passage.matches("tr") ? [...passage.cells].map((cell) => textNodes(cell).map((node) => node.data).join("")) : [textNodes(passage).map((node) => node.data).join("")];
  return parts.join(" ").replace(/\s+/g, " ").trim();
}

const ink = (text) => text.replace(/\s+/gu, "").length;

/**
 * The range of the page that stands for the code points `start` to `end` of a passage's `text` in the edition's
 * data; null where the page does not have them.
 */
export function rangeOf(passage, text, start, end) {
  const points = [...text];
  const from = ink(points.slice(0, start).join(""));
  const length = ink(points.slice(start, end).join(""));
  const range = document.createRange();
  let seen = 0;
  let isOpen = false;
  for (const node of textNodes(passage)) {
    for (let k = 0; k < node.data.length; k += 1) {
      if (/\s/u.test(node.data[k])) continue;
      if (!isOpen && seen === from) { range.setStart(node, k); isOpen = true; if (!length) { range.collapse(true); return range; } }
      seen += 1;
      if (isOpen && seen === from + length) { range.setEnd(node, k + 1); return range; }
    }
  }
  return null;
}

/** The printed page on which a node stands, or, for the end of a range, ends: { n, isSure }, or null without pages. */
export function printedPage(node) {
  if (!sheet) return null;
  let last = null;
  for (const mark of sheet.querySelectorAll("a.pb")) {
    const order = mark.compareDocumentPosition(node);
    if (mark === node || order & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY)) last = mark;
    else break;
  }
  if (!last || last.classList.contains("unknown")) return null;
  return { n: last.textContent.replace(/\?$/, ""), isSure: !last.classList.contains("low") };
}
