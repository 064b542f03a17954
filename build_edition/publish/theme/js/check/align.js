// The cheapest way from one run of words to a stretch of another: which stand for each other, and what was left out,
// added or changed. The stretch may begin and end anywhere.

export const SAME = 0;
export const CHANGED = 1;
export const ADDED = 2; // typed, and not in the text
export const DROPPED = 3; // in the text, and not typed
export const SPARE = 4; // typed, and no word of a text: a note number
export const JOINED = 5; // two typed, one in the text: "social- ism"
export const PARTED = 6; // one typed, two in the text: "ofthe"
export const LEFT_OUT = 7; // words of the text that the typed text passes over with an ellipsis

/** Whether a step sets words against the same words. */
export const isKept = ({ kind }) => kind === SAME || kind === JOINED || kind === PARTED;

const NEAR = 0.45; // what a changed spelling costs; another word costs OTHER, one more or less ONE
const OTHER = 1.6;
const ONE = 1;
const SPLIT = 0.25;

/**
 * Align `typed` words with the words of a `text`. Gives { steps, cost }, or null where there are none; a step is
 * { kind, typed: [first, end], text: [first, end] } in the order of both.
 */
export function align(typed, text) {
  const rows = typed.length;
  const columns = text.length;
  if (!rows || !columns) return null;
  const width = columns + 1;
  const cost = new Float32Array((rows + 1) * width);
  const kinds = new Uint8Array((rows + 1) * width);
  for (let q = 1; q <= rows; q += 1) {
    const word = typed[q - 1];
    const [add, adding] = word.isSpare ? [0, SPARE] : [ONE, ADDED];
    const parts = pairsThatMake(word, text);
    const before = q > 1 ? typed[q - 2] : null;
    let at = q * width;
    cost[at] = cost[at - width] + add;
    kinds[at] = adding;
    for (let t = 1; t <= columns; t += 1) {
      at += 1;
      const between = distance(word, text[t - 1]);
      let least = cost[at - width - 1] + between;
      let kind = between ? CHANGED : SAME;
      if (cost[at - width] + add < least) { least = cost[at - width] + add; kind = adding; }
      if (cost[at - 1] + ONE < least) { least = cost[at - 1] + ONE; kind = DROPPED; }
      if (before && joins(before, word, text[t - 1].key)) {
        const joined = cost[at - 2 * width - 1] + (before.isBroken ? 0 : SPLIT);
        if (joined < least) { least = joined; kind = JOINED; }
      }
      if (parts.has(t) && cost[at - width - 2] + SPLIT < least) { least = cost[at - width - 2] + SPLIT; kind = PARTED; }
      cost[at] = least;
      kinds[at] = kind;
    }
  }
  return traced(kinds, cost.subarray(rows * width), rows, width);
}

const isOf = (word, key) => word.key === key || word.alt?.key === key;
const joins = (first, second, key) => key.length > first.key.length && key.startsWith(first.key) && isOf(second, key.slice(first.key.length));

/** Behind which words of a text a typed word is two of them in one. */
function pairsThatMake(word, text) {
  const found = new Set();
  for (let t = 2; t <= text.length; t += 1) {
    const { key } = text[t - 2];
    if (word.key.startsWith(key) && isOf(word, key + text[t - 1].key)) found.add(t);
  }
  return found;
}

/** What it costs that one word stands for another; a typed word remembers what it was compared with. */
function distance(word, other) {
  const known = (word.distances ??= new Map()).get(other.key);
  if (known !== undefined) return known;
  const found = apart(word, other.key);
  word.distances.set(other.key, found);
  return found;
}

function apart(word, key) {
  if (isOf(word, key)) return 0;
  if (word.isSpare) return OTHER;
  return isNear(word.key, key) || (word.alt && isNear(word.alt.key, key)) ? NEAR : OTHER;
}

/** Whether two keys may be one word in two spellings, or read wrongly: a third of the letters differ at most. */
export function isNear(a, b) {
  const longest = Math.max(a.length, b.length);
  const allowed = longest < 3 ? 0 : Math.max(1, Math.floor(longest / 3));
  if (Math.abs(a.length - b.length) > allowed) return false;
  if (a[0] !== b[0] && a.at(-1) !== b.at(-1) && longest < 8) return false;
  if (ones(lettersOf(a) ^ lettersOf(b)) > 2 * allowed) return false;
  return edits(a, b, allowed) <= allowed;
}

/** The letters of a word as a set of bits, some of which letters share. */
function lettersOf(word) {
  let bits = 0;
  for (let k = 0; k < word.length; k += 1) bits |= 1 << (word.charCodeAt(k) & 31);
  return bits;
}

function ones(bits) {
  let count = 0;
  for (let left = bits; left; left &= left - 1) count += 1;
  return count;
}

/** How many letters must be changed, added, dropped or exchanged, as far as `most`. */
function edits(a, b, most) {
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      let value = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2] + 1);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > most) return least;
    [before, last] = [last, row];
  }
  return last[b.length];
}

const MOVES = { [SAME]: [1, 1], [CHANGED]: [1, 1], [ADDED]: [1, 0], [SPARE]: [1, 0], [DROPPED]: [0, 1], [JOINED]: [2, 1], [PARTED]: [1, 2] };

function traced(kinds, ends, rows, width) {
  let t = ends.reduce((best, cost, k) => (cost < ends[best] ? k : best), 0);
  const cost = ends[t];
  const steps = [];
  for (let q = rows; q > 0;) {
    const kind = kinds[q * width + t];
    const [down, across] = MOVES[kind];
    steps.push({ kind, typed: [q - down, q], text: [t - across, t] });
    q -= down;
    t -= across;
  }
  return { steps: steps.reverse(), cost };
}
