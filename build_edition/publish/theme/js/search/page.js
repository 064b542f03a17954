// The page of the search: what is asked stands in the address, what is found below the field.

import { announce, make } from "../dom.js";
import { onKey } from "../keys.js";
import { isFromDisk, load, page } from "../page.js";
import { downloadHits } from "./csv.js";
import { filterBox } from "./filters.js";
import { hitsAsLists } from "./hits.js";
import { FACETS, makeSearch } from "./sets.js";
import { suggestions } from "./suggestions.js";
import { loadVariants } from "./variants.js";

const PORTION = 20;
const PAUSE = 250; // milliseconds after a letter before the search begins
const place = document.querySelector(".ed-find");
const ui = {};
let tools = null; // { search, variants, summary }, once they are loaded
let asked = 0;

/** What is asked: { query, filters, order, engine }, as the address has it. */
function asAddressed() {
  const told = new URLSearchParams(location.search);
  const filters = Object.fromEntries(FACETS.map((name) => [name, told.getAll(name)]));
  return { query: told.get("q") ?? "", filters, order: told.get("order") === "order" ? "order" : "relevance", engine: told.get("engine") ?? "" };
}

/** The address of what is asked, from "?" on. */
function addressOf({ query, filters, order, engine }) {
  const told = new URLSearchParams();
  if (query) told.set("q", query);
  for (const name of FACETS) for (const value of filters[name]) told.append(name, value);
  if (order !== "relevance") told.set("order", order);
  if (engine) told.set("engine", engine);
  return `?${told}`;
}

/** The engine that is asked for or fits this copy; where there is no index, the one that reads through all. */
async function engineNamed(name) {
  const wanted = name || (isFromDisk ? "scan" : page.search);
  if (wanted === "pagefind") {
    try {
      return await (await import("./engine-pagefind.js")).pagefindEngine();
    } catch { /* the index is not there: all can still be read through */ }
  }
  return (await import("./engine-scan.js")).scanEngine();
}

async function loadTools(engine) {
  const [variants, summary, made] = await Promise.all([loadVariants(), load("data/search.json"), engineNamed(engine)]);
  return { variants, summary, search: makeSearch(made, variants, summary) };
}

/** Search for what the address asks, and show it. */
async function show() {
  const state = asAddressed();
  const mine = asked += 1;
  if (document.activeElement !== ui.field) ui.field.value = state.query;
  ui.order.value = state.order;
  if (!state.query.trim()) { clear("Write words, or a phrase in quotation marks."); return; }
  try {
    if (!tools) ui.state.textContent = "Loading …";
    tools ??= loadTools(state.engine);
    const { search, variants, summary } = await tools;
    const found = await search(state.query, state.filters, state.order);
    if (mine !== asked) return;
    await showFound(state, found, variants, summary, mine);
  } catch (error) {
    tools = null;
    if (mine === asked) { clear(`The search did not succeed. ${error.message}`); announce(ui.state.textContent); }
  }
}

function clear(sentence) {
  ui.state.textContent = sentence;
  ui.form.order.closest("label").hidden = true;
  for (const part of [ui.also, ui.filters, ui.hits, ui.more]) part.replaceChildren();
}

async function showFound(state, found, variants, summary, mine) {
  const works = new Map(summary.works.map((work) => [work.id, work]));
  const first = await portion(found, 0);
  if (mine !== asked) return;
  ui.state.textContent = found.count === 1 ? "One result" : `${found.count ? found.count.toLocaleString("en") : "No"} results`;
  ui.form.order.closest("label").hidden = found.count < 2;
  ui.also.replaceChildren(...suggestions(state.query, found.count, variants, (query) => addressOf({ ...state, query })));
  const chosen = FACETS.some((name) => state.filters[name].length);
  ui.filters.replaceChildren(...(found.count || chosen ? filterBox(found.filters, state.filters, works, choose) : []));
  ui.hits.replaceChildren();
  const lists = hitsAsLists(ui.hits, works, state);
  lists.add(first, found.marks);
  offerMore(found, first.length, lists, works);
  announce(`${ui.state.textContent} for ${state.query}`);
}

