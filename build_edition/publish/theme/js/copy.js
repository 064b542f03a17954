// Copying to the clipboard in one click.

import { announce } from "./dom.js";

/**
 * Copy a text; `what` names it in the sentence that tells so. With `html`, which the caller answers for, a program
 * that takes formatted text gets its italics. Resolves to whether it was copied.
 */
export async function copy(text, what = "Text", html = "") {
  const done = (html && await formatted(text, html)) || await (navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false) || byHand(text);
  announce(done ? `${what} copied` : `${what} could not be copied`);
  return done;
}

/** Both forms at once, where the browser has a way. */
async function formatted(text, html) {
  if (!navigator.clipboard?.write || typeof ClipboardItem === "undefined") return false;
  const blob = (kind, words) => new Blob([words], { type: kind });
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob("text/plain", text), "text/html": blob("text/html", html) })]);
    return true;
  } catch { return false; }
}

/** The older way, for pages without the newer one: those read from disk, or over plain HTTP. */
function byHand(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "ed-unseen";
  const back = document.activeElement;
  (back?.closest?.("dialog") ?? document.body).append(field);
  field.select();
  let done = false;
  try { done = document.execCommand("copy"); } catch { /* it is not done */ }
  field.remove();
  back?.focus?.({ preventScroll: true });
  return done;
}
