// Which words of the source a record quotes so that other words can be read there, as `corrections/quoting.py` finds
// them: whole words in the source and in the reading text, and no part of what a rule replaced.

const LETTER = /[\p{L}\p{N}]/u;
const JOINTS = new Set(["'", "’", "-", "‑"]); // inside a word
const isSpace = (sign) => sign === undefined || /\s/u.test(sign);

const isOfWord = (signs, at) => LETTER.test(signs(at) ?? "")
  || (JOINTS.has(signs(at)) && LETTER.test(signs(at - 1) ?? "") && LETTER.test(signs(at + 1) ?? ""));

/** Whether the signs before and after a place are of one word, or both of what stands between two spaces. */
const joined = (signs, at, toSpaces) => (toSpaces
  ? !isSpace(signs(at - 1)) && !isSpace(signs(at))
  : isOfWord(signs, at - 1) && isOfWord(signs, at));

/** A passage in which spans of its text grow to words that a record can quote. */
export class Quoting {
  constructor({ passage, letters, source }) {
    Object.assign(this, { letters, source, points: [...passage.text] });
    const { pieces, start, end } = passage.source;
    this.limits = pieces ? [pieces[0][0], pieces.at(-1)[1]] : [start, end];
    this.reads = (at) => this.points[at];
    this.stands = (at) => source.at(at);
    this.byPlace = new Map(letters.filter(({ at }) => at !== null).map((letter) => [letter.at, letter]));
    this.calls = callsOf(letters);
    this.walls = new Set(source.told.calls.flatMap(({ start: a, end: b }) => [a, b]));
  }

  /** The spans that hold one of the text, the smallest first: { start, end } of the source, { first, last } of the text. */
  * spans(start, end) {
    const { before, after } = { before: this.tokenBefore(start), after: this.tokenAfter(end) };
    const words = this.whole(start, end, false, false);
    if (words && LETTER.test(this.source.text(words.start, words.end))) yield words;
    const rest = [this.whole(start, end, true, true)];
    for (const [a, b] of [[before, end], [start, after], [before, after]]) rest.push(this.whole(a, b, false, false), this.whole(a, b, true, true));
    yield* rest.filter(Boolean);
  }

  tokenBefore(at) {
    let k = at;
    while (k > 0 && isSpace(this.reads(k - 1))) k -= 1;
    while (k > 0 && !isSpace(this.reads(k - 1))) k -= 1;
    return k;
  }

  tokenAfter(at) {
    let k = at;
    while (k < this.points.length && isSpace(this.reads(k))) k += 1;
    while (k < this.points.length && !isSpace(this.reads(k))) k += 1;
    return k;
  }

  /** The span of the text grown to whole words, or to what stands between spaces; null where that cannot be quoted. */
  whole(start, end, toSpaces, overCalls) {
    const isWall = (at) => !overCalls && this.calls.some((call) => call.at === at);
    let [first, last] = [start, end];
    for (;;) {
      while (first > 0 && joined(this.reads, first, toSpaces) && !isWall(first)) first -= 1;
      while (last < this.points.length && joined(this.reads, last, toSpaces) && !isWall(last)) last += 1;
      if (first >= last || isSpace(this.reads(first)) || isSpace(this.reads(last - 1))) return null;
      const span = this.ofSource(first, last, toSpaces, overCalls);
      if (!span) return null;
      if (span.first >= first && span.last <= last) return span.first === first && span.last === last ? span : null;
      [first, last] = [Math.min(first, span.first), Math.max(last, span.last)];
    }
  }

  /** The words of the source behind a span of the text, and all that they read. */
  ofSource(first, last, toSpaces, overCalls) {
    let low = this.byPlace.get(first).start;
    let high = this.byPlace.get(last - 1).end;
    const isWall = (at) => !overCalls && this.walls.has(at);
    while (joined(this.stands, low, toSpaces) && !isWall(low)) low -= 1;
    while (joined(this.stands, high, toSpaces) && !isWall(high)) high += 1;
    for (const { start, end } of this.source.told.changes) {
      if (start < low && low < end) low = start;
      if (start < high && high < end) high = end;
    }
    return this.over(low, high);
  }

  /** A span of the source, with what it reads in the text; null where it does not begin and end with letters of it. */
  over(low, high) {
    if (low < this.limits[0] || high > this.limits[1] || isSpace(this.stands(low)) || isSpace(this.stands(high - 1))) return null;
    const own = this.letters.filter((letter) => letter.at !== null && letter.start >= low && letter.end <= high);
    return own.length ? { start: low, end: high, first: own[0].at, last: own.at(-1).at + 1 } : null;
  }
}

/** The note calls among the letters: { at, text, start }, where `at` is the place in the passage's text that they stand at. */
function callsOf(letters) {
  const calls = [];
  let at = 0;
  let open = null;
  for (const letter of letters) {
    if (!letter.isCall) { at = letter.at + 1; open = null; continue; }
    if (open) open.text += letter.sign;
    else { open = { at, text: letter.sign, start: letter.start }; calls.push(open); }
  }
  return calls;
}
