// A text as the words by which quotations are compared: each with its place, a key that spelling signs do not change,
// and a shape that they do.

const PART = /.*?(?:—+|--+|…+|\.{2,})["'”’)\]]*(?=[\p{L}\p{N}"'“‘([])|.+/gu; // of what stands without white space
const MARKS = /\p{M}+/gu;
const NO_WORD = /[^\p{L}\p{N}]+/gu;
const LONE = /^(?:[[(](?:\d{1,4}|sic)!?[\])]|[⁰¹²³⁴-⁹]+)\p{P}*$/iu;
const CALLS = [ // a note number glued to a word: raised, in brackets, after a letter, after a figure and a stop
  /^(.*?)[⁰¹²³⁴-⁹]+([^\p{L}\p{N}]*)$/u,
  /^(.*[\p{L}\p{N}][^\p{L}\p{N}]*)[[(]\d{1,4}[\])]([^\p{L}\p{N}]*)$/u,
  /^(.*\p{L}[^\p{L}\p{N}]*)\d{1,4}([^\p{L}\p{N}]*)$/u,
  /^(.*\d[.,;:!?"'”’)\]]+)\d{1,3}()$/u,
];

/** The letters and figures of a word, whatever their case, accents, ligatures, hyphens and apostrophes. */
export const keyOf = (text) => text.normalize("NFKD").replace(MARKS, "").replace(NO_WORD, "").toLowerCase();

/** A word as it is compared to the letter: quotation marks and dashes of any form are the same. */
export const shapeOf = (text) => text.normalize("NFKC").replace(/[‘’‚‛`´′]/gu, "'").replace(/[“”„‟«»″]|''/gu, '"')
  .replace(/[‐‑‒–—―−]|--+/gu, "-").replace(/[\u00AD¬]/gu, "").replace(/\.{3}/gu, "…");

/**
 * The words of a text: { text, start, end, key, shape }. Signs that stand alone go with the word before them.
 * What a reader typed has more: `alt`, the same word without a note number that may be glued to it; `isSpare`, a note
 * number or "[sic]" that stands alone; `isBroken`, a hyphen ends it.
 */
export function words(text, { typed = false } = {}) {
  const found = [];
  for (const { 0: run, index } of text.matchAll(/\S+/gu)) {
    let start = index;
    for (const part of run.match(PART)) {
      const end = start + part.length;
      const key = keyOf(part);
      if (key) found.push({ text: part, start, end, key, shape: shapeOf(part) });
      else if (found.length) extend(found.at(-1), text, end);
      start = end;
    }
  }
  return typed ? found.map(asTyped) : found;
}

function extend(word, text, end) {
  word.text = text.slice(word.start, end).replace(/\s+/gu, " ");
  word.end = end;
  word.shape = shapeOf(word.text.replace(/ /g, ""));
}

function asTyped(word) {
  if (LONE.test(word.text)) return { ...word, isSpare: true };
  const call = CALLS.map((form) => form.exec(word.text.normalize("NFC"))).find(Boolean);
  const kept = call ? call[1] + call[2] : "";
  const key = keyOf(kept);
  const alt = key && key !== word.key ? { key, shape: shapeOf(kept) } : null;
  return { ...word, alt, isBroken: /\p{L}[-‐¬\u00AD]$/u.test(word.text) };
}
