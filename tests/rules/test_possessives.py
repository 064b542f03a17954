"""Apostrophes that plural owners have lost, and such as stand where none can."""

import pytest

from build_edition.rules import paragraphs_unwrapped, possessives
from tests.rules.desk import readings, transcribed, values

# A document that writes the apostrophe of plural possessives.
WAY = (
    "The millers’ guild met in the weavers’ hall. The keepers’ lodge was let. The millers’ oath was short. "
    "In the carters’ yard stood the millers’ carts. The weavers’ looms were idle, and so was the carters’ inn. "
)


def transcript(text):
    return transcribed(text, paragraphs_unwrapped, possessives)


def doubted(text):
    return readings(transcript(WAY + text), "suspect")


def corrected(text):
    result = transcript(WAY + text)
    assert not readings(result, "suspect")
    return result.reading.text.removeprefix(WAY)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Nobody thought of the carters committees.", "carters"),
        ("Weavers salaries increased in that year.", "Weavers"),
        ("The senior weavers wages were never printed.", "weavers"),
        ("They met to go on defending weavers interests) and theirs alone; its interests were many.", "weavers"),
        ("Their standard fell. It fell in the weavers standard of living, as in all.", "weavers"),
        ("It touched the weavers proprietorial instincts.", "weavers"),
        ("Later improvements to carters conditions were made.", "carters"),
        ("He belonged to the bricklayers union.", "bricklayers"),
        ("By the weavers own efforts the dam was raised.", "weavers"),
        ("She was owed two weeks holiday and a coat.", "weeks"),
    ],
)
def test_a_plural_before_a_noun_where_no_verb_can_stand(text, word):
    assert doubted(text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "The weavers demand bread and the carters fire the ricks.",
        "The steward gave the weavers salaries of three pounds.",
        "The steward took from the weavers salaries and lodgings, and no more.",
        "They made the carters officials of the fair.",
        "Among the weavers opposition was growing.",
        "The weavers own the looms, and most of the carters own horses.",
        "What the weavers demand is bread.",
        "The number of weavers increases.",
        "The lords had castles and the weavers cottages.",
        "The carters came, and the weavers took the road; the keepers alike were gone.",
        "The savings bank and the arms race, the sports club and the customs office.",
        "The weavers Brown and Larch were brothers.",
        "Two years later and ten days ago the weavers themselves had sworn it.",
    ],
)
def test_verbs_objects_and_names_stay(text):
    assert not doubted(text)


def test_a_document_that_does_without_the_apostrophe_is_left_alone():
    text = "The weavers union met. A weavers committee sat. The weavers republic fell. "
    assert not readings(transcript(text), "suspect")
    one = "The weavers’ hall was let, and the carters’ too. "
    assert not readings(transcript(one + text * 3), "suspect")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("It was a millers state.", "It was a millers’ state."),
        ("The weavers’ and carters union met.", "The weavers’ and carters’ union met."),
    ],
)
def test_an_apostrophe_that_alone_can_be_meant_is_restored(text, meant):
    often = "By the millers’ state, the millers’ oath. "
    assert corrected(often + text) == often + meant


def test_the_very_words_that_have_it_elsewhere():
    often = "He joined the Millers’ Opposition. " * 3
    assert corrected(often + "She left the Millers Opposition in June.").endswith(
        "the Millers’ Opposition in June."
    )
    assert doubted("The weavers’ control, weavers’ control, weavers’ control. Of weavers control little came.")


def test_a_longer_name_may_do_without():
    often = "He joined the Millers’ Party. " * 3
    assert doubted(often + "She led the Valley Millers Party in June, and its party leaders.") == ["Millers"]
    assert not doubted(often + "She led the Valley Millers Party, and its party leaders. " * 4)


def test_one_owner_may_be_meant():
    assert doubted("By the millers’ oath, the millers’ oath. It was a millers coat.") == ["millers"]


def test_the_straight_apostrophe_of_the_document():
    text = WAY.replace("’", "'") + "Nobody thought of the carters committees."
    assert values(transcript(text), "suspect", "candidates") == ["carters'"]


def test_a_name_and_an_irregular_plural():
    text = (
        "Drosvin’s plan, like Drosvin’s house and Drosvin’s oath, was women’s work, women’s luck and women’s law. "
    )
    result = transcript(text * 2 + "Against Drosvins government the womens league stood.")
    assert result.reading.text.endswith("Against Drosvin’s government the women’s league stood.")


def test_a_stray_apostrophe_after_what_owns_nothing():
    text = "“It is the zhenskii vrobos,” she wrote. Of the vrobos he said nothing; the vrobos stayed. "
    assert transcript(text + "They spoke of the vrobos’. He left.").reading.text.endswith(
        "of the vrobos. He left."
    )
    kept = "The land is the weavers’. The results’. He said: ‘of the vrobos’."
    assert transcript(text + kept).reading.text.endswith(kept)


@pytest.mark.parametrize(("said", "marked"), [("who sang", ["skalds"]), ("that lay there", [])])
def test_what_the_document_says_who_of_is_a_plural_of_persons(said, marked):
    assert (
        doubted(f"There were skalds {said}, and skalds {said}. Nobody thought of the skalds committees.") == marked
    )
