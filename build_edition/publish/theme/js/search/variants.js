// Variants: every form by which an entry may be asked for, and what is near to a form that nobody knows.

import { load } from "../page.js";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const FEW = 3; // suggestions

/** The word that stands for an entry in the index, by its place in the list; publish/search/variants.py makes the same. */
function signOf(place) {
  let letters = "";
  for (let k = 0; k < 4; k += 1) {
    letters = LETTERS[place % LETTERS.length] + letters;
    place = Math.floor(place / LETTERS.length);
  }
  return `zq${letters}qz`;
}

/** What the edition's data tell: { of(form) → entries, longest (words of a form), near(word) }. */
export async function loadVariants() {
  const { entries } = await load("data/variants.json");
  return makeVariants(entries);
}

/** The same from rows of id, kind, label and forms. */
function makeVariants(rows) {
  const byForm = new Map();
  let longest = 1;
  rows.forEach(([id, kind, label, ...forms], place) => {
    const entry = { id, kind, label, forms: forms.map((form) => form.split(" ")), sign: signOf(place) };
    for (const form of forms) {
      if (!byForm.has(form)) byForm.set(form, []);
      byForm.get(form).push(entry);
      longest = Math.max(longest, form.split(" ").length);
    }
  });
  return { of: (form) => byForm.get(form) ?? [], longest, near: (word) => near(word, byForm) };
}

/** The forms that differ from a word least, and little: { form, label }, one for each entry. */
function near(word, byForm) {
  const most = word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
  const found = [];
  for (const [form, entries] of byForm) {
    if (form === word || Math.abs(form.length - word.length) > most) continue;
    const apart = distance(form, word, most);
    if (apart <= most) found.push({ form, apart, label: entries[0].label, first: form[0] === word[0] ? 0 : 1 });
  }
  found.sort((a, b) => a.apart - b.apart || a.first - b.first || (a.form < b.form ? -1 : 1));
  const seen = new Set();
  return found.filter(({ label }) => !seen.has(label) && seen.add(label)).slice(0, FEW);
}

/** How many letters are to be changed, left out, put in or exchanged with the next; more than `most` is not counted. */
function distance(a, b, most) {
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, k) => k);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length];
}
