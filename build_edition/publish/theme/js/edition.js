// What every page loads. Each module looks for its own places and leaves alone a page without them; what is needed
// only when asked for (citing, searching, comparing) is fetched then.

import "./opening.js";
import "./keys.js";
import "./wide.js";
import "./notes/notes.js";
import "./entries/cards.js";
import "./entries/in-context.js";
import "./entries/timeline.js";
import "./entries/apparatus.js";
import "./moving/going.js";
import "./moving/steps.js";
import "./moving/position.js";
import "./moving/go-on.js";
import "./views/views.js";
import "./cite/cite.js";
import "./check/checking.js";
import "./search/search.js";
