"""A new version may word things better; what keeps old and new answers comparable may not change."""

from dataclasses import replace

import pytest

from opora.common.bilingual import Text
from opora.instruments.rules import Level, Scoring, compare_versions, difference
from opora.instruments.tests.forms import SCALE, item, small_form, whole_form

OLD = whole_form()


def next_version(**changes):
    return replace(OLD, version=2, **changes)


def with_item(code, **changes):
    """The next version with one item changed."""
    sections = tuple(
        replace(
            section,
            items=tuple(replace(one, **changes) if one.code == code else one for one in section.items),
        )
        for section in OLD.sections
    )
    return next_version(sections=sections)


def moved():
    first, second, *rest = OLD.sections
    return next_version(
        sections=(
            replace(first, items=first.items[:-1]),
            replace(second, items=(*second.items, first.items[-1])),
            *rest,
        )
    )


REFUSED = [
    ("the same number", OLD, "Write version = 2"),
    ("another border", next_version(scale=replace(SCALE, weak_from=1)), "scale differs from version 1"),
    ("a shorter scale", next_version(scale=replace(SCALE, levels=SCALE.levels[:3])), "scale differs"),
    ("another rule", next_version(scoring=Scoring.SUM_SCORES), "scoring rule was “count_weak”"),
    ("sections in another order", next_version(sections=OLD.sections[::-1]), "The sections were 1, 2"),
    ("a section taken out", next_version(sections=OLD.sections[1:]), "The sections were 1, 2"),
    ("a moved item", moved(), "item 1.6: The item moved from section 1 to section 2"),
    ("another position", with_item("1.1", position=77), "Write position = 0"),
    ("another level", with_item("1.1", level=Level.CHILD), "rated “family” and now rates “child”"),
    ("a re-used code", with_item("1.1", text=Text("Ребёнок умывается")), "The code was re-used for other words"),
]


@pytest.mark.parametrize(("new", "said"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_what_would_spoil_comparison_is_refused(new, said):
    texts = [finding.text() for finding in compare_versions([OLD], new)]
    assert any(said in text for text in texts), texts


@pytest.mark.parametrize(
    "new",
    [
        next_version(),
        with_item("1.1", text=Text("Пункт 1.1, сказанный яснее")),
        with_item("1.1", text=Text("Ребёнок умывается"), reworded=True),
        with_item("1.1", weak_if=Text("когда плохо"), safety=False, age_min=None),
    ],
    ids=["nothing changed", "better words", "the author vouches for the meaning", "hints"],
)
def test_wording_may_change(new):
    assert compare_versions([OLD], new) == []


def test_the_first_version_has_nothing_to_agree_with():
    assert compare_versions([], OLD) == []


def test_a_code_taken_out_once_does_not_come_back():
    first = small_form(item("1.1"), item("1.2", 1))
    second = replace(small_form(item("1.1")), version=2)
    third = replace(first, version=3)
    assert "was used in version 1 and then taken out" in compare_versions([first, second], third)[0].text()


def test_a_new_item_does_not_take_the_place_of_an_old_one():
    first = small_form(item("1.1"), item("1.2", 1))
    second = replace(small_form(item("1.1"), item("1.3", 1)), version=2)
    assert "Write position = 2, the next free one" in compare_versions([first], second)[0].text()
    assert compare_versions([first], replace(small_form(item("1.1"), item("1.3", 2)), version=2)) == []


def test_the_difference_lists_items():
    first = small_form(item("1.1"), item("1.2", 1))
    second = replace(small_form(replace(first.items[0], text=Text("Иначе")), item("1.3", 2)), version=2)
    found = difference(first, second)
    assert (found.added, found.removed, found.reworded) == (("1.3",), ("1.2",), ("1.1",))
    assert not difference(first, first)


def test_an_item_turned_round_is_another_item():
    old = small_form(item("1.1"))
    new = replace(small_form(item("1.1", is_reversed=True)), version=2)
    (finding,) = compare_versions([old], new)
    assert "counted from the other end" in finding.text()
