// Where a place of the corpus is in print and in the edition, so that it can be cited and opened.

import { at, edition, load, permalink } from "../page.js";
import { isPublic, named, span } from "../cite/place.js";
import { keyOf } from "./words.js";

const WORDS = 4; // of its beginning and its end name a stretch in an address

/** All that is known of a found place: { told, place, texts, emended }; `told` is null where it cannot be read. */
export async function located(index, found) {
  const [first, last] = [found.text[0], found.text.at(-1)];
  const passages = index.passages.slice(first.passage, last.passage + 1);
  const told = await load(`works/${passages[0].work}/cite.json`).catch(() => null);
  const page = (word) => pageOf(index.passages[word.passage], word.start, told);
  const [opening, closing] = [await page(first), await page(last)];
  return { told, place: placeOf(passages, span(opening, closing), found, told), texts: texts(index, found), emended: await emended(index, found) };
}

/** The JSON beside the page of a passage, or null. */
const besideText = (passage) => load(`${passage.url.split("#")[0]}index.json`).catch(() => null);

/** The same passage in the JSON of its page. */
const inPage = (data, passage) => data?.passages.findIndex((one) => one.text === passage.text && (one.id || "") === (passage.passage || one.id || ""));

const points = (text, end) => [...text.slice(0, end)].length;

/** The printed page of a word, in brackets where it is inferred; empty where it is not known. */
async function pageOf(passage, start, told) {
  if (passage.kind === "note") return told?.notes[passage.passage] ?? passage.pages[0] ?? "";
  const data = await besideText(passage);
  const own = inPage(data, passage);
  if (!(own >= 0)) return passage.pages.length === 1 ? passage.pages[0] : "";
  const offset = points(passage.text, start);
  for (let k = own; k >= 0; k -= 1) {
    const passed = (data.passages[k].breaks ?? []).filter((one) => k < own || one.at <= offset);
    const mark = data.passages[k].kind === "note" ? null : passed.at(-1);
    if (mark) return !mark.n ? "" : mark.cert === "low" ? `[${mark.n}]` : mark.n;
  }
  return told?.opens[passage.division] ?? "";
}

function placeOf(passages, pages, found, told) {
  const citable = passages.filter(({ passage }) => passage);
  const { work, kind, url: address } = citable[0] ?? passages[0];
  const id = citable.length ? named(citable[0].passage, citable.at(-1).passage) : "";
  const what = kind === "note" ? "note" : `passage${citable.length > 1 ? "s" : ""}`;
  const full = id ? `${what} ${work}/${id}` : work;
  const url = isPublic && citable.length && told && kind !== "note" ? permalink(work, `${citable[0].passage}@${told.at ?? edition.version}`) : isPublic ? at(address) : "";
  const place = pages ? `${pages.includes("–") ? "pp." : "p."} ${pages}, ${full}` : full;
  const link = `${at(address)}${address.includes("#") ? "" : "#"}${fragment(found)}`;
  return { id, label: id ? `${what} ${id}` : "heading", pages, values: { page: pages, passage: full, place, url }, link };
}

/** The part of an address that has a browser mark the words. */
function fragment({ text }) {
  const said = (some) => encodeURIComponent(some.map((word) => word.text).join(" ")).replace(/-/g, "%2D");
  const isOne = text.length <= 2 * WORDS && text[0].passage === text.at(-1).passage;
  return `:~:text=${isOne ? said(text) : `${said(text.slice(0, WORDS))},${said(text.slice(-WORDS))}`}`;
}

/** What the edition has at a place, a string for each passage. */
export function texts(index, { text }) {
  const found = new Map();
  for (const word of text) found.set(word.passage, [found.get(word.passage)?.[0] ?? word.start, word.end]);
  return [...found].map(([k, [start, end]]) => index.passages[k].text.slice(start, end));
}

/** The words in which what was typed agrees with the source, and the edition reads otherwise: [{ typed, text }]. */
async function emended(index, { typed, text, steps }) {
  const found = [];
  for (const step of steps) {
    if (step.text[1] - step.text[0] !== 1 || step.typed[1] === step.typed[0]) continue;
    const word = text[step.text[0]];
    const passage = index.passages[word.passage];
    const data = await besideText(passage);
    const changes = data?.passages[inPage(data, passage)]?.changes ?? [];
    const said = typed.slice(...step.typed).map((one) => one.text).join(" ");
    const [start, end] = [points(passage.text, word.start), points(passage.text, word.end)];
    const one = changes.find((change) => change.start < end && change.end > start && change.start >= start && change.end <= end);
    if (!one) continue;
    const signs = [...passage.text];
    const stood = signs.slice(start, one.start).join("") + one.source + signs.slice(one.end, end).join("");
    if (keyOf(stood) === keyOf(said) && keyOf(stood) !== word.key) found.push({ typed: said, text: word.text });
  }
  return found;
}
