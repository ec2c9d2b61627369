"""An assumption that did not hold for a family: said, put right, taken back; silence is no word that it holds."""

from datetime import timedelta

import pytest
from django.utils.translation import override

from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import worker
from opora.common.dates import today
from opora.common.errors import Conflict, Invalid, NotFound
from opora.life.queries import life_of
from opora.logic.actions import publish_model
from opora.logic.tests.shipped import shipped_models
from opora.plans.tests.factories import Walk, make_walk
from opora.process.queries import place_of
from opora.process.tests.factories import BEGAN
from opora.results import actions
from opora.results.actions import Failed
from opora.results.models import FailedAssumption
from opora.results.queries import failures_at, offer_assumptions

pytestmark = pytest.mark.django_db
LATER = BEGAN + timedelta(days=30)
QUEUE, COURT = "outcome_chain:a4", "outcome_chain:a1"


@pytest.fixture
def walk() -> Walk:
    for code, programs in (("theory_of_change", []), ("outcome_chain", ["trial"])):
        publish_model(actor=SYSTEM, practice="family_help", model=shipped_models()[code], programs=programs)
    return make_walk()


def say(walk: Walk, assumption: str = QUEUE, text: str = "В садике очередь на год") -> FailedAssumption:
    failed = Failed(assumption, text)
    return actions.record_failure(actor=walk.manager, route_id=walk.route.pk, failed=failed, on=LATER)


def standing(walk: Walk) -> dict[str, str]:
    place = place_of(actor=walk.manager, case_id=walk.case.pk)
    found = failures_at(actor=walk.manager, place=place, model="outcome_chain")
    return {code: one.words for code, one in found.items()}


def told(walk: Walk) -> list[str]:
    with override("ru"):
        life = life_of(actor=walk.manager, case_id=walk.case.pk, limit=50, on=LATER)
        return [line.told.title for line in life.lines if line.source == "assumption" and not line.is_voided]


def test_what_the_own_model_stands_on_is_offered_first(walk: Walk) -> None:
    groups = offer_assumptions(place=place_of(actor=walk.manager, case_id=walk.case.pk))
    assert [len(lines) for _title, lines in groups] == [5, 8] and groups[0][1][0][0] == COURT


def test_it_stands_in_the_life_in_the_words_of_the_model_and_of_who_saw_it(walk: Walk) -> None:
    made = say(walk)
    assert standing(walk) == {"a4": "В садике очередь на год"}
    assert told(walk) == [
        "Не сбылось: много времени занимает устройство в ДОУ: очереди, отсутствие регистрации ребенка в данном регионе"
    ]
    assert "садик".encode() not in bytes(made.text), "the words are sealed"
    line = JournalEntry.objects.get(verb="results.assumption_failed")
    assert line.case_id == walk.case.pk and "садик" not in str(line.data)


def test_it_is_put_right_and_taken_back(walk: Walk) -> None:
    made = say(walk)
    right = Failed(COURT, "Суд отказал в восстановлении прав")
    head = worker(Role.HEAD)
    actions.correct_failure(actor=head, failure_id=made.pk, failed=right, on=LATER, today=LATER)
    assert standing(walk) == {"a1": "Суд отказал в восстановлении прав"}
    actions.void_failure(actor=head, failure_id=made.pk, reason="Не та семья", on=LATER)
    assert standing(walk) == {} and told(walk) == []
    with pytest.raises(NotFound):
        actions.void_failure(actor=head, failure_id=made.pk, reason="Снова", on=LATER)


@pytest.mark.parametrize(
    ("assumption", "text", "wrong"),
    [
        ("outcome_chain:a9", "Видно", "assumption"),
        ("", "Видно", "assumption"),
        (QUEUE, " ", "text"),
        (QUEUE, "я" * 2001, "text"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(walk: Walk, assumption: str, text: str, wrong: str) -> None:
    with pytest.raises(Invalid) as refused:
        say(walk, assumption, text)
    assert set(refused.value.fields) == {wrong}


def test_others_neither_see_nor_say_it(walk: Walk) -> None:
    made = say(walk)
    for outsider in (walk.stranger, worker(Role.ANALYST)):
        with pytest.raises((NotFound, Conflict)):
            actions.record_failure(actor=outsider, case_id=walk.case.pk, failed=Failed(QUEUE, "Видно"), on=LATER)
        with pytest.raises(NotFound):
            actions.void_failure(actor=outsider, failure_id=made.pk, reason="Так", on=LATER)


def test_nothing_failed_long_before_the_work_with_the_family_began(walk: Walk) -> None:
    """A slip in the year would let an assumption fail before anybody came."""
    early = BEGAN - timedelta(days=184)
    with pytest.raises(Invalid) as refused:
        actions.record_failure(actor=walk.manager, route_id=walk.route.pk, failed=Failed(QUEUE, "Очередь"), on=early)
    assert list(refused.value.fields) == ["on"] and not FailedAssumption.objects.exists()
    made = say(walk)
    with pytest.raises(Invalid):
        actions.correct_failure(
            actor=walk.manager, failure_id=made.pk, failed=Failed(QUEUE, "Очередь"), on=early, today=today()
        )
