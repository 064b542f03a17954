// The filters beside the results, each value with how many results it would leave.

import { make } from "../dom.js";

export const KINDS = {
  text: "Text", note: "Notes", glossary: "Glossary", person: "People", place: "Places", organisation: "Organisations",
  event: "Events", title: "Works discussed", bibliography: "Bibliography",
};
const TITLES = { kind: "Kind", work: "Work", decade: "Published", author: "Author" };

/** The filters as nodes; `choose(name, value, isOn)` hears what is set. A filter of one value alone is not offered. */
export function filterBox(counts, chosen, works, choose) {
  const names = {
    kind: (value) => KINDS[value] ?? value, work: (value) => works.get(value)?.name ?? value,
    decade: (value) => value, author: (value) => value,
  };
  const places = { kind: Object.keys(KINDS), work: [...works.keys()] };
  const order = (name) => (a, b) => (places[name] ? places[name].indexOf(a) - places[name].indexOf(b) : a.localeCompare(b));
  const groups = Object.keys(TITLES).map((name) => {
    const values = [...new Set([...Object.keys(counts[name]), ...chosen[name]])].sort(order(name));
    if (values.length < 2 && !chosen[name].length) return null;
    const boxes = values.map((value) => make("label", {},
      make("input", { type: "checkbox", name, value, checked: chosen[name].includes(value), onchange: (event) => choose(name, value, event.target.checked) }),
      make("span", {}, names[name](value)), make("span", { class: "n" }, (counts[name][value] ?? 0).toLocaleString("en"))));
    return make("fieldset", {}, make("legend", {}, TITLES[name]), boxes);
  }).filter(Boolean);
  if (!groups.length) return [];
  const isWide = matchMedia("(min-width: 60em)").matches;
  const isOpen = isWide || Object.values(chosen).some((values) => values.length);
  return [make("details", { open: isOpen }, make("summary", {}, "Narrow the results"), groups)];
}
