// Notes where they are called. What a note says stands beside its call in the margin (margin.js), or on a card where
// there is no room; the list at the end always stands. A call and its note are lit together, by pointer, focus, address.

import { giveCards } from "../card.js";
import { make } from "../dom.js";
import { margin } from "./margin.js";

const CALL = "a[role=doc-noteref][href^='#']";
const NOT_OF_IT = ".note-n, a.pb, a.pn, a.older, .headerlink"; // what a copy of a note goes without
const host = document.querySelector(".sheet");

/** The element that the part of an address after "#" names. */
function named(hash) {
  try { return document.getElementById(decodeURIComponent(hash.slice(1))); } catch { return null; } // no text in UTF-8
}

/** The notes that the page calls, in the order of their first calls, each with all its calls. */
function calledNotes() {
  const found = new Map();
  for (const call of host.querySelectorAll(CALL)) {
    const note = named(call.hash);
    if (!note) continue;
    if (found.has(note)) found.get(note).calls.push(call);
    else found.set(note, { note, calls: [call], ...described(note, call) });
  }
  return [...found.values()];
}

/** How a note is called and shown. */
function described(note, call) {
  const isRemark = Boolean(call.closest(".remark-call"));
  const number = note.querySelector(".note-n")?.textContent.trim() || call.textContent.trim();
  const label = isRemark ? `Editors’ remark ${number}` : `Note ${call.textContent.trim()}`;
  return { number, label, kind: isRemark ? "remark" : "note", copy: () => copyOf(note) };
}

/** What a note says, without its number, the marks of pages, and ids, which are the note's own. */
function copyOf(note) {
  const body = note.querySelector(":scope > [role=doc-footnote]") ?? note;
  const copy = document.createDocumentFragment();
  copy.append(...[...body.childNodes].map((node) => node.cloneNode(true)));
  for (const odd of copy.querySelectorAll(NOT_OF_IT)) odd.remove();
  for (const one of copy.querySelectorAll("[id]")) one.removeAttribute("id");
  return copy;
}

/** Give the notes of the page a margin, cards and light. */
function start() {
  const beside = margin(host, calledNotes);
  const light = lighting(beside);
  giveCards(host, CALL, (call) => {
    const note = named(call.hash);
    if (!note || beside.beside(call)) return null;
    const { number, label, kind } = described(note, call);
    const content = make("div", { class: `ed-note ${kind}` }, make("span", { class: "ed-sidenote-n" }, number), copyOf(note));
    return { node: content, label };
  }, "ed-note-card");
  // To press a call whose note stands beside it, and to be carried to the end of the page, is not what one wants.
  // The keyboard and a screen reader, which press no pointer, are: they cannot see the margin.
  let pressed = null;
  host.addEventListener("pointerdown", (event) => { pressed = event.target.closest(CALL); });
  host.addEventListener("click", (event) => {
    const call = event.target.closest(CALL);
    const byPointer = call && pressed === call;
    pressed = null;
    if (!byPointer || event.ctrlKey || event.metaKey || event.shiftKey || !beside.beside(call)) return;
    event.preventDefault();
    history.replaceState(history.state, "", `#${call.id}`);
    light.addressed();
  });
}

/** Light a note with its calls while the pointer or the focus is on one of them, or the address names it. */
function lighting(beside) {
  let pointed = null;
  let told = null;
  const noteOf = (node) => {
    const call = node.closest?.(CALL);
    if (call) return named(call.hash);
    const side = node.closest?.(".ed-sidenote");
    if (side) return beside.noteOf(side);
    const item = node.closest?.("ol.notes > li, .remarks li");
    return item && calledNotes().some(({ note }) => note === item) ? item : null;
  };
  const show = () => {
    const wanted = new Set();
    for (const { note, calls } of calledNotes()) {
      if (note !== pointed && note !== told) continue;
      for (const one of [note, beside.of(note), ...calls.map((call) => call.parentElement)]) if (one) wanted.add(one);
    }
    for (const one of host.querySelectorAll(".ed-lit")) one.classList.toggle("ed-lit", wanted.has(one));
    for (const one of wanted) one.classList.add("ed-lit");
  };
  const point = (event) => {
    const note = noteOf(event.target);
    if (note === pointed) return;
    pointed = note;
    show();
  };
  const addressed = () => {
    const target = location.hash.length > 1 ? named(location.hash) : null;
    told = target ? noteOf(target) : null;
    show();
  };
  host.addEventListener("mouseover", point);
  host.addEventListener("focusin", point);
  for (const left of ["mouseleave", "focusout"]) host.addEventListener(left, () => { pointed = null; show(); });
  addEventListener("hashchange", addressed);
  addressed();
  return { addressed };
}

if (host) {
  giveCards(host, "sup.call.lone", () => ({ node: make("p", {}, "The source has no text for this note."), label: "No note" }));
  if (host.querySelector(CALL)) start();
}
