"""How common words are: what is read from the lists is what their own package says."""

from wordfreq import get_frequency_dict

from build_edition.rules.evidence.words.lexicon import zipf
from build_edition.word_frequencies import frequencies


def test_the_lists_are_read_as_their_package_reads_them():
    assert frequencies() == get_frequency_dict("en", "large")


def test_the_scale():
    assert round(zipf("the"), 1) == 7.7
    assert zipf("wheelwrightish") == 0.0
