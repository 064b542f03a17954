// The view that shows emendations: each word that the source has otherwise bears a sign, and its card tells what the
// source has, who changed it, why, and how certainly.

import { giveCards, hideCard, showCard } from "../card.js";
import { make } from "../dom.js";
import { at } from "../page.js";
import { elementsOf, pageIndex } from "./page-files.js";
import { rangeOf, sheet, textNodes } from "../passages.js";
import { choose } from "./views.js";

const ANCHOR = "[data-change]";
const CAUSES = {
  character: "a wrong character", case: "capital or small letter", spacing: "spacing", punctuation: "punctuation",
  word: "a wrong word", markup: "mark-up", "lost-text": "text that the source has lost", slip: "a slip",
};
let changes = []; // those that are shown, by the number that an anchor bears
let rules = {};
let isHeard = false;

/** Fetch what the view needs. */
export const prepare = pageIndex;

/** Show the changes; gives back a sentence that says how many there are. */
export function show(index) {
  changes = [];
  rules = index.rules ?? {};
  const elements = elementsOf(index.passages);
  let lost = 0;
  index.passages.forEach((passage, k) => {
    const own = (passage.changes ?? []).filter((change) => change.kind !== "dress");
    for (const change of own.reverse()) { // from the end, so that what is before keeps its place
      if (elements[k] && mark(elements[k], passage.text, change, changes.length)) changes.push(change);
      else lost += 1;
    }
  });
  hear();
  return sentence(changes.length, lost);
}

/** Put all back as it was. */
export function hide() {
  hideCard();
  for (const sign of sheet.querySelectorAll(".ed-change-sign")) sign.remove();
  for (const word of sheet.querySelectorAll(".ed-change")) {
    const parent = word.parentNode;
    word.replaceWith(...word.childNodes);
    parent.normalize();
  }
}

function sentence(count, lost) {
  const rest = lost ? ` ${lost} more could not be shown in their place.` : "";
  if (!count) return `No word of this page was changed.${rest}`;
  const words = count === 1 ? "One place on this page is" : `${count} places on this page are`;
  return `${words} read otherwise than the source has ${count === 1 ? "it" : "them"}; each tells how.${rest}`;
}

/** Mark the words of a change under its number; false where the page does not have them. */
function mark(element, text, change, number) {
  const range = rangeOf(element, text, change.start, change.end);
  const pieces = range ? piecesOf(range, element) : [];
  const kind = change.cert === "low" ? "ed-change low" : "ed-change";
  const words = pieces.map((node) => {
    const word = make("span", { class: kind });
    node.replaceWith(word);
    word.append(node);
    return word;
  });
  if (!words.length) return false;
  const free = words.find((word) => !word.parentElement.closest("a, button, [role=button]"));
  if (free) anchor(free, number);
  else words.at(-1).closest("a, button, [role=button]").after(sign(change, number));
  return true;
}

/** The text nodes of a range, cut so that they hold nothing else. */
function piecesOf(range, element) {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  return textNodes(element).filter((node) => range.intersectsNode(node)).map((node) => {
    const end = node === endContainer ? endOffset : node.length;
    const start = node === startContainer ? startOffset : 0;
    if (end < node.length) node.splitText(end);
    return start ? node.splitText(start) : node;
  }).filter((node) => node.data.trim());
}

function anchor(word, number) {
  word.dataset.change = number;
  for (const [name, value] of [["role", "button"], ["tabindex", "0"], ["aria-haspopup", "dialog"]]) word.setAttribute(name, value);
}

/** For words within a link, which can hold nothing to press: a sign after it. */
function sign(change, number) {
  return make("button", { type: "button", class: "ed-change-sign added", "data-change": number, "data-search-exclude": true, "aria-haspopup": "dialog", "aria-label": `Emendation: ${change.reading}` });
}

/** Give the signs their cards, once: by resting on one, by focus, by a press. */
function hear() {
  if (isHeard) return;
  isHeard = true;
  giveCards(sheet, ANCHOR, told, "ed-change-card");
  const press = (event, focus) => {
    const found = event.target.closest?.(ANCHOR);
    if (!found) return;
    event.preventDefault();
    const { node, label } = told(found);
    showCard(found, node, { label, focus, kind: "ed-change-card" });
  };
  sheet.addEventListener("click", (event) => press(event, event.detail === 0));
  sheet.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") press(event, true); });
}

/** The card of a change. */
function told(element) {
  const change = changes[Number(element.dataset.change)];
  const rows = [
    ["Source", change.source || make("i", {}, "has nothing here")],
    ["Reading", change.reading],
    ["By", change.by === "rule" ? `rule: ${rules[change.rule] ?? change.rule}` : change.by],
    change.cause && ["Cause", CAUSES[change.cause] ?? change.cause],
    ["Certainty", change.cert === "low" ? "low: a conjecture" : "certain"],
    change.note && ["Note", change.note],
  ].filter(Boolean);
  const list = make("dl", {}, rows.map(([term, said]) => make("div", {}, make("dt", {}, term), make("dd", {}, said))));
  const toLine = make("button", { type: "button", class: "ed-plain", onclick: () => showLine(change.line) }, `Line ${change.line} of the source`);
  const row = change.row ? [" · ", make("a", { href: at(change.row) }, "In the apparatus")] : [];
  return { node: make("div", {}, list, make("p", {}, toLine, row)), label: `Emendation: ${change.reading}` };
}

async function showLine(line) {
  hideCard();
  await choose("view", "diplomatic");
  const found = document.getElementById(`line-${line}`);
  found?.scrollIntoView({ block: "center" });
  found?.focus({ preventScroll: true });
}
