// Citing: by the number of a passage, by what is selected, or by the key "c"; and suggesting a correction of it, by the
// same ways or the key "w". The dialogs are fetched when they are wanted.

import { copy } from "../copy.js";
import { closing, openDialog } from "../dialog.js";
import { announce, make } from "../dom.js";
import { onKey } from "../keys.js";
import { page } from "../page.js";
import { passageOf, passages, sheet } from "../passages.js";
import { citedAt, pieces } from "./quotation.js";

const INTERACTIVE = "a, button, summary, input, select, textarea, label, [role=button]";
let bar = null;

/** Do something with what is cited; where its data cannot be read, say what else there is. */
async function withCited(what, action) {
  try {
    const { cited, ...citing } = await import("./citing.js");
    const found = await cited(what);
    if (found) await action(citing, found);
    else announce("There is no passage here that has a number");
  } catch (error) {
    openDialog("", { "aria-label": "Citing" },
      make("p", {}, `${error.message} How to cite is also said at the end of the page, under “To cite”.`), closing());
  }
}

const open = (what) => withCited(what, (citing, found) => citing.openCiting(found));
const copyCited = (what) => withCited(what, (citing, found) => citing.copyQuotation(found));
const copyLink = (what) => withCited(what, (_, found) => copy(found.place.link, "Link"));

/** Suggest a correction of what is meant; where its data cannot be read, say what else there is. */
async function suggest(what) {
  try {
    const { openCorrecting } = await import("../correct/dialog.js");
    if (!await openCorrecting(what)) announce("There is no text here that could be corrected");
  } catch (error) {
    openDialog("", { "aria-label": "Suggesting a correction" },
      make("p", {}, `${error.message} Tell the editors the number of the passage, the word as it stands, and as it should be.`), closing());
  }
}

/** The range that is selected, if it has words of the text; else null. With `anywhere` they may be in no passage that is cited. */
function selected(anywhere = false) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(sheet)) return null;
  const found = pieces(range);
  if (!found.some(({ node }) => anywhere || citedAt(node))) return null;
  const words = document.createRange(); // from the first word to the last: a number before them is not one
  words.setStart(found[0].node, found[0].start);
  words.setEnd(found.at(-1).node, found.at(-1).end);
  return words;
}

/** The passage that "c" means: the one the keyboard is in, else that of the address, else the first in view. */
function meant() {
  const focused = passageOf(document.activeElement);
  if (focused && sheet.contains(focused)) return focused;
  const head = document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0;
  const isSeen = (passage) => { const box = passage.getBoundingClientRect(); return box.bottom > head + 8 && box.top < innerHeight; };
  const told = document.querySelector(":target");
  const addressed = told && sheet.contains(told) && passageOf(told);
  return (addressed && isSeen(addressed) && addressed) || passages().find(isSeen) || passages()[0];
}

/** A small bar beside what is selected or touched; of words that are in no passage only a correction can be suggested. */
function showBar(what, box, label, isCited = true) {
  hideBar();
  const button = (says, action) => make("button", { type: "button", onclick: () => { hideBar(); action(what); } }, says);
  bar = make("div", { class: "ed-cite-bar", role: "toolbar", "aria-label": label, "data-search-exclude": true },
    ...(isCited ? [button("Cite", open), button("Copy with citation", copyCited), button("Copy link", copyLink)] : []), button("Suggest a correction", suggest));
  bar.addEventListener("pointerdown", (event) => event.preventDefault()); // what is selected stays so
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const all = [...bar.children];
    if (step) all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
  });
  document.body.append(bar);
  const width = document.documentElement.clientWidth;
  const isOver = box.top > bar.offsetHeight + 70 && !matchMedia("(pointer: coarse)").matches; // a telephone has its own bar there
  bar.style.left = `${Math.max(8, Math.min((box.left + box.right - bar.offsetWidth) / 2, width - bar.offsetWidth - 8)) + scrollX}px`;
  bar.style.top = `${(isOver ? box.top - bar.offsetHeight - 8 : box.bottom + 10) + scrollY}px`;
}

function hideBar() {
  bar?.remove();
  bar = null;
}

/** The line of a range at which the bar stands: its first, or its last where the bar is below. */
function lineOf(range) {
  const boxes = [...range.getClientRects()].filter((box) => box.width > 1);
  if (!boxes.length) return range.getBoundingClientRect();
  const [first, last] = [boxes[0], boxes.at(-1)];
  return { left: first.left, right: first.right, top: first.top, bottom: last.bottom };
}

function offerSelected() {
  const range = selected(true);
  if (range) showBar({ range }, lineOf(range), "What is selected", Boolean(selected()));
  else if (bar && getSelection()?.isCollapsed && !bar.dataset.passage) hideBar();
}

function start() {
  for (const number of sheet.querySelectorAll("a.pn")) {
    const passage = passageOf(number);
    if (passage) number.setAttribute("aria-label", `Cite passage ${passage.id}`);
  }
  sheet.addEventListener("click", (event) => {
    const number = event.target.closest("a.pn");
    if (!number || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
    const passage = passageOf(number);
    if (!passage) return;
    event.preventDefault();
    history.replaceState(history.state, "", `#${passage.id}`);
    open({ passage });
  });
  // By touch nothing can be rested on: a tap on a passage shows what can be done with it, another puts that away.
  sheet.addEventListener("click", (event) => {
    if (event.pointerType !== "touch" || event.defaultPrevented || event.target.closest(INTERACTIVE) || selected()) return;
    const passage = passageOf(event.target);
    if (!passage || bar?.dataset.passage === passage.id) { hideBar(); return; }
    const { clientX: x, clientY: y } = event;
    showBar({ passage }, { left: x, right: x, top: y - 12, bottom: y + 12 }, `Passage ${passage.id}`);
    bar.dataset.passage = passage.id;
  });
  document.addEventListener("pointerup", (event) => { if (!bar?.contains(event.target)) setTimeout(offerSelected); });
  document.addEventListener("keyup", (event) => { if (event.shiftKey || event.key === "Shift") offerSelected(); });
  document.addEventListener("selectionchange", () => { if (getSelection()?.isCollapsed && bar && !bar.dataset.passage) hideBar(); });
  document.addEventListener("pointerdown", (event) => { if (bar && !bar.contains(event.target) && !bar.dataset.passage) hideBar(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hideBar(); });
  addEventListener("resize", hideBar);
  onKey("c", "Cite what is selected, or the passage", () => {
    const range = selected();
    hideBar();
    open(range ? { range } : { passage: meant() });
  });
  onKey("w", "A wrong word: suggest a correction of what is selected, or of the passage", () => {
    const range = selected(true);
    hideBar();
    suggest(range ? { range } : { passage: meant() });
  });
}

if (sheet && page.work && passages().length) start();
