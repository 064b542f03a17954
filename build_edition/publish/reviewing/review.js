// The queue of the review: filters by work, kind and words.

import { filterForm, optionsOf } from "../js/entries/filters.js";

const list = document.querySelector("ol.ed-review");
const rows = [...(list?.querySelectorAll(":scope > li") ?? [])];
const named = (value, name) => Object.fromEntries(rows.map(({ dataset }) => [dataset[value], dataset[name]]));
const plain = (text) => text.toLocaleLowerCase().replace(/\s+/g, " ").trim();

if (rows.length > 1) {
  const fields = [
    { name: "work", title: "Work", options: optionsOf(rows.map((row) => row.dataset.work), named("work", "title")) },
    { name: "kind", title: "Kind", options: optionsOf(rows.map((row) => row.dataset.kind), named("kind", "name")) },
    { name: "words", title: "Words" },
  ];
  const texts = new Map(rows.map((row) => [row, plain(row.textContent)]));
  document.querySelector(".ed-review-count").replaceWith(filterForm("Filter the queue", fields, (chosen) => {
    let count = 0;
    for (const row of rows) {
      row.hidden = !(["work", "kind"].every((name) => !chosen[name].size || chosen[name].has(row.dataset[name]))
        && texts.get(row).includes(plain(chosen.words)));
      count += !row.hidden;
    }
    return count === rows.length ? `All ${count} items` : `${count} of ${rows.length} items`;
  }));
}
