// Tables of pages by hand that are wider than the page: the theme lets a pointer move them, and so may the keyboard.

const TABLES = ".md-typeset__scrollwrap";

/** Make what can be moved a stop of the keyboard, and nothing else. */
function reach() {
  for (const box of document.querySelectorAll(TABLES)) {
    if (box.scrollWidth > box.clientWidth) {
      for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", "Wide table"]]) box.setAttribute(name, value);
    } else for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
  }
}

addEventListener("load", reach); // the theme has wrapped them by then
addEventListener("resize", reach);
if (document.readyState === "complete") reach();
