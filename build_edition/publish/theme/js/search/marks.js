// Where the words of a query stand in a text, and the part of a text that shows most of them.

import { wordsOf } from "./words.js";

const LONG = 420; // characters: a longer text is cut to its best part
const SHOWN = 300;

/** The spans of `text` in which what `marks` list stands: { start, end }, in order, none within another. */
export function spansIn(text, marks) {
  const byFirst = new Map();
  for (const mark of marks.filter((one) => !one.prefix)) {
    if (!byFirst.has(mark.words[0])) byFirst.set(mark.words[0], []);
    byFirst.get(mark.words[0]).push(mark.words);
  }
  const prefixes = marks.filter((one) => one.prefix).map((one) => one.words[0]);
  const words = wordsOf(text);
  const spans = [];
  for (let k = 0; k < words.length;) {
    let size = prefixes.some((prefix) => words[k].word.startsWith(prefix)) ? 1 : 0;
    for (const form of byFirst.get(words[k].word) ?? []) {
      if (form.length > size && form.every((word, i) => words[k + i]?.word === word)) size = form.length;
    }
    if (size) spans.push({ start: words[k].start, end: words[k + size - 1].end });
    k += size || 1;
  }
  return spans;
}

/** The best part of a text: { start, end, spans }, cut at words where the text is long. */
export function context(text, marks) {
  const spans = spansIn(text, marks);
  if (text.length <= LONG) return { start: 0, end: text.length, spans };
  let best = { count: 0, start: 0 };
  spans.forEach((span, k) => {
    let last = k;
    while (spans[last + 1] && spans[last + 1].end - span.start <= SHOWN) last += 1;
    if (last - k + 1 > best.count) best = { count: last - k + 1, start: Math.floor((span.start + spans[last].end - SHOWN) / 2) };
  });
  let start = Math.max(0, Math.min(best.start, text.length - SHOWN));
  let end = Math.min(text.length, start + SHOWN);
  while (start > 0 && !/\s/.test(text[start - 1])) start -= 1;
  while (end < text.length && !/\s/.test(text[end])) end += 1;
  return { start, end, spans: spans.filter((span) => span.start >= start && span.end <= end) };
}
