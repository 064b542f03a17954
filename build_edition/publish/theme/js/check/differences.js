// A quotation set against the edition's text: what stands in one alone is struck out or underlined.

import { make } from "../dom.js";
import { ADDED, JOINED, LEFT_OUT, SAME, SPARE } from "./align.js";

const THROUGHOUT = 0.34; // of the words differ in capitals or signs: to show each would hide the rest

/** Whether capitals or signs differ so often that it is only said. */
export const isThroughout = (found) => found.signs > THROUGHOUT * found.words && found.signs > 3;

/** The paragraphs of a comparison, one for each passage. */
export function compared(found) {
  const writer = { paragraphs: [], passage: null, only: { typed: [], text: [] } };
  for (const step of found.steps) write(writer, found, step);
  flush(writer);
  return writer.paragraphs;
}

function write(writer, found, step) {
  const typed = found.typed.slice(...step.typed);
  const text = found.text.slice(...step.text);
  if (text.length && text[0].passage !== writer.passage) open(writer, text[0].passage);
  else if (!writer.paragraphs.length) open(writer, null);
  if (step.kind === SPARE) return;
  if (step.kind === LEFT_OUT) { flush(writer); add(writer, leftOut(text.length)); return; }
  const isKept = step.kind === SAME ? !step.isSign || isThroughout(found) : step.kind === JOINED && typed[0].isBroken;
  if (isKept) { flush(writer); add(writer, text.map((word) => word.text).join(" ")); return; }
  writer.only.typed.push(...typed);
  if (step.kind !== ADDED) writer.only.text.push(...text);
}

function open(writer, passage) {
  flush(writer);
  if (writer.passage !== null || !writer.paragraphs.length) writer.paragraphs.push(make("p", { class: "ed-compared" }));
  writer.passage = passage ?? writer.passage;
}

function add(writer, ...nodes) {
  const paragraph = writer.paragraphs.at(-1);
  paragraph.append(paragraph.hasChildNodes() ? " " : "", ...nodes);
}

/** What differs in a row is shown together: first what was typed, then what the edition has. */
function flush(writer) {
  const { typed, text } = writer.only;
  writer.only = { typed: [], text: [] };
  const said = (some) => some.map((word) => word.text).join(" ");
  if (typed.length) add(writer, make("del", {}, unseen("only in your text: "), said(typed), unseen(";")));
  if (text.length) add(writer, make("ins", {}, unseen("only in the edition: "), said(text), unseen(";")));
}

const unseen = (text) => make("span", { class: "ed-unseen" }, text);
const leftOut = (count) => make("span", { class: "ed-passed" }, `[… ${count} word${count === 1 ? "" : "s"} …]`);

/** A sentence on how the quotation agrees with the edition. */
export function verdict(found) {
  const { differing, signs, outside, left } = found;
  const parts = [];
  if (!differing && !signs) parts.push("Word for word as in the edition.");
  else if (!differing) parts.push(`Every word is right; ${isThroughout(found) ? "capitals or signs differ throughout" : `${signs} ${signs === 1 ? "differs" : "differ"} in capitals or signs`}.`);
  else parts.push(`${differing} ${differing === 1 ? "word differs" : "words differ"}${signs ? `, and ${isThroughout(found) ? "capitals or signs throughout" : `${signs} more in capitals or signs`}` : ""}.`);
  if (left) parts.push(`Your ellipsis passes over ${left} word${left === 1 ? "" : "s"}.`);
  const [before, after] = outside;
  if (before || after) parts.push(`Not in the edition: ${[before && `the first ${before}`, after && `the last ${after}`].filter(Boolean).join(" and ")} words of your text.`);
  return parts.join(" ");
}
