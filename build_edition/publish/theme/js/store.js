// What a reader chose, kept on this machine only. Where nothing may be kept, all works until the page is left.

const PREFIX = "edition.";
const here = new Map();

/** What was kept under a name, or `otherwise`. */
export function recall(name, otherwise = null) {
  try {
    const text = localStorage.getItem(PREFIX + name);
    if (text !== null) return JSON.parse(text);
  } catch { /* not allowed, or not ours */ }
  return here.has(name) ? here.get(name) : otherwise;
}

/** Keep a value under a name; null forgets it. */
export function keep(name, value) {
  here.set(name, value);
  try {
    if (value === null) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch { /* it is kept in `here` */ }
}
