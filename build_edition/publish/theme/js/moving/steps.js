// Steps: from passage to passage, and from page to page, by keys.

import { announce } from "../dom.js";
import { onKey } from "../keys.js";
import { passageOf, passages, sheet } from "../passages.js";

const HEADER = 64; // pixels at the top of the window that the header may cover

/** The passage that holds the keyboard, or that the address names; else none. */
function held() {
  const focused = sheet.contains(document.activeElement) ? passageOf(document.activeElement) : null;
  const target = sheet.querySelector(":target");
  return focused ?? (target ? passageOf(target) : null);
}

/** Put the keyboard on a passage, and the passage before the reader's eyes. */
function stand(passage) {
  passage.tabIndex = -1;
  passage.focus({ preventScroll: true });
  passage.scrollIntoView({ block: passage.offsetHeight < innerHeight * 0.6 ? "center" : "start" });
}

function step(by) {
  const all = passages();
  const from = held();
  const seen = all.findIndex((one) => one.getBoundingClientRect().bottom > HEADER);
  const next = from ? all.indexOf(from) + by : by > 0 ? seen : seen - 1;
  if (all[next]) stand(all[next]);
  else announce(by > 0 ? "This is the last passage of the page" : "This is the first passage of the page");
}

if (sheet && passages().length) {
  onKey("j", "The next passage", () => step(1));
  onKey("k", "The passage before", () => step(-1));
}

const turns = [["[", "The page before", "prev"], ["]", "The next page", "next"]];
for (const [key, says, way] of turns) {
  const link = document.querySelector(`a.md-footer__link--${way}`);
  if (link) onKey(key, `${says}: ${link.querySelector(".md-ellipsis")?.textContent.trim() ?? ""}`, () => link.click());
}
