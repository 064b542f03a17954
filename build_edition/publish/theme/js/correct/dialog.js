// The dialog in which a reader suggests a correction: what the source has and what is read, a field for the right words,
// and ways to hand it over.

import { closing, openDialog } from "../dialog.js";
import { make } from "../dom.js";
import { page } from "../page.js";
import { keep, recall } from "../store.js";
import { CAUSES } from "./causes.js";
import { differences } from "./drafting.js";
import { picked } from "./picked.js";
import { drawn, suggestion } from "./suggestion.js";
import { ways } from "./ways.js";

const NAME = "correction name";
const CERTAINTIES = [
  ["certain", "Certain", "print must have had this"],
  ["likely", "I believe so", "readers see it as a conjecture"],
  ["doubt", "Only a doubt", "the text stays, with a mark and your reading beside it"],
];

/** Open the dialog for what is picked: { range } or { passage }. Resolves to whether there was a text. */
export async function openCorrecting(what) {
  const spot = await picked(what);
  if (!spot) return false;
  const title = make("h2", { id: "ed-correct-title" }, "Suggest a correction");
  const form = spot.refused ? describing(spot) : correcting(spot);
  const dialog = openDialog("ed-correct", { "aria-labelledby": "ed-correct-title", "aria-describedby": "ed-correct-about" }, closing("ed-cite-end"), title, about(spot), ...form.parts);
  dialog.addEventListener("close", () => keep(NAME, drawn(form.name.value) || null));
  form.field.focus();
  if (spot.isPart) form.field.select();
  else form.field.setSelectionRange?.(0, 0);
  form.tell();
  return true;
}

function about({ passage }) {
  const name = passage?.id ? `Passage ${page.work}/${passage.id}` : "A part of the page without a number";
  const pages = passage?.pages?.length ? `, printed ${passage.pages.length > 1 ? "pages" : "page"} ${passage.pages.join("–")}` : "";
  return make("p", { id: "ed-correct-about", class: "ed-cite-about" }, `${name}${pages}`);
}

/** A field with its label above it, and a remark. */
function labelled(id, label, control, remark = null) {
  control.id = id;
  return make("p", { class: control.matches("textarea") ? "ed-correct-field ed-correct-wide" : "ed-correct-field" }, make("label", { for: id }, label, remark && make("small", {}, remark)), control);
}

const nameField = () => make("input", { type: "text", value: recall(NAME, ""), autocomplete: "name", placeholder: "a reader" });

/** The form of a correction that a record can express. */
function correcting(spot) {
  const points = [...spot.passage.text];
  const present = points.slice(spot.start, spot.end).join("");
  const evidence = make("div", { class: "ed-correct-evidence" });
  const field = spot.isPart && present.length < 90
    ? make("input", { type: "text", value: present, autocomplete: "off", autocapitalize: "off", spellcheck: "false" })
    : make("textarea", { rows: spot.isPart ? "3" : "7", autocomplete: "off", spellcheck: "false" });
  if (field.matches("textarea")) field.value = present;
  const certainty = make("fieldset", {}, make("legend", {}, "How sure are you?"), CERTAINTIES.map(([value, says, remark], k) => make("label", { class: "ed-choice" },
    make("input", { type: "radio", name: "certainty", value, checked: k === 0 }), make("span", {}, says, make("small", {}, remark)))));
  const guessed = make("option", { value: "" }, "");
  const cause = make("select", {}, guessed, Object.entries(CAUSES).map(([value, says]) => make("option", { value }, says)));
  const note = make("textarea", { rows: "2" });
  const name = nameField();
  const state = make("p", { class: "ed-correct-state", role: "status" });
  const main = make("div", { class: "ed-correct-main" });
  const handing = make("div", { class: "ed-correct-ways" });
  const said = () => ({ words: field.value, certainty: certainty.querySelector(":checked").value, cause: cause.value, note: note.value, by: name.value });
  let heard = "";
  const tell = () => {
    if (heard === JSON.stringify(said())) return; // a link that is being pressed stays where it is
    heard = JSON.stringify(said());
    const made = suggestion(spot, said(), today());
    guessed.textContent = guessOf(spot, made);
    cause.disabled = Boolean(made.records?.every(({ stet }) => stet));
    evidence.replaceChildren(sourceLines(spot, made.drafts), presentWords(spot, field.value));
    state.textContent = stateOf(made);
    state.classList.toggle("wrong", Boolean(made.refused || made.held));
    show(ways(spot, said(), made), main, handing);
  };
  const form = make("form", { method: "dialog", onsubmit: (event) => { event.preventDefault(); tell(); (main.querySelector("a") ?? handing.querySelector("a, button"))?.focus(); } },
    labelled("ed-correct-words", spot.isPart ? "What should it be?" : "Correct the words here", field),
    state, certainty,
    make("div", { class: "ed-correct-more" },
      labelled("ed-correct-cause", "What is wrong", cause), labelled("ed-correct-name", "Your name", name, " (or none; kept here)"),
      labelled("ed-correct-note", "Why", note, " (if it is not plain; readers see it)")),
    make("button", { type: "submit", class: "ed-unseen", tabindex: "-1", "aria-hidden": "true" }, "Go on"));
  form.addEventListener("input", tell);
  form.addEventListener("change", tell);
  return { parts: [evidence, form, main, handing], field, name, tell };
}

/** Put the first way, and the others, in their places; the record stays unfolded if it was. */
function show({ first, others }, main, handing) {
  const isOpen = Boolean(handing.querySelector("details[open]"));
  main.replaceChildren(...first);
  handing.replaceChildren(...others);
  if (isOpen) handing.querySelector("details")?.setAttribute("open", "");
}

