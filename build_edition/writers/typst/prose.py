"""What editors write in Markdown, as Typst markup: a headnote, a page of the volume.

In: Markdown whose links may have the schemes `passage:` and `bib:`.  Out: markup. A link leads to its place in the
PDF, else to the site, else it is its words; HTML is left out, but for the words in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from build_edition.writers.typst import escaping, labels
from build_edition.writers.typst.setting import Setting

_FRONT_MATTER = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_ATTRIBUTES = re.compile(r"\s*\{:?\s*[.#][^{}]*\}")
_INTERNAL = ("passage", "bib")


def write_prose(markdown: str, setting: Setting, below: int = 0) -> str:
    """Markdown as markup; its headings are `below` others."""
    text = _FRONT_MATTER.sub("", markdown)
    tree = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(text))
    return "\n".join(_Prose(setting, below).blocks(tree.children)) + "\n"


def title_of(markdown: str) -> str:
    """The words of the first heading."""
    tree = SyntaxTreeNode(MarkdownIt("commonmark").parse(_FRONT_MATTER.sub("", markdown)))
    first = next((node for node in tree.walk() if node.type == "heading"), None)
    return _plain(first) if first else ""


def _plain(node: SyntaxTreeNode) -> str:
    words = "".join(one.content for one in node.walk() if one.type in {"text", "code_inline"})
    return _ATTRIBUTES.sub("", words)


class _Prose:
    """Writes the nodes of one text."""

    def __init__(self, setting: Setting, below: int) -> None:
        self.setting, self.below = setting, below
        self.is_flush = True

    def blocks(self, nodes: Iterable[SyntaxTreeNode]) -> list[str]:
        return [text for node in nodes if (text := self.block(node))]

    def block(self, node: SyntaxTreeNode) -> str:
        flush, self.is_flush = self.is_flush, node.type != "paragraph"
        match node.type:
            case "heading":
                level = int(node.tag[1]) + self.below
                style = "chapter" if level == 1 else "section" if level == 2 else "subsection"
                bare = escaping.string(_plain(node))
                return (
                    f"#head(level: {level}, style: {escaping.string(style)}, bare: {bare})[{self.inside(node)}];"
                )
            case "paragraph":
                return f"#{'pf' if flush else 'pi'}[{escaping.line_start(self.inside(node))}];"
            case "bullet_list" | "ordered_list":
                kind = "marked" if node.type == "bullet_list" else "numbered"
                items = ",\n".join(f"[{self.item(item)}]" for item in node.children)
                return f"#items({escaping.string(kind)},\n{items}\n);"
            case "blockquote":
                return f"#quote[\n{chr(10).join(self.blocks(node.children))}\n];"
            case "table":
                return self.table(node)
            case "fence" | "code_block":
                return f"#raw({_code(node.content)}, block: true);"
            case "hr":
                return "#break-line();"
        return ""

    def item(self, node: SyntaxTreeNode) -> str:
        self.is_flush = True
        return "\n".join(self.blocks(node.children))

    def table(self, node: SyntaxTreeNode) -> str:
        rows = [row for row in node.walk() if row.type == "tr"]
        written = [", ".join(f"[{self.inside(cell)}]" for cell in row.children) for row in rows]
        width = len(rows[0].children)
        aligned = ", ".join(["left"] * width)
        body = "".join(f"{row},\n" for row in written[1:])
        return f"#tabled(columns: {width}, aligned: ({aligned},),\ntable.header({written[0]}),\n{body});"

    def inside(self, node: SyntaxTreeNode) -> str:
        """The inlines in a node."""
        inlines = [
            child for inner in node.children for child in (inner.children if inner.type == "inline" else [inner])
        ]
        return self.run(inlines)

    def run(self, nodes: Iterable[SyntaxTreeNode]) -> str:
        return "".join(self.inline(node) for node in nodes)

    def inline(self, node: SyntaxTreeNode) -> str:
        match node.type:
            case "text":
                return escaping.markup(_ATTRIBUTES.sub("", node.content))
            case "softbreak":
                return " "
            case "hardbreak":
                return "#linebreak();"
            case "em":
                return f"#emph[{self.run(node.children)}];"
            case "strong":
                return f"#strong[{self.run(node.children)}];"
            case "code_inline":
                return f"#raw({_code(node.content)});"
            case "link":
                return self.link(str(node.attrs.get("href", "")), self.run(node.children))
            case "image":
                return escaping.markup(node.content)
        return ""

    def link(self, address: str, inner: str) -> str:
        scheme, _, target = address.partition(":")
        if scheme in _INTERNAL:
            label = labels.of_link(scheme, target)
            if label in self.setting.present:
                return f"#go({escaping.string(label)})[{inner}];"
            found = self.setting.address(scheme, target)
        else:
            found = address if scheme in {"http", "https"} else None
        return f"#out({escaping.string(found)})[{inner}];" if found else inner


def _code(text: str) -> str:
    """Code as a string, its lines kept."""
    return '"' + "\\n".join(escaping.string(line)[1:-1] for line in text.rstrip("\n").split("\n")) + '"'
