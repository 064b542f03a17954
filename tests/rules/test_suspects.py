"""Words that may be wrong, and what is left in peace."""

import pytest

from build_edition.rules import line_joins, paragraphs, paragraphs_unwrapped, suspects
from tests.rules.desk import readings, transcribed, values
from tests.rules.press import drafted, set_lines


def transcript(text):
    return transcribed(text, paragraphs_unwrapped, suspects)


@pytest.mark.parametrize(
    ("text", "word", "candidate"),
    [
        ("The old orchad was bare for the winter.", "orchad", "orchard"),
        ("The millers were inefficent, and the road was long.", "inefficent", "inefficient"),
        ("They found accomodation; the accommodation was poor.", "accomodation", "accommodation"),
        ("They met Brandtner. " * 5 + "But Branttner was away.", "Branttner", "Brandtner"),
    ],
)
def test_a_word_that_a_commoner_one_resembles(text, word, candidate):
    result = transcript(text)
    assert readings(result, "suspect") == [word]
    assert str(values(result, "suspect", "candidates")[0]).split("|")[0] == candidate
    assert word in str(values(result, "suspect", "evidence")[0])


@pytest.mark.parametrize(
    "text",
    [
        "They recentralized the demillerization of the valley.",
        "They organised and organized, in colour and in color.",
        "Er sagte, die alte Mühle stehe noch am Bach und klappere wie eh und je.",
        "They met Brandtner once, and Branttner twice.",
    ],
)
def test_derivations_variants_and_other_languages_stay(text):
    assert not readings(transcript(text), "suspect")


def test_a_bracket_without_partner():
    assert readings(transcript("The mill fin the valley] was old, and [so] was he."), "suspect") == ["]"]


def test_a_hyphen_lost_at_a_line_end():
    often = "It was a water-wheel like another water-wheel or water-wheel, water-wheel or water-wheel. "
    text = (
        set_lines(often * 2)
        + "\nand a water\nwheel of old oak, which turned through the whole of that long winter,"
    )
    result = drafted(text, paragraphs, line_joins, suspects).freeze()
    assert readings(result, "suspect") == ["water"]


def test_a_bracket_without_a_partner():
    text = "The mill (an old one) stood (1) here and 2) there [at last. " + "It stood (again) there. " * 20
    assert readings(transcript(text), "suspect") == ["["]
    assert readings(transcript(text + "It fell apart) then."), "suspect") == ["[", ")"]
    assert readings(transcript("The mill (an old one stood."), "suspect") == []


@pytest.mark.parametrize("word", ["unbiassed", "abler", "reverenced"])
def test_an_inflection_and_a_doubled_consonant_are_no_slips(word):
    assert readings(transcript(f"The miller was {word} that winter."), "suspect") == []


@pytest.mark.parametrize(
    ("text", "word", "candidate"),
    [
        ("They went back te the mill and slept.", "te", "to"),
        ("The clerk of tle guild was there.", "tle", "the"),
        ("They went tor the bread and for the salt.", "tor", "for"),
        ("The criticul hour was come.", "criticul", "critical"),
        ("It was a long and imcertain road.", "imcertain", "uncertain"),
        ("They took the riflc-fire for thunder.", "riflc", "rifle"),
    ],
)
def test_a_word_that_a_confusion_of_letters_explains(text, word, candidate):
    marked = transcript(text)
    assert readings(marked, "suspect") == [word]
    assert str(values(marked, "suspect", "candidates")[0]).split("|")[0] == candidate


@pytest.mark.parametrize(
    "text",
    [
        "A mere boy would alter the lull of it, and aid them, and vary it, unto the end.",
        "They met Mr. Bouses and Miss Rocds at the mill.",
        "The oft-told tale was of the débris of the mill.",
        "He went, cf. the above, pp. 3 ff., ex officio.",
    ],
)
def test_words_that_an_author_chose_stay(text):
    assert not readings(transcript(text), "suspect")


@pytest.mark.parametrize(
    ("text", "word", "candidate"),
    [
        ("The whole valley wouldbe mended by it.", "wouldbe", "would be"),
        ("They were the millersof the upper valley.", "millersof", "millers of"),
        ("He saw acorrespondence betweenthe two mills.", "betweenthe", "between the"),
        ("They had a constantdemand for bread.", "constantdemand", "constant demand"),
        ("They had the wheel ofthe mill.", "ofthe", "of the"),
    ],
)
def test_two_words_run_together(text, word, candidate):
    marked = transcript(text)
    found = dict(zip(readings(marked, "suspect"), values(marked, "suspect", "candidates"), strict=True))
    assert str(found[word]).split("|")[0] == candidate


@pytest.mark.parametrize(
    "text",
    [
        "The overcentralized underprivileged millership of the valley was a superguild.",
        "He wrote thereof and hereto, whereof nobody knew, insofar as it was so.",
    ],
)
def test_what_is_made_of_two_words_stays(text):
    assert not readings(transcript(text), "suspect")


def test_a_hyphen_between_words_that_make_no_compound():
    marked = transcript("The harvesters-will be tired, said the would-be miller, a passer-by unheard-of.")
    assert readings(marked, "suspect") == ["harvesters-will"]
    assert values(marked, "suspect", "candidates") == ["harvesters will"]


def test_where_hyphens_are_dashes_they_say_nothing():
    words = ["mill", "guild", "river", "valley", "bridge", "market", "wheel", "village"]
    text = " ".join(f"They saw the {word}-which was old-and the road." for word in words)
    assert not readings(transcript(text), "suspect")


def test_what_an_editor_pieced_out_or_a_speaker_clipped_stays():
    text = "“[w]eavers” of the mill, with the[ir] wheel, replac[ed] it; ‘em, and ’em too."
    assert not [word for word in readings(transcript(text), "suspect") if len(word) > 1]
