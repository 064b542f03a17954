"""Letters and figures taken for one another."""

import pytest

from build_edition.rules import misread_characters, paragraphs_unwrapped
from tests.rules.desk import readings, transcribed, values

THREADS = "The threads were spun and the threads were sold, for the best threads were white. "


def corrected(text):
    return transcribed(text, paragraphs_unwrapped, misread_characters).reading.text


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        (THREADS + "The tbreads were cut.", THREADS + "The threads were cut."),
        ("They thanked lvan Petrov for the flour.", "They thanked Ivan Petrov for the flour."),
        ("The mill burnt down in l87O and again in 19I4.", "The mill burnt down in 1870 and again in 1914."),
        ("They were aIways there.", "They were always there."),
        ("A child and a child and a child; one chi1d left.", "A child and a child and a child; one child left."),
    ],
)
def test_what_only_one_reading_explains_is_corrected(source, reading):
    assert corrected(source) == reading


@pytest.mark.parametrize(
    "text",
    [
        THREADS + "The breads were cut.",
        "The 4th of May and the A4 road, as in the 1920s.",
        "Iron and Ireland and Ives came in; la Salle went out.",
        "Mr Shonuts came. Shouts were heard. Shouts again. Shouts. They shouts, shouts and shouts.",
    ],
)
def test_words_and_names_stay(text):
    assert corrected(text) == text


def test_a_word_of_another_language_is_not_corrected():
    text = THREADS + "Er sagte: die alte tbreads Mühle steht noch."
    assert corrected(text) == text


def test_a_lone_letter_for_the_pronoun_is_a_suspect():
    transcript = transcribed("In the mill T gladly slept.", paragraphs_unwrapped, misread_characters)
    assert readings(transcript, "suspect") == ["T"]
    assert values(transcript, "suspect", "candidates") == ["I|‘I’"]


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("“T know the mill,” he said.", "“I know the mill,” he said."),
        ("At noon Tshould go.", "At noon I should go."),
        ("Ibid, Ibid, Ibid. [bid. See p. 3 and sgg., 5 sg.", "Ibid, Ibid, Ibid. Ibid. See p. 3 and sqq., 5 sq."),
        ("At noon [noticed it.", "At noon I noticed it."),
    ],
)
def test_what_only_the_pronoun_or_an_abbreviation_can_be_is_corrected(source, reading):
    assert corrected(source) == reading


@pytest.mark.parametrize(
    "text", ["The T square lay there.", "At noon [noticed] it.", "The Tam flowed by.", "See sg."]
)
def test_what_else_it_may_be_stays(text):
    assert corrected(text) == text


NOISY = (
    "They came home late that evcning, because the meadow was wet and oftcn under water bctween harvests. "
    "The miller and his daughtcr slept in the villagc, and he rcmained there for a year. "
)


def test_a_text_teaches_what_its_machine_confuses():
    assert corrected(NOISY + "Nobody was aloue, and the alicn sang.") == (
        "They came home late that evening, because the meadow was wet and often under water between harvests. "
        "The miller and his daughter slept in the village, and he remained there for a year. "
        "Nobody was alone, and the alien sang."
    )


def test_of_one_such_word_nothing_is_learnt():
    text = "They came home that evening, and nobody in the whole village knew that the alicn sang. " * 9
    assert corrected(text.replace("alicn", "alien", 8)) == text.replace("alicn", "alien", 8)


@pytest.mark.parametrize("word", ["Vrotnic", "housebreakings", "Kalendcr", "arc", "aux"])
def test_names_inflections_and_words_stay_in_a_noisy_text(word):
    assert word in corrected(NOISY + f"They met the {word} on the bridge.")


def test_a_letter_misread_as_a_capital_is_none():
    assert corrected(NOISY + "They found it Gmpossible.").endswith("They found it Gmpossible.")
    transcript = transcribed(NOISY + "They found it Gmpossible.", paragraphs_unwrapped, misread_characters)
    assert "impossible" in str(values(transcript, "suspect", "candidates"))


def test_a_strange_word_near_to_one_that_stands_all_the_time_is_corrected():
    text = "The carpenters of the valley met. " * 50
    assert corrected(text + "The carpentrs left.") == text + "The carpenters left."
    assert corrected(text + "They met Carpentrs.") == text + "They met Carpentrs."


