// Citations with gaps, as `works/ID/cite.json` has them: filled in as text, or as nodes for the page.
//
// A run is a string, words in an element ({"em": "Level Water"}), or a gap ({"put": "page"}) whose words before and
// after it go where nothing is put in.

import { make } from "../dom.js";

const put = (run, values) => (values[run.put] ? `${run.before ?? ""}${values[run.put]}${run.after ?? ""}` : "");
const wordsOf = (run) => Object.values(run)[0];

/** The runs as plain text. */
export const asText = (runs, values) =>
  runs.map((run) => (typeof run === "string" ? run : "put" in run ? put(run, values) : wordsOf(run))).join("");

/** The runs as nodes. */
export const asNodes = (runs, values) => runs.map((run) => {
  if (typeof run === "string") return run;
  if ("put" in run) return put(run, values);
  const [[name, words]] = Object.entries(run);
  return name === "sc" ? make("span", { class: "sc" }, words) : make(name, {}, words);
});

/** Text within BibTeX: what has a meaning there is escaped. */
export const tex = (text) => text.replace(/[\\{}%&#$_~^]/g, (sign) => ({ "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" })[sign] ?? `\\${sign}`);
