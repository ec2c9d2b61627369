"""Targets, and figures that somebody else published."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid, NotFound
from opora.common.one_at_a_time import one_at_a_time
from opora.common.text import squeeze
from opora.indicators import policies
from opora.indicators.models import OutsideFigure, Target
from opora.indicators.queries.composed import find_indicator
from opora.indicators.rules import EXTERNAL
from opora.programs.models import Program

_LARGEST = Decimal(10) ** 9


@transaction.atomic
def set_target(
    *, actor: Actor, indicator: str, program_id: int | None, way: str, value: Decimal, from_on: date
) -> Target:
    """What an indicator is to reach from a day on; a target of the same day is replaced. A share runs from 0 to 1."""
    policies.check_can_set(actor)
    one_at_a_time("indicators")
    found = find_indicator(actor=actor, code=indicator)
    wrong: dict[str, object] = {}
    most = Decimal(1) if found.measure.is_share else _LARGEST
    if not -most <= value <= most:
        wrong["value"] = _("Enter a share from 0 to 100 percent.") if most == 1 else _("This number is too large.")
    wrong |= _wrong(way, program_id, is_whole=found.measure.is_whole)
    if wrong:
        raise Invalid(wrong)
    made = _keep(actor, Target(indicator=indicator, program_id=program_id, way=way, value=value, from_on=from_on))
    audit.record(actor=actor, verb="indicators.target_set", indicator=indicator, target=made.pk)
    return made


@transaction.atomic
def set_box_target(
    *, actor: Actor, box: str, is_whole: bool, program_id: int | None, way: str, value: Decimal, from_on: date
) -> Target:
    """The same for a box of a model that services, outcomes or records tell of; the chain knows which boxes these are.

    What belongs to the whole house, `is_whole`, has no target of one program.
    """
    policies.check_can_set(actor)
    one_at_a_time("indicators")
    wrong: dict[str, object] = {}
    if value != value.to_integral_value() or not 0 <= value <= _LARGEST:
        wrong["value"] = _("Enter a whole number, 0 or more.")
    wrong |= _wrong(way, program_id, is_whole=is_whole)
    if wrong:
        raise Invalid(wrong)
    made = _keep(actor, Target(box=box, program_id=program_id, way=way, value=value, from_on=from_on))
    audit.record(actor=actor, verb="indicators.box_target_set", box=box, target=made.pk)
    return made


def _wrong(way: str, program_id: int | None, *, is_whole: bool) -> dict[str, object]:
    wrong: dict[str, object] = {}
    if way not in Target.Way.values:
        wrong["way"] = _("Choose from the list.")
    if program_id is not None and not Program.objects.filter(pk=program_id).exists():
        wrong["program"] = _("Choose from the list.")
    if program_id is not None and is_whole:
        wrong["program"] = _("It is counted for the whole organization only.")
    return wrong


def _keep(actor: Actor, made: Target) -> Target:
    """A target of the same day is replaced."""
    whose = Q(program=None) if made.program_id is None else Q(program_id=made.program_id)
    same = Target.objects.filter(whose, indicator=made.indicator, box=made.box, from_on=made.from_on, dropped_on=None)
    same.update(dropped_on=made.from_on)
    made.set_by_id = actor.user_id
    made.save()
    return made


@transaction.atomic
def drop_target(*, actor: Actor, target_id: int, on: date) -> Target:
    """A target is taken back; that it stood is still to be read."""
    policies.check_can_set(actor)
    target = Target.objects.select_for_update().filter(pk=target_id, dropped_on=None).first()
    if target is None:
        raise NotFound
    target.dropped_on = on
    target.save(update_fields=["dropped_on"])
    if target.box:
        audit.record(actor=actor, verb="indicators.box_target_dropped", box=target.box, target=target.pk)
    else:
        audit.record(actor=actor, verb="indicators.target_dropped", indicator=target.indicator, target=target.pk)
    return target


@transaction.atomic
def keep_outside_figure(
    *,
    actor: Actor,
    indicator: str,
    on: date,
    value: Decimal,
    unit: str,
    source: str,
    territory: str = "",
    today: date,
) -> OutsideFigure:
    """A figure that somebody else published, with its source; it is shown as entered and never as computed."""
    policies.check_can_set(actor)
    wrong: dict[str, object] = {}
    if indicator not in EXTERNAL:
        wrong["indicator"] = _("Choose from the list.")
    if on > today:
        wrong["on"] = _("This day has not come yet.")
    if abs(value) > _LARGEST:
        wrong["value"] = _("This number is too large.")
    if not 0 < len(squeeze(unit)) <= 60:
        wrong["unit"] = _("Say what is counted, up to 60 letters.")
    if not 0 < len(squeeze(source)) <= 300:
        wrong["source"] = _("Name the source, up to 300 letters: without it the figure cannot be checked.")
    if len(squeeze(territory)) > 120:
        wrong["territory"] = _("Up to 120 letters.")
    if wrong:
        raise Invalid(wrong)
    made = OutsideFigure.objects.create(
        indicator=indicator,
        on=on,
        value=value,
        unit=squeeze(unit),
        source=squeeze(source),
        territory=squeeze(territory),
        by_id=actor.user_id,
    )
    audit.record(actor=actor, verb="indicators.external_kept", indicator=indicator, figure=made.pk)
    return made


@transaction.atomic
def void_outside_figure(*, actor: Actor, figure_id: int, on: date) -> OutsideFigure:
    """A figure entered by mistake is shown no more."""
    policies.check_can_set(actor)
    figure = OutsideFigure.objects.select_for_update().filter(pk=figure_id, voided_on=None).first()
    if figure is None:
        raise NotFound
    figure.voided_on = on
    figure.save(update_fields=["voided_on"])
    audit.record(actor=actor, verb="indicators.external_voided", indicator=figure.indicator, figure=figure.pk)
    return figure
