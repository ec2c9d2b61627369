"""Notices of high risk, the log of disclosures, the history of a child."""

from datetime import UTC, datetime

import pytest

from opora.common.errors import Conflict, Invalid, Refused
from opora.papers import actions
from opora.papers.models import Disclosure, Notice
from opora.papers.tests.factories import colleague, path_of_family
from opora.process.models import Paper, Route
from opora.process.tests.factories import BEGAN

pytestmark = pytest.mark.django_db

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
TOLD = "Ребёнок один дома вторые сутки"


def sent(route: Route) -> Notice:
    return actions.send_notice(
        actor=colleague(),
        route_id=route.pk,
        addressee="guardianship",
        recipient="Опека района, дежурный",
        text=TOLD,
        sent_at=AT,
        answer_due_on=BEGAN,
        on=BEGAN,
    )


def test_a_notice_is_a_paper_and_a_line_in_the_log() -> None:
    route, _home = path_of_family()
    notice = sent(route)
    assert Paper.objects.get(route=route).kind == "notice"
    assert TOLD.encode() not in bytes(notice.text)
    assert actions.read_notice(actor=colleague(), notice_id=notice.pk)[1] == TOLD
    _route, log = actions.read_disclosures(actor=colleague(), route_id=route.pk)
    assert [(one.what, one.basis, recipient) for one, recipient in log] == [("notice", "law", "Опека района, дежурный")]
    actions.answer_notice(actor=colleague(), notice_id=notice.pk, receipt_number="17", on=BEGAN)
    with pytest.raises(Conflict):
        actions.answer_notice(actor=colleague(), notice_id=notice.pk, on=BEGAN)


def test_a_danger_is_reported_even_when_the_consent_is_withdrawn() -> None:
    route, home = path_of_family()
    consent = actions.record_consent(
        actor=colleague(), route_id=route.pk, person_id=home.client.pk, purpose="processing", on=BEGAN
    )
    actions.withdraw_consent(actor=colleague(), consent_id=consent.pk, on=BEGAN)
    assert sent(route).pk
    with pytest.raises(Refused):
        passed_on(route, home.child_ids[0], "law")


def passed_on(route: Route, child_id: int, basis: str) -> object:
    composed = actions.compose_history(actor=colleague(), route_id=route.pk, child_id=child_id)
    return actions.pass_on_history(
        actor=colleague(),
        route_id=route.pk,
        child_id=child_id,
        recipient="Приёмная семья",
        basis=basis,
        sections={**composed, "habits": "Любит засыпать со светом"},
        on=BEGAN,
    )


def test_a_history_is_composed_and_passed_on_with_a_disclosure() -> None:
    route, home = path_of_family()
    passed_on(route, home.child_ids[0], "request")
    assert Paper.objects.get(route=route).kind == "child_history"
    disclosure = Disclosure.objects.get()
    assert disclosure.what == "child_history" and "семья".encode() not in bytes(disclosure.recipient)


def test_a_history_by_consent_needs_a_consent_to_sharing() -> None:
    route, home = path_of_family()
    with pytest.raises(Refused):
        passed_on(route, home.child_ids[0], "consent")
    actions.record_consent(actor=colleague(), route_id=route.pk, person_id=home.client.pk, purpose="sharing", on=BEGAN)
    assert passed_on(route, home.child_ids[0], "consent")


def test_an_empty_history_is_not_passed_on() -> None:
    route, home = path_of_family()
    with pytest.raises(Invalid):
        actions.pass_on_history(
            actor=colleague(),
            route_id=route.pk,
            child_id=home.child_ids[0],
            recipient="Семья",
            basis="law",
            sections={},
            on=BEGAN,
        )
