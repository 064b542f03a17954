"""The pages about works and about the edition, each as Markdown."""
