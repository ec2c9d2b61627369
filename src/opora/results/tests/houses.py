"""Families in rows, and what is derived of them."""

from datetime import date
from typing import Any

from opora.cases.models import Case
from opora.circumstances.models import LifeChange
from opora.evidence.tests import world
from opora.instruments.models import Instrument, InstrumentVersion
from opora.results import actions
from opora.results.models import ResultMark

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


__all__ = ["change", "derive", "form_of", "told", "world"]
