"""All of it together, as a page's front matter has it and `theme/head.html` reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from build_edition.publish.metadata.about import About
from build_edition.publish.metadata.linked import linked_data
from build_edition.publish.metadata.tags import citation_tags, open_graph


def head(about: About, description: str) -> Mapping[str, Any]:
    """`names` and `properties` are tags by the attribute that names them; `linked` is JSON-LD."""
    return {
        "names": citation_tags(about),
        "properties": open_graph(about, description),
        "linked": linked_data(about),
    }
