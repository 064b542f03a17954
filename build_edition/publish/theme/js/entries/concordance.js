// The page of the concordance: the lines of the entry that its field or its address names.

import { make } from "../dom.js";
import { entriesNamed, kwic, linesOf } from "./kwic.js";

const form = document.querySelector(".concordance-form");
const state = document.querySelector(".concordance-state");
const table = form.parentElement.insertBefore(make("div", { class: "concordance-table added" }), state.nextSibling);
let entries = [];
let asked = "";

const say = (words) => { state.textContent = words; };

async function open(id, remember = true) {
  say("Loading …");
  asked = id;
  try {
    const found = await linesOf(id);
    if (asked !== id) return; // another entry was chosen while this one was on its way
    form.of.value = found.entry.label;
    if (remember) history.replaceState(null, "", `?of=${id}`);
    table.replaceChildren(...kwic(found, say));
  } catch (error) {
    if (asked === id) say(`${error.message} Choose another entry.`);
  }
}

function chosen() {
  const wanted = form.of.value.trim().toLocaleLowerCase();
  const found = entries.find((entry) => entry.label.toLocaleLowerCase() === wanted)
    ?? entries.find((entry) => wanted && entry.label.toLocaleLowerCase().startsWith(wanted));
  if (found) open(found.id);
  else say(wanted ? `No entry begins with “${form.of.value}”.` : "Choose an entry.");
}

form.hidden = false;
form.addEventListener("submit", (event) => { event.preventDefault(); chosen(); });
form.of.addEventListener("change", chosen);
const wanted = new URLSearchParams(location.search).get("of");
if (/^[a-z0-9-]+$/.test(wanted ?? "")) open(wanted, false);
else say("Choose an entry.");
entriesNamed().then((found) => { entries = found; }, () => {});
