"""The modules of the site as one script, for pages read from disk, which may not load modules.

In: the texts of modules that keep to a plain form: `import` and `export` at the beginning of a line, names in
braces, no default.  Out: one script in which each module is a function that runs once, when it is first needed.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

_IMPORT = re.compile(
    r"^import\s+(?:(?:\{(?P<names>[^}]*)\}|\*\s+as\s+(?P<all>\w+))\s+from\s+)?"
    r'"(?P<way>\.{1,2}/[\w./-]+)";?[ \t]*$',
    re.MULTILINE,
)
_LATER = re.compile(r'\bimport\("(?P<way>\.{1,2}/[\w./-]+)"\)')
_EXPORT = re.compile(
    r"^export\s+(?=(?:async\s+)?function\*?\s+(?P<function>\w+)|(?:const|class)\s+(?P<name>\w+))", re.M
)
_EXPORTED = re.compile(r"^export\s*\{(?P<names>[^}]*)\};?[ \t]*$", re.MULTILINE)
_LEFT = re.compile(r"^(?:import\b(?!\()|export\b).*$|\bimport\.meta\b|^await\b.*$", re.MULTILINE)
_FRAME = """(() => {{
"use strict";
const made = new Map();
const modules = {{
{modules}
}};
function $need(name) {{
  if (!made.has(name)) {{ const own = {{}}; made.set(name, own); modules[name](own); }}
  return made.get(name);
}}
$need({entry});
}})();
"""


class ModuleError(ValueError):
    """A module is not in the plain form that can be put into one script."""


def one_script(modules: Mapping[str, str], entry: str) -> str:
    """The script that runs the module `entry`, with all that it needs; `modules` by their paths.

    Raises `ModuleError` where a module is missing or has a form that is not understood.
    """
    wanted = list(_reached(modules, entry))
    texts = ",\n".join(f'"{name}": ($own) => {{\n{_function(name, modules[name])}\n}}' for name in wanted)
    return _FRAME.format(modules=texts, entry=f'"{entry}"')


def _reached(modules: Mapping[str, str], entry: str) -> Iterator[str]:
    """The modules that `entry` needs, itself first, those that it only needs later too."""
    waiting, seen = [entry], {entry}
    while waiting:
        name = waiting.pop(0)
        if name not in modules:
            raise ModuleError(f"there is no module {name}")
        yield name
        found = [_at(name, match) for form in (_IMPORT, _LATER) for match in form.finditer(modules[name])]
        new = [module for module in dict.fromkeys(found) if module not in seen]
        seen.update(new)
        waiting += new


def _function(name: str, text: str) -> str:
    """The body of the function that a module becomes.

    What it exports is told before it runs, as a way to the value: two modules may need each other's functions.
    """
    names = [match["function"] or match["name"] for match in _EXPORT.finditer(text)]
    names += [
        one.strip() for match in _EXPORTED.finditer(text) for one in match["names"].split(",") if one.strip()
    ]
    given = "".join(
        f"Object.defineProperty($own, {_quoted(one)}, {{ enumerable: true, get: () => {_inner(one)} }});\n"
        for one in names
    )
    text = _EXPORTED.sub("", _EXPORT.sub("", text))
    text = _IMPORT.sub(lambda match: _needed(match, _at(name, match)), text)
    text = _LATER.sub(lambda match: f'Promise.resolve().then(() => $need("{_at(name, match)}"))', text)
    if left := _LEFT.search(text):
        raise ModuleError(f"{name}: the form of “{left[0].strip()}” is not understood")
    return given + text.strip("\n")


def _at(name: str, match: re.Match[str]) -> str:
    """The name of the module that the module `name` asks for."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), match["way"]))


def _needed(match: re.Match[str], module: str) -> str:
    if match["all"]:
        return f'const {match["all"]} = $need("{module}");'
    if match["names"] is None:
        return f'$need("{module}");'
    names = [one.strip().replace(" as ", ": ") for one in match["names"].split(",") if one.strip()]
    return f'const {{ {", ".join(names)} }} = $need("{module}");'


def _inner(exported: str) -> str:
    return exported.split(" as ")[0].strip()


def _quoted(exported: str) -> str:
    return f'"{exported.split(" as ")[-1].strip()}"'
