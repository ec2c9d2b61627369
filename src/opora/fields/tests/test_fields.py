"""An organization adds its own fields: what is wrong is said at once, what was answered keeps its meaning."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from opora.access.models import User
from opora.access.queries.actors import actor_for
from opora.access.rules import SYSTEM
from opora.common.bilingual import Text
from opora.common.errors import Conflict, Invalid, Refused
from opora.details.tests.factories import SINCE, a_field
from opora.fields import actions, queries
from opora.fields.rules import Choice, choices_kept

names = some.lists(some.text("абв", min_size=1, max_size=3), max_size=6, unique_by=str.casefold)


@given(names, names)
def test_a_choice_keeps_its_code_whatever_becomes_of_the_list(first: list[str], second: list[str]) -> None:
    old = choices_kept((), [Text(one) for one in first])
    new = choices_kept(old, [Text(one) for one in second])
    assert [one.title.ru for one in new if not one.is_ended] == second
    codes = {one.title.ru.casefold(): one.code for one in old}
    assert all(codes.get(one.title.ru.casefold(), one.code) == one.code for one in new)
    assert len({one.code for one in new}) == len(new) and {one.code for one in old} <= {one.code for one in new}


def test_an_answer_taken_out_and_named_again_is_the_same() -> None:
    old = choices_kept((), [Text("Соседи"), Text("Опека")])
    gone = choices_kept(old, [Text("Опека")])
    assert gone[1] == Choice("c1", Text("Соседи"), is_ended=True)
    assert choices_kept(gone, [Text("соседи"), Text("Опека")])[0] == Choice("c1", Text("соседи"))


@pytest.mark.django_db
def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(Invalid) as refused:
        actions.add_field(actor=SYSTEM, about="house", kind="choice", title=Text(""), titles=[Text("Да")], on=SINCE)
    assert set(refused.value.fields) == {"about", "title_ru", "choices_ru"}


@pytest.mark.django_db
def test_who_does_not_answer_for_the_practice_adds_nothing() -> None:
    nobody = actor_for(User.objects.create(email="a@example.org", name="А"))
    with pytest.raises(Refused):
        actions.add_field(actor=nobody, about="family", kind="text", title=Text("Вопрос"), on=SINCE)


@pytest.mark.django_db
def test_two_at_one_field_lose_nothing() -> None:
    field = a_field()
    seen = actions.mark_of_field(field)
    actions.change_field(actor=SYSTEM, field_id=field.id, title=Text("Кто сказал"), titles=[Text("Опека"), Text("Я")])
    with pytest.raises(Conflict):
        actions.change_field(actor=SYSTEM, field_id=field.id, title=Text("Иначе"), titles=(), seen=seen)
    changed = queries.get_field(actor=SYSTEM, field_id=field.id)
    assert [(one.code, one.is_ended) for one in changed.choices] == [
        ("c2", False),
        ("c4", False),
        ("c1", True),
        ("c3", True),
    ]


@pytest.mark.django_db
def test_a_field_is_moved_ended_and_asked_again() -> None:
    first, second = a_field(title="Первое"), a_field(title="Второе")
    actions.shift_field(actor=SYSTEM, field_id=second.id, by=-1)
    assert [one.id for one in queries.fields_seen(actor=SYSTEM, on=SINCE)] == [second.id, first.id]
    actions.end_field(actor=SYSTEM, field_id=first.id, on=SINCE)
    assert [one.id for one in queries.fields_seen(actor=SYSTEM, on=SINCE)] == [second.id]
    actions.ask_again(actor=SYSTEM, field_id=first.id)
    assert len(queries.fields_seen(actor=SYSTEM, on=SINCE)) == 2
