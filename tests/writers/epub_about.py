"""What a book might say of itself, for tests."""

from __future__ import annotations

from build_edition.writers.epub.book import About, Person


def about(said: str) -> About:
    """A book of which everything is told in the same words."""
    return About(
        identifier="urn:uuid:00000000-0000-0000-0000-000000000000",
        title=said,
        language="en",
        modified="1980-01-01T00:00:00Z",
        version=said,
        creators=(Person(said, "aut", said),),
        contributors=(Person(said, "edt"),),
        publisher=said,
        rights=said,
        sources=(said,),
        description=said,
        source_of_pages=said,
    )
