"""Targets, and figures that others published: read by whoever reads indicators."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from opora.access.rules import Actor
from opora.common.errors import NotFound
from opora.indicators import policies
from opora.indicators.models import OutsideFigure, Target
from opora.indicators.rules import EXTERNAL


def targets_on(*, actor: Actor, day: date, program_id: int | None) -> dict[str, Target]:
    """By indicator or box, the target in force on a day for a program, or for the whole house."""
    policies.check_can_read(actor)
    whose = Q(program=None) if program_id is None else Q(program_id=program_id)
    found = Target.objects.filter(whose, dropped_on=None, from_on__lte=day)
    return {one.about: one for one in found.order_by("from_on", "id")}


def targets_of(*, actor: Actor, indicator: str) -> list[Target]:
    """Every target that an indicator was ever given, the newest first, with who set it."""
    policies.check_can_read(actor)
    return list(Target.objects.filter(indicator=indicator, box="").select_related("program", "set_by"))


def targets_of_box(*, actor: Actor, box: str) -> list[Target]:
    """The same of a box of a model."""
    policies.check_can_read(actor)
    return list(Target.objects.filter(indicator="", box=box).select_related("program", "set_by"))


def outside_figures(*, actor: Actor, indicators: Iterable[str] = EXTERNAL) -> list[OutsideFigure]:
    """What was entered and stands, the newest first."""
    policies.check_can_read(actor)
    return list(OutsideFigure.objects.filter(indicator__in=list(indicators), voided_on=None).select_related("by"))


def newest_outside(*, actor: Actor, day: date) -> dict[str, OutsideFigure | None]:
    """Of every outside indicator the newest figure up to a day; None of which nothing was entered."""
    found: dict[str, OutsideFigure | None] = dict.fromkeys(EXTERNAL)
    for one in reversed(outside_figures(actor=actor)):
        if one.on <= day:
            found[one.indicator] = one
    return found


def outside_in_sight(*, actor: Actor, figure_id: int) -> OutsideFigure:
    """One of them; raises NotFound. Whoever may enter one may void it, also without reading figures."""
    policies.check_can_set(actor)
    found = OutsideFigure.objects.filter(pk=figure_id, voided_on=None).first()
    if found is None:
        raise NotFound
    return found


def target_ways() -> list[tuple[str, str]]:
    """Which way a target may be meant, in words."""
    return [(str(code), str(label)) for code, label in Target.Way.choices]
