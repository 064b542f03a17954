// Where a suggested correction goes: the addresses of forms on the forge of the edition's repository, filled in, and of
// an e-mail draft. Nothing is sent from here; a reader's own account does it, or their mail program.
// Sources: GitHub Docs, “Creating an issue” and “Syntax for issue forms”; Gitea pull request 16556 (a new file by its
// address); Forgejo Docs, “Issue and Pull Request Templates”; GitLab Docs, “Create an issue”, and its issue 594214.

import { edition } from "../page.js";

const LONGEST = 8000; // characters of an address that all forges take
const LONGEST_MAIL = 1900; // that all mail programs take

/** What the edition says of its repository: { address, kind, branch, folder }; null where it has none to lead to. */
export const forge = edition.forge ?? null;

const NAMES = { github: "GitHub", gitlab: "GitLab", forgejo: "Forgejo" };

/** The name of the forge as a reader knows it. */
export const nameOfForge = () => (/(^|\.)codeberg\.org$/.test(new URL(forge.address).hostname) ? "Codeberg" : NAMES[forge.kind]);

const enc = encodeURIComponent;
const query = (fields) => Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `${enc(name)}=${enc(value)}`).join("&");
const fitting = (address, most = LONGEST) => (address.length <= most ? address : null);
const branch = () => forge.branch.split("/").map(enc).join("/");
const below = (path) => (forge.folder ? `${forge.folder}/${path}` : path);

/**
 * The form that proposes a new file: { address, isFilled }, or null where its address would be too long. Where it is
 * not filled, the forge takes the file's name and not its text, which must be pasted.
 */
export function newFile({ path, text, title }) {
  if (!forge) return null;
  const file = below(path);
  const address = {
    github: () => `${forge.address}/new/${branch()}?${query({ filename: file, value: text, message: title })}`,
    forgejo: () => `${forge.address}/_new/${branch()}/?${query({ filename: file, value: text })}`,
    gitlab: () => `${forge.address}/-/new/${branch()}?${query({ file_name: file })}`,
  }[forge.kind]();
  return fitting(address) && { address, isFilled: forge.kind !== "gitlab" };
}

/** The form of an issue, filled in; null where its address would be too long. `fields` are those of the issue form. */
export function newIssue({ title, fields, body }) {
  if (!forge) return null;
  return fitting({
    github: () => `${forge.address}/issues/new?${query({ template: "correction.yml", title, ...fields })}`,
    forgejo: () => `${forge.address}/issues/new?${query({ title, body })}`,
    gitlab: () => `${forge.address}/-/issues/new?${query({ "issue[title]": title, "issue[description]": body })}`,
  }[forge.kind]());
}

/** An e-mail draft; its reader's address is empty where the edition gives none. A text that is too long is left out. */
export function mailDraft({ title, body, without }) {
  const lines = (text) => text.replace(/\r?\n/g, "\r\n");
  const draft = (text) => `mailto:${enc(edition.contact ?? "").replace("%40", "@")}?${query({ subject: title, body: lines(text) })}`;
  return fitting(draft(body), LONGEST_MAIL) ?? fitting(draft(without), LONGEST_MAIL) ?? `mailto:${edition.contact ?? ""}`;
}
