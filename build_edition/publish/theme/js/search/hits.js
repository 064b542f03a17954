// Results as a reader sees them: where a passage stands, and the words found in their context.

import { make } from "../dom.js";
import { at } from "../page.js";
import { KINDS } from "./filters.js";
import { context } from "./marks.js";

/** The address of a record; on the page of a text what was asked is marked. */
export function addressOf(record, query) {
  const address = new URL(at(record.url));
  if (record.work && query) address.searchParams.set("mark", query);
  return address.href;
}

/** Lists below `host`: one, or in the order of the works one for each. add(records, marks) → the first new link. */
export function hitsAsLists(host, works, { query, order }) {
  let list = null;
  let group = null;
  return {
    add(records, marks) {
      let first = null;
      for (const record of records) {
        const name = order === "order" ? works.get(record.work)?.title ?? KINDS[record.kind] : "";
        if (!list || name !== group) {
          if (name) host.append(make("h2", { class: "ed-find-group added" }, name));
          list = host.appendChild(make("ol", { class: "ed-hits" }));
          group = name;
        }
        const item = list.appendChild(hit(record, marks, works, query));
        first ??= item.querySelector("a");
      }
      return first;
    },
  };
}

function hit(record, marks, works, query) {
  const work = works.get(record.work);
  const title = record.title || work?.title || "";
  const link = make("a", { href: addressOf(record, query) }, work ? make("b", {}, work.name) : make("b", {}, title), work && record.title ? ` ${title}` : "");
  return make("li", { class: "ed-hit" }, make("p", { class: "where" }, link, make("span", {}, standing(record))), make("p", { class: "context" }, marked(record.text, marks)));
}

/** The passage, its printed pages and its kind, as far as there are any. */
function standing({ passage, place = passage, pages = [], kind, work }) {
  const printed = pages.length ? `${pages.length > 1 ? "pp." : "p."}\u00a0${pages.length > 1 ? `${pages[0]}–${pages.at(-1)}` : pages[0]}` : "";
  return [place, printed, kind === "text" && work ? "" : (KINDS[kind] ?? kind).toLowerCase()].filter(Boolean).join(", ");
}

/** The best part of a text, what was asked for within <mark>. */
function marked(text, marks) {
  const { start, end, spans } = context(text, marks);
  const parts = [start > 0 ? "… " : ""];
  let at = start;
  for (const span of spans) {
    parts.push(text.slice(at, span.start), make("mark", {}, text.slice(span.start, span.end)));
    at = span.end;
  }
  parts.push(text.slice(at, end), end < text.length ? " …" : "");
  return parts.filter((part) => part !== "");
}
