// The dialog from which a passage is cited, in each style, and a quotation copied with its citation.

import { copy } from "../copy.js";
import { closing, openDialog } from "../dialog.js";
import { make } from "../dom.js";
import { edition, load, page } from "../page.js";
import { placeOf, rangeOfPassage } from "./place.js";
import { paragraphs, quoted } from "./quotation.js";
import { asNodes, asText, tex } from "./runs.js";
import { keep, recall } from "../store.js";

const STYLE = "citation style";
const MARKED = "citation marks words";
const FORMS = { bib: { name: "BibTeX", type: "application/x-bibtex" }, ris: { name: "RIS", type: "application/x-research-info-systems" } };

/** What is to be cited: a range of the page, or a whole passage; resolves to all that is known of it. */
export async function cited({ range, passage }) {
  const told = await load(`works/${page.work}/cite.json`);
  const wanted = range ?? rangeOfPassage(passage);
  const isMarked = Boolean(range) && recall(MARKED, true);
  const place = placeOf(wanted, told, { part: Boolean(range), marked: isMarked });
  return place && { told, place, texts: paragraphs(wanted), isPart: Boolean(range), isMarked, what: { range, passage }, again: () => cited({ range, passage }) };
}

/** The pieces of a citation in a style: [{ name, runs }]. */
const piecesOf = (style, { values }) => style.parts.map(({ name, paged, unpaged = paged }) => ({ name, runs: values.page ? paged : unpaged }));

/** The style that was chosen last, if it is one of words; else the first. */
function wordedStyle(told) {
  return told.styles.find(({ key }) => key === recall(STYLE)) ?? told.styles[0];
}

/** A quotation with its citation, as text and as HTML. */
export function quotation({ told, place, texts }) {
  const [first, ...others] = piecesOf(wordedStyle(told), place);
  const inText = first.name === "In the text";
  const said = [inText ? others.at(-1).runs : first.runs];
  const lines = quoted(texts).split("\n\n");
  if (inText) lines.push(`${lines.pop()} ${asText(first.runs, place.values)}`);
  const box = make("div", {}, lines.map((line) => make("p", {}, line)), said.map((runs) => make("p", {}, asNodes(runs, place.values))));
  return { text: [...lines, ...said.map((runs) => asText(runs, place.values))].join("\n\n"), html: box.innerHTML };
}

/** Copy the quotation with its citation. */
export function copyQuotation(found) {
  const { text, html } = quotation(found);
  return copy(text, "Quotation with its citation", html);
}

/** The work in a form of reference managers, with the place in it. */
function formOf(form, { told, place }) {
  const { values } = place;
  if (form === "csl") {
    const item = { ...told.csl, note: `${values.place}, ${told.edition}` };
    return `${JSON.stringify([values.url ? { ...item, URL: values.url } : item], null, 2)}\n`;
  }
  return asText(told.forms[form], form === "bib" ? { ...values, place: tex(values.place) } : values);
}

/** Open the dialog for what was found. */
export function openCiting(found) {
  const state = make("p", { class: "ed-cite-state", role: "status" });
  const body = make("div", { class: "ed-cite-body" });
  const title = make("h2", { id: "ed-cite-title" });
  const tell = (what) => (done) => { state.textContent = done ? `${what} copied.` : `${what} could not be copied. Select it and copy it by hand.`; };
  const show = (now) => {
    title.textContent = `Cite ${now.place.label}`;
    body.replaceChildren(about(now), ...tabs(now, tell), ending(now, tell, async (isMarked) => { keep(MARKED, isMarked); show(await now.again()); }));
  };
  show(found);
  const dialog = openDialog("ed-cite", { "aria-labelledby": "ed-cite-title" }, closing("ed-cite-end"), title, body, state);
  dialog.querySelector("[role=tab][aria-selected=true]")?.focus();
}

/** What is cited: its printed page, and what is inferred of that. */
function about({ place, isPart }) {
  const { pages } = place;
  const said = [isPart ? "The words you selected" : "The whole of it"];
  if (pages) said.push(`printed ${pages.includes("–") ? "pages" : "page"} ${pages}`);
  said.push(`version ${edition.version}`);
  const inferred = pages.includes("[") ? " A page number in brackets is inferred; the source does not print it." : "";
  return make("p", { class: "ed-cite-about" }, `${said.join(", ")}.${inferred}`);
}

