// All hits as a table for spreadsheets: work, passage, printed page, kind, title, address, context.

import { announce, make } from "../dom.js";
import { at } from "../page.js";
import { context } from "./marks.js";

const AT_ONCE = 40;
const COLUMNS = ["work", "passage", "printed_page", "kind", "title", "url", "context"];

/** A row of cells as CSV has it. What a spreadsheet would run as a formula begins with an apostrophe. */
export function row(cells) {
  return cells.map((cell) => `"${String(cell).replace(/^(?=[=+\-@\t\r\n])/, "'").replace(/"/g, '""')}"`).join(",");
}

/** Fetch all hits and hand them over as a file; `button` tells how far it is. */
export async function downloadHits(found, works, button) {
  const says = button.textContent;
  button.disabled = true;
  try {
    const rows = [row(COLUMNS)];
    for (let k = 0; k < found.results.length; k += AT_ONCE) {
      const records = await Promise.all(found.results.slice(k, k + AT_ONCE).map((result) => result.data()));
      rows.push(...records.map((record) => hitRow(record, found.marks)));
      button.textContent = `${Math.min(k + AT_ONCE, found.count)} of ${found.count} …`;
    }
    hand(`\ufeff${rows.join("\r\n")}\r\n`);
    announce(`${found.count} hits downloaded`);
  } catch (error) {
    announce(`The hits could not be downloaded. ${error.message}`);
  } finally {
    button.textContent = says;
    button.disabled = false;
  }
}

function hitRow(record, marks) {
  const { start, end } = context(record.text, marks);
  const said = `${start > 0 ? "… " : ""}${record.text.slice(start, end).trim()}${end < record.text.length ? " …" : ""}`;
  return row([record.work ?? "", record.passage ?? "", (record.pages ?? []).join(" "), record.kind, record.title ?? "", at(record.url), said]);
}

function hand(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = make("a", { href: address, download: "hits.csv" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
