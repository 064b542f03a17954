// What else a query was taken for, and what it may have meant.

import { make } from "../dom.js";
import { readQuery } from "./query.js";
import { wordsOf } from "./words.js";

const FEW = 3; // with fewer results a near form is offered
const NAMED = 4;

/** Paragraphs to stand above the results; `address(query)` leads to another query. */
export function suggestions(query, count, variants, address) {
  const found = [];
  const entries = new Map();
  for (const want of readQuery(query, variants).filter(({ not }) => !not)) for (const one of want.any) if (one.entry) entries.set(one.entry.id, one.entry.label);
  if (entries.size) found.push(make("p", {}, `In every spelling: ${[...entries.values()].slice(0, NAMED).join("; ")}${entries.size > NAMED ? " …" : ""}.`));
  if (count < FEW) {
    const near = nearQueries(query, variants).slice(0, FEW);
    const links = near.flatMap(({ text, label }, k) => [k ? (k === near.length - 1 ? " or " : ", ") : "", make("a", { href: address(text), "data-query": text }, text), label ? ` (${label})` : ""]);
    if (links.length) found.push(make("p", { class: "ed-near" }, "Did you mean ", links, "?"));
  }
  return found;
}

/** Queries near to one: the whole, or a word of it that the edition's forms do not know, put right. */
function nearQueries(query, variants) {
  const words = wordsOf(query);
  const whole = words.map(({ word }) => word).join(" ");
  const found = [];
  const add = (text, { form, label }) => {
    if (!found.some((other) => other.text === text)) found.push({ text, label: label.toLowerCase() === form ? "" : label });
  };
  if (words.length > 1) variants.near(whole).forEach((one) => add(one.form, one));
  for (const { word, start, end } of words) {
    if (!variants.of(word).length) variants.near(word).forEach((one) => add(query.slice(0, start) + one.form + query.slice(end), one));
  }
  return found;
}
