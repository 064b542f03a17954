// What the page knows of itself, and how it reaches the edition's data.

const told = document.getElementById("page-data");
const known = told ? JSON.parse(told.textContent) : {};

/** The way to the site's root: "../../". */
export const root = known.root ?? "./";

/** The edition: { title, version, address }; the address is empty where it has none of its own. */
export const edition = known.edition ?? {};

/** What the build wrote into the page's head: for a text { work, division }. */
export const page = known.page ?? {};

/** Whether the site is read from disk, where folders have no page of their own and nothing can be fetched. */
export const isFromDisk = location.protocol === "file:";

/** The address of a path below the site's root: "data/variants.json", "works/smith-1960/4/#4.12". */
export function at(path) {
  const address = new URL(path, new URL(root, location.href));
  if (isFromDisk && address.pathname.endsWith("/")) address.pathname += "index.html";
  return address.href;
}

const base = new URL(root, location.href).href;

/** The path below the site's root that an address leads to, as a server has it; null for one that leads elsewhere. */
export function pathOf(address) {
  if (!address.startsWith(base)) return null;
  return decodeURI(address.slice(base.length)).replace(/(^|\/)index\.html(?=$|[?#])/, "$1");
}

/** The path of this page: "works/smith-1960/4/", and "" for the start page. */
export const here = pathOf(location.href.replace(/[?#].*$/, "")) ?? "";

/** Where a passage can be cited: under the address of the edition, or of this copy where it has none. */
export function permalink(work, passage) {
  const path = `c/${work}/${passage}/`;
  return edition.address ? edition.address.replace(/\/*$/, "/") + path : at(path);
}

const loaded = new Map();

/**
 * The JSON at a path below the root, read once; of JSON Lines a list. Rejects with a sentence for the reader where it
 * is not there.
 */
export function load(path) {
  if (!loaded.has(path)) {
    const reading = isFromDisk ? fromScript(path) : fetched(path);
    reading.catch(() => loaded.delete(path));
    loaded.set(path, reading);
  }
  return loaded.get(path);
}

async function fetched(path) {
  const answer = await fetch(at(path)).catch(() => ({ ok: false, status: "no answer" }));
  if (!answer.ok) throw new Error(`The edition’s file ${path} could not be read (${answer.status}).`);
  if (!path.endsWith(".jsonl")) return answer.json();
  return (await answer.text()).split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

/** From disk, where nothing can be fetched, a copy of the data comes as a script that hands it over. */
function fromScript(path) {
  return new Promise((resolve, reject) => {
    const given = (window.editionData ??= new Map());
    const script = document.createElement("script");
    script.src = at(`${path}.js`);
    script.addEventListener("load", () => (given.has(path) ? resolve(given.get(path)) : reject(new Error(`${path} is empty.`))));
    script.addEventListener("error", () => reject(new Error(`The edition’s file ${path} is not in this copy.`)));
    document.head.append(script);
  });
}
