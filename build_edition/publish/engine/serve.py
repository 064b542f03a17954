"""Showing a built site on this machine, to this machine only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing of each."""

    def log_message(self, format: str, *args: object) -> None:
        pass


def serve(site: Path, port: int = 8000, handler: type[Quiet] = Quiet) -> ThreadingHTTPServer:
    """A server of the folder `site` on localhost; `serve_forever()` runs it. Port 0 takes any free one."""
    return ThreadingHTTPServer(("127.0.0.1", port), partial(handler, directory=str(site)))


@contextmanager
def serving(site: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """The address of `site`, served by `handler` as long as the context lasts."""
    server = serve(site, 0, handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
