"""Sealed fields: what is assigned is closed at once and opens for its own field only; migrations see a plain column."""

import pytest
from django.db import models

from opora.common.errors import Refused
from opora.families.sealing import Envelope, SealedField, opened, opener, sealed_field
from opora.intake.models import Referral
from opora.intake.tests.factories import make_referral
from opora.plans.models import Goal, Task

pytestmark = pytest.mark.django_db
WORDS = "Отвезти справку"


def test_words_are_sealed_when_they_are_assigned_and_never_lie_open() -> None:
    task = Task(title=WORDS, place="")
    assert isinstance(task.title, Envelope) and WORDS.encode() not in task.title
    assert opened(task, "title") == WORDS
    task.title = "Другое"
    assert opened(task, "title") == "Другое"


def test_nothing_stays_nothing_and_is_read_as_what_the_field_calls_empty() -> None:
    task, goal = Task(title=WORDS, place="", note=None), Goal(title=WORDS, levels=[])
    assert task.place is None and task.note is None and goal.levels is None
    assert (opened(task, "place"), opened(goal, "levels")) == ("", [])
    opened(goal, "levels").append("не остаётся")
    assert opened(goal, "levels") == []


def test_an_envelope_opens_for_its_own_field_only() -> None:
    task = Task(title=WORDS)
    assert opener(Task, "title")(task.title) == WORDS
    with pytest.raises(Refused):
        opener(Task, "note")(task.title)
    task.note = task.title
    with pytest.raises(Refused):
        opened(task, "note")


def test_bytes_that_nobody_sealed_are_not_taken_for_an_envelope() -> None:
    for raw in (WORDS.encode(), memoryview(WORDS.encode())):
        with pytest.raises(TypeError):
            Task(title=raw)


def test_a_migration_sees_a_column_of_bytes() -> None:
    field = sealed_field(Task, "note")
    assert field.deconstruct()[1:] == ("django.db.models.BinaryField", [], {"null": True})
    assert type(field.clone()) is models.BinaryField
    assert isinstance(field, SealedField) and field.get_internal_type() == "BinaryField"


def test_only_a_sealed_field_is_opened() -> None:
    with pytest.raises(TypeError):
        sealed_field(Task, "kind")


def test_an_update_past_the_model_seals_too_and_a_row_comes_back_as_an_envelope() -> None:
    make_referral()
    assert Referral.objects.update(told={"story": WORDS}) == 1
    [kept] = Referral.objects.values_list("told", flat=True)
    assert isinstance(kept, Envelope) and opener(Referral, "told")(kept) == {"story": WORDS}
