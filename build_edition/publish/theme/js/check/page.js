// The page on which a quotation is checked: what is pasted is looked for in this browser, and goes nowhere.

import { openCiting } from "../cite/citing.js";
import { copy } from "../copy.js";
import { make } from "../dom.js";
import { load, page } from "../page.js";
import { quoted } from "../cite/quotation.js";
import { compared, isThroughout, verdict } from "./differences.js";
import { find } from "./find.js";
import { located } from "./place.js";
import { indexed } from "./word-index.js";

const LINKED = 300; // characters of a text that the address still holds
let index = null;

/** The index of the corpus, made once. */
const ready = () => {
  index ??= load("data/corpus.jsonl").then((lines) => indexed(lines));
  index.catch(() => { index = null; });
  return index;
};

/** Bring the form to life. */
export function start(form) {
  const state = document.querySelector(".ed-check-state");
  const results = document.querySelector(".ed-check-results");
  const field = form.elements.text;
  const check = async () => {
    remember(field.value);
    state.textContent = "Looking …";
    results.replaceChildren();
    const asked = field.value;
    try {
      const known = await ready();
      const { count, found } = find(known, asked);
      const shown = await Promise.all(found.map((one) => result(known, one, found.length > 1)));
      if (field.value !== asked) return;
      results.replaceChildren(...(found.some(differs) ? [legend()] : []), ...shown);
      state.textContent = outcome(count, found);
    } catch (error) {
      state.textContent = error.message;
    }
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => { event.preventDefault(); check(); });
  field.addEventListener("focus", () => ready().catch(() => {}), { once: true });
  field.addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); check(); } });
  const asked = new URLSearchParams(location.search).get("text");
  if (asked) { field.value = asked; check(); }
}

/** Keep a short text in the address; a long one is nobody's but the reader's. */
function remember(text) {
  const address = new URL(location.href);
  if (text.trim() && text.length <= LINKED) address.searchParams.set("text", text); else address.searchParams.delete("text");
  history.replaceState(history.state, "", address);
}

const differs = (one) => one.differing || (one.signs && !isThroughout(one));

function outcome(count, found) {
  if (count < 3) return "Paste three words at least.";
  if (!found.length) return "Nothing in these texts fits. A quotation is found if most of its words are right and in order.";
  if (found.length === 1) return `Found in one place. ${verdict(found[0])}`;
  return `Found in ${found.length} places, the nearest first.`;
}

const legend = () => make("p", { class: "ed-check-legend" }, make("del", {}, "Struck out"), ": only in your text. ", make("ins", {}, "Underlined"), ": only in the edition.");

async function result(known, found, isOneOfSeveral) {
  const { told, place, texts, emended } = await located(known, found);
  const { work } = known.passages[found.text[0].passage];
  const pages = place.pages ? `, ${place.pages.includes("–") ? "pp." : "p."} ${place.pages}` : "";
  const name = `${page.works?.[work] ?? work}, ${place.label}${pages}`;
  const citing = { told, place, texts, isPart: true, isMarked: false, again: () => citing };
  return make("section", { class: "ed-found", "aria-label": name },
    make("h2", {}, make("a", { href: place.link }, name)),
    isOneOfSeveral ? make("p", { class: "ed-verdict" }, verdict(found)) : null,
    compared(found),
    emended.map(({ typed, text }) => make("p", { class: "ed-emended" }, `The source has “${typed}”, as you do; the edition reads “${text}”.`)),
    make("p", { class: "ed-check-row" },
      told && place.id ? make("button", { type: "button", class: "ed-button", "aria-label": `Cite ${name}`, onclick: () => openCiting(citing) }, "Cite") : null, " ",
      make("button", { type: "button", class: "ed-button", "aria-label": `Copy the edition’s text of ${name}`, onclick: () => copy(`${quoted(texts)} (${name})`, "The edition’s text") }, "Copy the edition’s text")));
}
