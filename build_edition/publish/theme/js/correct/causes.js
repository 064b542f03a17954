// What is wrong with words, guessed from what the source has and what should be read, as `corrections/causes.py` does.

const MARKUP = /[*_~#|`\\<>]|&[a-z]+;/g;
const ALIKE = 0.5; // as share of the longer of two words: below it they are two words rather than one misread

/** Causes by the word that a record has for each, in a reader's words. */
export const CAUSES = {
  character: "a letter or figure was misread",
  case: "a capital and a small letter were confused",
  spacing: "a space is too many or missing",
  punctuation: "a sign of punctuation is wrong",
  word: "another word stands there",
  markup: "signs that are no part of the text",
  "lost-text": "words were lost",
};

/** The likeliest cause for which `reading` is read in place of words of the source. */
export function guessCause(sourceWords, reading) {
  const [before, after] = [drawn(sourceWords), drawn(reading)];
  if (bare(before) === bare(after)) return ofSigns(before, after);
  if (bare(before).toLowerCase() === bare(after).toLowerCase()) return before.toLowerCase() === after.toLowerCase() ? "case" : "punctuation";
  const [olds, news] = [before.split(" ").filter(Boolean), after.split(" ").filter(Boolean)];
  if (news.length > olds.length && holds(olds, news)) return "lost-text";
  if (olds.length > news.length && holds(news, olds)) return "word";
  return likeness(bare(before), bare(after)) < ALIKE ? "word" : "character";
}

/** The cause where all letters and figures are as they were. */
function ofSigns(before, after) {
  const whole = (text) => text.replace(/\s+/gu, "");
  if (whole(before) === whole(after)) return "spacing";
  const signs = (text) => (text.match(MARKUP) ?? []).join(" ");
  const without = (text) => drawn(text.replace(MARKUP, ""));
  return signs(before) !== signs(after) && without(before) === without(after) ? "markup" : "punctuation";
}

const drawn = (text) => text.trim().split(/\s+/u).join(" ");
const bare = (text) => text.replace(/[^\p{L}\p{N}\p{M}]/gu, "");

/** Whether all of `few` stand among `many`, in their order. */
function holds(few, many) {
  let k = 0;
  for (const word of many) if (k < few.length && word === few[k]) k += 1;
  return k === few.length;
}

function likeness(one, other) {
  const most = Math.max([...one].length, [...other].length);
  return most ? 1 - distance(one, other) / most : 1;
}

/** The number of letters to be set, taken or changed that makes one text the other (Levenshtein 1966). */
function distance(one, other) {
  const [a, b] = [[...one], [...other]];
  let row = b.map((_, k) => k + 1);
  a.forEach((sign, i) => {
    let [corner, left] = [i, i + 1];
    row = row.map((up, k) => {
      const best = Math.min(up + 1, left + 1, corner + (sign === b[k] ? 0 : 1));
      [corner, left] = [up, best];
      return best;
    });
  });
  return row.at(-1) ?? a.length;
}
