"""Families, their paths and cases, in rows: for counting by hand."""

from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from opora.cases.models import Case
from opora.catalogue.models import Direction, Service
from opora.evidence.actions import refresh_facts
from opora.evidence.tests import world
from opora.families.models import FamilyMember
from opora.instruments.models import Instrument, InstrumentVersion
from opora.intake.models import Referral
from opora.process.models import Route
from opora.process.tests.factories import publish_trial

_next = count(1)
SPRING = date(2024, 4, 10)


def path(*, case: Any = None, on: date = SPRING, **more: Any) -> Route:
    """A path of the trial process, of a case or of nobody yet."""
    usual: dict[str, Any] = {
        "version": publish_trial(),
        "program": case.program if case else world.program(),
        "department": case.department if case else world.department(),
        "family": case.family if case else None,
        "case": case,
        "stage": "start",
        "entered_on": on,
        "started_on": on,
    }
    return Route.objects.create(**usual | more)


def signal(route: Route, *, on: date = SPRING, **more: Any) -> Referral:
    """A signal that began a path, at noon."""
    usual: dict[str, Any] = {"channel": "phone", "source": "self", "urgency": "days", "answer_by": on}
    at = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
    return Referral.objects.create(route=route, received_at=at, **usual | more)


def service(code: str = "talk") -> Service:
    """A service of a small catalogue."""
    direction, _made = Direction.objects.get_or_create(
        practice="trial", code="d1", defaults={"title_ru": "Беседы", "position": 1}
    )
    usual: dict[str, Any] = {
        "position": 1,
        "direction": direction,
        "title_ru": code,
        "mode": "ongoing",
        "providers": ["own"],
        "formats": [],
    }
    found, _made = Service.objects.get_or_create(practice="trial", code=code, defaults=usual)
    return found


CODES = ("1.4", "1.6", "2.3", "7.6")


def small_form() -> InstrumentVersion:
    """A form of two sections with two items each: money and parenting."""
    items = [{"code": code, "position": place, "text": {"ru": code, "en": ""}} for place, code in enumerate(CODES)]
    definition = {"scale": {"weak_from": 2}, "sections": [{"items": items[:2]}, {"items": items[2:]}]}
    form, _made = Instrument.objects.get_or_create(code="efo", defaults={"title": "ЕФО"})
    return InstrumentVersion.objects.create(instrument=form, number=900, definition=definition, sha256="9" * 64)


def told_of(cases: list[Case]) -> None:
    """What these cases tell, once their children stand in their families."""
    for one in cases:
        for child in one.children.all():
            FamilyMember.objects.get_or_create(family=one.family, person=child.person, defaults={"role": "child"})
    refresh_facts(case_ids=[one.pk for one in cases])
