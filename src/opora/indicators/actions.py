"""Setting targets, entering outside figures, composing indicators: the only writers of this room."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from django.db import connection, transaction
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid, NotFound
from opora.common.findings import ERROR
from opora.common.one_at_a_time import one_at_a_time
from opora.common.text import squeeze
from opora.indicators import policies
from opora.indicators.models import IndicatorVersion, KeptPiece, OutsideFigure, Target
from opora.indicators.queries.composed import fields_of_figures, find_indicator, own_indicators, read_file
from opora.indicators.queries.figures import to_put_by
from opora.indicators.queries.marks import sources_of_all
from opora.indicators.rules import EXTERNAL, period_of
from opora.indicators.rules.composing import problems_of
from opora.indicators.rules.files import FILE, read_indicators
from opora.programs.models import Program

_LARGEST = Decimal(10) ** 9
# A mark that somebody has not saved yet stays: it is not seen here.
_ONE_MARK_EACH = """
WITH gone AS (DELETE FROM indicators_daysmark)
INSERT INTO indicators_daysmark (source, first, last)
SELECT source, DATE '0001-01-01', DATE '9999-12-31' FROM unnest(%(sources)s::text[]) source
"""


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
    if way not in Target.Way.values:
        wrong["way"] = _("Choose from the list.")
    if program_id is not None and not Program.objects.filter(pk=program_id).exists():
        wrong["program"] = _("Choose from the list.")
    if program_id is not None and found.measure.is_whole:
        wrong["program"] = _("It is counted for the whole organization only.")
    if wrong:
        raise Invalid(wrong)
    whose = Q(program=None) if program_id is None else Q(program_id=program_id)
    Target.objects.filter(whose, indicator=indicator, from_on=from_on, dropped_on=None).update(dropped_on=from_on)
    made = Target.objects.create(
        indicator=indicator,
        program_id=program_id,
        way=way,
        value=value,
        from_on=from_on,
        set_by_id=actor.user_id,
    )
    audit.record(actor=actor, verb="indicators.target_set", indicator=indicator, target=made.pk)
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


@transaction.atomic
def publish_indicator(
    *,
    actor: Actor,
    code: str,
    title: str,
    about: str = "",
    measure: str,
    filters: Mapping[str, Sequence[str]],
    split: str = "",
    is_new: bool = False,
) -> IndicatorVersion:
    """An indicator composed of a measure comes into force; what was said by an earlier version stays said by it.

    One that `is_new` replaces none in force: of two people who were offered the same code the second is told.
    """
    policies.check_can_set(actor)
    one_at_a_time("indicators")
    named = {name: sorted(set(codes)) for name, codes in sorted(filters.items()) if codes}
    title, about, code = squeeze(title), squeeze(about), squeeze(code)
    fields = fields_of_figures(actor=actor)
    problems = problems_of(
        code=code, title=title, about=about, measure=measure, filters=named, split=split, fields=fields
    )
    body = json.dumps([title, about, measure, named, split], ensure_ascii=False)
    sha256 = hashlib.sha256(body.encode()).hexdigest()
    newest = IndicatorVersion.objects.filter(code=code).order_by("-number").first()
    if newest is not None and newest.put_away_on is None and not _is_seen(actor, code):
        problems["code"] = "code"
    if problems:
        raise Invalid({part: _WRONG[problem] for part, problem in problems.items()})
    if newest is not None and newest.put_away_on is None:
        if newest.sha256 == sha256:
            return newest
        if is_new:
            taken = _("The indicator “%(title)s” has this code. Take another one, or put that indicator away first.")
            raise Invalid({"code": taken % {"title": newest.title}})
    made = IndicatorVersion.objects.create(
        code=code,
        number=newest.number + 1 if newest else 1,
        title=title,
        about=about,
        measure=measure,
        filters=named,
        split=split,
        sha256=sha256,
        made_by_id=actor.user_id,
    )
    audit.record(actor=actor, verb="indicators.composed", indicator=code, number=made.number)
    return made


@transaction.atomic
def publish_folder(*, actor: Actor, folder: Path, is_offered: bool = False) -> list[IndicatorVersion]:
    """Publish the indicators of a practice folder, all or none; a folder without any changes nothing.

    What is only offered, and not asked for, leaves alone what was said here once and has another version since.
    """
    file = folder / FILE
    if not file.is_file():
        return []
    found, findings = read_indicators(read_file(file))
    if errors := [one for one in findings if one.severity == ERROR]:
        raise Invalid({"": "\n".join(one.text(gettext) for one in errors)})
    made = []
    for one in found:
        newest = IndicatorVersion.objects.filter(code=one.code).order_by("-number").first()
        if newest is not None and is_offered:
            continue
        made.append(
            publish_indicator(
                actor=actor,
                code=one.code,
                title=one.title,
                about=one.about,
                measure=one.measure,
                filters=one.filters,
                split=one.split,
            )
        )
    return made


@transaction.atomic
def put_away(*, actor: Actor, code: str, on: date) -> None:
    """An indicator of one's own is no more in force; its versions stay."""
    policies.check_can_set(actor)
    newest = IndicatorVersion.objects.select_for_update().filter(code=code).order_by("-number").first()
    if newest is None or newest.put_away_on is not None or not _is_seen(actor, code):
        raise NotFound
    newest.put_away_on = on
    newest.save(update_fields=["put_away_on"])
    audit.record(actor=actor, verb="indicators.put_away", indicator=code)


def _is_seen(actor: Actor, code: str) -> bool:
    """Whether this person may know of the indicator: one by an own field for other roles is none (0038)."""
    return any(one.code == code for one in own_indicators(actor=actor))


def note_cases_read(*, actor: Actor, indicator: str) -> None:
    """Who looked at the cases behind a figure stands in the journal."""
    audit.record(actor=actor, verb="indicators.cases_read", indicator=indicator)


_WRONG = {
    "code": _("Use Latin letters, digits and hyphens, 40 at most; codes of the catalogue are taken."),
    "title": _("Give the indicator a name, up to 200 letters."),
    "about": _("Up to 600 letters."),
    "measure": _("Choose from the list."),
    "filters": _("This measure cannot be narrowed so."),
    "split": _("This measure cannot be told apart so."),
}


@transaction.atomic
def put_figures_by(*, on: date) -> None:
    """Count all measures of the year up to the day and put the pieces by, so that the day begins with them.

    First the marks of the days that changed become a new one of everything, so that nothing kept before is told any
    more; whoever changes something meanwhile leaves another, and what was put by of its days holds no more.
    """
    one_at_a_time("indicators.kept")
    with connection.cursor() as cursor:
        cursor.execute(_ONE_MARK_EACH, {"sources": sources_of_all()})
    pieces = to_put_by(period=period_of(None, None, on))
    KeptPiece.objects.all().delete()
    KeptPiece.objects.bulk_create((KeptPiece(key=key, data=data) for key, data in pieces.items()), batch_size=200)
