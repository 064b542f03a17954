// Going to a place: one dialog with a field for pages and passages, and under it the contents of the work.

import { closing, openDialog } from "../dialog.js";
import { make } from "../dom.js";
import { onKey } from "../keys.js";
import { at, here as path, page } from "../page.js";
import { findAnywhere, placesOf, worksHere } from "./places.js";

const inWork = path.match(/^works\/([a-z0-9-]+)\//)?.[1];
const work = page.work ?? inWork ?? "";
const here = page.division ?? "";

/** The headings of the page that is open, below its row in the contents. */
function sections() {
  const heads = [...document.querySelectorAll(".sheet-text :is(h2, h3)[id]:not(.added)")];
  if (!heads.length) return null;
  const words = (head) => { const copy = head.cloneNode(true); copy.querySelectorAll("a.headerlink, a.pb, sup").forEach((odd) => odd.remove()); return copy.textContent.trim(); };
  return make("ol", { role: "list" }, heads.map((head) => make("li", {}, make("a", { href: `#${head.id}`, class: "below" }, words(head)))));
}

/** A row of the contents. */
function row(division) {
  const isHere = Boolean(page.work) && page.division === division.key;
  return make("li", { class: division.part ? "part" : "piece" },
    make("a", { href: at(division.address), "aria-current": isHere && "page" },
      make("span", { class: "title" }, division.title), " ",
      division.printed && make("span", { class: "pages" }, make("span", { class: "ed-unseen" }, "printed pages "), division.printed)),
    isHere && sections());
}

/** The contents of the work that is open, or the works where none is. */
async function contents() {
  if (!work) {
    const works = await worksHere();
    return make("ol", { role: "list" }, works.map((one) => make("li", {}, make("a", { href: at(`works/${one.work}/`) }, `${one.author}, `, make("cite", {}, one.title), ` ${one.year}`))));
  }
  const { divisions } = await placesOf(work);
  return make("ol", { role: "list" }, divisions.map(row));
}

/** Show the dialog, with the keyboard in the field, or in the contents. */
async function show(toContents) {
  const says = make("p", { class: "ed-going-says", role: "status" });
  const hits = make("ul", { class: "ed-going-hits", role: "list" });
  const field = make("input", { name: "place", type: "text", autocomplete: "off", autocapitalize: "off", spellcheck: "false", "aria-describedby": "ed-going-hint" });
  const listed = make("nav", { class: "ed-going-contents", "aria-label": work ? "Contents of the work" : "Works" });
  const dialog = openDialog("ed-going", { "aria-labelledby": "ed-going-title", "data-search-exclude": true },
    make("form", { onsubmit: (event) => { event.preventDefault(); first(); } },
      make("label", {}, make("span", { id: "ed-going-title" }, "Go to page or passage"), field),
      make("p", { class: "quiet", id: "ed-going-hint" }, "A printed page, as 184 or xii; a passage, as 4.12 or 12; or one of another work, as ", make("i", {}, "its-name/4.12"), ".")),
    says, hits, listed,
    closing("ed-going-close"));
  let latest = 0;
  const look = async () => {
    latest += 1;
    const turn = latest;
    const found = await findAnywhere(field.value, work, here).catch((error) => ({ hits: [], says: error.message }));
    if (turn !== latest) return found;
    says.textContent = found.says;
    hits.replaceChildren(...found.hits.map(({ words, detail, address }) => make("li", {},
      make("a", { href: at(address) }, words), detail && make("span", { class: "quiet" }, ` ${detail}`))));
    return found;
  };
  const first = async () => { if ((await look()).says === "") hits.querySelector("a")?.click(); };
  field.addEventListener("input", look);
  dialog.addEventListener("click", (event) => { if (event.target.closest("a[href]")) dialog.close(); });
  field.focus();
  listed.append(await contents().catch((error) => make("p", {}, error.message)));
  if (!toContents) return;
  const current = listed.querySelector("[aria-current]") ?? listed.querySelector("a");
  current?.focus();
  current?.scrollIntoView({ block: "center" });
}

/** A control in the line under the title, and the one in the header. */
function offer() {
  const header = document.querySelector(".ed-go-button");
  if (header) { header.hidden = false; header.addEventListener("click", () => show(false)); }
  const belongs = document.querySelector(":is(.sheet-text, .sheet-contents) > .belongs");
  const hasPages = document.querySelector(".sheet-text a.pb:not(.unknown), .contents .pages");
  belongs?.append(make("button", { type: "button", class: "ed-go added", "data-search-exclude": true, onclick: () => show(false) }, hasPages ? "Go to page or passage" : "Go to passage"));
}

onKey("g", "Go to a printed page or a passage", () => show(false));
onKey("t", work ? "Contents of the work" : "The works", () => show(true));
if (work) offer();