/** A list of the styles and forms, and the panel of the one that is chosen. */
function tabs(found, tell) {
  const worded = found.told.styles.map((style) => ({ key: style.key, name: style.name, panel: () => inWords(style, found, tell) }));
  const forms = Object.entries(FORMS).map(([key, { name, type }]) => ({ key, name, panel: () => form(key, name, type, found, tell) }));
  const all = [...worded, ...forms, { key: "csl", name: "CSL-JSON", panel: () => form("csl", "CSL-JSON", "", found, tell) }];
  const panel = make("div", { id: "ed-cite-panel", role: "tabpanel", tabindex: "0" });
  const choose = (chosen, focus) => {
    keep(STYLE, chosen.key);
    for (const { key, tab } of all) {
      tab.setAttribute("aria-selected", String(key === chosen.key));
      tab.tabIndex = key === chosen.key ? 0 : -1;
    }
    panel.setAttribute("aria-labelledby", chosen.tab.id);
    panel.replaceChildren(...chosen.panel());
    if (focus) chosen.tab.focus();
  };
  for (const one of all) one.tab = make("button", { type: "button", role: "tab", id: `ed-cite-${one.key}`, "aria-controls": panel.id, onclick: () => choose(one, false) }, one.name);
  const list = make("div", { class: "ed-cite-tabs", role: "tablist", "aria-label": "Style", onkeydown: (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    if (!step) return;
    event.preventDefault();
    const now = all.findIndex(({ tab }) => tab === document.activeElement);
    const next = Number.isFinite(step) ? (now + step + all.length) % all.length : step < 0 ? 0 : all.length - 1;
    choose(all[next], true);
  } }, all.map(({ tab }) => tab));
  choose(all.find(({ key }) => key === recall(STYLE)) ?? all[0], false);
  return [list, panel];
}

/** The pieces of a citation in words, each with its own button. */
function inWords(style, { place }, tell) {
  return piecesOf(style, place).map(({ name, runs }) => {
    const words = make("p", { class: "ed-citation" }, asNodes(runs, place.values));
    return make("section", { class: "ed-cite-part", "aria-label": name }, make("h3", {}, name), words,
      copying(name, () => copy(asText(runs, place.values), name, words.innerHTML), tell));
  });
}

/** A form of reference managers, to be copied or kept as a file. */
function form(key, name, type, found, tell) {
  const text = formOf(key, found);
  const file = type && make("a", { class: "ed-button", download: `${found.told.work}.${key}`, href: `data:${type};charset=utf-8,${encodeURIComponent(text)}` }, "Download");
  return [make("pre", { class: "ed-citation", tabindex: "0", "aria-label": name }, text), make("p", { class: "ed-cite-row" }, copying(name, () => copy(text, name), tell), " ", file || null)];
}

const copying = (what, action, tell) =>
  make("button", { type: "button", class: "ed-button", "aria-label": `Copy: ${what}`, onclick: () => action().then(tell(what)) }, "Copy");

/** Go on from citing to a correction of what would have been cited. */
async function suggest(dialog, what) {
  const { openCorrecting } = await import("../correct/dialog.js");
  dialog.close();
  await openCorrecting(what);
}

/** The quotation and the links, which are the same in every style. */
function ending(found, tell, mark) {
  const { place, isPart, isMarked, what } = found;
  const button = (says, what, action) => make("button", { type: "button", class: "ed-button", onclick: () => action().then(tell(what)) }, says);
  const box = isPart && place.values.url && make("label", { class: "ed-cite-mark" },
    make("input", { type: "checkbox", checked: isMarked, onchange: (event) => mark(event.target.checked) }), " The address in the citation marks the words");
  return make("div", { class: "ed-cite-more" },
    make("p", { class: "ed-cite-row" },
      button("Copy quotation with citation", "Quotation with its citation", () => copyQuotation(found)), " ",
      button(isPart ? "Copy link to the words" : "Copy link", "Link", () => copy(place.link, "Link")), " ",
      make("button", { type: "button", class: "ed-button", onclick: (event) => suggest(event.target.closest("dialog"), what) }, "Suggest a correction")),
    box || null,
    place.values.url ? null : make("p", { class: "ed-cite-about" }, "This copy of the edition has no public address, so the citation gives none; the passage is named by its number."));
}
