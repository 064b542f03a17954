// The engine that needs no index: it reads through all records. For copies read from disk, and where Pagefind is not.

import { load } from "../page.js";
import { wordsOf } from "./words.js";

/**
 * The engine over what `records()` gives, now or by a promise: a list of { kind, title, url, text, and of a passage
 * work, passage, pages; entries: the ids of the entries that it names, if any }, in the order of the works.
 */
export async function scanEngine(records = () => load("data/search.jsonl")) {
  const all = await records();
  const texts = all.map((record) => ` ${wordsOf(record.text).map(({ word }) => word).join(" ")} `);
  const found = (weight) => {
    const set = new Map();
    all.forEach((record, k) => { const weighs = weight(record, texts[k]); if (weighs) set.set(k, weighs); });
    return set;
  };
  const times = (text, words) => text.split(words).length - 1;
  const weighed = (count, text) => count && (count / (count + 1)) * (1 + 40 / (40 + text.length / 6));
  return {
    name: "scan",
    all: async () => all.map((_, k) => k),
    record: async (id) => all[id],
    find: async (atom) => found((record, text) => {
      if (atom.sign) return weighed((record.entries ?? []).filter((id) => id === atom.entry.id).length, text);
      return weighed(times(text, atom.words ? ` ${atom.words.join(" ")} ` : ` ${atom.prefix}`), text);
    }),
  };
}
