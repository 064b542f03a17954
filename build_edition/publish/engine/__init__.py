"""MkDocs: how it is configured and run, and what is done to its pages."""
