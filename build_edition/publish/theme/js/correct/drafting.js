// From the words that a reader wants to the record that an editor can take over, as `corrections/drafting.py` makes it:
// it quotes whole words of the source, on their line, and says how these are read.

import { guessCause } from "./causes.js";
import { Quoting } from "./quoting.js";

/** The words cannot be had by a record; the message says why, in a sentence for the reader. */
export class CannotDraft extends Error {}

const TOKEN = /\s+|\S+/gu;
const LONGEST_DIFFERENCE = 1500; // words of a passage that are compared one by one

/**
 * The records by which the passage of a spot reads `wanted`, with single spaces, instead of its text: { line, read, nth,
 * as, cause, seen, span, held, isSlip }, in order; `held` is a record in whose place one stands. Throws `CannotDraft`.
 */
export function draft(spot, wanted) {
  const quoting = new Quoting(spot);
  const drafts = [];
  for (const change of differences(spot.passage.text, wanted)) {
    const made = one(spot, quoting, change);
    const last = drafts.at(-1);
    if (last && made.span.start < last.span.end) throw new CannotDraft("Two of the changes touch the same word of the source. Suggest them one after the other.");
    drafts.push(made);
  }
  return drafts;
}

/** What differs between two texts, each on the smallest span, and with the words that take its place: in code points. */
export function differences(before, after) {
  const [olds, news] = [before.match(TOKEN) ?? [], after.match(TOKEN) ?? []];
  const changes = [];
  let at = 0;
  for (const [a, b, c, d] of differing(olds, news)) {
    at = length(olds.slice(0, a));
    changes.push(trimmed([...olds.slice(a, b).join("")], [...news.slice(c, d).join("")], at));
  }
  return changes;
}

const length = (tokens) => tokens.reduce((sum, token) => sum + [...token].length, 0);

/** The smallest span of `olds`, which stand at `at`, and what takes its place. */
function trimmed(olds, news, at) {
  const limit = Math.min(olds.length, news.length);
  let before = 0;
  while (before < limit && olds[before] === news[before]) before += 1;
  let after = 0;
  while (after < limit - before && olds[olds.length - 1 - after] === news[news.length - 1 - after]) after += 1;
  return { start: at + before, end: at + olds.length - after, words: news.slice(before, news.length - after).join("") };
}

/** The stretches in which two lists differ, as [from, to, from, to]; changed words with one space between are one. */
function differing(olds, news) {
  let first = 0;
  while (first < olds.length && first < news.length && olds[first] === news[first]) first += 1;
  let [i, j] = [olds.length, news.length];
  while (i > first && j > first && olds[i - 1] === news[j - 1]) { i -= 1; j -= 1; }
  if (first === i && first === j) return [];
  if ((i - first) * (j - first) > LONGEST_DIFFERENCE ** 2) return [[first, i, first, j]];
  const found = [];
  for (const [a, c] of [...common(olds.slice(first, i), news.slice(first, j)), [i - first, j - first]]) {
    const [b, d] = found.length ? [found.at(-1)[1], found.at(-1)[3]] : [first, first];
    found.push([b, a + first, d, c + first, a + first + 1, c + first + 1]);
    found[found.length - 1] = [b, a + first, d, c + first];
    found.push([a + first + 1, a + first + 1, c + first + 1, c + first + 1]);
  }
  found.pop();
  return found.filter(([a, b, c, d]) => b > a || d > c).reduce((all, [a, b, c, d]) => {
    const last = all.at(-1);
    if (last && a - last[1] === 1 && c - last[3] === 1 && !olds[last[1]].trim()) all[all.length - 1] = [last[0], b, last[2], d];
    else all.push([a, b, c, d]);
    return all;
  }, []);
}

/** The longest list of tokens that two lists have in common, as pairs of places (Wagner and Fischer 1974). */
function common(olds, news) {
  const width = news.length + 1;
  const best = new Uint16Array((olds.length + 1) * width);
  for (let i = olds.length - 1; i >= 0; i -= 1) {
    for (let j = news.length - 1; j >= 0; j -= 1) {
      best[i * width + j] = olds[i] === news[j] ? best[(i + 1) * width + j + 1] + 1 : Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < olds.length && j < news.length;) {
    if (olds[i] === news[j]) pairs.push([i++, j++]);
    else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) i += 1;
    else j += 1;
  }
  return pairs;
}

