// How the reader wants pages shown, set before anything is painted. No module, for those wait until all is read.

(() => {
  const html = document.documentElement;
  try {
    const kept = JSON.parse(localStorage.getItem("edition.views")) ?? {};
    const { page = {} } = JSON.parse(document.getElementById("page-data").textContent);
    for (const name of ["links", "breaks", "numbers", "size"]) if (kept[name]) html.dataset[name] = kept[name];
    if (page.work && kept.view) Object.assign(html.dataset, { view: kept.view, waiting: "" }); // views.js has it shown
  } catch { /* nothing is kept, or nothing may be */ }
})();
