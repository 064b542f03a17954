"use strict";
(() => {
  const form = document.querySelector("form");
  const items = [...document.querySelectorAll("li[data-measure]")];
  if (!items.length) return;
  const status = form.querySelector("[role=status]");
  const words = form.querySelector("#words");
  const boxes = (name) => [...form.querySelectorAll(`input[name=${name}]`)];
  const texts = items.map((item) => item.textContent.toLowerCase());

  function ticked(name) {
    return new Set(boxes(name).filter((box) => box.checked).map((box) => box.value));
  }

  function show() {
    const measures = ticked("measure");
    const sorts = ticked("sort");
    const wanted = words.value.trim().toLowerCase();
    let shown = 0;
    items.forEach((item, k) => {
      const fits = measures.has(item.dataset.measure) && sorts.has(item.dataset.sort) && texts[k].includes(wanted);
      item.hidden = !fits;
      shown += fits;
    });
    status.textContent = `${shown} of ${items.length} differences shown`;
  }

  // An address such as …#measures=quotations,headings opens the page with only these.
  function fromAddress() {
    const asked = new URLSearchParams(location.hash.slice(1)).get("measures");
    if (asked === null) return;
    const only = new Set(asked.split(","));
    for (const box of boxes("measure")) box.checked = only.has(box.value);
  }

  function toAddress() {
    const some = boxes("measure").filter((box) => box.checked);
    const all = some.length === boxes("measure").length;
    const address = all ? location.pathname + location.search : `#measures=${some.map((box) => box.value).join(",")}`;
    try { history.replaceState(null, "", address); } catch { /* a page opened from a disk may not change its address */ }
  }

  form.addEventListener("input", () => { show(); toAddress(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const { all, none } = event.target.dataset;
    if (all === undefined && none === undefined) return;
    for (const box of boxes(all ?? none)) box.checked = all !== undefined;
    show();
    toAddress();
  });
  addEventListener("hashchange", () => { fromAddress(); show(); });
  fromAddress();
  form.hidden = false;
  show();
})();
