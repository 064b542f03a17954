// The apparatus of a work: filters by kind, certainty, cause and words.

import { filterForm, optionsOf } from "./filters.js";

const CERTAINTY = { high: "certain", low: "uncertain" };

/** Give the apparatus its filters, if this page is one. */
function filterApparatus() {
  const list = document.querySelector("ol.apparatus");
  const rows = [...(list?.querySelectorAll(":scope > li[data-kind]") ?? [])];
  if (rows.length < 2) return;
  const kinds = Object.fromEntries(rows.map((row) => [row.dataset.kind, row.dataset.name]));
  const causes = Object.fromEntries(rows.map(({ dataset }) => dataset.cause).filter(Boolean).map((cause) => [cause, cause.replaceAll("-", " ")]));
  const fields = [
    { name: "kind", title: "Kind", options: optionsOf(rows.map((row) => row.dataset.kind), kinds) },
    { name: "cert", title: "Certainty", options: optionsOf(rows.map((row) => row.dataset.cert), CERTAINTY) },
    { name: "cause", title: "Cause", options: optionsOf(rows.map((row) => row.dataset.cause), causes) },
    { name: "words", title: "Words" },
  ];
  const plain = new Map(rows.map((row) => [row, folded(row.textContent)]));
  list.before(filterForm("Filter the apparatus", fields, (chosen) => {
    const words = folded(chosen.words);
    let count = 0;
    for (const row of rows) {
      const seen = ["kind", "cert", "cause"].every((name) => !chosen[name].size || chosen[name].has(row.dataset[name]))
        && plain.get(row).includes(words);
      row.hidden = !seen;
      count += seen;
    }
    return count === rows.length ? `All ${count} decisions` : `${count} of ${rows.length} decisions`;
  }));
}

/** Words as they are compared: small letters without accents, single spaces. */
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, " ").trim();

filterApparatus();
