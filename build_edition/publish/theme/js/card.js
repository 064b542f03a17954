// A card: a small note that floats beside what it is about. One at a time; Escape, a click elsewhere, or leaving it
// puts it away, and the focus goes back to where it was.

import { make } from "./dom.js";

const DELAY = 250; // milliseconds of resting on a link before its card shows, and of grace after leaving
let open = null;
let waiting = 0;
let rested = null; // the anchor whose card is wanted: one that comes late, of what was left meanwhile, does not show
let isReturning = false; // while the focus goes back to an anchor whose card was put away, and shall stay so

/**
 * Show `content` (a node) beside `anchor` as a card with the name `label`. With `focus` the keyboard goes into it.
 * Gives back the card.
 */
export function showCard(anchor, content, { label, focus = false, kind = "" } = {}) {
  clearTimeout(waiting);
  if (open?.anchor === anchor && open.kind === kind) { if (focus) open.card.focus(); return open.card; }
  hideCard();
  const card = make("div", { class: `ed-card ${kind}`.trim(), role: "dialog", "aria-label": label, tabindex: "-1", "data-search-exclude": true }, content);
  document.body.append(card);
  place(card, anchor);
  open = { card, anchor, kind, back: focus ? document.activeElement : null };
  card.addEventListener("mouseenter", () => clearTimeout(waiting));
  card.addEventListener("mouseleave", () => { if (!card.contains(document.activeElement)) hideSoon(); });
  if (focus) card.focus();
  return card;
}

/** Put the card away, if one is open; the focus goes back where it came from if it was in it. */
export function hideCard() {
  clearTimeout(waiting);
  if (!open) return;
  const { card, anchor, back } = open;
  open = null;
  const held = card.contains(document.activeElement);
  card.remove();
  if (!held) return;
  isReturning = true;
  (back?.isConnected ? back : anchor).focus?.({ preventScroll: true });
  isReturning = false;
}

function hideSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(hideCard, DELAY);
}

/** Under the anchor's first line, or over it where there is no room; never beyond the edges of the window. */
function place(card, anchor) {
  const box = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const left = Math.max(8, Math.min(box.left, width - card.offsetWidth - 8));
  const fits = box.bottom + card.offsetHeight + 12 < innerHeight || box.top < card.offsetHeight + 64;
  const top = fits ? box.bottom + 6 : box.top - card.offsetHeight - 6;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${top + scrollY}px`;
}

/**
 * Give the elements of `selector` below `host` a card: by resting on one, by focus, and by a tap, which then does not
 * follow the link. `content(anchor)` gives { node, label }, or null for none, now or by a promise. Enter follows the
 * link as ever; Alt + Down, or Down while its card shows, takes the keyboard into it.
 */
export function giveCards(host, selector, content, kind = "") {
  const wanted = async (anchor, options = {}) => {
    rested = anchor;
    const found = await content(anchor);
    if (!found || rested !== anchor) return found;
    return showCard(anchor, found.node, { label: found.label, kind, ...options });
  };
  host.addEventListener("mouseover", (event) => {
    const anchor = event.target.closest?.(selector);
    if (!anchor || anchor === open?.anchor) { if (anchor) clearTimeout(waiting); return; }
    clearTimeout(waiting);
    rested = anchor;
    waiting = setTimeout(() => wanted(anchor), DELAY);
  });
  host.addEventListener("mouseout", (event) => {
    const anchor = event.target.closest?.(selector);
    if (!anchor || anchor.contains(event.relatedTarget)) return;
    rested = null;
    hideSoon();
  });
  host.addEventListener("focusin", (event) => {
    const anchor = event.target.closest?.(selector);
    if (!isReturning && anchor?.matches(":focus-visible")) wanted(anchor);
  });
  host.addEventListener("keydown", (event) => {
    const anchor = event.target.closest?.(selector);
    if (!anchor || event.key !== "ArrowDown" || !(event.altKey || open?.anchor === anchor)) return;
    event.preventDefault();
    wanted(anchor).then(() => { if (open?.anchor === anchor) { open.back = anchor; open.card.focus(); } });
  });
  let touched = false;
  host.addEventListener("pointerdown", (event) => { touched = event.pointerType !== "mouse"; });
  host.addEventListener("click", (event) => {
    const anchor = event.target.closest?.(selector);
    if (!anchor || !touched || open?.anchor === anchor || event.defaultPrevented) return;
    event.preventDefault();
    wanted(anchor).then((found) => { if (!found) { touched = false; anchor.click(); } }); // no card: as by a mouse
  });
}

document.addEventListener("keydown", (event) => { if (event.key === "Escape" && open) { event.preventDefault(); hideCard(); } });
document.addEventListener("pointerdown", (event) => { if (open && !open.card.contains(event.target) && !open.anchor.contains(event.target)) hideCard(); });
document.addEventListener("focusin", (event) => { if (rested && !rested.contains(event.target)) rested = null; }, true); // before the new one is
document.addEventListener("focusin", (event) => { if (open && !open.card.contains(event.target) && !open.anchor.contains(event.target)) hideCard(); });
addEventListener("resize", () => { if (open) place(open.card, open.anchor); }); // as when a telephone is turned