const portion = (found, from) => Promise.all(found.results.slice(from, from + PORTION).map((result) => result.data()));

/** What stands below the hits: the next portion, and all of them as a file. */
function offerMore(found, shown, lists, works) {
  const next = make("button", { type: "button", class: "ed-button", onclick: async () => {
    next.disabled = true;
    const more = await portion(found, shown);
    const first = lists.add(more, found.marks);
    offerMore(found, shown + more.length, lists, works);
    first?.focus();
    announce(`${shown + more.length} of ${found.count} shown`);
  } }, `Show ${Math.min(PORTION, found.count - shown)} more`);
  const all = make("button", { type: "button", class: "ed-button ed-csv", onclick: () => downloadHits(found, works, all) }, "Download all hits as CSV");
  ui.more.replaceChildren(...(shown < found.count ? [next] : []), ...(found.count ? [all] : []));
}

/** A filter that was set or unset. */
function choose(name, value, isOn) {
  const state = asAddressed();
  const values = state.filters[name].filter((other) => other !== value);
  go({ ...state, filters: { ...state.filters, [name]: isOn ? [...values, value] : values } });
}

/** Ask for something else; `quietly` without a step in the history, as while somebody types. */
function go(state, quietly = false) {
  const address = addressOf(state);
  if (address !== location.search) history[quietly ? "replaceState" : "pushState"](null, "", address);
  show();
}

/** Down from the field into the hits, up and down among them, and up into the field again. */
function walk(event) {
  if (!["ArrowDown", "ArrowUp"].includes(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [ui.field, ...ui.hits.querySelectorAll(".ed-hit a")];
  const at = stops.indexOf(document.activeElement);
  const next = at < 0 ? null : stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function build() {
  ui.field = make("input", { type: "search", name: "q", autocomplete: "off", "aria-label": "Words to search for", "aria-describedby": "ed-find-how" });
  ui.order = make("select", { name: "order" }, make("option", { value: "relevance" }, "by relevance"), make("option", { value: "order" }, "in the order of the works"));
  ui.form = make("form", { class: "ed-find-form", role: "search", "aria-label": "Search with filters" },
    ui.field, make("button", { type: "submit", class: "ed-button" }, "Search"), make("label", { hidden: true }, "Results ", ui.order));
  ui.state = make("p", { class: "ed-find-state" });
  ui.also = make("div", { class: "ed-find-also" });
  ui.filters = make("div", { class: "ed-find-filters" });
  ui.hits = make("div", { class: "ed-find-hits" });
  ui.more = make("p", { class: "ed-find-more" });
  const how = make("p", { class: "ed-find-how", id: "ed-find-how" },
    "Every spelling of a name or term finds all of them. “A phrase” in quotation marks is found as it stands; ",
    make("span", { class: "ed-sign" }, "-word"), " leaves out; ", make("span", { class: "ed-sign" }, "word*"), " finds what begins so.");
  place.append(ui.form, how, make("div", { class: "ed-find-found" }, ui.filters, make("div", {}, ui.state, ui.also, ui.hits, ui.more)));
}

function listen() {
  let waiting = 0;
  const typed = () => ({ ...asAddressed(), query: ui.field.value.trim() });
  ui.field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => go(typed(), true), PAUSE); });
  ui.form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); go(typed()); });
  ui.order.addEventListener("change", () => go({ ...asAddressed(), order: ui.order.value }));
  ui.also.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    ui.field.focus();
    ui.field.value = link.dataset.query;
    go(typed());
  });
  place.addEventListener("keydown", walk);
  addEventListener("popstate", () => { ui.field.value = asAddressed().query; show(); });
  onKey("/", "Search", () => { ui.field.focus(); ui.field.select(); });
}

build();
listen();
show();
