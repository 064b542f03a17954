"""Where the files of the API stand, and how they lead to each other."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Any

FOLDER = "dts"
ENTRY = f"{FOLDER}/index.json"
VERSION = "1.0"
CONTEXT = "https://dtsapi.org/context/v1.0.json"


@dataclass(frozen=True, slots=True)
class Links:
    """Links under the address of the edition, or, where it has none, from file to file."""

    address: str

    def to(self, path: str, page: str) -> str:
        """The link to a path (or template) from the file at `page`."""
        if self.address:
            return f"{self.address.rstrip('/')}/{path}"
        return posixpath.relpath(f"/{path}", posixpath.dirname(f"/{page}"))

    def endpoints(self, page: str) -> dict[str, str]:
        """The templates of the three endpoints."""
        return {
            "collection": self.to(f"{FOLDER}/collection{{/id,nav}}.json", page),
            "navigation": self.to(f"{FOLDER}/navigation{{/resource,ref}}{{;down}}.json", page),
            "document": self.to(f"{FOLDER}/document{{/resource,ref}}.xml", page),
        }

    def of_resource(self, work: str, page: str) -> dict[str, str]:
        """The same, filled in for one work."""
        return {
            "collection": self.to(f"{FOLDER}/collection/{work}{{/nav}}.json", page),
            "navigation": self.to(f"{FOLDER}/navigation/{work}{{/ref}}{{;down}}.json", page),
            "document": self.to(f"{FOLDER}/document/{work}{{/ref}}.xml", page),
        }


def opening(kind: str, name: str) -> dict[str, Any]:
    """How every answer begins."""
    return {"@context": CONTEXT, "dtsVersion": VERSION, "@id": name, "@type": kind}
