// Keywords in context: the lines of one entry, set out on the keyword, in the order asked for, of the works asked for.

import { make } from "../dom.js";
import { at, load } from "../page.js";

const FOLDER = "data/concordance";
const wordsOf = (text) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The order of two rows of words, word by word. */
function byWords(a, b) {
  const k = a.findIndex((word, at) => at >= b.length || word.localeCompare(b[at]));
  return k < 0 ? a.length - b.length : k >= b.length ? 1 : a[k].localeCompare(b[k]);
}

const ORDERS = {
  text: ["of the works", () => 0],
  right: ["by what follows", (a, b) => byWords(wordsOf(a.right), wordsOf(b.right))],
  left: ["by what precedes", (a, b) => byWords(wordsOf(a.left).reverse(), wordsOf(b.left).reverse())],
};

/** The lines of an entry, and the list of works; rejects with a sentence where they cannot be read. */
export async function linesOf(id) {
  try {
    const [entry, { works }] = await Promise.all([load(`${FOLDER}/${id}.json`), load("works/places.json")]);
    return { entry, sigla: new Map(works.map(({ work, siglum }) => [work, siglum])) };
  } catch (error) {
    throw new Error(`There are no lines for “${id}” (${error.message}).`);
  }
}

/** The list of all entries that have lines: { id, label, count }. */
export const entriesNamed = () => load(`${FOLDER}/index.json`).then(({ entries }) => entries);

const address = ({ work, division, passage }) => at(`works/${work}/${division ? `${division}/` : ""}${passage ? `#${passage}` : ""}`);

function row(line, siglum) {
  const page = line.page ? `, p. ${line.page}` : "";
  const source = make("a", { class: "source", href: address(line), title: `${line.work}/${line.passage ?? ""}${page}` },
    make("b", {}, siglum), ` ${line.heading ? "heading" : line.passage || "title"}${page}`);
  return make("li", { class: line.within ? "kwic within" : "kwic" },
    make("span", { class: line.cut_left ? "left cut" : "left" }, line.left), make("b", { class: "keyword" }, line.keyword),
    make("span", { class: line.cut_right ? "right cut" : "right" }, line.right), source);
}

/**
 * The lines of an entry with a choice of their order and of works, as elements; `say` is told in a sentence how many
 * are shown.
 */
export function kwic({ entry, sigla }, say) {
  const hidden = new Set();
  const box = make("ol", { class: "concordance-lines", role: "list", "aria-label": `${entry.label} in context`, tabindex: "0" });
  const order = make("select", { name: "order", onchange: () => show() },
    Object.entries(ORDERS).map(([name, [words]]) => make("option", { value: name }, words)));
  const show = () => {
    const lines = entry.lines.filter((line) => !hidden.has(line.work)).sort(ORDERS[order.value][1]);
    box.replaceChildren(...lines.map((line) => row(line, sigla.get(line.work))));
    const all = entry.lines.length;
    const within = lines.some((line) => line.within) ? " In lighter type: part of the name of something else." : "";
    say(`${lines.length === all ? all : `${lines.length} of ${all}`} ${all === 1 ? "place" : "places"}.${within}`);
  };
  const choice = ([work, count]) => make("label", {},
    make("input", { type: "checkbox", checked: true, onchange: (event) => {
      if (event.target.checked) hidden.delete(work); else hidden.add(work);
      show();
    } }), `${sigla.get(work)} `, make("span", { class: "count" }, String(count)));
  const tools = make("div", { class: "concordance-tools ed-filters" },
    make("label", { class: "concordance-order ed-filter-field" }, make("span", {}, "Order"), " ", order),
    make("fieldset", { class: "concordance-works" }, make("legend", {}, "Works"), Object.entries(entry.works).map(choice)));
  show();
  return [tools, box];
}
