"""The source: one text, decoded once and never changed, addressed by code point.

In: the bytes of a file.  Out: a `Source`, whose offsets every later record points into.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from dataclasses import dataclass, field
from functools import cached_property

from build_edition.errors import InputError
from build_edition.geometry import Geometry

# The longer marks first: the mark of UTF-32 LE begins with that of UTF-16 LE.
BYTE_ORDER_MARKS = (
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF8, "utf-8"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source: `text` is the source from `start` to `end`, without its line end.

    `ink` is the text without the white space at its ends. It stands from `ink_start` to `ink_end`; on a blank
    line the first of these is the line's end and the last its start. All rules ask for these, so they are kept.
    """

    number: int  # 1-based, as editors and emendation records count
    start: int
    end: int
    text: str
    ink: str
    ink_start: int
    ink_end: int

    @property
    def is_blank(self) -> bool:
        return not self.ink

    @property
    def indent(self) -> int:
        """The number of white-space characters before the ink."""
        return self.ink_start - self.start


@dataclass(frozen=True)
class Source:
    """An immutable text and what identifies it.

    `text` keeps line ends, and a byte order mark if there was one, as they stand in the file, so that an
    offset here is an offset into the decoded file. `sha256` is of the file's bytes. `warnings` are
    sentences about how the text was decoded, for a person to read. `geometry` tells where its letters stood on
    their pages, if the file did.
    """

    name: str
    text: str
    sha256: str
    encoding: str = "utf-8"
    warnings: tuple[str, ...] = field(default=())
    geometry: Geometry | None = field(default=None, compare=False, repr=False)

    @classmethod
    def decode(cls, data: bytes, name: str) -> Source:
        """Decode by byte order mark, else as UTF-8, else by the likeliest legacy encoding, with a warning.

        Raises `InputError` when no encoding fits (a picture, a PDF, an archive).
        """
        digest = hashlib.sha256(data).hexdigest()
        for mark, encoding in BYTE_ORDER_MARKS:
            if data.startswith(mark):
                return cls(name, _decode_or_refuse(data, encoding, name), digest, encoding)
        try:
            return cls(name, data.decode("utf-8"), digest)
        except UnicodeDecodeError as error:
            text, encoding = _decode_legacy(data, name)
            warning = (
                f"{name} is not UTF-8 (byte {error.start} does not fit); read as {encoding}, the likeliest "
                "encoding. If letters look wrong, convert the file to UTF-8 and try again."
            )
            return cls(name, text, digest, encoding, (warning,))

    @classmethod
    def from_text(cls, text: str, name: str = "text") -> Source:
        """A source made in memory; its hash is of the text as UTF-8."""
        return cls(name, text, hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())

    def __len__(self) -> int:
        return len(self.text)

    @cached_property
    def _line_starts(self) -> list[int]:
        # A text of an old Macintosh has no line feed at all; elsewhere a lone carriage return ends no line.
        end = "\n" if "\n" in self.text else "\r"
        return [0, *(match.end() for match in re.finditer(end, self.text))]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines in order; a text that ends in a line end has an empty last line."""
        starts = self._line_starts
        ends = [*starts[1:], len(self.text)]
        lines = []
        for number, (start, after) in enumerate(zip(starts, ends, strict=True), 1):
            text = self.text[start:after].rstrip("\r\n")
            end, ink = start + len(text), text.strip()
            ink_start = start + text.find(ink) if ink else end
            lines.append(Line(number, start, end, text, ink, ink_start, ink_start + len(ink) if ink else start))
        return tuple(lines)

    def line_at(self, offset: int) -> Line:
        """The line that holds the character at `offset`."""
        return self.lines[self.line_number(offset) - 1]

    def line_number(self, offset: int) -> int:
        """The 1-based number of the line that holds the character at `offset`."""
        return bisect_right(self._line_starts, offset)

    def drawn_in(self, start: int, end: int) -> tuple[int, int]:
        """The span without the white space at its ends."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of `offset`.

        Raises `IndexError` outside 0 … length of the text.
        """
        if not 0 <= offset <= len(self.text):
            raise IndexError(f"offset {offset} lies outside {self.name} (0 to {len(self.text)})")
        number = self.line_number(offset)
        return number, offset - self._line_starts[number - 1] + 1

    def offset(self, line: int, column: int = 1) -> int:
        """The offset of a 1-based line and column; the inverse of `position`.

        Raises `IndexError` where there is no such place.
        """
        if not 1 <= line <= len(self._line_starts):
            raise IndexError(f"{self.name} has lines 1 to {len(self._line_starts)}, no line {line}")
        start = self._line_starts[line - 1]
        limit = self._line_starts[line] if line < len(self._line_starts) else len(self.text) + 1
        if not 1 <= column <= limit - start:
            raise IndexError(f"line {line} of {self.name} has no column {column}")
        return start + column - 1


def _decode_or_refuse(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"the file begins with the mark of {encoding}, but byte {error.start} does not fit it",
            where=name,
            remedy="The file is damaged or cut short; fetch it again, or save it as UTF-8.",
        ) from None


def _decode_legacy(data: bytes, name: str) -> tuple[str, str]:
    """The text and encoding that charset-normalizer finds likeliest."""
    from charset_normalizer import from_bytes  # here, for only a damaged file pays for its import

    matches = [] if b"\0" in data else list(from_bytes(data))
    if not matches:
        raise InputError(
            "this is not a text in any encoding known here",
            where=name,
            remedy="Give a plain-text file. From a PDF or page images, make one first (pdftotext, Tesseract).",
        )
    equals = [m for m in matches if (m.chaos, m.coherence) == (matches[0].chaos, matches[0].coherence)]
    likeliest = {label for match in equals for label in match.could_be_from_charset}
    # A short text does not tell the encodings of Europe apart; the commonest is the best guess.
    encoding = "cp1252" if "cp1252" in likeliest else matches[0].encoding
    return data.decode(encoding), encoding
