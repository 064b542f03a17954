"""What a page may do, told to the browser: scripts of this site only, and no request to another host.

The theme has short scripts within its pages. Each is allowed by its hash, so that no other script that stands
in a page, or gets into one, is run.  Method: W3C, Content Security Policy Level 3, section 2.3.1 (hash sources).
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from build_edition.writers.escaping import attribute

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"\btype\s*=\s*[\"']?application/(?:ld\+)?json", re.IGNORECASE)
_CHARSET = re.compile(r"<meta\s+charset=[^>]*>", re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
_NAME = "Content-Security-Policy"
_REST = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'"
)


def policy(page: str) -> str:
    """The policy of a page: its own scripts by hash, those of the site, and the search engine's compiled code."""
    allowed = " ".join(f"'sha256-{digest}'" for digest in dict.fromkeys(_hashes(page)))
    return f"{_REST}; script-src 'self' 'wasm-unsafe-eval' {allowed}".rstrip()


def with_policy(page: str) -> str:
    """The page's HTML with its policy in the head, before the first script.

    The style and the font that stand before it are the theme's; a browser that has read the policy fetches nothing
    ahead any more, and would paint the text a third later. A page stays as it is without the declaration of its
    encoding, or with a policy already.
    """
    charset = _CHARSET.search(page)
    if charset is None or f'http-equiv="{_NAME}"' in page:
        return page
    script = _SCRIPT.search(page, charset.end())
    at = script.start() if script and script.start() < page.find("</head>") else charset.end()
    return f'{page[:at]}<meta http-equiv="{_NAME}" content="{attribute(policy(page))}">\n{page[at:]}'


def guard_pages(site: Path) -> None:
    """Write its policy into every page below the folder `site`."""
    for path in site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        path.write_text(with_policy(page), encoding="utf-8", newline="\n")


def _hashes(page: str) -> list[str]:
    scripts = [
        match["code"]
        for match in _SCRIPT.finditer(page)
        if not _SOURCE.search(match["attributes"]) and not _DATA.search(match["attributes"])
    ]
    return [base64.b64encode(hashlib.sha256(code.encode()).digest()).decode() for code in scripts]
