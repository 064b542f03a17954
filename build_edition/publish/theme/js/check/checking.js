// Checking a quotation: what it needs is fetched on its page alone.

const form = document.querySelector(".ed-check");
if (form) import("./page.js").then(({ start }) => start(form));
