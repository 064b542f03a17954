"""Designs drawn by lot, so that the rules are measured on books that nobody had in mind when they wrote them."""

from __future__ import annotations

from random import Random

from benchmarks.designs.design import Design, HeadForm

HEADS = (  # verso, recto, foot
    ("{folio}     {title}", "{chapter}     {folio}", ""),
    ("{title}   {folio}", "{chapter}   {folio}", ""),
    ("{folio}", "{folio}", ""),
    ("{title}", "{chapter}", "{folio}"),
    ("", "", "{folio}"),
    ("", "", "– {folio} –"),
    ("{folio} | {title}", "{chapter} | {folio}", ""),
    ("{title}", "{title}", "[{folio}]"),
)
SECTIONS: tuple[HeadForm, ...] = ("centred", "bold", "italic", "capitals")


def sampled(seed: int) -> Design:
    """The design of one number: the same number gives the same design."""
    lot = Random(seed)
    width = lot.uniform(108, 180)
    block_paragraphs = lot.random() < 0.35
    verso, recto, foot = lot.choice(HEADS)
    size = round(lot.uniform(9, 11.5), 1)
    indented = lot.choice((0.0, round(lot.uniform(3, 14), 1)))
    smaller = lot.choice((0.0, round(lot.uniform(0.5, 1.8), 1)))
    section = lot.choice(SECTIONS)
    return Design(
        f"lot {seed}",
        width=round(width),
        height=round(width * lot.uniform(1.4, 1.6)),
        size=size,
        font=lot.choice(("Libertinus Serif", "New Computer Modern")),
        verso=verso,
        recto=recto,
        foot=foot,
        opening_folio=lot.random() < 0.5,
        capital_heads=lot.random() < 0.5,
        indent=0 if block_paragraphs else round(lot.uniform(2.5, 8), 1),
        gap=round(lot.uniform(1.6, 4), 1) if block_paragraphs else 0,
        quote_size=size - smaller,
        quote_left=indented,
        quote_right=lot.choice((0.0, indented)),
        # What is neither smaller nor set in is told by the space about it alone.
        quote_gap=round(lot.uniform(1, 4) if smaller or indented else lot.uniform(3, 5), 1),
        italic_quotes=lot.random() < 0.2,
        chapter=lot.choice(("centred", "left")),
        section=section,
        subsection=lot.choice([form for form in SECTIONS if form != section]) if lot.random() < 0.5 else None,
        notes=lot.choice(("foot", "chapter")),
        call=lot.choice(("raised", "raised", "brackets")),
        justified=lot.random() < 0.8,
        first_page=lot.choice((1, 13, 97, 214)),
    )