/** The form where no record can be made: a description for an issue or a letter. */
function describing(spot) {
  const field = make("textarea", { rows: "4" });
  const name = nameField();
  const handing = make("div", { class: "ed-correct-ways" });
  const main = make("div", { class: "ed-correct-main" });
  const tell = () => show(ways(spot, { words: field.value, certainty: "certain", cause: "", note: "", by: name.value }, { refused: spot.refused }), main, handing);
  const form = make("form", { method: "dialog", onsubmit: (event) => event.preventDefault(), oninput: tell },
    make("p", { class: "ed-correct-state wrong", role: "status" }, `${spot.refused} You can describe what is wrong, and an editor will see to it.`),
    make("p", { class: "ed-correct-now" }, make("q", {}, spot.words.length > 300 ? `${spot.words.slice(0, 300)}…` : spot.words)),
    labelled("ed-correct-words", "What is wrong, and how should it be?", field), labelled("ed-correct-name", "Your name", name, " (or none)"));
  return { parts: [form, main, handing], field, name, tell };
}

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n, k) => String(n).padStart(k ? 2 : 4, "0")).join("-");
}

/** What the first choice of a cause says: the guess. */
function guessOf(spot, { drafts }) {
  const found = (drafts ?? []).filter(({ cause }) => cause);
  if (!found.length) return "guessed from your words";
  const causes = [...new Set(found.map(({ cause }) => CAUSES[cause]))];
  return `${causes.join("; ")} (guessed)`;
}

function stateOf({ isSame, refused, isFault, held, records }) {
  if (isSame) return "Change the words above; then ways to hand in the correction appear here.";
  if (held) return `The record of ${held.by} decides on these words already: ${heldSays(held)} Yours would stand in its place, so say why.`;
  if (refused) return isFault ? refused : `${refused} You can describe it to the editors instead.`;
  return records.length > 1 ? `${records.length} records are ready, in one file.` : "The record is ready.";
}

function heldSays(held) {
  if (held.stet) return `“${drawn(held.read)}” is to stand.`;
  if (held.as !== undefined) return held.as ? `the source’s “${drawn(held.read)}” is read as “${held.as}”.` : `“${drawn(held.read)}” is left out.`;
  if (held.perhaps) return `“${held.perhaps}” may have stood here.`;
  return "it is the author’s own slip.";
}

/** The lines of the source behind what is corrected, with its words marked. */
function sourceLines(spot, drafts) {
  const { letters, source, start, end } = spot;
  const inside = letters.filter(({ at }) => at !== null && at >= start && at < end);
  const spans = drafts?.map(({ span }) => span) ?? (spot.isPart && inside.length ? [{ start: inside[0].start, end: inside.at(-1).end }] : []);
  const wide = spans.length ? spans : [{ start: inside[0].start, end: inside.at(-1).end }];
  const lines = source.told.lines.filter((line) => line.text.trim() && wide.some((span) => span.start <= line.start + line.text.length && line.start < Math.max(span.end, span.start + 1)));
  const shown = lines.slice(0, 8).map((line) => make("li", {}, make("span", { class: "ed-line-n" }, String(line.n)), make("span", { class: "ed-line-text" }, marked(line, spans))));
  if (lines.length > 8) shown.push(make("li", {}, make("span", { class: "ed-line-n" }, "…"), make("span", {}, `${lines.length - 8} more lines`)));
  return make("div", {}, make("h3", {}, lines.length === 1 ? `The source, line ${lines[0].n}` : "The source"), make("ul", { class: "ed-correct-source" }, shown));
}

const AROUND = 110; // characters of a long line that are shown on each side

function marked({ text, start }, spans) {
  const points = [...text];
  const own = spans.map((span) => [Math.max(span.start - start, 0), Math.min(span.end - start, points.length)]).filter(([a, b]) => a < b);
  const from = own.length ? Math.max(own[0][0] - AROUND, 0) : 0;
  const to = own.length ? Math.min(own.at(-1)[1] + AROUND, points.length) : Math.min(points.length, 2 * AROUND);
  const out = [from ? "…" : ""];
  let here = from;
  for (const [a, b] of own) {
    out.push(points.slice(here, a).join(""), make("mark", {}, points.slice(a, b).join("")));
    here = b;
  }
  return [...out, points.slice(here, to).join(""), to < points.length ? "…" : ""];
}

/** A span with the whole of the words that it cuts. */
function widened(points, { start, end }) {
  const isWithin = (at) => at > 0 && at < points.length && points[at - 1] !== " " && points[at] !== " ";
  let [first, last] = [start, end];
  while (isWithin(first)) first -= 1;
  while (isWithin(last)) last += 1;
  return { start: first, end: last };
}

/** What is read now about the words picked, with these marked, or those that are changed. */
function presentWords(spot, words) {
  const points = [...spot.passage.text];
  const spans = spot.isPart ? [spot] : differences(spot.passage.text, drawn(words)).map((span) => widened(points, span));
  if (!spans.length) return make("p", { class: "ed-correct-now" }, "");
  const out = [];
  let here = Math.max(spans[0].start - AROUND, 0);
  if (here) out.push("…");
  for (const { start, end } of spans.slice(0, 6)) {
    if (start < here) continue;
    out.push(start - here > 2 * AROUND ? `${points.slice(here, here + AROUND).join("")} … ${points.slice(start - AROUND, start).join("")}` : points.slice(here, start).join(""));
    out.push(make("mark", {}, points.slice(start, end).join("") || "‸"));
    here = end;
  }
  const to = Math.min(here + AROUND, points.length);
  return make("div", {}, make("h3", {}, "As it reads now"), make("p", { class: "ed-correct-now" }, out, points.slice(here, to).join(""), to < points.length ? "…" : ""));
}

