"""Answers to own fields: kept with their history, seen by whom they are for, found by lists, gone when words go."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from opora.access.rules import SYSTEM
from opora.audit.models import JournalEntry
from opora.common.errors import Conflict, Invalid
from opora.details import actions, queries
from opora.details.models import Detail
from opora.details.tests.factories import a_field
from opora.families.models import FamilyMember
from opora.plans.tests.factories import Walk, make_walk
from opora.process.queries import place_of

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 2)


@pytest.fixture
def walk() -> Walk:
    return make_walk()


def place(walk: Walk) -> Any:
    return place_of(actor=SYSTEM, route_id=walk.route.pk)


def answer(walk: Walk, typed: dict[Any, Any], seen: int | None = None, on: date = ON) -> int:
    return actions.answer_fields(actor=SYSTEM, route_id=walk.route.pk, typed=typed, seen=seen, on=on)


def key_of(walk: Walk, about: str) -> str:
    here = place(walk)
    return f"{about}-{here.family_id if about == 'family' else here.case_id}"


def test_answers_of_every_kind_come_back_as_they_were_given(walk: Walk) -> None:
    typed = {}
    for kind, given in {
        "text": "Мама просила звонить вечером", "number": Decimal("3.50"), "day": date(2025, 5, 1),
        "yes_no": ("unknown",), "choice": ("c2",), "several": ("c1", "c3"),
    }.items():  # fmt: skip
        typed[key_of(walk, "case"), a_field("case", kind, f"Вопрос {kind}").id] = given
    assert answer(walk, typed) == 6
    card = queries.card_of(SYSTEM, place(walk))
    assert {(one.about.key, one.field.id): one.answer for one in card.lines} == typed
    assert answer(walk, typed) == 0  # the same once more changes nothing
    said = {one.field.title.ru: queries.say_answer(one.field, one.answer) for one in card.lines}
    assert (said["Вопрос several"], said["Вопрос yes_no"]) == ("Соседи, Сами", "неизвестно")


def test_a_changed_answer_keeps_its_history_and_the_journal_says_which_field(walk: Walk) -> None:
    field, key = a_field(), key_of(walk, "family")
    answer(walk, {(key, field.id): ("c1",)})
    answer(walk, {(key, field.id): ("c2",)}, on=date(2026, 11, 3))
    answer(walk, {(key, field.id): None}, on=date(2026, 11, 4))
    assert queries.card_of(SYSTEM, place(walk)).lines == ()
    assert [one.answer for one in queries.history_of(SYSTEM, place(walk))] == [None, ("c2",), ("c1",)]
    told = JournalEntry.objects.filter(verb="details.changed")
    assert told.count() == 3 and all(entry.data["field"] == field.code for entry in told)


def test_what_does_not_fit_is_refused_and_nothing_is_kept(walk: Walk) -> None:
    field, other, key = a_field(), a_field("case", "number", "Сколько"), key_of(walk, "family")
    with pytest.raises(Invalid):
        answer(walk, {(key, field.id): ("c9",), (key_of(walk, "case"), other.id): Decimal(1)})
    assert not Detail.objects.exists()


def test_two_at_one_page_overwrite_nothing_unseen(walk: Walk) -> None:
    field, key = a_field(), key_of(walk, "family")
    seen = actions.mark_of_lines(queries.card_of(SYSTEM, place(walk)).lines)
    answer(walk, {(key, field.id): ("c1",)}, seen)
    with pytest.raises(Conflict):
        answer(walk, {(key, field.id): ("c2",)}, seen)


def test_a_field_is_seen_by_the_roles_it_is_for(walk: Walk) -> None:
    field, key = a_field(roles=["psychologist"]), key_of(walk, "family")
    answer(walk, {(key, field.id): ("c1",)})
    manager = walk.manager
    assert queries.card_of(manager, place(walk)).lines == () and queries.history_of(manager, place(walk)) == []
    assert queries.subjects_of(manager, place(walk), ON) == []
    assert queries.values_of(manager, field, [place(walk).family_id]) == {}
    assert queries.values_of(SYSTEM, field, [place(walk).family_id]) == {place(walk).family_id: ("c1",)}


def test_the_card_is_one_question_whether_there_is_anything_or_not(walk: Walk, django_assert_num_queries: Any) -> None:
    here = place(walk)
    with django_assert_num_queries(1):
        assert not queries.card_of(SYSTEM, here).is_asked
    answer(walk, {(key_of(walk, "family"), a_field().id): ("c1",), (key_of(walk, "case"), a_field("case").id): ("c2",)})
    with django_assert_num_queries(1):
        assert len(queries.card_of(SYSTEM, here).lines) == 2


def test_lists_find_cases_by_an_answer(walk: Walk) -> None:
    field = a_field()
    here = place(walk)
    answer(walk, {(key_of(walk, "family"), field.id): ("c1",)})
    found = queries.cases_with(SYSTEM, field, "c1")
    assert [one["family_id"] for one in found] == [here.family_id]
    assert not queries.cases_with(SYSTEM, field, "c2").exists()
    assert queries.columns_of_cases(SYSTEM, [field], {here.case_id: here.family_id}) == {
        field.code: {here.case_id: ("c1",)}
    }


def test_words_lie_sealed(walk: Walk) -> None:
    answer(walk, {(key_of(walk, "family"), a_field(kind="text").id): "Тайна"})
    row = Detail.objects.get()
    assert "Тайна".encode() not in bytes(row.words) and row.words_text == "Тайна"


def test_who_belongs_to_two_families_keeps_an_answer_in_each(walk: Walk) -> None:
    child, other = walk.home.child_ids[0], make_walk()
    FamilyMember.objects.create(family=other.home.family, person_id=child, role="child")
    field = a_field("person", "choice", "Куда ходит")
    key = f"person-{child}"
    answer(walk, {(key, field.id): ("c1",)})
    answer(other, {(key, field.id): ("c2",)})
    held = [queries.card_of(SYSTEM, place(one)).lines for one in (walk, other)]
    assert [[line.answer for line in lines] for lines in held] == [[("c1",)], [("c2",)]]
