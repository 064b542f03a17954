"""Dates of machines as TEI has them: EDTF, of which the edition uses days, months, years, seasons and ranges."""

from __future__ import annotations

import re

_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_SEASON = re.compile(r"(\d{4})-(2[1-4])")
_MONTHS = {"21": ("03", "05"), "22": ("06", "08"), "23": ("09", "11"), "24": ("12", "12")}  # of the same year


def when(edtf: str) -> dict[str, str]:
    """A date as attributes: `when`, `from` and `to`, or for a season between which months; none for no date."""
    first, slash, last = edtf.partition("/")
    if slash and _is_date(first) and _is_date(last):
        return {"from": first, "to": last}
    if season := _SEASON.fullmatch(edtf):
        year, name = season.groups()
        return {"notBefore": f"{year}-{_MONTHS[name][0]}", "notAfter": f"{year}-{_MONTHS[name][1]}"}
    return {"when": edtf} if _is_date(edtf) else {}


def _is_date(text: str) -> bool:
    return bool(_DATE.fullmatch(text)) and not _SEASON.fullmatch(text)
