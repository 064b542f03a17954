// The letters of a passage, each with the place of the source that it comes from, or what was put there instead.
// `writers/page/strands.py` does the same where the page is made.

const INK = /\S/u;

/** The source behind a page: its text by offset, as `source.json` has it. */
export class SourceText {
  constructor(told) {
    this.told = told;
    this.start = told.start;
    const size = told.end - told.start;
    this.points = new Array(size).fill(null);
    for (const line of told.lines) [...line.text].forEach((point, k) => { this.points[line.start - told.start + k] = point; });
    const ends = [...told.newline];
    let run = 0; // line ends are not in the lines
    for (let k = 0; k < size; k += 1) if (this.points[k] === null) { this.points[k] = ends[run % ends.length] ?? "\n"; run += 1; } else run = 0;
  }

  /** The text between two offsets of the source. */
  text(start, end) { return this.points.slice(start - this.start, end - this.start).join(""); }

  /** The sign at an offset; undefined outside of the page's part. */
  at(offset) { return this.points[offset - this.start]; }

  /** The line on which an offset stands. */
  lineAt(offset) { return this.told.lines.findLast((line) => line.start <= offset); }
}

/**
 * The letters that make up a passage: { sign, start, end, made, at } with the span of the source that each stands for;
 * `made` is the intervention that set it, if one did, and `at` its place in the passage's text, which the figures of
 * note calls have none of. Of white space there is none. Null where the page's data do not add up to the passage.
 */
export function lettersOf(passage, source) {
  const spans = passage.source.pieces ?? [[passage.source.start, passage.source.end]];
  const places = [...passage.text].flatMap((sign, at) => (INK.test(sign) ? [{ sign, at }] : []));
  for (const first of [true, false]) for (const last of [true, false]) {
    const found = spans.flatMap(([start, end], k) => between(source, start, end, first || k > 0, last || k + 1 < spans.length));
    const own = found.filter((letter) => !letter.isCall);
    if (own.length !== places.length || own.some(({ sign }, k) => sign !== places[k].sign)) continue;
    own.forEach((letter, k) => { letter.at = places[k].at; });
    return found;
  }
  return null;
}

/** The letters of one span; `first` and `last` say whether what is inserted at its ends belongs to it. */
function between(source, start, end, first, last) {
  const { calls, changes } = source.told;
  const own = calls.filter((call) => call.start < end && start < call.end);
  const found = [];
  let here = start;
  const add = (signs, from, to, made, isCall) => {
    for (const sign of signs) if (INK.test(sign)) found.push({ sign, start: from, end: to, made, isCall, at: null });
  };
  const kept = (stop) => {
    for (; here < stop; here += 1) add([source.at(here)], here, here + 1, null, own.some((call) => call.start <= here && here < call.end));
  };
  for (const change of changes) {
    const { start: a, end: b } = change;
    if (b < start || a > end || (a === b ? (a === start && !first) || (a === end && !last) : a < start || b > end)) continue;
    kept(a);
    add(change.reading, a, b, change, own.some((call) => (a === b ? call.start < a && a < call.end : call.start <= a && b <= call.end)));
    here = Math.max(here, b);
  }
  kept(end);
  return found;
}
