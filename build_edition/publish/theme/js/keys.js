// Keys: a module says which key it hears, and "?" tells them all.

import { closing, openDialog } from "./dialog.js";
import { isTyping, make } from "./dom.js";

const heard = new Map();

/** Have `action` run when a single key is pressed outside of fields; `says` tells what it does, for the list. */
export function onKey(key, says, action) {
  heard.set(key, { says, action });
}

/** The list of keys, as a dialog. */
function showKeys() {
  const rows = [...heard].map(([key, { says }]) => make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, says)));
  openDialog("ed-keys", { "aria-label": "Keys" }, make("h2", {}, "Keys"), make("dl", {}, rows), closing());
}

// In the phase of capture: the theme hears some letters itself, which here are the reader's.
document.addEventListener("keydown", (event) => {
  if (isTyping(event) || document.querySelector("dialog[open]")) return;
  const found = heard.get(event.key);
  if (!found) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  found.action(event);
}, true);

onKey("?", "This list of keys", showKeys);
onKey("/", "Search", () => {
  const field = document.querySelector(".ed-search-form input");
  if (field?.offsetParent) { field.focus(); field.select(); }
  else document.querySelector("a.ed-to-search")?.click();
});