def test_a_confusion_that_has_been_shown_needs_less_evidence():
    brahm = "They read Brehmann on wool and Brehmann on flax. " * 2
    text = THREADS + "The tbreads were cut. " + brahm + "Some read Brebmann and Brebmann."
    assert corrected(text).endswith("Some read Brehmann and Brehmann.")


def test_a_plural_misread_is_a_suspect_where_the_singular_stands():
    text = "They left Saxony for Saxony. In Saxony they spoke of the two Saxonics."
    transcript = transcribed(text, paragraphs_unwrapped, misread_characters)
    assert values(transcript, "suspect", "candidates") == ["Saxonies"]


def test_a_letter_that_no_inflection_has_is_corrected_at_the_end_where_the_text_has_confused_it_elsewhere():
    text = THREADS + "The cloth was sold, and the cloth and the cloth and the cloth. "
    assert corrected(text + "The tbreads held the clotb.") == text + "The threads held the cloth."
    assert corrected(text + "They held the clotb.") == text + "They held the clotb."
    transcript = transcribed(text + "They held the clotb.", paragraphs_unwrapped, misread_characters)
    assert readings(transcript, "suspect") == ["clotb"]


def test_the_document_tells_what_follows_the_pronoun():
    assert corrected("He slept at the mill. Then, when J slept.") == "He slept at the mill. Then, when I slept."
    text = "He slept at the mill. The J slept, and the T joint, and J baked."
    assert corrected(text) == text


def test_a_speck_above_an_e_is_no_accent():
    source = "The soldiers came to the mill, and the soldiérs went; it was not timé for them."
    made = transcribed(source, paragraphs_unwrapped, misread_characters)
    assert made.reading.text == source.replace("é", "e")
    assert [i.cert for i in made.interventions] == ["high", "low"]
    kept = "The café had its régime, a matinée, a protégé and a séance; the dépot and the employé stood by."
    assert corrected(kept) == kept


def test_neighbours_tell_which_of_two_words_was_printed():
    transcript = transcribed(
        NOISY + "The miller slept ou the river and they came ou a boat.", paragraphs_unwrapped, misread_characters
    )
    assert transcript.reading.text.endswith("slept on the river and they came on a boat.")
    assert {i.cert for i in transcript.interventions if i.start > len(NOISY)} == {"low"}


def test_a_word_that_a_line_end_broke_is_no_slip():
    text = "A rural mill, a rural town and a rural road, and the socio-cul-tural life."
    assert corrected(text) == text


def test_a_capital_inside_a_word_is_a_smaller_letter_of_the_same_shape():
    text = "The mill stood in the valley. In the vaIley bIoodshed and armS; McCarthy and VSNKh came."
    assert corrected(text).endswith("In the valley bloodshed and arms; McCarthy and VSNKh came.")


def test_a_long_word_that_no_list_has_is_the_one_that_a_confusion_made_it_of():
    assert corrected("They went hastilv home, pointiug at it.") == "They went hastily home, pointing at it."
    text = "They spoke of statification and of the uystuplennie."
    assert corrected(text) == text


def test_a_scrap_of_a_small_word_is_a_suspect():
    text = "The mill of the weaver stood by the road. " * 30 + "He came bv thc road."
    transcript = transcribed(text, paragraphs_unwrapped, misread_characters)
    assert readings(transcript, "suspect") == ["thc"]


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("It was an Tmperial mill.", "It was an Imperial mill."),
        ("The wheel iS old, and there waS no other.", "The wheel is old, and there was no other."),
    ],
)
def test_a_capital_that_no_word_has(source, reading):
    assert transcribed(source, paragraphs_unwrapped, misread_characters).reading.text == reading


@pytest.mark.parametrize(
    ("text", "letter", "meant"),
    [
        ("They stood m the mill and slept.", "m", "in"),
        ("It was u mill of the old kind.", "u", "a"),
        ("Called by Brandtner, T waited in the mill.", "T", "I|‘I’"),
        ("They asked him: “l speak for the mill.", "l", "I|‘I’"),
    ],
)
def test_a_letter_that_stands_for_a_small_word_is_a_suspect(text, letter, meant):
    marked = transcribed(text, paragraphs_unwrapped, misread_characters)
    assert readings(marked, "suspect") == [letter]
    assert values(marked, "suspect", "candidates") == [meant]


