// Finding a place by what a reader types: "184", "p. 184", "xii", "4.12", "ch. 4", "smith-1960/4.12".

import { load } from "../page.js";

const MOST = 6; // places that are offered
const PAGE = /^(?:pp?|pages?)\b\.?\s*(.+)$/i;
const CHAPTER = /^(?:ch|chap|chapter|(part))\b\.?\s*(.+)$/i;

/** Where one can go in a work: its divisions with their pages and passages. */
export const placesOf = (work) => load(`works/${work}/places.json`);

/** All works of the edition. */
export const worksHere = () => load("works/places.json").then(({ works }) => works);

const same = (a, b) => a.toLocaleLowerCase() === b.toLocaleLowerCase();
const anchor = (division, name) => `${division.address}#${name}`;

function pageHit(division, n) {
  const unsure = division.unsure?.includes(n) ? "; the number is inferred" : "";
  return { words: `Page ${n}`, detail: `${division.title}${unsure}`, address: anchor(division, `page-${n.split(/\s+/).join("-")}`) };
}

const passageHit = (division, id) => ({ words: `Passage ${id}`, detail: division.title, address: anchor(division, id) });
const divisionHit = (division) => ({ words: division.title, detail: division.printed ? `pages ${division.printed}` : "", address: division.address });

const pagesOf = ({ divisions }) => divisions.flatMap((division) => division.pages.map((n) => ({ division, n })));

function pageHits(data, asked) {
  return pagesOf(data).filter(({ n }) => same(n, asked)).map(({ division, n }) => pageHit(division, n));
}

/** A passage by its id, an older id, or its bare number in the division `here`. */
function passageHits({ divisions }, asked, here) {
  const wanted = [asked, ...(here ? [`${here}.${asked}`] : [])].map((name) => name.toLocaleLowerCase());
  return wanted.flatMap((name) => divisions.flatMap((division) => {
    const id = division.passages.includes(name) ? name : division.older?.[name];
    return id ? [passageHit(division, id)] : [];
  }));
}

const divisionHits = ({ divisions }, key) => divisions.filter((one) => one.key && same(one.key, key)).map(divisionHit);

/** What to say of a page that is not there, with the nearest that are. */
function noPage(data, asked) {
  const all = pagesOf(data);
  if (!all.length) return { says: "The source of this text gives no numbers of printed pages.", hits: [] };
  const figures = all.filter(({ n }) => /^\d+$/.test(n));
  const wanted = /^\d+$/.test(asked) && figures.length ? Number(asked) : null;
  if (wanted === null) return { says: `No page “${asked}” is known; the pages are numbered ${all[0].n} to ${all.at(-1).n}.`, hits: [] };
  const before = figures.filter(({ n }) => Number(n) < wanted).sort((a, b) => Number(b.n) - Number(a.n))[0];
  const after = figures.filter(({ n }) => Number(n) > wanted).sort((a, b) => Number(a.n) - Number(b.n))[0];
  const hits = [before, after].filter(Boolean).map(({ division, n }) => pageHit(division, n));
  if (!before) return { says: `There is no page ${asked}: the numbered pages begin with ${after.n}.`, hits };
  if (!after) return { says: `There is no page ${asked}: the numbered pages end with ${before.n}.`, hits };
  return { says: `No beginning of page ${asked} is known in the source. The nearest:`, hits };
}

/** What to say of a passage that is not there, with the last of its division. */
function noPassage(data, asked) {
  const division = data.divisions.find(({ key }) => key && key === asked.slice(0, asked.lastIndexOf(".")));
  const last = division?.passages.at(-1);
  if (last) return { says: `There is no passage ${asked}: the last there is ${last}.`, hits: [passageHit(division, last)] };
  const example = data.divisions.find(({ passages }) => passages.length)?.passages.at(-1);
  return { says: `There is no passage “${asked}” in ${data.title}${example ? `; they are called such as ${example}` : ""}.`, hits: [] };
}

/**
 * The places in a work that what was typed may mean: { hits: [{ words, detail, address }], says }. A printed page goes
 * before a chapter, and that before a passage; `here` is the division of the page that is open.
 */
export function find(data, typed, here = "") {
  const asked = typed.trim().replace(/[.,;:]+$/, "").replace(/\s+/g, " ");
  if (!asked) return { hits: [], says: "" };
  const page = PAGE.exec(asked);
  if (page) {
    const hits = pageHits(data, page[1]);
    return hits.length ? { hits, says: "" } : noPage(data, page[1]);
  }
  const chapter = CHAPTER.exec(asked);
  if (chapter) {
    const hits = divisionHits(data, chapter[1] ? `part-${chapter[2]}` : chapter[2]);
    return { hits, says: hits.length ? "" : `There is no ${asked} in ${data.title}.` };
  }
  const pages = pageHits(data, asked);
  const others = [...divisionHits(data, asked), ...passageHits(data, asked, here)];
  if (!pages.length && /^(?:\d+|[ivxlc]+)$/i.test(asked) && pagesOf(data).length) {
    const { hits, says } = noPage(data, asked);
    return { hits: [...hits, ...others].slice(0, MOST), says };
  }
  const hits = [...pages, ...others].slice(0, MOST);
  return hits.length ? { hits, says: "" } : noPassage(data, asked);
}

/** The same in any work: "smith-1960/4.12", else in `work`, the one that is open, if one is. */
export async function findAnywhere(typed, work, here) {
  const [, named, rest] = /^\s*([a-z0-9-]+)\s*\/\s*(.*)$/i.exec(typed) ?? [];
  const id = named?.toLocaleLowerCase() ?? work;
  const works = await worksHere();
  const found = works.find((one) => one.work === id);
  const names = works.map((one) => one.work).join(", ");
  if (!id) return { hits: [], says: typed.trim() ? `Say in which work, such as ${works[0]?.work}/1. There are ${names}.` : "" };
  if (!found) return { hits: [], says: `There is no work “${id}” here. There are ${names}.` };
  if (!found.here) return { hits: [{ words: found.title, detail: "what is known of it", address: `works/${id}/` }], says: "The text of this work is not here." };
  return find(await placesOf(id), named ? rest : typed, id === work ? here : "");
}
