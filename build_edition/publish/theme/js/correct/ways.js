// The ways to hand in a suggestion: on the forge, as a file, by the clipboard, as a letter.

import { copy } from "../copy.js";
import { make } from "../dom.js";
import { edition } from "../page.js";
import { forge, mailDraft, nameOfForge, newFile, newIssue } from "./forges.js";
import { inWords } from "./suggestion.js";

/** What a reader can press, for a suggestion or what could not be made one: the `first` way, and the `others`. */
export function ways(spot, said, made) {
  if (made.isSame || made.isFault || (spot.refused && !said.words.trim())) return { first: [], others: [] };
  const words = inWords(spot, said, made);
  const state = make("p", { class: "ed-cite-state", role: "status" });
  const tell = (sentence) => { state.textContent = sentence; };
  const main = made.records ? proposal(made, tell) : null;
  const issue = leading(newIssue(words), main ? "Open an issue instead" : `Open an issue on ${forge ? nameOfForge() : ""}`, !main);
  const others = [
    main && issue, made.records && download(made, !main && !issue), made.records && copying("Copy the record", made.text, "The record", tell),
    copying(made.records ? "Copy as a message" : "Copy the message", words.body, "The message", tell), mail(words),
  ].filter(Boolean);
  const first = main ? [main.link, main.hint] : issue ? [issue] : [others.shift()];
  return { first, others: [make("p", { class: "ed-cite-row" }, others), state, made.records && record(made)].filter(Boolean) };
}

/** The form of the forge that makes a pull request of the file: its link, and what happens there. */
function proposal(made, tell) {
  const form = newFile(made);
  if (!form) return null;
  const request = forge.kind === "gitlab" ? "merge request" : "pull request";
  const link = leading(form.address, `Propose it on ${nameOfForge()}`, true);
  const hint = (text) => make("p", { class: "ed-correct-hint" }, text);
  if (form.isFilled) return { link, hint: hint(`It opens a new file with the record in it; save it there as a ${request}. You need an account of your own there.`) };
  link.addEventListener("click", () => copy(made.text, "The record").then((done) => tell(done ? "The record is on your clipboard: paste it into the file." : "Copy the record below, and paste it into the file.")));
  return { link, hint: hint(`It copies the record and opens a new file: paste it there, and save it as a ${request}. You need an account of your own there.`) };
}

const kind = (isMain) => (isMain ? "ed-button ed-main" : "ed-button");

const leading = (address, says, isMain) => address && make("a", { class: kind(isMain), href: address, target: "_blank", rel: "noopener noreferrer" }, says, make("span", { class: "ed-unseen" }, " (a new window)"));

const download = ({ name, text }, isMain) => make("a", { class: kind(isMain), download: name, href: `data:application/yaml;charset=utf-8,${encodeURIComponent(text)}` }, "Download the record");

const copying = (says, text, what, tell) => make("button", {
  type: "button", class: "ed-button",
  onclick: () => copy(text, what).then((done) => tell(done ? `${what} is copied.` : `${what} could not be copied. Select it and copy it by hand.`)),
}, says);

const mail = (words) => make("a", { class: "ed-button", href: mailDraft(words) }, edition.contact ? "Write to the editors" : "Write an e-mail");

/** The record itself, for who wants to see it. */
const record = ({ path, text }) => make("details", { class: "ed-correct-record" }, make("summary", {}, "The record"), make("p", { class: "ed-cite-about" }, path), make("pre", { class: "ed-citation", tabindex: "0", "aria-label": "The record" }, text));
