// What to think of a place where a quotation may stand: how many of its words are right, and whether that can be chance.

import { ADDED, CHANGED, DROPPED, JOINED, LEFT_OUT, PARTED, SAME, SPARE, isKept, isNear } from "./align.js";
import { countOf, wordsBetween } from "./word-index.js";
import { rarity } from "./word-votes.js";
import { shapeOf } from "./words.js";

const TAIL = 6; // words before or after what was found that are not counted as differences, but as not of the text
const WORTH = { [SAME]: 1, [JOINED]: 1, [PARTED]: 1, [ADDED]: -0.7, [DROPPED]: -0.5, [SPARE]: 0, [LEFT_OUT]: 0 };

/**
 * A place with what can be said of it: { typed, text, steps, from, to, outside, share, differing, signs, left }.
 * `text` are the words of the edition from `from` to `to`, to which the steps refer from now on; `differing` counts
 * the words that differ, `signs` those that differ in capitals and signs alone, `left` those passed over with an
 * ellipsis, and `share` tells which part of the typed words is right.
 */
export function judged(index, { typed, steps }, count) {
  const nearness = (step) => WORTH[step.kind] ?? (isNearStep(index, typed, step) ? 0.4 : -0.8);
  const [first, last] = core(steps, steps.map(nearness), typed);
  const kept = steps.slice(first, last);
  const places = kept.flatMap(({ text }) => text);
  const from = Math.min(...places);
  const text = kept.length ? wordsBetween(index, from, Math.max(...places)) : [];
  const own = kept.map((step) => ({ ...step, text: step.text.map((at) => at - from) }));
  const wordsOf = (some) => some.reduce((sum, step) => sum + countTyped(typed, step), 0);
  const outside = [wordsOf(steps.slice(0, first)), wordsOf(steps.slice(last))];
  const right = wordsOf(own.filter(isKept));
  return {
    typed, text, steps: own.map((step) => ({ ...step, isSign: differsInSigns(typed, text, own, step) })), from, to: from + text.length, outside,
    share: right / Math.max(1, count), ...counts(typed, text, own), ...evidence(index, own, from, wordsOf(own), right),
  };
}

const countTyped = (typed, step) => typed.slice(...step.typed).filter((word) => !word.isSpare).length;
const isNearStep = (index, typed, step) => { const [word] = wordsBetween(index, ...step.text); return isNear(typed[step.typed[0]].key, word.key); };

/** Where the words begin and end that are the text's: long tails of other words are cut off, short ones kept. */
function core(steps, worths, typed) {
  let [best, sum, begin, first, last] = [0, 0, 0, 0, 0];
  worths.forEach((worth, k) => {
    if (sum <= 0) { sum = 0; begin = k; }
    sum += worth;
    if (sum > best) { best = sum; first = begin; last = k + 1; }
  });
  const size = (some) => some.reduce((total, step) => total + countTyped(typed, step), 0);
  if (size(steps.slice(0, first)) < TAIL) first = 0;
  if (size(steps.slice(last)) < TAIL) last = steps.length;
  return [first, last];
}

function counts(typed, text, steps) {
  let [differing, signs, left] = [0, 0, 0];
  for (const step of steps) {
    if (step.kind === LEFT_OUT) left += step.text[1] - step.text[0];
    else if ([CHANGED, ADDED, DROPPED, PARTED].includes(step.kind) || (step.kind === JOINED && !typed[step.typed[0]].isBroken)) differing += 1;
    else if (differsInSigns(typed, text, steps, step)) signs += 1;
  }
  return { differing, signs, left };
}

/** Whether a word that is right differs in capitals or signs; those at the very ends of what was typed say nothing. */
function differsInSigns(typed, text, steps, step) {
  if (step.kind !== SAME) return false;
  const word = typed[step.typed[0]];
  const there = text[step.text[0]];
  let [mine, its] = [word.key === there.key ? word.shape : word.alt.shape, there.shape];
  if (step === steps[0] || isAtEdge(steps, step, -1)) [mine, its] = [mine, its].map((shape) => shape.replace(/^[^\p{L}\p{N}]+/u, ""));
  if (step === steps.at(-1) || isAtEdge(steps, step, 1)) [mine, its] = [mine, its].map((shape) => shape.replace(/[^\p{L}\p{N}]+$/u, ""));
  return mine !== its && shapeOf(mine) !== shapeOf(its);
}

const isAtEdge = (steps, step, way) => { const next = steps[steps.indexOf(step) + way]; return !next || next.kind === LEFT_OUT || (next.kind === SPARE && !steps[steps.indexOf(step) + 2 * way]); };

/** What speaks for a place: how many words it has, how many are right and stand together, and how rare they are. */
function evidence(index, steps, from, words, right) {
  const said = steps.filter((step) => step.kind !== SPARE);
  const together = said.filter((step, k) => isKept(step) && k > 0 && isKept(said[k - 1])).length;
  const told = steps.filter(isKept).reduce((sum, step) => sum + rarity(index, countOf(index, index.stream[from + step.text[0]])), 0);
  return { words, right, together, told, isWhole: said.every((step) => step.kind === SAME) };
}

/**
 * Whether a place is one: so many words in this order are there by quotation, not by chance. Of a short text all words
 * must be right, or nearly all; of a long one half; and where only a part of it is found, most of that part.
 */
export function isFound(place, count) {
  const { words, right, together, told, isWhole } = place;
  if (words >= 3 && isWhole && words === count) return true;
  if (told < 22 || together < 2) return false;
  const share = right / words;
  if (words < 0.6 * count) return words >= 8 && share >= 0.75 && told >= 40;
  if (words >= 12) return share >= 0.5 && together >= words / 4;
  return share >= (words >= 7 ? 0.6 : 0.7);
}
