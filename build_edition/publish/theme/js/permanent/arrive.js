// Leads on from a permanent address. Words that a link asks to be shown (#:~:text=…) go along: a browser hides them
// from the address that a page sees, but not from the record of how the page was reached.
// No module: this must run from a disk too, and before the page is read.

(() => {
  const { to } = document.currentScript.dataset;
  const ahead = new URL(to, location.href);
  if (location.protocol === "file:" && ahead.pathname.endsWith("/")) ahead.pathname += "index.html";
  const [reached] = performance.getEntriesByType("navigation");
  const asked = [reached?.name, location.href].map((address) => address?.split(":~:")[1]).find(Boolean);
  ahead.search = location.search;
  if (asked) ahead.hash = `${ahead.hash || "#"}:~:${asked}`;
  location.replace(ahead.href);
})();
