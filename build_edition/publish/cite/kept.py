"""Answers of pandoc, kept in the folder `build` for as long as nothing that they were made from has changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from build_edition.publish.files import write_whole


class Kept:
    """The answers in one file, each under a name with the digest of what was asked."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.answers: dict[str, Any] = {}
        self.changed = False
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
            self.answers = {name: one for name, one in found.items() if {"asked", "answer"} <= set(one)}
        except (OSError, ValueError, AttributeError, TypeError):
            pass  # what is kept can always be made again

    def answer(self, name: str, asked: Iterable[bytes], ask: Callable[[], Any]) -> Any:
        """The answer under a name, from an earlier build where it was asked the same."""
        digest = sha256(b"".join(sha256(part).digest() for part in asked)).hexdigest()
        known = self.answers.get(name)
        if known is None or known["asked"] != digest:
            self.answers[name] = {"asked": digest, "answer": ask()}
            self.changed = True
        return self.answers[name]["answer"]

    def write(self) -> None:
        """Put new answers into the file."""
        if self.changed:
            write_whole(self.path, json.dumps(self.answers, ensure_ascii=False))
