// The right margin: each note beside its call, none over another, over a printed page's number or over what is wider
// than the text. They are copies for the eye: the list at the end is what is read aloud, searched and reached by keys.

import { make } from "../dom.js";

const WIDE = matchMedia("screen and (min-width: 76.25em)"); // as in notes.css
const LEAST = 9; // rem of room, below which nothing is set there
const MOST = 14; // rem of a note's width
const LINES = 14; // of a note, beyond which it is cut
const BROAD = ".table, table:not(.table *), figure, img, pre, a.pb"; // what may reach into the margin
const WITHIN = ".headnote .endnotes, [role=doc-endnotes]:not(.endnotes)"; // lists of notes that stand within the text
const BASELINE = 0.165; // of a call's own size, from its lower edge down to the line it stands over

const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);

/**
 * Where notes come to stand: for each wish { top, height }, in order of their tops, the top it gets, at its wish or
 * below; null where it would go beyond `floor`. `blocked` are stretches [from, to] that are taken.
 */
export function settle(wishes, blocked, floor, gap) {
  const taken = [...blocked].sort((a, b) => a[0] - b[0]);
  let free = -Infinity;
  return wishes.map(({ top, height }) => {
    let at = Math.max(top, free);
    for (const [from, to] of taken) if (at < to + gap && at + height + gap > from) at = to + gap;
    if (at + height > floor) return null;
    free = at + height + gap;
    return at;
  });
}

/**
 * Keep a margin beside `host` for what `notes()` gives: [{ note, calls, label, number, kind, copy() }] in the order
 * of their calls. Gives back { beside(call), of(note), noteOf(side) }: whether a call's whole note can be seen in the
 * margin now, the copy of a note there, and the note of a copy.
 */
export function margin(host, notes) {
  const column = make("div", { class: "ed-sidenotes added", "aria-hidden": "true", "data-search-exclude": true, hidden: true });
  const sides = new Map(); // note → { side, body, source, call }
  host.append(column);
  // A click on a link of a copy follows it, and does not carry the keyboard into what it cannot leave.
  column.addEventListener("mousedown", (event) => { if (event.target.closest("a")) event.preventDefault(); });

  const sideOf = (entry) => {
    const source = entry.note.innerHTML;
    const known = sides.get(entry.note);
    if (known?.source === source) return known;
    known?.side.remove();
    const made = { ...sidenote(entry), source };
    sides.set(entry.note, made);
    return made;
  };

  const layOut = () => {
    spreadPages(host);
    column.hidden = !WIDE.matches || document.documentElement.dataset.view === "diplomatic"; // there the source stands
    if (column.hidden) { tellBeside(host, new Map()); return; }
    const unit = rem();
    const left = column.getBoundingClientRect().left;
    const room = (host.closest(".md-content") ?? document.body).getBoundingClientRect().right - left - 0.8 * unit;
    column.hidden = room < LEAST * unit;
    if (column.hidden) { tellBeside(host, new Map()); return; }
    column.style.width = `${Math.min(room, MOST * unit)}px`;
    for (const made of sides.values()) made.call = null;
    const shown = notes().filter(({ calls }) => calls.some(isShown))
      .map((entry) => Object.assign(sideOf(entry), { call: entry.calls.find(isShown) }));
    if (shown.length !== column.childElementCount || shown.some(({ side }, k) => column.children[k] !== side)) column.replaceChildren(...shown.map(({ side }) => side));
    cut(shown);
    stand(host, column, shown, unit);
    tellBeside(host, sides);
  };

  whenever(host, column, layOut);
  return {
    of: (note) => sides.get(note)?.side ?? null,
    noteOf: (side) => [...sides].find(([, made]) => made.side === side)?.[0] ?? null,
    beside: (call) => {
      const made = [...sides.values()].find((one) => one.call === call);
      if (column.hidden || !made || made.side.hidden || made.side.classList.contains("cut")) return false;
      const box = made.side.getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight;
    },
  };
}

const isShown = (call) => call.getClientRects().length > 0;

