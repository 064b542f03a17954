// Where one is in a work: a thin line that tells how far, and the place, kept on this machine to go on from.

import { make } from "../dom.js";
import { here, page } from "../page.js";
import { passages, printedPage } from "../passages.js";
import { keep, recall } from "../store.js";

const KEPT = "positions";
const WAIT = 400; // milliseconds between two times that the place is kept
const STRIP = "-18% 0px -80% 0px"; // of the window: where the line stands that one reads
const MOVES = ["wheel", "touchmove", "keydown", "pointerdown"]; // what a reader does, and not the browser

/** What is kept: by the id of a work { title, passage, page, address, division, share, at }. */
export const positions = () => recall(KEPT, {});

/** Forget the place in a work. */
export function forget(work) {
  const { [work]: gone, ...others } = positions();
  keep(KEPT, others);
}

/** How far into the work passage `k` of `count` on this page is. */
function shareAt(k, count) {
  const [before, own, all] = page.share;
  return Math.min(1, (before + (own * (k + 1)) / count) / all);
}

/** The page that a passage begins on: the one whose number stands at its very beginning, or the last before. */
function pageOf(passage) {
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT, (node) =>
    (node.data.trim() && !node.parentElement.closest("a.pb, a.pn") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP));
  return printedPage(walker.nextNode() ?? passage)?.n ?? "";
}

/** Follow the reader down the page. */
function follow(all) {
  const bar = make("div", { class: "ed-progress", "aria-hidden": "true" });
  document.querySelector(".md-header")?.append(bar);
  const inStrip = new Set();
  let current = null;
  let hasMoved = false;
  let waiting = 0;

  const write = () => {
    clearTimeout(waiting);
    waiting = 0;
    if (!current || !hasMoved) return;
    const share = shareAt(all.indexOf(current), all.length);
    const place = { title: page.title, passage: current.id, page: pageOf(current), address: `${here}#${current.id}` };
    keep(KEPT, { ...positions(), [page.work]: { ...place, division: page.division, share, at: Date.now() } });
  };
  const watch = new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) inStrip[isIntersecting ? "add" : "delete"](target);
    const found = all.filter((one) => inStrip.has(one)).at(-1);
    if (!found) return;
    current = found;
    bar.style.setProperty("--ed-share", shareAt(all.indexOf(found), all.length));
    if (hasMoved) waiting ||= setTimeout(write, WAIT);
  }, { rootMargin: STRIP });
  for (const one of all) watch.observe(one);
  for (const move of MOVES) addEventListener(move, () => { hasMoved = true; }, { passive: true });
  addEventListener("pagehide", write);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") write(); });
}

const all = page.share?.[2] ? passages() : [];
if (all.length) follow(all);
