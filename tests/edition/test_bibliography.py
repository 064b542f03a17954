"""The bibliography: BibTeX to plain values, and to citations in the Chicago manner."""

from pathlib import Path

import pytest

from build_edition.edition.bibliography import BibEntry, read
from build_edition.errors import RecordError


def entry(tmp_path: Path, text: str) -> BibEntry:
    path = tmp_path / "x.bib"
    path.write_text(text, encoding="utf-8")
    return next(iter(read(path, "x.bib").values()))


@pytest.mark.parametrize(
    ("bibtex", "citation"),
    [
        (
            "@article{k, author={Miller, Ann}, title={Who Lit the Lamp?}, journaltitle={The Valley}, volume={3},"
            " number={1}, date={1901-05}, pages={11--29}}",
            "Miller, Ann. “Who Lit the Lamp?” The Valley 3, no. 1 (May 1901): 11–29.",
        ),
        (
            "@article{k, author={Miller, Ann}, title={The Lamp Tax}, journal={Valley News}, date={1901-05-02}}",
            "Miller, Ann. “The Lamp Tax.” Valley News, 2 May 1901.",
        ),
        (
            "@article{k, author={Miller, Ann and Ray, C.}, title={Oil}, journal={Fuel}, volume=4, date={1958-21}}",
            "Miller, Ann and C. Ray. “Oil.” Fuel 4 (Spring 1958).",
        ),
        (
            "@incollection{k, author={Miller, Ann}, title={Wicks}, booktitle={Lamps}, editor={Ray, C. and Roe, D},"
            " address={London}, publisher={Wick}, year=1910}",
            "Miller, Ann. “Wicks.” In Lamps, edited by C. Ray and D Roe. London: Wick, 1910.",
        ),
        (
            "@book{k, author={van der Berg, Jan}, title={Light}, subtitle={A Life}, publisher={Wick}, year=1910}",
            "van der Berg, Jan. Light: A Life. Wick, 1910.",
        ),
        (
            "@incollection{k, author={Miller, Ann}, title={Rain}, origdate={1890}, maintitle={Works}, volume={3},"
            " location={Velm}, publisher={{Tarn and Sons}}, date={1960/1970}}",
            "Miller, Ann. “Rain.” In Works, vol. 3. Velm: Tarn and Sons, 1960–1970.",
        ),
        ("@misc{k, title={Untitled}}", "Untitled."),
    ],
)
def test_citations(tmp_path: Path, bibtex: str, citation: str) -> None:
    assert entry(tmp_path, bibtex).citation_text() == citation


def test_latex_becomes_plain_text(tmp_path: Path) -> None:
    found = entry(
        tmp_path,
        r"""@book{k, author={Bj{\"o}rk, Anna}, title={The {NEP} --- and
        {\'e}t\'e \& co}, url={https://example.org/a_b%20c}, month=feb, year=1921, langid={british}}""",
    )
    assert found.title == "The NEP — and été & co"
    assert found.authors == ("Anna Björk",)
    assert found.sort_name == "Björk, Anna"
    assert found.url == "https://example.org/a_b%20c"
    assert (found.date, found.year, found.date_text) == ("1921-02", "1921", "February 1921")
    assert found.language == "british"


def test_a_work_in_a_later_edition(tmp_path: Path) -> None:
    found = entry(tmp_path, "@book{k, title={Rain}, origdate={1890}, date={1960/1970}, annote={A {Guess}.}}")
    assert (found.original_date, found.year, found.date_text) == ("1890", "1960", "1960–1970")
    assert found.annotation == "A Guess."


def test_no_file_is_no_entries(tmp_path: Path) -> None:
    assert not read(tmp_path / "none.bib", "none.bib")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("@book{a, title={x}\n@book{b}", "x.bib, line 2: is not valid BibTeX"),
        ("@book{a, title={x}}\n@book{a, title={y}}", "repeated bibliography entry: a"),
        ("@book{a, title={x}, title={y}}", "duplicate title field"),
        ("@book{a, title={x", "x.bib, line 1"),
    ],
)
def test_faults(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(RecordError) as caught:
        entry(tmp_path, text)
    assert said in str(caught.value)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.bib"
    path.write_bytes(b"@book{a, title={caf\xe9}}")
    with pytest.raises(RecordError, match="is not UTF-8"):
        read(path, "x.bib")
