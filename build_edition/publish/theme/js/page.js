// What the page knows of itself, and how it reaches the edition's data.

const told = document.getElementById("page-data");

/**
 * `root` leads to the site's root; `edition` has title, version and address; `page` is what the build wrote into the
 * page's head: for a text { work, division }. The address is empty where the edition has none of its own.
 */
export const { root = "./", edition = {}, page = {} } = told ? JSON.parse(told.textContent) : {};

/** The address of a path below the site's root: "data/cards.json", "works/smith-1960/4/#4.12". */
export const at = (path) => new URL(path, new URL(root, location.href)).href;

/** Where a passage can be cited: under the address of the edition, or of this copy where it has none. */
export function permalink(work, passage) {
  const base = edition.address ? edition.address.replace(/\/*$/, "/") : new URL(root, location.href).href;
  return `${base}c/${work}/${passage}/`;
}

const loaded = new Map();

/** The JSON at a path below the root, fetched once; rejects with a sentence for the reader where it is not there. */
export function load(path) {
  if (!loaded.has(path)) {
    const fetched = fetch(at(path)).then((answer) => {
      if (!answer.ok) throw new Error(`The edition’s file ${path} could not be read (${answer.status}).`);
      return answer.json();
    });
    fetched.catch(() => loaded.delete(path));
    loaded.set(path, fetched);
  }
  return loaded.get(path);
}
