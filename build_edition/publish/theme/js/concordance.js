/* The concordance: loads the lines of one entry and sets them out on their keyword. */
(() => {
  const form = document.querySelector(".concordance-form");
  if (!form) return;
  const state = document.querySelector(".concordance-state");
  const works = document.querySelector(".concordance-works");
  const box = document.querySelector(".concordance-lines");
  const root = form.dataset.root;
  const folder = root + form.dataset.folder + "/";
  const sigla = JSON.parse(form.dataset.sigla);
  const hidden = new Set();
  let entries = [];
  let shown = null;
  let asked = "";

  const make = (name, className, text) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };

  const load = async (path) => {
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  };

  const address = (line) =>
    `${root}works/${line.work}/${line.division ? `${line.division}/` : ""}${line.passage ? `#${line.passage}` : ""}`;

  const backwards = (text) => text.split(/\s+/).reverse().join(" ");

  const orders = {
    text: () => 0,
    right: (a, b) => a.right.localeCompare(b.right, undefined, { ignorePunctuation: true }),
    left: (a, b) => backwards(a.left).localeCompare(backwards(b.left), undefined, { ignorePunctuation: true }),
  };

  const row = (line) => {
    const element = make("p", line.within ? "kwic within" : "kwic");
    element.append(make("span", "left", line.left), make("b", "keyword", line.keyword), make("span", "right", line.right));
    const page = line.page ? `, p. ${line.page}` : "";
    const source = make("a", "source");
    source.append(make("b", "", sigla[line.work]), ` ${line.heading ? "heading" : line.passage || "title"}${page}`);
    source.href = address(line);
    source.title = `${line.work}/${line.passage || ""}${page}`;
    element.append(source);
    return element;
  };

  const show = () => {
    const lines = shown.lines.filter((line) => !hidden.has(line.work)).sort(orders[form.order.value]);
    box.replaceChildren(...lines.map(row));
    const all = shown.lines.length;
    const within = lines.some((line) => line.within) ? " In lighter type: part of the name of something else." : "";
    state.textContent = `${lines.length === all ? all : `${lines.length} of ${all}`} ${all === 1 ? "place" : "places"}.${within}`;
  };

  const offerWorks = () => {
    const boxes = Object.entries(shown.works).map(([work, count]) => {
      const label = make("label");
      const input = make("input");
      input.type = "checkbox";
      input.checked = !hidden.has(work);
      input.addEventListener("change", () => {
        input.checked ? hidden.delete(work) : hidden.add(work);
        show();
      });
      label.append(input, ` ${sigla[work]} (${count})`);
      return label;
    });
    works.replaceChildren(...boxes);
  };

  const open = async (id, remember = true) => {
    state.textContent = "Loading …";
    asked = id;
    let loaded;
    try {
      loaded = await load(`${folder}${id}.json`);
    } catch (error) {
      state.textContent = location.protocol === "file:"
        ? "A browser loads these lines only from a server; build-edition serve is one."
        : `There are no lines for “${id}” (${error.message}). Choose another entry.`;
      return;
    }
    if (asked !== id) return;  // another entry was chosen while this one was on its way
    shown = loaded;
    form.of.value = shown.label;
    if (remember) history.replaceState(null, "", `?of=${id}`);
    hidden.clear();
    offerWorks();
    show();
  };

  const chosen = () => {
    const wanted = form.of.value.trim().toLocaleLowerCase();
    const found = entries.find((entry) => entry.label.toLocaleLowerCase() === wanted)
      || entries.find((entry) => wanted && entry.label.toLocaleLowerCase().startsWith(wanted));
    if (found) open(found.id);
    else state.textContent = wanted ? `No entry begins with “${form.of.value}”.` : "Choose an entry.";
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => { event.preventDefault(); chosen(); });
  form.of.addEventListener("change", chosen);
  form.order.addEventListener("change", () => shown && show());
  const wanted = new URLSearchParams(location.search).get("of");
  if (/^[a-z0-9-]+$/.test(wanted || "")) open(wanted, false);
  else state.textContent = "Choose an entry.";
  load(`${folder}index.json`).then((index) => { entries = index.entries; }, () => {});
})();
