"""Languages as bibliographies name them (`langid = {british}`), and as pages do ("en-GB")."""

from __future__ import annotations

import re

_TAGS = {
    "english": "en", "british": "en-GB", "ukenglish": "en-GB", "american": "en-US", "usenglish": "en-US",
    "australian": "en-AU", "canadian": "en-CA", "newzealand": "en-NZ", "russian": "ru", "ukrainian": "uk",
    "german": "de", "ngerman": "de", "austrian": "de-AT", "naustrian": "de-AT", "swissgerman": "de-CH",
    "french": "fr", "francais": "fr", "spanish": "es", "italian": "it", "portuguese": "pt", "brazilian": "pt-BR",
    "dutch": "nl", "polish": "pl", "czech": "cs", "slovak": "sk", "hungarian": "hu", "romanian": "ro",
    "bulgarian": "bg", "serbian": "sr", "croatian": "hr", "slovene": "sl", "greek": "el", "polutonikogreek": "grc",
    "latin": "la", "swedish": "sv", "danish": "da", "norwegian": "no", "norsk": "nb", "nynorsk": "nn",
    "finnish": "fi", "estonian": "et", "latvian": "lv", "lithuanian": "lt", "turkish": "tr", "hebrew": "he",
    "arabic": "ar", "persian": "fa", "chinese": "zh", "japanese": "ja", "korean": "ko", "catalan": "ca",
}  # fmt: skip


def tag_of(language: str) -> str:
    """The tag of a language by its name in a bibliography; what is a tag stays, what is unknown is left out."""
    name = language.strip()
    if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", name):
        return name
    return _TAGS.get(name.lower(), "")
