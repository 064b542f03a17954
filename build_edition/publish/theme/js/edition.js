// What every page loads. Each module looks for its own places and leaves alone a page without them; what is needed
// only when asked for (citing, searching, comparing) is fetched then.

import "./keys.js";