/** The record of one change. */
function one(spot, quoting, change) {
  const { passage, source } = spot;
  if (quoting.calls.some(({ at }) => change.start < at && at < change.end)) throw new CannotDraft("A note is called between these words. Suggest a change of the words before it and one of those after it.");
  if ((passage.marks ?? []).some(({ kind, start, end }) => (kind === "hi" || kind === "foreign") && [start, end].some((at) => change.start < at && at < change.end))) throw new CannotDraft("Emphasis begins or ends within these words.");
  if ((passage.breaks ?? []).some(({ at }) => change.start < at && at < change.end)) throw new CannotDraft("A printed page ends within these words. Suggest a change of the words before its end and one of those after it.");
  let refused = null;
  for (const span of quoting.spans(change.start, change.end)) {
    if (source.told.changes.some(({ kind, start, end }) => kind === "forme work" && span.start < end && start < span.end)) {
      refused ??= new CannotDraft("A running head or a page number stands between these words in the source.");
      continue;
    }
    if (passage.source.pieces && !passage.source.pieces.some(([a, b]) => a <= span.start && span.end <= b)) {
      refused ??= new CannotDraft("These words stand in several cells or blocks. Suggest a change of the words of each.");
      continue;
    }
    const read = source.text(span.start, span.end);
    if (passage.kind === "head" && /[\n\r]/.test(read) && quoting.points.slice(change.start, change.end).includes(" ")) { refused ??= new CannotDraft("These words stand on two lines of a heading. Suggest a change of the words of each."); continue; }
    if (/[\n\r]/.test(read) && !source.told.newline) { refused ??= new CannotDraft("The lines of this source end in several ways, so words on two of them cannot be quoted."); continue; }
    return recorded(spot, quoting, change, span);
  }
  throw refused ?? new CannotDraft("No word of the source stands where this change is.");
}

/** How the words of a span are read with a change: with the calls of notes in them, which stay. */
function reading(quoting, { first, last, start, end }, change) {
  const calls = quoting.calls.filter((call) => call.start >= start && call.start < end);
  const part = (from, to, isLast) => {
    let out = "";
    for (let at = from; at <= to; at += 1) {
      for (const call of calls) if (call.at === at && (isLast ? at > from || at === change.end : at < to || (at === change.start && change.start < change.end))) out += call.text;
      if (at < to) out += quoting.points[at];
    }
    return out;
  };
  return part(first, change.start, false) + change.words + part(change.end, last, true);
}

/** The record of a span; where a record decides on its words already, one that says all of it anew, `instead`. */
function recorded({ source, letters }, quoting, change, span) {
  const touched = source.told.held.filter((one) => (one.start < span.end && span.start < one.end) || (one.start === one.end && span.start <= one.start && one.start <= span.end));
  const held = touched.find(({ cause }) => cause !== "slip"); // a slip may be misread too, which is another matter
  const isSlip = touched.some(({ cause }) => cause === "slip");
  const whole = held ? quoting.over(Math.min(span.start, held.at), Math.max(span.end, held.at + [...held.read].length)) : span;
  if (!whole || (held && source.told.held.some((one) => !same(one, held) && one.cause !== "slip" && one.start < whole.end && whole.start < one.end))) throw new CannotDraft("Several records decide on these words already.");
  const read = source.text(whole.start, whole.end);
  const as = reading(quoting, whole, change);
  const line = source.lineAt(whole.start);
  const record = { line: line.n, read, nth: nthOf(source, line, whole, read), seen: line.seen, span: whole, held, isSlip };
  if (as !== read) return { ...record, as, cause: guessCause(read, as) };
  if (held) throw new CannotDraft(`The words would read so if the record of ${held.by} were not there.`);
  const isOfLetters = [...letters.map(({ made }) => made), ...source.told.changes].some((made) => made && made.kind === "word" && made.start >= span.start && made.end <= span.end);
  if (!isOfLetters) throw new CannotDraft(`The source itself has “${as}”; the edition sets it otherwise by a rule about the look of signs, not by a correction.`);
  return { ...record, stet: true };
}

const same = (one, other) => one.line === other.line && one.read === other.read && one.nth === other.nth;

/** Which of several on the line the words are, counted from 1; null where they stand there once. */
function nthOf(source, line, span, read) {
  const before = line.before ?? "";
  const start = line.start - [...before].length;
  const length = [...line.text].length;
  const shift = line.start - [...before].length;
  const rest = source.text(line.start, Math.min(line.start + length + [...read].length, source.told.end));
  const signs = [...before, ...[...rest].slice(0, length), ...[...(line.after ?? "")], ...[...rest].slice(length)];
  const wanted = [...read];
  const most = [...before].length + length + [...(line.after ?? "")].length;
  const found = [];
  for (let at = 0; at <= most; at += 1) if (wanted.every((sign, k) => signs[at + k] === sign)) found.push(at + start);
  return found.length > 1 ? found.indexOf(span.start - start + shift) + 1 : null;
}
