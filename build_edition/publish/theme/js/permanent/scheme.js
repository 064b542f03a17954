// Gives a page outside the theme the colours that the reader chose, or else those of the system. No module: it runs
// before anything is shown, and from a disk too.

(() => {
  const { root } = document.currentScript.dataset;
  const system = matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  try {
    chosen = JSON.parse(localStorage.getItem(`${new URL(root, location.href).pathname}.__palette`))?.color;
  } catch {
    // nothing was chosen, or nothing may be kept here
  }
  const follows = !chosen?.scheme || chosen.media === "(prefers-color-scheme)";
  const show = () => {
    document.body.dataset.mdColorScheme = follows ? (system.matches ? "slate" : "default") : chosen.scheme;
  };
  if (follows) system.addEventListener("change", show);
  show();
})();
