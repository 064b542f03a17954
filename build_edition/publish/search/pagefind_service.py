"""Talking to Pagefind: a program that hears a request and answers it, as base64 of JSON with a comma behind.

Pagefind's own Python module says the same things to it, but waits a tenth of a second before it reads each answer:
five minutes for 3,000 records, which here take a second.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any


class PagefindError(RuntimeError):
    """What Pagefind says that went wrong."""


class Service:
    """A running Pagefind with one index."""

    def __init__(self, stdin: IO[bytes], stdout: IO[bytes]) -> None:
        self._stdin, self._stdout = stdin, stdout
        self._asked = 0
        config = {"force_language": "unknown"}
        self._index: int = self._ask(type="NewIndex", config=config)["index_id"]

    def add(self, url: str, content: str, order: str) -> None:
        """Add a record, of a language whose endings nobody cuts off; `order` is its place among all."""
        record = {"url": url, "content": content, "language": "unknown", "sort": {"order": order}}
        self._ask(type="AddRecord", index_id=self._index, **record)

    def write(self, folder: Path) -> None:
        """Write the index into a folder: by us, for Pagefind answers before its last files are written."""
        for file in self._ask(type="GetFiles", index_id=self._index)["files"]:
            path = folder / file["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(base64.b64decode(file["content"]))

    def _ask(self, **payload: Any) -> dict[str, Any]:
        self._asked += 1
        message = json.dumps({"message_id": self._asked, "payload": payload})
        self._stdin.write(base64.b64encode(message.encode()) + b",")
        self._stdin.flush()
        answer = _read(self._stdout)
        if answer["type"] == "Error":
            raise PagefindError(str(answer.get("message", "it does not say why")))
        return answer


@contextmanager
def running() -> Iterator[Service]:
    """Pagefind, running until the block ends; raises `OSError` or `PagefindError` where it cannot."""
    from pagefind.service import get_executable

    program = get_executable()
    if program is None:
        raise PagefindError("its program is missing")
    with subprocess.Popen(
        [program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdin
        assert process.stdout
        try:
            yield Service(process.stdin, process.stdout)
        finally:
            process.kill()


def _read(stream: IO[bytes]) -> dict[str, Any]:
    """The next answer, up to the comma behind it; nothing follows, for each request waits for its answer."""
    read = bytearray()
    while not read.endswith(b","):
        more = os.read(stream.fileno(), 65_536)
        if not more:
            raise PagefindError("it ended before it had answered")
        read += more
    answer: dict[str, Any] = json.loads(base64.b64decode(read[:-1]))["payload"]
    return answer
