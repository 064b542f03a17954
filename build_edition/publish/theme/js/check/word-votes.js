// Where in the corpus a run of words may stand: each word, and each pair of neighbours, votes for the places that it
// has there. Words that are wrong vote for nothing; the others are enough.

import { isNear } from "./align.js";
import { bounds, countOf } from "./word-index.js";

const COMMON = 400; // words that stand more often vote only beside their neighbour
const MOST = 10; // places that are looked at closely

/**
 * Stretches of the stream that may hold the words (of `words.js`), the likeliest first: { from, to, votes }. They are
 * wider than the words, so that some may have been left out or added. With `guess` a word that the corpus does not have
 * votes as the words that it may be misspelt from.
 */
export function stretches(index, typed, guess = false) {
  const wanted = typed.filter((word) => !word.isSpare);
  const width = 12 + (wanted.length >> 2);
  const votes = new Map();
  const vote = (place, q, weight) => {
    const bucket = Math.floor((place - q) / width);
    votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
  };
  const numbers = wanted.map((word) => index.numbers.get(word.key) ?? index.numbers.get(word.alt?.key));
  const voteAll = (n, q, weight) => { for (const place of placesOf(index, n)) vote(place, q, weight); };
  numbers.forEach((n, q) => {
    const count = countOf(index, n);
    if (!count && guess) for (const meant of alike(index, wanted[q].key)) voteAll(meant, q, rarity(index, countOf(index, meant)) / 2);
    if (!count) return;
    if (count <= COMMON) voteAll(n, q, rarity(index, count));
    for (const step of [1, 2]) pairs(index, n, numbers[q + step], step, (place) => vote(place, q, rarity(index, count)));
  });
  return [...best(votes)].map(([bucket, weight]) => stretch(index, bucket * width, width, wanted.length, weight));
}

/** The numbers of words that a word may be misspelt from, without the commonest. */
function alike(index, key) {
  const found = [];
  if (key.length > 3) for (const [other, n] of index.numbers) if (countOf(index, n) <= COMMON && isNear(key, other)) found.push(n);
  return found;
}

const placesOf = (index, n) => index.places.subarray(index.starts[n], index.starts[n + 1]);

/** How much a word that stands so often tells. */
export const rarity = (index, count) => Math.log((index.stream.length + 1) / (count + 0.5));

/** Tell of each place where two words stand `step` apart; those of the rarer one are looked through. */
function pairs(index, first, second, step, tell) {
  const counts = [countOf(index, first), countOf(index, second)];
  if (!counts[1]) return;
  const byFirst = counts[0] <= counts[1];
  for (const place of placesOf(index, byFirst ? first : second)) {
    const at = byFirst ? place : place - step;
    if (at >= 0 && index.stream[at] === first && index.stream[at + step] === second) tell(at);
  }
}

/** The strongest places: a text may drift from one bucket to the next, so neighbours count together. */
function best(votes) {
  const summed = [...votes].map(([bucket, weight]) => [bucket, weight + Math.max(votes.get(bucket - 1) ?? 0, votes.get(bucket + 1) ?? 0)]);
  summed.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const taken = [];
  for (const found of summed) {
    if (taken.length >= MOST || found[1] < taken[0]?.[1] / 3) break;
    if (!taken.some(([bucket]) => Math.abs(bucket - found[0]) <= 1)) taken.push(found);
  }
  return taken;
}

function stretch(index, at, width, length, votes) {
  const [begin, end] = bounds(index, Math.max(0, Math.min(at + width, index.stream.length - 1)));
  return { from: Math.max(begin, at - 2 * width), to: Math.min(end, at + length + 3 * width), votes };
}
