"""The answers of DTS 1.0 as JSON Schema, written from the tables of the specification."""

from typing import Any

TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 0}
HEAD = {"@context": {"const": "https://dtsapi.org/context/v1.0.json"}, "dtsVersion": {"const": "1.0"}, "@id": TEXT}
TEMPLATES = ("collection", "navigation", "document")

LOCALISED = {
    "type": "object",
    "properties": {"lang": {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}, "value": TEXT},
    "required": ["lang", "value"],
    "additionalProperties": False,
}
METADATA = {
    "type": "object",
    "minProperties": 1,
    "additionalProperties": {"type": "array", "minItems": 1, "items": {"anyOf": [TEXT, LOCALISED]}},
}
STRUCTURE: dict[str, Any] = {
    "$defs": {
        "structure": {
            "type": "object",
            "properties": {
                "@type": {"const": "CiteStructure"},
                "citeType": TEXT,
                "citeStructure": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/structure"}},
            },
            "required": ["citeType"],
            "additionalProperties": False,
        }
    }
}
TREES = {  # where there is one tree it has no identifier
    "type": "array",
    "maxItems": 1,
    "items": {
        "type": "object",
        "properties": {
            "@type": {"const": "CitationTree"},
            "citeStructure": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/structure"}},
        },
        "required": ["@type"],
        "additionalProperties": False,
    },
}
UNIT = {
    "type": "object",
    "properties": {
        "identifier": TEXT,
        "@type": {"const": "CitableUnit"},
        "level": {"type": "integer", "minimum": 1},
        "parent": {"type": ["string", "null"], "minLength": 1},
        "citeType": TEXT,
        "dublinCore": METADATA,
    },
    "required": ["identifier", "@type", "level", "parent"],
    "additionalProperties": False,
}
RESOURCE = {
    "type": "object",
    "properties": {"@type": {"const": "Resource"}, "@id": TEXT, "title": TEXT, "citationTrees": TREES,
                   "dublinCore": METADATA, **dict.fromkeys(TEMPLATES, TEXT)},
    "required": ["@id", "@type", "citationTrees", *TEMPLATES],
}  # fmt: skip
MEMBER = {
    "type": "object",
    "properties": {"@type": {"enum": ["Collection", "Resource"]}, "totalParents": COUNT, "totalChildren": COUNT,
                   "title": TEXT, "dublinCore": METADATA, "collection": TEXT},
    "required": ["@id", "@type", "title", "totalParents", "totalChildren", "collection"],
    "if": {"properties": {"@type": {"const": "Resource"}}},
    "then": RESOURCE,
}  # fmt: skip

ENTRY = {
    "type": "object",
    "properties": {**HEAD, "@type": {"const": "EntryPoint"}, **dict.fromkeys(TEMPLATES, TEXT)},
    "required": ["@context", "dtsVersion", "@id", "@type", *TEMPLATES],
    "additionalProperties": False,
}
COLLECTION = {
    **STRUCTURE,
    "allOf": [MEMBER],
    "properties": {**HEAD, "member": {"type": "array", "items": MEMBER}},
    "required": ["@context", "dtsVersion"],
}
NAVIGATION = {
    **STRUCTURE,
    "type": "object",
    "properties": {**HEAD, "@type": {"const": "Navigation"}, "resource": RESOURCE, "ref": UNIT,
                   "member": {"type": "array", "items": UNIT}},
    "required": ["@context", "dtsVersion", "@id", "@type", "resource"],
    "additionalProperties": False,
}  # fmt: skip
