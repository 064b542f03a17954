// What every page loads. Each module looks for its own places and leaves alone a page without them; what is needed
// only when asked for (citing, searching, comparing) is fetched then.

import "./keys.js";
import "./notes.js";
import "./cards.js";
import "./in_context.js";
import "./timeline.js";
import "./apparatus.js";
import "./going.js";
import "./steps.js";
import "./position.js";
import "./go_on.js";
import "./views.js";
import "./cite.js";
import "./checking.js";
import "./search.js";
