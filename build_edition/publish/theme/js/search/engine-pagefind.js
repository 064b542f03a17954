// The engine of the hosted site: Pagefind, which fetches of its index what a query needs. See publish/search/index.py.

import { at } from "../page.js";
import { wordsOf } from "./words.js";

const PART = /\ufdd2 /g;
const JOINT = /\ufdd0/g;
const END = "\ufdd1";
const WEIGHED = 2000; // results of a word: more stand in the order of the works
const ANY = "zqqz"; // in every record; asked for nothing at all, Pagefind would fetch its whole index

/** The engine, ready to be asked; rejects where there is no index. */
export async function pagefindEngine() {
  // it waits for ever where its files are not there
  const entry = await fetch(at("pagefind/pagefind-entry.json"));
  if (!entry.ok) throw new Error(`The index of the search could not be read (${entry.status}).`);
  const pagefind = await import(at("pagefind/pagefind.js"));
  await pagefind.options({ noWorker: true });
  await pagefind.init();
  const records = new Map(); // how to fetch each, by its id
  let last = Promise.resolve();
  const ask = async (words, options) => { // one at a time: what it loads for one question disturbs another
    const answer = last.then(() => pagefind.search(words, options));
    last = answer.catch(() => {});
    const { results } = await answer;
    for (const result of results) if (!records.has(result.id)) records.set(result.id, result.data);
    return results;
  };
  const read = async (id) => {
    const { raw_url: told, content } = await records.get(id)();
    return { ...JSON.parse(told), text: content.split(END)[0].replace(PART, "").replace(JOINT, " ").trim() };
  };
  const weigh = (results) => new Map(results.map((result) => [result.id, result.score]));
  return {
    name: "pagefind",
    all: async () => (await ask(`"${ANY}"`, { sort: { order: "asc" } })).map((result) => result.id),
    record: read,
    find: async (atom) => {
      if (atom.sign) return weigh(await ask(atom.sign)); // no sign begins another, and each is in the index
      if (atom.words) {
        // only in quotation marks does it find these very words, and only without them, slowly, does it weigh them
        const exact = await ask(`"${atom.words.join(" ")}"`);
        const weights = weigh(atom.words.length > 1 || exact.length > WEIGHED ? [] : await ask(atom.words[0]));
        return new Map(exact.map((result) => [result.id, weights.get(result.id) ?? result.score]));
      }
      const results = await ask(atom.prefix);
      // where no word begins so, it gives what has the beginning of the beginning: then all are wrong
      const first = results.length ? await read(results[0].id) : { text: "" };
      return wordsOf(first.text).some(({ word }) => word.startsWith(atom.prefix)) ? weigh(results) : new Map();
    },
  };
}
