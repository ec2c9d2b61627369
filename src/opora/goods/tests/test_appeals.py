"""Looking for what families need: asked, promised by a day, received or refused; a promise is not a gift."""

from datetime import timedelta

import pytest

from opora.access.rules import Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import worker
from opora.common.errors import Conflict, Invalid, NotFound, Refused
from opora.goods import actions, queries
from opora.goods.models import Appeal, Movement
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db
ON = BEGAN
LATER = ON + timedelta(days=10)


@pytest.fixture
def keeper():
    return worker(Role.WAREHOUSE)


def ask(keeper, **more):
    told = {"what": "Коляски к зиме", "way": "call", "whom": "Фонд «Тепло»", "on": ON, "today": ON, **more}
    return actions.ask_for(actor=keeper, **told)


def listed(keeper, on=LATER):
    lines = queries.list_appeals(actor=keeper, on=on, part=slice(0, 50))
    return [(one.appeal.what, one.appeal.state, one.is_late) for one in lines]


def test_a_promise_is_late_after_its_day_and_brings_nothing_into_the_stock(keeper):
    made = ask(keeper)
    assert listed(keeper) == [("Коляски к зиме", "", False)]
    told = {"actor": keeper, "appeal_id": made.pk, "today": LATER}
    actions.answer_appeal(**told, state="promised", promised_by=ON + timedelta(days=5), on=ON)
    assert listed(keeper, ON) == [("Коляски к зиме", "promised", False)]
    assert listed(keeper) == [("Коляски к зиме", "promised", True)]
    actions.answer_appeal(**told, state="received", on=LATER)
    assert listed(keeper) == [("Коляски к зиме", "received", False)]
    assert not Movement.objects.exists()
    verbs = JournalEntry.objects.filter(verb__startswith="goods.a").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["goods.asked_for", "goods.appeal_answered", "goods.appeal_answered"]
    assert not [one for one in JournalEntry.objects.all() if "Тепло" in str(one.data)], "whom we asked is sealed"


def test_those_that_wait_stand_first(keeper):
    done, waits = ask(keeper, what="Мука"), ask(keeper, what="Обои", on=ON - timedelta(days=3))
    actions.answer_appeal(actor=keeper, appeal_id=done.pk, state="refused", on=ON, today=ON)
    assert [what for what, _state, _late in listed(keeper)] == ["Обои", "Мука"]
    actions.void_appeal(actor=keeper, appeal_id=waits.pk, reason="Записали дважды", on=ON)
    assert [what for what, _state, _late in listed(keeper)] == ["Мука", "Обои"]
    assert Appeal.every.get(pk=waits.pk).voided_why_text == "Записали дважды"
    assert Appeal.objects.count() == 1
    with pytest.raises(Conflict):
        actions.answer_appeal(actor=keeper, appeal_id=waits.pk, state="refused", on=ON, today=ON)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"what": " "}, "what"), ({"way": "pigeon"}, "way"), ({"whom": ""}, "whom"), ({"on": LATER}, "on"),
     ({"donor_id": 10**6}, "donor_id")],
)  # fmt: skip
def test_what_is_wrong_is_said_beside_its_field(keeper, wrong, field):
    with pytest.raises(Invalid) as refused:
        ask(keeper, **wrong)
    assert field in refused.value.fields and not Appeal.objects.exists()


def test_an_answer_comes_neither_before_we_asked_nor_tomorrow(keeper):
    made = ask(keeper)
    told = {"actor": keeper, "appeal_id": made.pk, "state": "promised", "today": ON}
    for on in (ON - timedelta(days=1), LATER):
        with pytest.raises(Invalid) as refused:
            actions.answer_appeal(**told, on=on)
        assert set(refused.value.fields) == {"on"}
    with pytest.raises(Invalid):
        actions.answer_appeal(**told, promised_by=ON - timedelta(days=1), on=ON)


def test_others_see_none_of_it(keeper):
    made = ask(keeper)
    stranger = worker(Role.CASE_MANAGER)
    with pytest.raises(NotFound):
        queries.get_appeal(actor=stranger, appeal_id=made.pk)
    for attempt in (
        lambda: queries.list_appeals(actor=stranger, on=ON, part=slice(0, 5)),
        lambda: actions.void_appeal(actor=stranger, appeal_id=made.pk, reason="Нет", on=ON),
        lambda: ask(stranger),
    ):
        with pytest.raises(Refused):
            attempt()