def test_a_speck_above_a_common_word_is_a_suspect():
    marked = transcribed("It would show thé common opinion.", paragraphs_unwrapped, misread_characters)
    assert readings(marked, "suspect") == ["thé"]
    assert not readings(
        transcribed("The café stood in débris.", paragraphs_unwrapped, misread_characters), "suspect"
    )


def test_a_figure_at_the_end_of_what_is_no_word_is_a_letter():
    text = "The natural river ran by a natural wood to the natural hill. It was natura1 and socia1 to all."
    transcript = transcribed(text, paragraphs_unwrapped, misread_characters)
    assert "It was natural and socia1 to" in transcript.reading.text
    assert values(transcript, "suspect", "candidates") == ["social"]
    assert corrected("They paid the mil1 and came to the river1 of all.") == (
        "They paid the mil1 and came to the river1 of all."
    )


def test_what_a_figure_parts_from_a_word_is_no_word():
    text = "The revolution of the mill was a union of weavers, and their union was the union of all. " * 5
    assert corrected(text + "It was the revo1ution of all.").endswith("It was the revolution of all.")


def test_a_figure_inside_a_word_is_a_letter_and_one_in_an_ordinal_is_none():
    assert (
        corrected("They wiU p0ur the fl0ur at the de1egates’ table.")
        == "They will pour the flour at the delegates’ table."
    )
    assert not transcribed("On the 1st and 10th they met.", paragraphs_unwrapped, misread_characters).interventions
    assert values(
        transcribed("It wil1 be the 1st.", paragraphs_unwrapped, misread_characters), "suspect", "candidates"
    ) == ["will"]


@pytest.mark.parametrize("torn", ["disc-ussed", "garr-isons", "gre-atly", "hosp-itable"])
def test_the_parts_of_a_word_that_a_hyphen_tears_are_not_corrected(torn):
    assert torn in corrected(NOISY + f"They found it {torn} for once.")


SPEECH = "I waited and I watched. When I argued, I had won; I walked home and I was glad, but I felt old. "
TELLING = NOISY + SPEECH * 3


@pytest.mark.parametrize(
    ("source", "reading"),
    [
        ("From this, | argued again.", "From this, I argued again."),
        ("Of this, [ argued again.", "Of this, I argued again."),
        ("Slowly, as TI watched, it grew.", "Slowly, as I watched, it grew."),
        ("Then, as Twalked home, it grew.", "Then, as I walked home, it grew."),
        ("At noon 1 watched the mill.", "At noon I watched the mill."),
    ],
)
def test_a_sign_for_the_pronoun_in_a_noisy_text_of_the_first_person(source, reading):
    assert corrected(TELLING + source).endswith(reading)


@pytest.mark.parametrize(
    "text",
    [
        "The T walked on.",
        "They saw [watched] it.",
        "Of II watched by day.",
        "Then | turnips came.",
        "Then Tgrew old.",
    ],
)
def test_other_signs_are_not_taken_for_the_pronoun(text):
    assert corrected(TELLING + text).endswith(text)


def test_a_text_of_nobody_has_no_pronoun_to_lose():
    assert corrected(NOISY * 3 + "From this, P argued again.").endswith("P argued again.")


def test_what_stands_beside_the_same_words_elsewhere_is_likelier():
    text = NOISY + "At times it rained. The wheel, at tines, stood still. At times they slept, and at times not."
    assert "at times, stood" in corrected(text)


def test_what_is_misread_each_time_is_corrected_however_often_it_stands():
    source = NOISY + "He saw what thcy saw, and thcy ate what he ate. " * 12
    assert "thcy" not in corrected(source)
    kept = NOISY + "He saw the orlop, and the orlop was dry. " * 12
    assert corrected(kept).count("orlop") == 24


def test_the_pronoun_of_a_shortened_verb():
    told = TELLING + "“I’ve seen it, and I’ve told it.” "
    assert corrected(told + "“Pve seen him.” “Tve been there.”").endswith("“I’ve seen him.” “I’ve been there.”")
    assert corrected(TELLING + "“Pve seen him.”").endswith("“Pve seen him.”")
