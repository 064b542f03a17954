"""The queue of the review as a page, for the site on this machine only: it is no part of what is published."""
