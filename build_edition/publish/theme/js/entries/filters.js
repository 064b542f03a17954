// Filters above a list: a form that a script makes, the state of which is in the address.

import { announce, make } from "../dom.js";

/**
 * A form of filters. `fields` are { name, title, options: [{ value, label, count }] } for a group of boxes, of which
 * none or several are ticked, { name, title, among: [[value, label], …] } for a choice of one, and { name, title } for
 * words. `show(chosen)` is told what is wanted by name, sets of values or a string, and says what is seen then.
 */
export function filterForm(label, fields, show) {
  const status = make("p", { class: "ed-filter-status" });
  const clear = make("button", { type: "reset", class: "ed-button", hidden: true }, "Show all");
  const form = make("form", { class: "ed-filters added", role: "search", "aria-label": label, "data-search-exclude": true },
    fields.map(fieldOf), make("p", { class: "ed-filter-end" }, clear), status);
  const apply = (aloud) => {
    const chosen = chosenIn(form, fields);
    const said = show(chosen);
    status.textContent = said;
    clear.hidden = !fields.some(({ name }) => chosen[name].size ?? chosen[name]);
    remember(fields, chosen);
    if (aloud) announce(said);
  };
  let waiting = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (event.target.type === "search") waiting = setTimeout(() => apply(true), 200);
    else apply(true);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { apply(true); form.querySelector("input, select")?.focus(); }));
  const fill = () => { recallInto(form, fields); apply(false); };
  addEventListener("popstate", fill);
  fill();
  return form;
}

/** The options of a group of boxes: each value that `values` hold, with how many do, named by `names` or itself. */
export function optionsOf(values, names = {}) {
  const counts = new Map(Object.keys(names).map((value) => [value, 0]));
  for (const value of values.flat()) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].filter(([, count]) => count).map(([value, count]) => ({ value, label: names[value] ?? value, count }));
}

function fieldOf({ name, title, options, among }) {
  if (options) {
    return make("fieldset", {}, make("legend", {}, title), options.map(({ value, label, count }) =>
      make("label", {}, make("input", { type: "checkbox", name, value }), `${label} `, make("span", { class: "count" }, String(count)))));
  }
  const field = among
    ? make("select", { name }, among.map(([value, label]) => make("option", { value }, label)))
    : make("input", { type: "search", name, autocomplete: "off" });
  return make("label", { class: "ed-filter-field" }, make("span", {}, title), " ", field);
}

const chosenIn = (form, fields) => Object.fromEntries(fields.map(({ name, options }) => [name, options
  ? new Set([...form.querySelectorAll(`input[name="${name}"]:checked`)].map((box) => box.value))
  : form.elements[name].value.trim()]));

function recallInto(form, fields) {
  const wanted = new URLSearchParams(location.search);
  for (const { name, options } of fields) {
    const said = wanted.get(name) ?? "";
    if (options) for (const box of form.querySelectorAll(`input[name="${name}"]`)) box.checked = said.split(",").includes(box.value);
    else form.elements[name].value = said;
    if (!options && form.elements[name].selectedIndex === -1) form.elements[name].selectedIndex = 0;
  }
}

function remember(fields, chosen) {
  const query = new URLSearchParams(location.search);
  for (const { name } of fields) {
    const said = typeof chosen[name] === "string" ? chosen[name] : [...chosen[name]].join(",");
    if (said) query.set(name, said); else query.delete(name);
  }
  const text = query.toString().replaceAll("%2C", ",");
  const address = `${location.pathname}${text ? `?${text}` : ""}${location.hash}`;
  if (address !== location.pathname + location.search + location.hash) history.replaceState(history.state, "", address);
}
