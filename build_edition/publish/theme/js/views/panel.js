// The panel "How to show this page". What is chosen in it shows at once behind it.

import { closing, openDialog } from "../dialog.js";
import { make } from "../dom.js";
import { choice, choose, hasViews } from "./views.js";

const TEXTS = [
  ["reading", "Reading text", "as the editors read it"],
  ["emendations", "Emendations shown", "words that the source has otherwise are marked, and each tells why"],
  ["diplomatic", "Beside the source", "the source as it stands, line by line"],
];
const SIZES = ["-1", "0", "1", "2", "3"];
const PER_CENT = { "-1": 90, 0: 100, 1: 112, 2: 125, 3: 140 };

/** Open the panel; when it closes, the focus goes back to where it was. */
export function openPanel(button) {
  const dialog = openDialog("ed-view-panel", { "aria-labelledby": "ed-view-title" },
    make("h2", { id: "ed-view-title" }, "How to show this page"),
    hasViews && texts(), hasViews && signs(), sizes(),
    closing());
  button?.setAttribute("aria-expanded", "true");
  dialog.addEventListener("close", () => button?.setAttribute("aria-expanded", "false"));
}

function texts() {
  return make("fieldset", {}, make("legend", {}, "Text"), TEXTS.map(([value, name, says]) => make("label", { class: "ed-choice" },
    make("input", { type: "radio", name: "view", value, checked: choice("view", "reading") === value, onchange: () => choose("view", value) }),
    make("span", {}, name, make("small", {}, says)))));
}

function signs() {
  const check = (name, value, says, isOn) => make("label", { class: "ed-choice" },
    make("input", { type: "checkbox", checked: isOn === (choice(name) === value), onchange: (event) => choose(name, event.target.checked === isOn ? value : null) }),
    make("span", {}, says));
  return make("fieldset", {}, make("legend", {}, "In the text"),
    check("links", "off", "Links to glossary and names", false),
    check("breaks", "off", "Page breaks of the print", false),
    check("numbers", "always", "Paragraph numbers always, not only under the pointer", true));
}

function sizes() {
  const told = make("output", {}, "");
  const at = () => Math.max(SIZES.indexOf(choice("size", "0")), 0);
  const step = (by) => {
    const next = SIZES[Math.min(Math.max(at() + by, 0), SIZES.length - 1)];
    choose("size", next === "0" ? null : next);
    tell();
  };
  const smaller = make("button", { type: "button", class: "ed-button", "aria-label": "Smaller text", onclick: () => step(-1) }, "A−");
  const larger = make("button", { type: "button", class: "ed-button", "aria-label": "Larger text", onclick: () => step(1) }, "A+");
  const tell = () => {
    told.textContent = `${PER_CENT[SIZES[at()]]} %`;
    smaller.setAttribute("aria-disabled", String(at() === 0));
    larger.setAttribute("aria-disabled", String(at() === SIZES.length - 1));
  };
  tell();
  return make("fieldset", { class: "ed-sizes" }, make("legend", {}, "Text size"), smaller, told, larger);
}
