import json

import pytest

from build_edition.errors import InputError
from build_edition.evaluate.truth import Block, Call, Emphasis, PageBeginning, Truth, read_truth, write_truth

HEAD = json.dumps({"format": "build-edition/truth", "version": 1, "work": "mills-1901", "layout": "book"})


def text_of(*records):
    return "\n".join([HEAD, *map(json.dumps, records)])


def test_what_is_written_is_read_back():
    truth = Truth(
        "mills-1901",
        "book",
        (
            Block("head", "The Mills", level=2, label="CHAPTER ONE", pages=(PageBeginning("3", 0, ("2 MILLS",)),)),
            Block("p", "They turned.", notes=(Call("1", 12),), hi=(Emphasis(5, 11, "foreign"),)),
            Block("item", "slowly", ordered=False, marker="•"),
            Block("row", "1801 12", cells=("1801", "12"), role="label"),
            Block("p", "So it was.", continues=True, pages=(PageBeginning(None, 3),)),
        ),
    )
    assert read_truth(write_truth(truth)) == truth


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("", "t", "empty"),
        ("{}", "t:1", "does not say"),
        (HEAD.replace('"version": 1', '"version": 9'), "t:1", "does not say"),
        (HEAD.replace("book", "scroll"), "t:1", "layout"),
        (text_of() + "\n{", "t:2", "not JSON"),
        (text_of() + "\n[]", "t:2", "not a JSON object"),
        (text_of({"kind": "psalm", "text": ""}), "t:2", "psalm"),
        (text_of({"kind": "p"}), "t:2", "needs a text"),
        (text_of({"kind": "p", "text": "a"}, {"kind": "p", "text": "a", "color": 1}), "t:3", "unknown key color"),
        (text_of({"kind": "p", "text": "a", "notes": [{"n": "1"}]}), "t:2", "notes"),
        (text_of({"kind": "p", "text": "a", "notes": [{"n": "1", "at": 7}]}), "t:2", "outside"),
        (
            text_of({"kind": "p", "text": "ab", "pages": [{"n": "2", "at": 2}, {"n": "3", "at": 1}]}),
            "t:2",
            "order",
        ),
    ],
)
def test_what_is_no_truth_is_refused_with_its_place(text, where, what):
    with pytest.raises(InputError) as caught:
        read_truth(text, "t")
    assert caught.value.where == where
    assert what in str(caught.value)
