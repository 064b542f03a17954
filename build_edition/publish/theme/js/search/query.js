// A query read: what must be found, in which forms, and what must not.
//
// Words are all wanted, in any order. "Words in quotation marks" are wanted as they stand. -word is not wanted, and
// word* wants all words that begin so. A word or name that the edition knows stands for all its forms; a word with
// hyphens or apostrophes for its parts together.
//
// What is read is a list of wants, { any: [atoms or lists of wants], not }; an atom is { words } (in this order),
// { sign, entry } or { prefix }.

import { inflected, wordsOf } from "./words.js";

const PART = /(-)?(?:["“”„«]([^"“”„«»]*)["“”»]?|(\S+))/gu;

/** Read a query, with the variants that the edition knows. */
export function readQuery(text, variants) {
  const wants = [];
  let free = [];
  const flush = () => { wants.push(...known(free, variants)); free = []; };
  for (const [, minus, quoted, chunk] of text.replace(/(\S)"/g, '$1" ').matchAll(PART)) {
    if (chunk && !minus && !isPrefix(chunk)) { free.push(...partsOf(chunk)); continue; }
    flush();
    const not = Boolean(minus);
    if (quoted !== undefined) {
      const words = wordsIn(quoted);
      if (words.length) wants.push({ any: [{ words }], not });
    } else if (isPrefix(chunk)) {
      const words = wordsIn(chunk);
      if (words.length) wants.push({ any: [{ prefix: words.at(-1) }], not });
    } else {
      wants.push(...known(partsOf(chunk), variants).map((want) => ({ ...want, not })));
    }
  }
  flush();
  return wants;
}

const isPrefix = (chunk) => /[\p{L}\p{N}]{2}\*$/u.test(chunk);
const wordsIn = (text) => wordsOf(text).map(({ word }) => word);

/** The words of a chunk between spaces, as a list of one list; an ’s at its end does not count. */
function partsOf(chunk) {
  const words = wordsIn(chunk.replace(/(?<=\p{L})[’'‘]s$/u, ""));
  return words.length ? [words] : [];
}

/** Chunks in a row, the longest forms that the edition knows found among them. */
function known(chunks, variants) {
  const wants = [];
  for (let at = 0; at < chunks.length;) {
    let taken = 1;
    let entries = [];
    for (let size = Math.min(variants.longest, chunks.length - at); size > 0 && !entries.length; size -= 1) {
      const some = chunks.slice(at, at + size);
      entries = variants.of(some.flat().join(" "));
      if (!entries.length) entries = variants.of(some.map((words) => words.join("")).join(" ")); // Zinov'ev as Zinovev
      if (entries.length) taken = size;
    }
    const plain = chunks.slice(at, at + taken).map(plainly);
    if (entries.length) wants.push({ any: [...entries.map((entry) => ({ sign: entry.sign, entry })), plain] });
    else wants.push(...plain);
    at += taken;
  }
  return wants;
}

/** A chunk by its own words: one with what its number may be, several as they stand. */
const plainly = (words) => ({ any: words.length > 1 ? [{ words }] : inflected(words[0]).map((word) => ({ words: [word] })) });

/** All words in a row, and beginnings of words, that a query wants to be marked: { words, prefix? }. */
export function marksOf(wants) {
  const found = [];
  const gather = (any) => {
    for (const one of any) {
      if (Array.isArray(one)) one.forEach((want) => gather(want.any));
      else if (one.sign) found.push(...one.entry.forms.map((words) => ({ words })));
      else found.push(one.prefix ? { words: [one.prefix], prefix: true } : { words: one.words });
    }
  };
  wants.filter((want) => !want.not).forEach((want) => gather(want.any));
  return found;
}
