// A suggestion: what a reader wants, as records in a file, and in words for an issue or a letter.

import { isPublic } from "../cite/place.js";
import { page, permalink } from "../page.js";
import { CannotDraft, differences, draft } from "./drafting.js";
import { fault } from "./plain.js";
import { asYaml } from "./yaml.js";

const NOBODY = "a reader";
const LONGEST_NAME = 60;
const MOST_QUOTED = 8; // words of a text that an issue or a letter repeats

/** White space drawn together, as the text of a passage has it. */
export const drawn = (text) => text.replace(/\s+/gu, " ").trim();

/** The text of the spot's passage with other words in the place of those picked. */
function wantedText({ passage, start, end }, words) {
  const points = [...passage.text];
  const [before, after] = [points.slice(0, start).join(""), points.slice(end).join("")];
  return drawn(words) || !/\s$/u.test(before) ? before + drawn(words) + after : before.trimEnd() + after;
}

/**
 * What comes of a form: { records, drafts, path, text, title } where records can be made; else { refused } with a
 * sentence, or `isSame` where nothing is changed yet. `held` is a record that decides on these words already.
 * `said` is { words, certainty: "certain" | "likely" | "doubt", cause, note, by }; an empty cause is guessed.
 */
export function suggestion(spot, said, today) {
  const note = said.note.replace(/\r\n?/g, "\n").trim();
  const by = drawn(said.by) || NOBODY;
  const wrong = fault("by", by) ?? fault("note", note) ?? fault("words", drawn(said.words), spot.passage.text, spot.end - spot.start);
  if (wrong) return { refused: wrong, isFault: true };
  const wanted = wantedText(spot, said.words).trim();
  if (wanted === spot.passage.text) return { isSame: true };
  if (!wanted) return { refused: "A whole passage cannot be taken out by a correction of words." };
  try {
    return filed(spot, draft(spot, wanted), { ...said, note, by }, today);
  } catch (error) {
    if (error instanceof CannotDraft) return { refused: error.message };
    throw error;
  }
}

function filed(spot, drafts, said, today) {
  if (drafts.some(({ isSlip, stet }) => isSlip && (stet || said.certainty === "doubt"))) return { refused: "An editor has recorded these words as the author’s own slip, which stands." };
  if (said.certainty === "doubt" && drafts.some(({ stet }) => stet)) return { refused: "The source itself has these words, so there is nothing to doubt in it: say that you are certain, or that you believe so.", isFault: true };
  if (drafts.some(({ as }) => said.certainty === "doubt" && as === "")) return { refused: "A doubt whether words should stand at all cannot be recorded." };
  const wrong = drafts.map(({ as, read }) => fault("words", as ?? "", read) ?? fault("words", read, read)).find(Boolean);
  if (wrong) return { refused: wrong };
  const records = drafts.map((one) => ({
    line: one.line, read: one.read, nth: one.nth,
    ...(one.stet ? { stet: true } : { [said.certainty === "doubt" ? "perhaps" : "as"]: one.as, cause: said.cause || one.cause }),
    cert: said.certainty === "likely" && !one.stet ? "low" : null,
    by: said.by, on: today, note: said.note || null, seen: one.seen,
    instead: one.held ? { line: one.held.line, read: one.held.read, nth: one.held.nth } : null,
  }));
  const name = `${nameOf(records[0])}.yml`;
  return {
    records, drafts, held: drafts.find((one) => one.held)?.held, name, path: `edition/emendations/${page.work}/${name}`, text: asYaml(records),
    title: titleOf(spot.passage, records[0]),
  };
}

/** The name of a record's file: its line, and what is read there in small letters of ASCII. */
function nameOf({ line, as, perhaps, read }) {
  const slug = (text) => (text ?? "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const words = [slug(as ?? perhaps), slug(read)].find((text) => /[a-z0-9]/.test(text)) ?? "";
  return `l${line}-${words}`.replace(/-+/g, "-").slice(0, LONGEST_NAME).replace(/-$/, "");
}

const short = (text, most = 40) => ([...text].length > most ? `${[...text].slice(0, most - 1).join("")}…` : text);
const passageName = (passage) => (passage?.id ? `${page.work}/${passage.id}` : page.work);

function titleOf(passage, { read, as, perhaps }) {
  const reads = as ?? perhaps;
  return `${passageName(passage)}: ${reads === "" ? `without “${short(drawn(read))}”` : `“${short(reads ?? drawn(read))}”`}`;
}

/** The same in words, for an issue or a letter: { title, fields, body, without }; `without` has no record in it. */
export function inWords(spot, said, made) {
  const passage = spot.passage;
  const pages = passage?.pages?.length ? `, printed page ${passage.pages.join(", ")}` : "";
  const link = isPublic && passage?.id ? permalink(page.work, passage.id) : "";
  const [stands, reads] = spot.refused ? [ends(spot.words), said.words] : quotations(spot, said.words);
  const reason = [said.note.trim(), { likely: "(I believe so.)", doubt: "(Only a doubt.)" }[said.certainty]].filter(Boolean).join("\n");
  const fields = {
    passage: [`${passageName(passage)}${pages}`, link].filter(Boolean).join(" "),
    stands: drawn(stands), reading: spot.refused ? reads.trim() : drawn(reads), reason, name: drawn(said.by), record: made?.text ?? "",
  };
  const told = [["Passage", fields.passage], ["It reads", fields.stands], ["It should read", fields.reading], ["Why", fields.reason], ["Found by", fields.name]];
  const without = told.filter(([, text]) => text).map(([name, text]) => `${name}: ${text}`).join("\n\n");
  const record = made?.text ? `\n\nThe record, for ${made.path}:\n\n${made.text.replace(/^/gm, "    ")}` : "";
  return { title: short(made?.title ?? `${passageName(passage)}: a correction`, 120), fields, body: without + record, without };
}

/** What stands now and what is wanted, in few words: a text that is quoted at length may not be free to share. */
function quotations(spot, words) {
  const present = [...spot.passage.text].slice(spot.start, spot.end).join("");
  if (spot.isPart && present.split(" ").length <= MOST_QUOTED) return [present, words];
  const wanted = wantedText(spot, words);
  return [around(spot.passage.text, wanted, 0), around(spot.passage.text, wanted, 1)];
}

/** The first and the last of many words. */
function ends(words) {
  const all = words.split(" ");
  return all.length <= MOST_QUOTED ? words : [...all.slice(0, 4), "…", ...all.slice(-4)].join(" ");
}

/** Of two texts the words about each difference, joined by dots: of the first (0) or of the second (1). */
function around(before, after, which) {
  const found = differences(before, after);
  const points = [...before];
  return found.map(({ start, end, words }) => {
    const [left, right] = [points.slice(0, start).join("").match(/\S*\s*\S*$/u)[0], points.slice(end).join("").match(/^\S*\s*\S*/u)[0]];
    return left + (which ? words : points.slice(start, end).join("")) + right;
  }).join(" … ");
}
