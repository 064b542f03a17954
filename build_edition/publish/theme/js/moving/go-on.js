// Going on where one stopped: offered on the start page, in the list of works, and at the beginning of a work.

import { announce, make } from "../dom.js";
import { at, here, page } from "../page.js";
import { forget, positions } from "./position.js";

const MOST = 3; // works that the start page offers

const percent = (share) => `${Math.max(1, Math.round(share * 100))}%`;

/** "Continue reading at 4.12 (p. 117)", with how far that is and a way to forget it. */
function offer(work, place, named) {
  const words = [named ? "Continue " : "Continue reading at ", named && make("cite", {}, place.title), named && " at ",
    /^\d/.test(place.passage) && !place.division ? "passage " : "", place.passage, place.page ? ` (p. ${place.page})` : ""];
  const line = make("p", { class: "ed-continue added", "data-search-exclude": true },
    make("a", { href: at(place.address) }, words), make("span", { class: "quiet" }, ` · ${percent(place.share)} of the work · `),
    make("button", { type: "button", "aria-label": `Forget the place in ${place.title}`, onclick: () => {
      forget(work);
      line.remove();
      document.querySelector(".contents [aria-current]")?.removeAttribute("aria-current");
      announce("The place is forgotten");
    } }, "forget"));
  return line;
}

/** On the start page: the works read last. */
function onStart(kept) {
  const heading = document.querySelector(".sheet h1");
  const after = heading?.nextElementSibling?.matches("p") ? heading.nextElementSibling : heading;
  const last = Object.entries(kept).sort(([, a], [, b]) => b.at - a.at).slice(0, MOST);
  after?.after(...last.map(([work, place]) => offer(work, place, true)));
}

/** In the list of works: under each that was begun. */
function inList(kept) {
  for (const [work, place] of Object.entries(kept)) {
    const link = [...document.querySelectorAll(".sheet ol.works > li > a")].find((one) => one.href === at(`works/${work}/`));
    link?.after(offer(work, place));
  }
}

/** At the beginning of a work: its contents, or the whole of it where that is one page. */
function inWork(place) {
  const below = document.querySelector(".sheet > .belongs");
  if (!place || page.division || location.hash || !below) return;
  below.after(offer(page.work, place));
  const row = [...document.querySelectorAll(".contents a")].find((one) => one.href === at(place.address.replace(/#.*$/, "")));
  row?.setAttribute("aria-current", "location");
}

const kept = positions();
if (here === "") onStart(kept);
else if (document.querySelector(".sheet ol.works")) inList(kept);
else if (page.work) inWork(kept[page.work]);
