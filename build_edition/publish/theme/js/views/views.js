// How the page is shown, by choice and remembered: the text as read, with its emendations or beside its source, with
// or without links and page breaks, its size. The sheets of style see each choice as an attribute of <html>;
// `edition:view` on the document tells scripts of a change.

import { announce, make } from "../dom.js";
import { onKey } from "../keys.js";
import { page } from "../page.js";
import { passages, sheet } from "../passages.js";
import { keep, recall } from "../store.js";

const KEPT = "views";
const READING = "reading";
const VIEWS = {
  emendations: () => import("./changes.js"),
  diplomatic: () => import("./source.js"),
};
const html = document.documentElement;
const chosen = { ...recall(KEPT, {}) };
let shown = READING;
let turn = Promise.resolve();

/** Whether the page shows a text, which has views. */
export const hasViews = Boolean(sheet && page.work);

/** What was chosen under a name, or `otherwise`: "view", "links", "breaks", "numbers", "size". */
export const choice = (name, otherwise) => chosen[name] ?? otherwise;

/** Choose, and keep it; null is the ordinary. Resolves when the page shows it. */
export function choose(name, value) {
  if (value === null || value === READING) delete chosen[name];
  else chosen[name] = value;
  keep(KEPT, Object.keys(chosen).length ? chosen : null);
  if (name === "view") return show(chosen.view ?? READING);
  set(name, chosen[name]);
  tell(name);
  return Promise.resolve();
}

/** Show one view of the text; those asked for meanwhile wait for their turn, and the last stays. */
function show(view) {
  turn = turn.then(() => turnTo(view)).catch((error) => {
    announce(error.message);
    chosen.view = shown;
    set("view", shown === READING ? null : shown);
  }).finally(() => delete html.dataset.waiting);
  return turn;
}

async function turnTo(view) {
  if (view === shown || !hasViews) return;
  const past = await VIEWS[shown]?.();
  const next = await VIEWS[view]?.();
  const prepared = await next?.prepare(); // from here on all is done at once
  const stay = place();
  document.querySelector(".ed-view-line")?.remove();
  past?.hide();
  shown = READING;
  set("view", next ? view : null);
  let said = "The reading text is shown";
  if (next) {
    said = next.show(prepared);
    shown = view;
    sheetLine(said);
  }
  stay();
  announce(said);
  tell("view");
}

const set = (name, value) => { if (value) html.dataset[name] = value; else delete html.dataset[name]; };
const tell = (name) => document.dispatchEvent(new CustomEvent("edition:view", { detail: { name, value: chosen[name] ?? null, view: shown } }));

/** A line under the title that says what is shown, and leads back. */
function sheetLine(says) {
  const back = make("button", { type: "button", class: "ed-plain", onclick: () => choose("view", null) }, "Show the reading text");
  const line = make("p", { class: "added ed-view-line", "data-search-exclude": true }, says, " ", back);
  const belongs = sheet.querySelector(".belongs");
  if (belongs) belongs.after(line);
  else sheet.prepend(line);
}

/** Remember which passage stands at the top of the window; what is given back brings it there again. */
function place() {
  if (scrollY < 200) return () => {};
  const first = passages().find((passage) => passage.getBoundingClientRect().bottom > 64);
  const before = first?.getBoundingClientRect().top;
  return () => { if (first) scrollBy({ top: first.getBoundingClientRect().top - before, behavior: "instant" }); };
}

const toggle = (view) => choose("view", choice("view") === view ? null : view);
const panel = () => import("./panel.js").then(({ openPanel }) => openPanel(button));

const button = document.querySelector(".ed-view-button");
if (button) {
  button.hidden = false;
  button.addEventListener("click", panel);
  onKey("v", "How to show this page", panel);
}
if (hasViews) {
  onKey("e", "Emendations shown, or not", () => toggle("emendations"));
  onKey("d", "The source beside the text, or not", () => toggle("diplomatic"));
  if (chosen.view) show(chosen.view);
}