/** The copy of a note that stands in the margin, with a way to the whole for when it is cut. */
function sidenote({ note, number, kind, copy }) {
  const body = make("div", { class: "ed-sidenote-text" }, copy());
  const first = body.firstElementChild?.matches("p") ? body.firstElementChild : body;
  first.prepend(make("span", { class: "ed-sidenote-n" }, number), " ");
  for (const one of body.querySelectorAll("[role]")) one.removeAttribute("role");
  for (const one of body.querySelectorAll("a, button, summary, input, select, textarea, [tabindex]")) one.tabIndex = -1;
  const whole = make("a", { class: "ed-whole", href: `#${note.id}`, tabindex: "-1" }, "The whole note");
  return { side: make("div", { class: `ed-sidenote ${kind}` }, body, whole), body };
}

/** Cut the notes that are too long; all reading first, then all writing. */
function cut(shown) {
  for (const { side } of shown) { side.hidden = false; side.classList.remove("cut"); }
  const long = shown.map(({ body }) => body.scrollHeight > (LINES + 1.5) * parseFloat(getComputedStyle(body).lineHeight));
  shown.forEach(({ side }, k) => side.classList.toggle("cut", long[k]));
}

/** Set the notes where they can stand, each with its first line on the line of its call. */
function stand(host, column, shown, unit) {
  const { top: origin, bottom } = host.getBoundingClientRect();
  const { left, right } = column.getBoundingClientRect();
  const wishes = shown.map(({ side, body, call }) => {
    const sign = call.parentElement.getBoundingClientRect();
    const line = sign.bottom + BASELINE * parseFloat(getComputedStyle(call.parentElement).fontSize);
    return { side, top: line - origin - 1.05 * parseFloat(getComputedStyle(body).fontSize), height: side.offsetHeight };
  }).sort((a, b) => a.top - b.top);
  const blocked = [...host.querySelectorAll(BROAD)].filter((one) => !column.contains(one))
    .map((one) => one.getBoundingClientRect())
    .filter((box) => box.width && box.right > left - 4 && box.left < right)
    .map((box) => [box.top - origin, box.bottom - origin]);
  settle(wishes, blocked, bottom - origin, 0.45 * unit).forEach((at, k) => {
    const { side } = wishes[k];
    side.hidden = at === null;
    side.style.transform = at === null ? "" : `translateY(${Math.round(at)}px)`; // what moves so, shifts no layout
  });
}

/** Tell of each list of notes within the text whether the margin has all of them whole: then it need not be seen twice. */
function tellBeside(host, sides) {
  const isBeside = (note) => {
    const made = sides.get(note);
    return Boolean(made?.call) && !made.side.hidden && !made.side.classList.contains("cut");
  };
  for (const list of host.querySelectorAll(WITHIN)) {
    const notes = [...list.querySelectorAll("li")];
    list.toggleAttribute("data-beside", notes.length > 0 && notes.every(isBeside));
  }
}

/** Where two printed pages begin on one line of ours, the second number stands below the first. */
function spreadPages(host) {
  const numbers = [...host.querySelectorAll("a.pb")];
  for (const number of numbers) number.style.removeProperty("transform");
  let below = -Infinity;
  for (const [number, box] of numbers.filter((one) => getComputedStyle(one).position === "absolute").map((one) => [one, one.getBoundingClientRect()])) {
    const down = box.top < below && box.bottom > below - 2 * box.height ? below - box.top : 0;
    if (down) number.style.transform = `translateY(${down}px)`;
    below = box.bottom + down;
  }
}

/** Have `layOut` run now and whenever the text, its measure, its letters or the way it is shown change; once a frame. */
function whenever(host, column, layOut) {
  let planned = 0;
  const plan = () => { planned ||= requestAnimationFrame(() => { planned = 0; layOut(); }); };
  new ResizeObserver(plan).observe(host);
  new MutationObserver((changes) => { if (changes.some((one) => !column.contains(one.target))) plan(); })
    .observe(host, { childList: true, characterData: true, subtree: true });
  new MutationObserver(plan).observe(document.documentElement, { attributes: true });
  new MutationObserver(plan).observe(document.body, { attributes: true });
  document.fonts.addEventListener("loadingdone", plan);
  addEventListener("resize", plan);
  layOut();
}
