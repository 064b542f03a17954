// Making elements, and telling a screen reader what happened.

/**
 * An element. Attributes whose value is false or null are left out, true gives an empty one, a function hears an
 * event ("onclick"). Children are nodes, or strings that become text; nothing is ever read as HTML.
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

let speaker = null;

/** Have a screen reader say a sentence, without moving the focus. */
export function announce(sentence) {
  speaker ||= document.body.appendChild(make("div", { class: "ed-unseen", role: "status" }));
  speaker.textContent = "";
  setTimeout(() => { speaker.textContent = sentence; }, 50);
}

/** Whether a person is typing, so that a key is a letter and no command. */
export function isTyping(event) {
  return event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select, [contenteditable]");
}
