// The concordance where it is asked for: on its own page, and under an entry of the glossary or a register.

import { make } from "../dom.js";

if (document.querySelector(".concordance-form")) import("./concordance.js");

/** Open or close the lines of an entry under it. */
async function toggle(button, link) {
  const entry = button.closest(".entry");
  const shown = entry.querySelector(".entry-lines");
  button.setAttribute("aria-expanded", String(!shown));
  if (shown) { shown.remove(); return; }
  const state = make("p", { class: "concordance-state", role: "status" }, "Loading …");
  const box = make("div", { class: "entry-lines added", id: button.getAttribute("aria-controls"), "data-search-exclude": true }, state);
  button.closest(".places").after(box);
  const { kwic, linesOf } = await import("./kwic.js");
  try {
    const found = await linesOf(entry.id);
    box.append(...kwic(found, (words) => { state.textContent = words; }));
    state.after(make("p", { class: "concordance-alone" }, make("a", { href: link.href }, "On a page of its own")));
  } catch (error) {
    state.textContent = error.message;
  }
}

for (const link of document.querySelectorAll(".sheet-entries .entry a.in-context")) {
  const { id } = link.closest(".entry");
  const button = make("button", { type: "button", class: "in-context", "aria-expanded": "false", "aria-controls": `lines-${id}` }, link.textContent);
  button.addEventListener("click", () => toggle(button, link));
  link.replaceWith(button);
}
