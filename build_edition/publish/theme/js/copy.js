// Copying to the clipboard in one click.

import { announce } from "./dom.js";

/** Copy a text; `what` names it in the sentence that tells so. Resolves to whether it was copied. */
export async function copy(text, what = "Text") {
  const done = await (navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false) || byHand(text);
  announce(done ? `${what} copied` : `${what} could not be copied`);
  return done;
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
