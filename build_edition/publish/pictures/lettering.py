"""How wide words are in the edition's type, so that labels can be set without meeting each other."""

from __future__ import annotations

# The signs of the type by their width in thousandths of its size, each rounded up to the next thirty.
_WIDTHS = {
    240: "' ‘’", 300: "!|", 330: ",-.:;ijl·•", 360: "/[\\]t{}", 390: '"()IJf', 420: "?`", 450: "“”", 480: "*rs",
    510: "z", 540: "0123456789#$+<=>^_ce~–", 570: "Sagx", 600: "Zkovy", 630: "FLPbdpqu", 660: "BEThn", 690: "CRXY",
    720: "AKV", 750: "&DGOQ", 780: "NU", 840: "@Hw—…", 960: "%Mm", 1020: "W",
}  # fmt: skip
_WIDTH = {sign: width for width, signs in _WIDTHS.items() for sign in signs}
_OTHER = 700  # a letter of another alphabet, or with an accent


def width_of(text: str, size: float) -> float:
    """The width of words at a size, rather too much than too little."""
    return sum(_WIDTH.get(sign, _OTHER) for sign in text) * size / 1000


def shortened(text: str, room: float, size: float) -> str:
    """As many whole words as there is room for, with an ellipsis where some are left out."""
    if width_of(text, size) <= room:
        return text
    words = text.split()
    while len(words) > 1:
        words.pop()
        short = " ".join(words).rstrip(",;:–—(“‘ ") + "…"
        if width_of(short, size) <= room:
            return short
    kept = text
    while len(kept) > 1 and width_of(f"{kept}…", size) > room:
        kept = kept[:-1]
    return f"{kept}…"
