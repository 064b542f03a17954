// Cards of links: what a term, person, place, event, work, citation, date or passage is, before one follows the link.

import { giveCards } from "../card.js";
import { make } from "../dom.js";
import { at, here, load, page, pathOf } from "../page.js";

const LINKS = [
  ".sheet-text a:is(.to-term, .to-person, .to-place, .to-org, .to-event, .to-title, .to-bib, .to-passage, .to-date)",
  ".sheet-entries .entry a[href*='#']:not(.older)",
].join(", ");
const FEW = 5; // entries of a year that a card lists

const times = (count) => ["not named", "named once", "named twice"][count] ?? `named ${count.toLocaleString("en")} times`;

/** "named 41 times in 4 works, 12 of them in this one" */
function named({ count, works = {}, alluded = 0 }) {
  const number = Object.keys(works).length;
  const here = page.work && number > 1 ? works[page.work] : 0;
  const parts = [times(count) + (number > 1 ? ` in ${number} works` : "") + (here ? `, ${here.toLocaleString("en")} of them in this one` : "")];
  if (alluded) parts.push(`alluded to ${alluded === 1 ? "once" : `${alluded} times`}`);
  return parts.join("; ");
}

const runs = (words) => words.map(([element, text]) => (element ? make(element, {}, text) : text));
/** A text, of which the words in Cyrillic letters are told to be Russian, so that they are read aloud so. */
const spoken = (text) => text.split(/(\p{Script=Cyrillic}(?:[\p{Script=Cyrillic}\p{M} -]*[\p{Script=Cyrillic}\p{M}])?)/u)
  .map((part, k) => (k % 2 ? make("span", { lang: "ru" }, part) : part));
const line = (kind, ...parts) => (parts.flat().some(Boolean) ? make("p", { class: kind }, ...parts) : null);
const joined = (links) => links.filter(Boolean).flatMap((link, k) => (k ? [" · ", link] : [link]));
const words = ({ text = "", cut = false }) => (text ? line("ed-card-words", `${text}${cut ? " …" : ""}`) : null);

const entry = (card, address) => [
  line("ed-card-head", make("b", {}, card.label), card.cyrillic && make("span", { class: "quiet" }, " ", spoken(card.cyrillic)),
    card.expansion && make("i", {}, " ", spoken(card.expansion)), card.dates && make("span", { class: "quiet dates" }, ` ${card.dates}`)),
  line("", card.text && spoken(card.text)),
  line("quiet", `${named(card).replace(/^n/, "N")}.`),
  line("quiet", joined([make("a", { href: at(address) }, "Entry"),
    card.count ? make("a", { href: at(`concordance/?of=${card.target}`) }, "In context") : null,
    ...(card.authorities ?? []).map(([name, href]) => make("a", { href }, name))])),
];

const bib = (card, address, link) => [
  line("", runs(card.text)),
  card.remark && line("quiet", make("i", {}, card.remark)),
  link.dataset.tip && line("quiet", `Here: ${link.dataset.tip.replace("Supposed: ", "")}`),
  line("quiet", card.count ? `Cited in ${card.count === 1 ? "one passage" : `${card.count} passages`}.` : ""),
  line("quiet", joined([card.work && make("a", { href: at(`works/${card.work}/`) }, "Read it in this edition"), make("a", { href: at(address) }, "Bibliography")])),
];

/** Whether a date, or a range of dates ("1921-03-08/1921-03-16"), has a day in it. */
function holds(edtf, day) {
  const [first, last = first] = edtf.split("/");
  return first.length === 10 && first <= day && day <= last;
}

function year(card, address, link) {
  const { day = "" } = link.dataset;
  const ofDay = card.entries.filter((one) => holds(one.edtf, day));
  const shown = (ofDay.length ? ofDay : card.entries).slice(0, FEW);
  const more = card.entries.length - shown.length;
  return [
    line("ed-card-head", make("b", {}, ofDay.length ? link.textContent : card.label)),
    !ofDay.length && day ? line("quiet", `Nothing is recorded for the day itself. In ${card.label}:`) : null,
    make("ul", {}, shown.map((one) => make("li", {}, make("span", { class: "quiet" }, one.date, one.cert ? "?" : "", " "), one.text))),
    line("quiet", make("a", { href: at(address) }, more > 0 ? `${card.label} in the chronology: ${more} more` : `${card.label} in the chronology`)),
  ];
}

/** Where a passage is, as it is cited: author, work, passage, printed page. */
function where(card) {
  const { pages = [] } = card;
  const title = make(card.contained ? "span" : "cite", {}, card.contained ? `“${card.title}”` : card.title);
  const place = [
    card.page ? `page ${card.page}${card.cert ? " (its number inferred)" : ""}` : card.place ?? "",
    !card.page && pages.length ? `${pages.length > 1 ? "pp." : "p."} ${pages.length > 1 ? `${pages[0]}–${pages.at(-1)}` : pages[0]}` : "",
  ].filter(Boolean).join(", ");
  const work = card.work === page.work ? [] : [`${card.author}, `, title, place || card.heading ? ", " : ` (${card.year})`];
  return [...work, card.heading && make("b", {}, card.heading), card.heading && place ? ", " : "", place];
}

const passage = (card, address) => [
  line("ed-card-head", where(card)),
  words(card),
  card.absent && line("quiet", "The text of this work is not here."),
  line("quiet", make("a", { href: at(address) }, card.place || card.page || card.heading ? "Go there" : "To the work")),
];

const KINDS = { passage, bib, date: year };

/** The editors' remark that follows a link on the page, if there is one. */
function remark(link) {
  let next = link.nextElementSibling;
  while (next?.matches(".doubt-mark")) next = next.nextElementSibling;
  const follows = next?.matches(".remark-call") && !next.previousSibling?.data?.trim();
  const note = follows ? document.getElementById(next.firstElementChild.hash.slice(1)) : null;
  const said = note?.cloneNode(true);
  said?.querySelectorAll("a").forEach((back) => back.remove());
  return said ? line("quiet", make("i", {}, said.textContent.trim())) : null;
}

/** The card of a link, from the file beside the page; null where there is none. */
async function cardOf(link) {
  if (link.title) { link.dataset.tip = link.title; link.removeAttribute("title"); } // else the browser shows it too
  const address = pathOf(link.href)?.replace(/\?[^#]*/, ""); // a link within the page has what the page is asked
  const found = address && await load(`${here}cards.json`).then((data) => data.cards[address], () => null);
  if (!found) return null;
  const doubt = link.classList.contains("low") ? line("quiet", "The editors suppose this; the text does not say it for certain.") : null;
  const said = (KINDS[found.kind] ?? entry)(found, address, link);
  const node = make("div", { class: "ed-link-card" }, ...said.slice(0, -1), doubt, remark(link), said.at(-1)); // its links last
  return { node, label: found.label ?? link.textContent.trim() };
}

if (document.querySelector(LINKS)) giveCards(document.querySelector(".sheet"), LINKS, cardOf);
