// Dialogs: what is closed by a button, by Escape or by a click beside it, and is then gone.

import { make } from "./dom.js";

/** The button that closes a dialog; the form about it may have a class. */
export const closing = (kind = false) => make("form", { method: "dialog", class: kind }, make("button", { type: "submit", class: "ed-button" }, "Close"));

/** Open a dialog of a class, with attributes that name it, and give it back. */
export function openDialog(kind, attributes, ...children) {
  const dialog = make("dialog", { class: `ed-dialog ${kind}`.trim(), ...attributes }, ...children);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
