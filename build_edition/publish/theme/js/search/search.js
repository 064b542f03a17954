// The search: its page when that is open, and on the page of a text the words that a result led to.

import { sheet } from "../passages.js";

if (document.querySelector(".ed-find")) import("./page.js");
else if (sheet && new URLSearchParams(location.search).has("mark")) import("./marked-page.js");
