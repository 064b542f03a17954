// An index of the corpus in the memory of the browser: every work as one stream of words, and where each word stands.

import { words } from "./words.js";

const SLICE = 12; // milliseconds of work before the page may breathe

const pause = () => new Promise((resume) => { setTimeout(resume, 0); });

/**
 * The index of passages (lines of the corpus, in order): { passages, firsts, stream, numbers, starts, places, read }.
 * `stream` is the corpus as numbers of words, the notes of each work after its text, for nobody quotes through them;
 * passage k begins at `firsts[k]`. The places of word n are `places` from `starts[n]` to `starts[n + 1]`, and
 * `numbers` tells the number of a word by its key. `read` keeps the words of passages that were looked at.
 */
export async function indexed(lines, breathe = pause) {
  const passages = inOrder(lines);
  const numbers = new Map();
  const firsts = new Int32Array(passages.length + 1);
  const stream = [];
  let since = performance.now();
  for (let k = 0; k < passages.length; k += 1) {
    firsts[k] = stream.length;
    for (const { key } of words(passages[k].text)) stream.push(numbered(numbers, key));
    if (performance.now() - since > SLICE) { await breathe(); since = performance.now(); }
  }
  firsts[passages.length] = stream.length;
  return { passages, firsts, stream: Int32Array.from(stream), numbers, read: new Map(), ...whereEachStands(stream, numbers.size) };
}

function inOrder(lines) {
  const works = [...new Set(lines.map((line) => line.work))];
  return works.flatMap((work) => {
    const own = lines.filter((line) => line.work === work);
    return [...own.filter((line) => line.kind !== "note"), ...own.filter((line) => line.kind === "note")];
  });
}

function numbered(numbers, key) {
  let n = numbers.get(key);
  if (n === undefined) { n = numbers.size; numbers.set(key, n); }
  return n;
}

function whereEachStands(stream, count) {
  const starts = new Int32Array(count + 1);
  for (const n of stream) starts[n + 1] += 1;
  for (let n = 0; n < count; n += 1) starts[n + 1] += starts[n];
  const next = starts.slice();
  const places = new Int32Array(stream.length);
  stream.forEach((n, at) => { places[next[n]] = at; next[n] += 1; });
  return { starts, places };
}

/** How often the word of a number stands in the corpus. */
export const countOf = (index, n) => (n === undefined ? 0 : index.starts[n + 1] - index.starts[n]);

/** The index of the passage in which the word at a place of the stream stands. */
function passageAt(index, place) {
  let low = 0;
  let high = index.passages.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (index.firsts[middle] <= place) low = middle; else high = middle;
  }
  return low;
}

/** Where the stream of the work begins and ends in which a place stands. */
export function bounds(index, place) {
  let first = passageAt(index, place);
  let last = first + 1;
  const { work } = index.passages[first];
  while (first > 0 && index.passages[first - 1].work === work) first -= 1;
  while (last < index.passages.length && index.passages[last].work === work) last += 1;
  return [index.firsts[first], index.firsts[last]];
}

/** The words that stand in the stream from `from` to `to`, each also with its passage's index. */
export function wordsBetween(index, from, to) {
  const found = [];
  for (let k = passageAt(index, from); k < index.passages.length && index.firsts[k] < to; k += 1) {
    if (!index.read.has(k)) index.read.set(k, words(index.passages[k].text));
    const own = index.read.get(k);
    own.forEach((word, n) => {
      const at = index.firsts[k] + n;
      if (at >= from && at < to) found.push({ ...word, passage: k, at });
    });
  }
  return found;
}
