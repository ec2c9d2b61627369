"""Families in rows, and what is derived of them."""

from datetime import date
from typing import Any

from opora.cases.models import Case
from opora.catalogue.models import Direction, Service
from opora.circumstances.models import LifeChange
from opora.evidence.tests import world
from opora.families.models import Person
from opora.groups.models import Group, Mark, Participant, Session
from opora.instruments.models import Instrument, InstrumentVersion
from opora.results import actions
from opora.results.models import ResultMark
from opora.services.models import Provision

Told = dict[str, list[tuple[str, date, date | None]]]


def form_of(*codes: str) -> InstrumentVersion:
    """A form with these items, weak from 2 on."""
    items = [{"code": code, "position": place, "text": {"ru": code, "en": ""}} for place, code in enumerate(codes)]
    definition = {"scale": {"weak_from": 2}, "sections": [{"items": items}]}
    form, _made = Instrument.objects.get_or_create(code="efo", defaults={"title": "ЕФО"})
    number = 900 + InstrumentVersion.objects.filter(instrument=form).count()
    return InstrumentVersion.objects.create(
        instrument=form, number=number, definition=definition, sha256=str(number) + "0" * 61
    )


def change(case: Case, kind: str, value: str = "", *, on: date, **more: Any) -> LifeChange:
    """Something recorded of the life of a case."""
    return LifeChange.objects.create(case=case, kind=kind, value=value, on=on, **more)


def service(direction: str, *, source: str = "") -> Service:
    """A service of a direction of its own."""
    of, _made = Direction.objects.get_or_create(
        practice="trial", code=direction, defaults={"title_ru": direction, "position": 1, "source": source}
    )
    usual: dict[str, Any] = {"position": 1, "direction": of, "title_ru": direction, "mode": "ongoing", "formats": []}
    found, _made = Service.objects.get_or_create(
        practice="trial", code=direction, defaults={**usual, "providers": ["own"]}
    )
    return found


def given(case: Case, what: Service, on: date) -> Provision:
    """A service that was given."""
    return Provision.objects.create(case=case, service=what, on=on, format="individual", provider="own")


def meeting(case: Case, people: list[Person], on: date) -> None:
    """A cultural event to which these people came."""
    event = Group.objects.create(title="Музей", kind="culture", department=case.department, from_on=on)
    day = Session.objects.create(group=event, on=on, is_held=True)
    for one in people:
        there = Participant.objects.create(group=event, person=one, joined_on=on, case=case)
        Mark.objects.create(session=day, participant=there, state="came")


def derive(*cases: Case) -> None:
    """What is recorded of these cases, kept as results."""
    actions.refresh_results(case_ids=[one.pk for one in cases])


def told(case: Case, kind: str = "reached") -> Told:
    """What is kept of a case: days by outcome."""
    derive(case)
    found: Told = {}
    for mark in ResultMark.objects.filter(case=case, kind=kind).order_by("since", "concept"):
        found.setdefault(mark.concept, []).append((mark.since_by.split(":")[0], mark.since, mark.until))
    return found


__all__ = ["change", "derive", "form_of", "given", "meeting", "service", "told", "world"]
