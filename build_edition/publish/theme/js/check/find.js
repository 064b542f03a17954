// What a reader typed or pasted, found in the corpus: the places where it stands, best first, word set against word.

import { ADDED, DROPPED, LEFT_OUT, align, isKept } from "./align.js";
import { isFound, judged } from "./judged.js";
import { bounds, wordsBetween } from "./word-index.js";
import { stretches } from "./word-votes.js";
import { words } from "./words.js";

const ELLIPSIS = /[[(]\s*(?:…|\.(?:\s?\.){1,3})\s*[\])]|…|\.(?:\s?\.){2,3}/u;
const LONGEST = 90; // words looked for at a time
const ANCHORS = 4; // pieces that may be the one from which the others are found
const GUESSED = 40; // words of a text whose misspelt words are guessed at where it is not found without
const REACH = 3000; // words that an ellipsis may pass over
const SHOWN = 8; // places told of at most
const WORSE = 0.2; // how much smaller a share of the words may be right than at the best place

/**
 * The places of a text: { count, found }. `count` is the number of its words; each of `found` has `typed` and `text`
 * (words), `steps` between them, `from` and `to` in the stream, `outside` (words typed before and after what was
 * found) and what `judged` counts.
 */
export function find(index, text) {
  const pieces = inPieces(text);
  const typed = pieces.flatMap((piece) => piece.words);
  const count = typed.filter((word) => !word.isSpare).length;
  if (count < 3) return { count, found: [] };
  for (const guess of count > GUESSED ? [false] : [false, true]) {
    const places = chains(index, pieces, guess).map((chain) => judged(index, chain, count)).filter((place) => isFound(place, count));
    if (places.length) return { count, found: distinct(places) };
  }
  return { count, found: [] };
}

/** The words between ellipses, and long runs of them cut, as { words, afterGap }. */
function inPieces(text) {
  const pieces = [];
  text.split(ELLIPSIS).forEach((part, k) => {
    const own = words(part, { typed: true });
    const parts = Math.ceil(own.length / LONGEST);
    const size = Math.ceil(own.length / parts);
    for (let n = 0; n < parts; n += 1) pieces.push({ words: own.slice(n * size, (n + 1) * size), afterGap: k > 0 && n === 0 });
  });
  if (pieces.length) pieces[0].afterGap = false;
  return pieces;
}

/** Each way to set all pieces against the corpus, from the likely places of the longest piece that has one. */
function chains(index, pieces, guess) {
  const order = pieces.map((_, k) => k).sort((a, b) => pieces[b].words.length - pieces[a].words.length || a - b);
  for (const k of order.slice(0, ANCHORS)) {
    const placed = stretches(index, pieces[k].words, guess).map(({ from, to }) => fitted(index, pieces[k].words, from, to));
    const likely = placed.filter((place) => place?.same >= 2);
    if (likely.length) return likely.map((middle) => chain(index, pieces, k, middle));
  }
  return [];
}

/** A piece aligned with a stretch: { steps, from, to, same }, the places in its steps being those of the stream. */
function fitted(index, typed, from, to, edge = from) {
  const aligned = to > from ? align(typed, wordsBetween(index, from, to)) : null;
  if (!aligned) return null;
  const steps = aligned.steps.map((step) => ({ ...step, text: step.text.map((at) => at + from) }));
  const told = steps.filter(({ text }) => text[1] > text[0]);
  return { steps, from: told[0]?.text[0] ?? edge, to: told.at(-1)?.text[1] ?? edge, same: steps.filter(isKept).length };
}

/** All pieces about piece `k`, which stands at `middle`, each beside its neighbour and in the same work. */
function chain(index, pieces, k, middle) {
  const [begin, end] = bounds(index, middle.from);
  const row = [];
  row[k] = middle;
  for (let n = k + 1; n < pieces.length; n += 1) row[n] = after(index, pieces[n].words, row[n - 1].to, end, pieces[n].afterGap);
  for (let n = k - 1; n >= 0; n -= 1) row[n] = before(index, pieces[n].words, row[n + 1].from, begin, pieces[n + 1].afterGap);
  return joined(pieces, row);
}

const near = (typed) => Math.ceil(typed.length * 1.4) + 20;
const nowhere = (typed, edge) => ({ steps: typed.map((_, q) => added(q, edge)), from: edge, to: edge, same: 0 });
const added = (q, at) => ({ kind: ADDED, typed: [q, q + 1], text: [at, at] });

function after(index, typed, edge, end, isFar) {
  if (isFar) {
    const far = farther(index, typed, (place) => place.from >= edge && place.from < edge + REACH && place.to <= end);
    if (far) return far;
  }
  return fitted(index, typed, edge, Math.min(end, edge + near(typed) * (isFar ? 4 : 1)), edge) ?? nowhere(typed, edge);
}

function before(index, typed, edge, begin, isFar) {
  if (isFar) {
    const far = farther(index, typed, (place) => place.to <= edge && place.to > edge - REACH && place.from >= begin);
    if (far) return far;
  }
  return fitted(index, typed, Math.max(begin, edge - near(typed) * (isFar ? 4 : 1)), edge, edge) ?? nowhere(typed, edge);
}

/** The best place of a piece beyond an ellipsis, if it is good enough to go so far for. */
function farther(index, typed, isHere) {
  const placed = stretches(index, typed).map(({ from, to }) => fitted(index, typed, from, to)).filter((place) => place && isHere(place));
  const best = placed.sort((a, b) => b.same - a.same)[0];
  return best && best.same >= Math.max(2, typed.length / 2) ? best : null;
}

/** The pieces of a row as one: what lies between two was left out, with an ellipsis or without. */
function joined(pieces, row) {
  const steps = [];
  const typed = [];
  row.forEach((place, n) => {
    const gap = n ? row[n - 1].to : place.from;
    if (place.from > gap && pieces[n].afterGap) steps.push({ kind: LEFT_OUT, typed: [typed.length, typed.length], text: [gap, place.from] });
    else for (let at = gap; at < place.from; at += 1) steps.push({ kind: DROPPED, typed: [typed.length, typed.length], text: [at, at + 1] });
    for (const step of place.steps) steps.push({ ...step, typed: step.typed.map((q) => q + typed.length) });
    typed.push(...pieces[n].words);
  });
  return { typed, steps };
}

/** The best places, none of which holds words of another, without those that fit far worse than the first. */
function distinct(places) {
  const sorted = [...places].sort((a, b) => b.share - a.share || a.differing - b.differing || a.signs - b.signs || a.from - b.from);
  const kept = [];
  for (const place of sorted) {
    if (kept.length >= SHOWN || place.share < kept[0]?.share - WORSE) break;
    if (!kept.some((other) => place.from < other.to && other.from < place.to)) kept.push(place);
  }
  return kept;
}
