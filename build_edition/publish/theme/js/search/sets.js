// Searching: sets of records, by whichever engine finds them, put together, filtered, counted and ordered.
//
// An engine gives { find(atom) → Map of id → weight, all() → ids in the order of the works, record(id) }. What is made
// of it is search(query, filters, order) → { count, filters, results: [{ id, data() }], marks }.

import { marksOf, readQuery } from "./query.js";

export const FACETS = ["kind", "work", "decade", "author"];

/** A search by `engine`, which knows the `variants`, and of the records what `summary` (data/search.json) tells. */
export function makeSearch(engine, variants, summary) {
  let order = null;
  const facts = factsOf(summary);
  const ready = () => { order ??= engine.all().then((ids) => new Map(ids.map((id, k) => [id, k]))); return order; };
  return async function search(query, filters = {}, by = "relevance") {
    const wants = readQuery(query, variants);
    const wanted = wants.filter((want) => !want.not);
    const found = wanted.length ? await every(engine, wanted) : new Map();
    for (const want of wants.filter((one) => one.not)) for (const id of (await some(engine, want.any)).keys()) found.delete(id);
    const ranks = found.size ? await ready() : new Map();
    const chosen = FACETS.filter((name) => filters[name]?.length);
    const passes = (id, left) => chosen.every((name) => name === left || facts(ranks.get(id))[name].some((value) => filters[name].includes(value)));
    const counts = Object.fromEntries(FACETS.map((name) => [name, count([...found.keys()].filter((id) => passes(id, name)), (id) => facts(ranks.get(id))[name])]));
    const ids = [...found.keys()].filter((id) => passes(id, ""));
    const inOrder = (a, b) => ranks.get(a) - ranks.get(b);
    ids.sort(by === "order" ? inOrder : (a, b) => found.get(b) - found.get(a) || inOrder(a, b));
    return { count: ids.length, filters: counts, results: ids.map((id) => ({ id, data: () => engine.record(id) })), marks: marksOf(wants) };
  };
}

/** What is known of the record at a place of the order: its kind, its work, and the work's decade and authors. */
function factsOf({ works, runs }) {
  const byId = new Map(works.map((work) => [work.id, work]));
  const ends = [];
  const said = runs.map(([kind, work, length]) => {
    ends.push((ends.at(-1) ?? 0) + length);
    const { authors = [], decade = "" } = byId.get(work) ?? {};
    return { kind: [kind], work: work ? [work] : [], decade: decade ? [decade] : [], author: authors };
  });
  return (place) => {
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (place < ends[middle]) high = middle;
      else low = middle + 1;
    }
    return said[low];
  };
}

function count(ids, values) {
  const counted = {};
  for (const id of ids) for (const value of values(id)) counted[value] = (counted[value] ?? 0) + 1;
  return counted;
}

/** The records that have all that is wanted, their weights added up. */
async function every(engine, wants) {
  const sets = await Promise.all(wants.map((want) => some(engine, want.any)));
  sets.sort((a, b) => a.size - b.size);
  const found = new Map();
  for (const [id, weight] of sets[0]) {
    if (sets.every((set) => set.has(id))) found.set(id, sets.reduce((sum, set) => sum + set.get(id), 0) || weight);
  }
  return found;
}

/** The records that have any of some atoms, or all of a list of wants; each with the greatest weight. */
async function some(engine, any) {
  const sets = await Promise.all(any.map((one) => (Array.isArray(one) ? every(engine, one) : engine.find(one))));
  if (sets.length === 1) return sets[0];
  const found = new Map();
  for (const set of sets) for (const [id, weight] of set) if (!(found.get(id) >= weight)) found.set(id, weight);
  return found;
}
