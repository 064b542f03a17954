// The chronology: filters for the picture and its list together, and a mark that leads to its entry.

import { filterForm, optionsOf } from "./filters.js";

/** Give the chronology its filters, if this page is it. */
function filterTimeline() {
  const figure = document.querySelector(".ed-timeline");
  if (!figure) return;
  const sheet = figure.parentElement;
  const entries = [...sheet.querySelectorAll(".entry.dated[data-kind], .ed-timeline-works > li[data-kind]")];
  const marks = new Map();
  for (const mark of figure.querySelectorAll(".mark")) {
    marks.set(mark.dataset.entry, [...(marks.get(mark.dataset.entry) ?? []), mark]);
  }
  const fields = fieldsOf(figure, sheet, entries);
  figure.before(filterForm("Filter the chronology", fields, (chosen) => {
    let count = 0;
    for (const entry of entries) {
      const seen = isWanted(entry.dataset, chosen);
      count += seen;
      entry.hidden = !seen;
      for (const mark of marks.get(entry.id) ?? []) mark.toggleAttribute("hidden", !seen);
    }
    for (const lane of figure.querySelectorAll(".ed-lane")) lane.hidden = !lane.querySelector(".mark:not([hidden])");
    hideEmptyDecades(sheet);
    return count === entries.length ? `All ${count} entries` : `${count} of ${entries.length} entries`;
  }));
  figure.addEventListener("click", (event) => goTo(event.target.closest(".mark")?.dataset.entry));
}

/** The filters: by kind and by work, and from one decade to another. */
function fieldsOf(figure, sheet, entries) {
  const kinds = Object.fromEntries([...figure.querySelectorAll(".ed-lane")].map((lane) => [lane.dataset.kind, lane.querySelector(".ed-lane-name").textContent]));
  const works = Object.fromEntries([...sheet.querySelectorAll(".ed-timeline-works > li")].map((item) => [item.dataset.work, item.dataset.siglum]));
  const years = [...new Set(entries.flatMap(({ dataset }) => (dataset.from ? [Math.floor(dataset.from / 10) * 10] : [])))].sort((a, b) => a - b);
  return [
    { name: "kind", title: "Kind", options: optionsOf(entries.map(({ dataset }) => dataset.kind), kinds) },
    { name: "work", title: "Spoken of in", options: optionsOf(entries.map(({ dataset }) => dataset.works?.split(" ") ?? []), works) },
    { name: "from", title: "From the", among: [["", "beginning"], ...years.map((year) => [String(year), `${year}s`])] },
    { name: "to", title: "to the", among: [["", "end"], ...years.map((year) => [String(year), `${year}s`])] },
  ];
}

/** Whether an entry is of what is chosen; one that lasts is of every decade in which it did. */
function isWanted({ kind, works = "", from = "", to = from }, chosen) {
  if (chosen.kind.size && !chosen.kind.has(kind)) return false;
  if (chosen.work.size && !works.split(" ").some((work) => chosen.work.has(work))) return false;
  if ((chosen.from || chosen.to) && !from) return false;
  return !(chosen.from && Number(to) < Number(chosen.from)) && !(chosen.to && Number(from) > Number(chosen.to) + 9);
}

/** A heading has no place over nothing. */
function hideEmptyDecades(sheet) {
  for (const heading of sheet.querySelectorAll("h2.letter")) {
    let next = heading.nextElementSibling;
    while (next?.matches(".entry[hidden]")) next = next.nextElementSibling;
    heading.hidden = !next?.matches(".entry");
  }
}

function goTo(id) {
  const entry = id && document.getElementById(id);
  if (!entry) return;
  location.hash = `#${id}`;
  const first = entry.querySelector("a[href]");
  first?.focus({ preventScroll: true });
}

filterTimeline();
