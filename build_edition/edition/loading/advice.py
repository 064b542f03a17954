"""From what Pydantic refuses to what a person can do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

Place = tuple[str | int, ...]
SHOWN = 80  # characters of a value in a message, at most
GROUP = "Write it as `field: value`, one below the other."
NATURES = {
    str: "text", bool: "yes or no", int: "a number", float: "a number", list: "a list", dict: "a group of fields",
    type(None): "nothing",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a place of a document, and the remedy."""

    place: Place
    what: str
    remedy: str


def explain(detail: Mapping[str, Any], model: Any) -> Problem | None:
    """The problem that one error of Pydantic's tells of, in a document of type `model`.

    None where another of its errors says it better.
    """
    place: Place = detail["loc"]
    record, field = _find(model, place)
    name = _name(place)
    kind, context, given = detail["type"], detail.get("ctx", {}), detail["input"]
    about = _about(field)
    if kind == "missing":
        return Problem(place, f"{name} is missing", f"Add `{place[-1]}: …`. {about}".rstrip())
    if kind == "extra_forbidden":
        return Problem(place, f"{name} is no field of this record", _nearest(str(place[-1]), _names(record)))
    if kind == "too_short":
        return None if given else Problem(place, f"{name} is empty", about)
    if kind == "string_type":
        hint = f'Write "{given}", in quotes.' if isinstance(given, int | float) else ""
        return Problem(place, f"{name} must be text, not {_nature(given)}", hint or about)
    if kind == "literal_error":
        choices = [str(choice) for choice in _choices(field.annotation if field else None)]
        remedy = _nearest(str(given), choices) if choices else "Leave it out."
        return Problem(place, f"{name} cannot be {_shown(given)}; it is {context['expected']}", remedy)
    if kind == "string_pattern_mismatch":
        return Problem(place, f"{name} has the wrong form: {_shown(given)}", about)
    if kind == "string_too_long":
        most = context["max_length"]
        return Problem(place, f"{name} has {len(given):,} characters; it may have {most:,}", "Make it shorter.")
    if kind == "string_too_short":
        return Problem(place, f"{name} is empty", about)
    if kind == "int_type":
        return Problem(place, f"{name} must be a whole number, not {_nature(given)}", about)
    if kind in {"model_type", "model_attributes_type", "dict_type"}:
        return Problem(place, f"{name} must be a group of fields, not {_nature(given)}", about or GROUP)
    if kind in {"tuple_type", "list_type"}:
        return Problem(place, f"{name} must be a list, not {_nature(given)}", "Begin each entry with “- ”.")
    if kind == "value_error":
        what, _, remedy = str(context["error"]).partition("; ")
        return Problem(place, f"{name} {what}", remedy[:1].upper() + remedy[1:] + "." if remedy else "")
    said = str(detail["msg"])
    return Problem(place, f"{name} is {_shown(given)}: {said[:1].lower() + said[1:]}", about)


def _shown(value: Any) -> str:
    """A value as a message shows it: with escapes for what nobody would see, and the head of a long one."""
    said = repr(value)
    return said if len(said) <= SHOWN else f"{said[:SHOWN]}…"


def _name(place: Place) -> str:
    """A place as a person would name it: `source.file`, or record 3, `cause`."""
    parts = (part if part.isprintable() else repr(part) for part in place if isinstance(part, str))
    fields = ".".join(parts)[:SHOWN]
    names = [f"`{fields}`"] if fields else []
    for depth, part in enumerate(place):
        if isinstance(part, int):
            names.insert(0 if depth == 0 else len(names), f"{'entry' if depth else 'record'} {part + 1}")
    return ", ".join(names) or "the file"


def nearest(word: str, known: list[str]) -> str:
    """The likeliest of `known` for a mistyped `word`, or nothing."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(word[:SHOWN], known, scorer=fuzz.ratio, score_cutoff=60)
    return str(found[0]) if found else ""


def _nearest(word: str, known: list[str]) -> str:
    best = nearest(word, known)
    return f"Did you mean `{best}`?" if best else "Known here: " + ", ".join(known) + "."


def _nature(value: Any) -> str:
    return NATURES.get(type(value), "that") + (f" ({value})" if isinstance(value, int | float) else "")


def _about(field: FieldInfo | None) -> str:
    """What a field means, as a sentence."""
    if field is None:
        return ""
    inner = [item.description for item in field.metadata if isinstance(item, FieldInfo)]
    text = field.description or next(filter(None, inner), "")
    return f"It is {text}." if text and text[0].islower() else " ".join((text or "").split())


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models in a type, those inside tuples and unions too."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)


def _choices(annotation: Any) -> Iterator[object]:
    for argument in get_args(annotation):
        if get_args(argument):
            yield from _choices(argument)
        elif isinstance(argument, str):
            yield argument


def _names(record: type[BaseModel] | None) -> list[str]:
    return [field.alias or name for name, field in record.model_fields.items()] if record else []


def _find(model: Any, place: Place) -> tuple[type[BaseModel] | None, FieldInfo | None]:
    """The model that holds the field at `place`, and the field, where there are such."""
    record = next(_models(model), None)
    field = None
    for part in place:
        if isinstance(part, int):
            continue
        if field is not None:
            record = next(_models(field.annotation), None)
        fields = record.model_fields.items() if record else ()
        field = next((info for name, info in fields if part in {name, info.alias}), None)
    return record, field
