// Words as they are compared in a search; the same as publish/search/words.py does to what is found.

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}]|[\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f])*/gu;
const ALIKE = { ß: "ss", œ: "oe", æ: "ae", ø: "o", ł: "l", đ: "d", ı: "i", ς: "σ" };
const known = new Map();

/** A word without case, accents and the signs of a transliteration. */
function fold(word) {
  let folded = known.get(word);
  if (folded === undefined) {
    folded = word.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[ßœæøłđıς]/g, (sign) => ALIKE[sign])
      .replace(/\p{Lm}|[^\p{L}\p{N}]/gu, "");
    known.set(word, folded);
  }
  return folded;
}

/** The words of a text in order: { word (folded), start, end }. */
export function wordsOf(text) {
  const found = [];
  for (const match of text.matchAll(WORD)) {
    const word = fold(match[0]);
    if (word) found.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** A word with what its plural or singular may be: "party" with "parties". Short words and figures stand alone. */
export function inflected(word) {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return [word];
  const others = /(?:s|x|z|ch|sh)$/.test(word) ? [`${word}es`] : /[^aeiou]y$/.test(word) ? [`${word.slice(0, -1)}ies`] : [`${word}s`];
  if (/[^s]s$/.test(word) && !/(?:us|is)$/.test(word)) others.push(word.slice(0, -1));
  if (/(?:s|x|z|ch|sh)es$/.test(word)) others.push(word.slice(0, -2));
  if (/ies$/.test(word)) others.push(`${word.slice(0, -3)}y`);
  return [word, ...others.filter((other) => other.length > 2)];
}
