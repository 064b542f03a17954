import random

from build_edition.evaluate.alignment import align, anchors


def covers(stretches, a, b):
    """Whether the stretches lie end to end over both sequences, and say truly what is the same."""
    i = j = 0
    for same, a_start, a_end, b_start, b_end in stretches:
        assert (a_start, b_start) == (i, j)
        assert (a[a_start:a_end] == b[b_start:b_end]) is same
        i, j = a_end, b_end
    return (i, j) == (len(a), len(b))


def test_changes_are_parted_from_what_is_the_same():
    stretches = align(["the", "mill", "burnt", "down"], ["the", "old", "mill", "fell", "down"])
    assert [tuple(stretch) for stretch in stretches] == [
        (True, 0, 1, 0, 1),
        (False, 1, 1, 1, 2),
        (True, 1, 2, 2, 3),
        (False, 2, 3, 3, 4),
        (True, 3, 4, 4, 5),
    ]


def test_neighbouring_changes_are_one_stretch():
    stretches = align(["a", "waterways", "b"], ["a", "water", "-", "ways", "b"])
    assert [tuple(stretch) for stretch in stretches if not stretch.same] == [(False, 1, 2, 1, 4)]


def test_empty_sequences():
    assert align([], []) == []
    assert [tuple(stretch) for stretch in align([], ["a"])] == [(False, 0, 0, 0, 1)]


def test_anchors_rise_in_both_even_where_passages_change_places():
    first, second = [f"f{k}" for k in range(9)], [f"s{k}" for k in range(5)]
    found = anchors(first + second, second + first)
    assert [i for i, _ in found] == sorted(i for i, _ in found)
    assert [j for _, j in found] == sorted(j for _, j in found)
    assert (0, 5) in found  # the longer passage wins


def test_random_changes_are_covered():
    chance = random.Random(5)
    for _ in range(50):
        a = [chance.randrange(12) for _ in range(chance.randrange(80))]
        b = [value for value in a if chance.random() > 0.2] + [chance.randrange(12)]
        assert covers(align(a, b), a, b)
