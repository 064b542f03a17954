// The text that a reader sees is on the screen: what lies below it is laid out too (see early.html), before the
// modules that follow measure where anything stands.

delete document.documentElement.dataset.opening;
