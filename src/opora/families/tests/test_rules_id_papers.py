"""Numbers of papers: read in any spelling, doubted aloud, never refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opora.families.rules import (
    Birth,
    FormerName,
    Identity,
    PaperFault,
    PaperKind,
    paper_fault,
    papers_of,
    parse_former,
    parse_paper,
)
from opora.families.words import show_former, show_paper


@pytest.mark.parametrize(
    ("kind", "typed", "number"),
    [
        (PaperKind.SNILS, "11223344595", "112-233-445 95"),
        (PaperKind.SNILS, "112 233 445 95", "112-233-445 95"),
        (PaperKind.PASSPORT, "40 10 № 123456", "4010 123456"),
        (PaperKind.BIRTH_CERTIFICATE, "ii-жд №123456", "II-ЖД 123456"),
        (PaperKind.BIRTH_CERTIFICATE, "П-ЖД 123456", "II-ЖД 123456"),
        (PaperKind.FOREIGN, " AB 1234567 ", "AB 1234567"),
    ],
)
def test_a_number_is_kept_in_its_usual_shape(kind, typed, number):
    paper = parse_paper(kind, typed)
    assert paper.number == number
    assert paper_fault(paper) is None


@pytest.mark.parametrize(
    ("kind", "typed", "fault"),
    [
        (PaperKind.SNILS, "112-233-445 96", PaperFault.CHECK),
        (PaperKind.SNILS, "112-233-44", PaperFault.DIGITS),
        (PaperKind.PASSPORT, "4010 12345", PaperFault.DIGITS),
        (PaperKind.BIRTH_CERTIFICATE, "123456", PaperFault.SHAPE),
        (PaperKind.FOREIGN, "A1", PaperFault.SHAPE),
    ],
)
def test_a_number_that_does_not_look_right_is_kept_and_doubted(kind, typed, fault):
    paper = parse_paper(kind, typed)
    assert paper.number == typed
    assert paper_fault(paper) is fault


@pytest.mark.parametrize("number", ["087-654-303 00", "112-233-445 95", "001-001-998 00"])
def test_check_numbers_of_known_examples_fit(number):
    assert paper_fault(parse_paper(PaperKind.SNILS, number)) is None


@given(st.integers(1_001_999, 999_999_999), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_of_an_insurance_number_is_noticed(nine, place, more):
    right = [f"{nine:09d}{check:02d}" for check in range(101)]
    right = [number for number in right if len(number) == 11 and not paper_fault(parse_paper(PaperKind.SNILS, number))]
    assert len(right) == 1
    wrong = list(right[0])
    wrong[place] = str((int(wrong[place]) + more) % 10)
    changed = "".join(wrong)
    if int(changed[:9]) > 1_001_998:
        # 0 and 100 and 101 share a check number, so some pairs look alike; one wrong digit never hides among them.
        assert paper_fault(parse_paper(PaperKind.SNILS, changed)) is PaperFault.CHECK


def test_the_day_of_issue_is_read_beside_the_number():
    paper = parse_paper(PaperKind.PASSPORT, "4010 123456 от 12.03.2015")
    assert (paper.number, paper.issued) == ("4010 123456", Birth(2015, 3, 12))
    assert parse_paper(PaperKind.PASSPORT, show_paper(paper)) == paper
    assert parse_paper(PaperKind.SNILS, "  ") is None


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Петрова", FormerName("Петрова")),
        ("Петрова до 12.06.2015", FormerName("Петрова", Birth(2015, 6, 12))),
        ("Петрова-Сидорова (до 2015)", FormerName("Петрова-Сидорова", Birth(2015))),
    ],
)
def test_a_former_surname_is_read_with_its_end(line, kept):
    assert parse_former(line) == kept
    assert parse_former(show_former(kept)) == kept


def test_all_of_it_is_sealed_and_comes_back():
    kept = Identity(
        surname="Ёлкина",
        former_names=(FormerName("Петрова", Birth(2015)), FormerName("Ёлкина"), FormerName("Петрова", Birth(2015))),
        id_papers=papers_of({PaperKind.SNILS: "11223344595", PaperKind.PASSPORT: "", PaperKind.FOREIGN: "AB1234567"}),
    ).cleaned()
    assert kept.former_names == (FormerName("Петрова", Birth(2015)),)
    assert [paper.kind for paper in kept.id_papers] == [PaperKind.SNILS, PaperKind.FOREIGN]
    assert Identity.from_plain(kept.as_plain()) == kept
