// What a record may not hold, as `edition/words/unsafe.py` and `emendations.py` have it: said in the dialog, before it
// is sent anywhere.

const MOST = { words: 1000, note: 2000, by: 200 }; // characters
const TAG = /<[/!?]?[A-Za-z][^<>]*>?|<!--/g;
const TURNING = /[\u202a-\u202e\u2066-\u2069]/u;
const NAMES = { words: "The reading", note: "The reason", by: "The name" };

/**
 * A sentence that says what is wrong with a text for a field, or null. `quoted` are words of the source: what they have
 * themselves may stay. `more` characters are let in beyond what a record takes, where the text is of several.
 */
export function fault(field, text, quoted = "", more = 0) {
  const name = NAMES[field];
  const size = [...text].length;
  const most = MOST[field] + more;
  if (size > most) return `${name} is ${size.toLocaleString("en")} characters long; ${most.toLocaleString("en")} are the most that can be taken here.`;
  const had = quoted.match(TAG) ?? [];
  const tag = (text.match(TAG) ?? []).find((one) => !had.includes(one));
  if (tag) return `${name} has what looks like an HTML tag, “${tag.slice(0, 40)}”. Write plain words, and a space after a sign “<” that is meant.`;
  for (const sign of text) {
    if (quoted.includes(sign) || (field === "note" && sign === "\n")) continue;
    if (TURNING.test(sign)) return `${name} has an invisible sign that turns the direction of writing. Leave it out.`;
    if (/[\p{Cc}\p{Cs}]/u.test(sign)) return `${name} has a control character, which nobody sees. Leave it out.`;
  }
  return null;
}
