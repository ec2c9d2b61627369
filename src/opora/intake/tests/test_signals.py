"""Signals: taken in, kept sealed, seen by those who work on them, decided by a step of the path."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings

from opora.access.rules import SYSTEM, Role
from opora.audit.models import JournalEntry
from opora.cases.tests.factories import worker
from opora.common import dates
from opora.common.errors import Invalid, NotFound, Refused
from opora.intake import actions, queries
from opora.intake.actions import receiving
from opora.intake.models import Referral, SignalMark
from opora.intake.queries import QueueFilters
from opora.intake.tests.factories import STORY, elsewhere, make_referral, registrar
from opora.process import actions as process
from opora.process.models import Route
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db

NAMES = {"caller": "Анна Ветрова", "phone": "+7 900 111-22-33", "surname": "Ветрова", "address": "ул. Лесная, 3"}


def test_a_signal_begins_a_path_and_is_sealed() -> None:
    actor = registrar()
    referral = make_referral(actor=actor, told=NAMES)
    route = Route.objects.get(pk=referral.route_id)
    assert (route.stage, route.worker_id, route.case_id) == ("start", actor.user_id, None)
    kept = bytes(Referral.objects.get(pk=referral.pk).told or b"")
    assert kept and "Ветрова".encode() not in kept and STORY.encode() not in kept
    _referral, told = actions.read_signal(actor=actor, route=referral.route)
    assert told == {**NAMES, "story": STORY}


def test_opening_what_was_told_is_journaled_and_the_journal_names_nobody() -> None:
    actor = registrar()
    referral = make_referral(actor=actor, told=NAMES)
    actions.read_signal(actor=actor, route=referral.route)
    entries = JournalEntry.objects.filter(verb__startswith="intake.").order_by("pk")
    assert [entry.verb for entry in entries] == ["intake.received", "intake.opened"]
    assert not any("Ветрова" in str(entry.data) for entry in entries)


def test_an_anonymous_signal_keeps_the_story_alone() -> None:
    referral = make_referral(is_anonymous=True, told=NAMES)
    _referral, told = actions.read_signal(actor=SYSTEM, route=referral.route)
    assert told == {"story": STORY}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"channel": "pigeon"}, "channel"),
        ({"source": "stars"}, "source"),
        ({"urgency": "soon"}, "urgency"),
        ({"story": "  "}, "story"),
        ({"children_count": 99}, "children_count"),
        ({"told": {"caller": "а" * 300}}, "caller"),
        ({"family_id": 10**9}, "family_id"),
    ],
)
def test_nonsense_is_refused_with_its_place(wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        make_referral(**wrong)
    assert field in refusal.value.fields
    assert not Referral.objects.exists()


def test_others_do_not_see_a_signal() -> None:
    referral = make_referral()
    for stranger in (elsewhere(), worker(Role.ANALYST), worker(Role.VOLUNTEER), worker(Role.ADMINISTRATOR)):
        with pytest.raises(NotFound):
            queries.get_referral(actor=stranger, referral_id=referral.pk)
        assert not queries.list_signals(actor=stranger, filters=QueueFilters(), on=BEGAN).rows
    with pytest.raises(Refused):
        make_referral(actor=elsewhere())


def test_the_queue_holds_undecided_signals_the_most_pressing_first() -> None:
    actor = registrar()
    calm, urgent = make_referral(urgency="calm"), make_referral(urgency="today")
    page = queries.list_signals(actor=actor, filters=QueueFilters(), on=BEGAN + timedelta(days=1))
    assert [row.id for row in page.rows] == [urgent.pk, calm.pk]
    assert [row.is_late for row in page.rows] == [True, False]
    assert page.late == 1
    only = queries.list_signals(actor=actor, filters=QueueFilters(urgency="calm"), on=BEGAN)
    assert [row.id for row in only.rows] == [calm.pk]
    late = queries.list_signals(actor=actor, filters=QueueFilters(late=True), on=BEGAN + timedelta(days=1))
    assert [row.id for row in late.rows] == [urgent.pk]


def test_every_signal_ends_in_one_decision_by_a_step_of_its_path() -> None:
    actor = registrar()
    referral = make_referral(actor=actor)
    with pytest.raises(Refused):
        actions.decide(actor=actor, referral_id=referral.pk, action="begin_work", on=BEGAN)
    decided = actions.decide(
        actor=actor, referral_id=referral.pk, action="decline", revision=1, reason="Вне критериев", on=BEGAN
    )
    assert (decided.outcome, decided.decided_on) == ("outside", BEGAN)
    assert not queries.list_signals(actor=actor, filters=QueueFilters(), on=BEGAN).rows
    assert queries.list_signals(actor=actor, filters=QueueFilters(state="decided"), on=BEGAN).rows


def test_a_step_taken_on_the_path_itself_decides_the_signal() -> None:
    referral = make_referral()
    process.take_step(
        actor=registrar(), route_id=referral.route_id, action="decline", revision=1, reason="Отказ", on=BEGAN
    )
    referral.refresh_from_db()
    assert referral.outcome == "outside"


def test_a_decision_taken_back_leaves_the_signal_its_own_day_and_no_longer_term() -> None:
    actor = registrar()
    referral = make_referral(actor=actor, on=dates.today() - timedelta(days=2))
    asked, route_id = referral.answer_by, referral.route_id
    process.file_paper(actor=SYSTEM, route_id=route_id, kind="consent", on=dates.today())
    process.record_facts(actor=SYSTEM, route_id=route_id, facts={"risk": "high"}, on=dates.today())
    process.take_step(actor=actor, route_id=route_id, action="begin_work", on=dates.today())
    process.take_back_step(actor=actor, route_id=route_id, on=dates.today())
    referral.refresh_from_db()
    assert (referral.outcome, referral.answer_by) == ("", asked)


def test_the_queue_costs_the_same_however_many_signals_there_are(django_assert_max_num_queries: Any) -> None:
    actor = registrar()
    for _ in range(30):
        make_referral()
    with django_assert_max_num_queries(6):
        page = queries.list_signals(actor=actor, filters=QueueFilters(), on=BEGAN)
    assert len(page.rows) == 25 and page.has_more
    second = queries.list_signals(actor=actor, filters=QueueFilters(), on=BEGAN, page=2)
    assert len(second.rows) == 5 and not second.has_more


def test_channels_are_the_organizations_own() -> None:
    head = worker(Role.HEAD)
    own = actions.keep_channel(actor=head, name="Горячая линия фонда")
    actions.keep_channel(actor=head, code="social", name="", is_active=False)
    offered = dict(queries.channels())
    assert offered[own.code] == "Горячая линия фонда"
    assert "social" not in offered and "social" in queries.channel_words()
    with pytest.raises(Invalid):
        actions.keep_channel(actor=head, code="site", name="", is_active=False)
    with pytest.raises(Refused):
        actions.keep_channel(actor=registrar(), name="Почта")


def test_a_signal_of_this_morning_keeps_its_hour_where_the_day_begins_earlier(monkeypatch: pytest.MonkeyPatch) -> None:
    """In Vladivostok 08:30 of the first is still the evening of the day before in UTC."""
    moment = datetime(2026, 3, 31, 22, 30, tzinfo=UTC)
    for module in (dates, receiving):
        monkeypatch.setattr(module, "now", lambda: moment)
    dates.use_zone("Asia/Vladivostok")
    try:
        today = dates.today()
        referral = make_referral(on=today)
        assert today == date(2026, 4, 1)
        assert referral.received_at == moment
        page = queries.list_signals(actor=registrar(), filters=QueueFilters(), on=today)
        assert [(row.id, row.age) for row in page.rows] == [(referral.pk, 0)]
    finally:
        dates.use_zone(settings.TIME_ZONE)


@pytest.mark.parametrize("typed", ["ветр", "8 900 111 22 33", "111-22-33", "анна ветрова"])
def test_a_signal_is_found_by_what_was_told_and_nobody_can_read_it(typed: str) -> None:
    actor = registrar()
    referral = make_referral(told=NAMES)
    make_referral(told={"surname": "Сосенко", "phone": "8 921 765-43-21"})
    found = queries.list_signals(actor=actor, filters=QueueFilters(state="all", text=typed), on=BEGAN)
    assert [row.id for row in found.rows] == [referral.pk]
    assert not queries.list_signals(actor=elsewhere(), filters=QueueFilters(state="all", text=typed), on=BEGAN).rows
    assert "Ветрова".encode() not in b"".join(bytes(token) for token in SignalMark.objects.get(pk=referral.pk).tokens)


def test_two_signals_of_one_family_find_each_other() -> None:
    actor = registrar()
    first = make_referral(told=NAMES)
    told = {"story": "Мать просит еды, звонить 8 (900) 111-22-33 после 18:00", "given": "Анна"}
    make_referral(told={"phone": "8 921 765-43-21", "surname": "Сосенко"})
    [found] = queries.alike_signals(actor=actor, told=told)
    assert (found.id, found.is_decided, len(found.reasons)) == (first.pk, False, 1)
    assert queries.alike_signals(actor=actor, told=told, but=first.pk) == []
    assert queries.alike_signals(actor=elsewhere(), told=told) == []
    assert queries.alike_signals(actor=actor, told={"story": "Ничего не известно"}) == []


def test_who_wishes_to_stay_unknown_is_not_made_findable() -> None:
    referral = make_referral(is_anonymous=True, told=NAMES, story="Плачет ребёнок, мой номер 8 900 111 22 33")
    assert not SignalMark.objects.filter(pk=referral.pk).exists()
    assert actions.refresh_marks() == 0


def test_signals_of_before_are_made_findable_once() -> None:
    actor, referral = registrar(), make_referral(told=NAMES)
    SignalMark.objects.all().delete()
    assert actions.refresh_marks() == 1
    assert actions.refresh_marks() == 0
    found = queries.list_signals(actor=actor, filters=QueueFilters(text="ветрова"), on=BEGAN)
    assert [row.id for row in found.rows] == [referral.pk]
