"""Indicators as blocks: several in a table, one with its twelve months, services by what was given."""

from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.common.dates import show_day
from opora.common.errors import NotFound
from opora.indicators import words
from opora.indicators.models import OutsideFigure
from opora.indicators.queries import Answer, Indicator, newest_outside, read_indicator, targets_on
from opora.indicators.rules import EXTERNAL, before
from opora.pictures.months import Month, months
from opora.pictures.palette import PAPER, SCREEN
from opora.reports.blocks.work import (
    Asked,
    Drawn,
    Line,
    bare_row,
    figure_row,
    figure_table,
    kept,
    nothing,
    shown,
    target_in_words,
    to_choose,
)
from opora.reports.model import Block, Cell, Column, Figure, Figures, Picture, Points, Table
from opora.reports.rules.changes import Kept

_GIVEN = "IND-02"


def indicators(asked: Asked) -> Drawn:
    """Several indicators in one table, each with the period of the same length right before."""
    rows: list[tuple[list[Cell], str]] = []
    figures: list[Kept] = []
    counted: list[Indicator] = []
    codes = list(asked.options.get("codes") or ())
    targets = targets_on(actor=asked.actor, day=asked.period.last, program_id=_only(asked))
    outside = newest_outside(actor=asked.actor, day=asked.period.last) if set(codes) & set(EXTERNAL) else {}
    for code in codes:
        if code in EXTERNAL:
            rows.append((outside_row(words.title_of_code(code), outside[code]), f"outside:{code}"))
            figures.append(outside_kept(code, outside[code]))
            continue
        try:
            line = _line(asked, code)
        except NotFound:
            rows.append((bare_row(code, _not_here()), ""))
            continue
        line = replace(line, target=targets.get(code))
        rows.append((figure_row(line), f"indicator:{code}"))
        figures.append(kept(asked, line))
        counted.append(line.indicator)
    if not rows:
        return _no_choice()
    return Drawn([figure_table(_("Indicators"), _("Indicator"), rows)], figures, counted=counted)


def indicator(asked: Asked) -> Drawn:
    """One indicator: figure, parts, target, twelve months as a picture, and how it is counted."""
    code = str(asked.options.get("code") or "")
    if not code:
        return _no_choice()
    if code in EXTERNAL:
        return indicators(Asked(asked.actor, asked.on, asked.first, asked.last, options={"codes": [code]}))
    try:
        answer = _read(asked, code, with_months=True)
    except NotFound:
        return nothing(_not_here())
    target = targets_on(actor=asked.actor, day=asked.period.last, program_id=_only(asked)).get(code)
    measure = answer.measure
    line = Line(words.title(answer.indicator), answer.indicator, answer.figure)
    note = "; ".join(part for part in (words.rests_on(answer.figure, measure), words.reason(answer.figure)) if part)
    items = [Figure(line.title, shown(line), note, f"indicator:{code}")]
    if target is not None:
        items.append(Figure(_("Target"), target_in_words(target, answer.indicator)))
    blocks: list[Block] = [Figures(items)]
    if drawn := _picture(answer):
        blocks.append(drawn)
    blocks.append(
        Points(
            [words.definition(answer.indicator), *words.counting_rules(measure, (), answer.indicator.period_rule)],
            "quiet",
        )
    )
    return Drawn(blocks, [kept(asked, line)])


def services(asked: Asked) -> Drawn:
    """What was given, service by service: how often and to how many families."""
    answer = _read(asked, _GIVEN, split="service")
    if answer.figure.reason or not answer.groups:
        return nothing(words.reason(answer.figure) or _("No service was recorded in this period."))
    names = words.group_names(answer.measure, "service", list(answer.groups))
    order = sorted(answer.groups, key=lambda one: (-(answer.groups[one].value or 0), names[one]))
    whole = answer.figure
    table = Table(
        pgettext("sheet", "Services"),
        [
            Column(_("Service")),
            Column(pgettext("report", "Times"), "decimal"),
            Column(_("Families"), "count"),
        ],
        [(names[one], answer.groups[one].value, answer.groups[one].families) for one in order],
        total=(_("All"), whole.value, whole.families),
        note=_("A family that received several services stands in each line and once in the total."),
        refs=[f"indicator:{_GIVEN}"] * len(order),
    )
    return Drawn([table], [kept(asked, Line(words.title(answer.indicator), answer.indicator, whole))])


def outside_row(title: str, one: OutsideFigure | None) -> list[Cell]:
    """A figure that others published, with its source; never one of our own in its place."""
    if one is None:
        return bare_row(title, words.outside_reason())
    value = f"{words.plain_number(float(one.value))} {one.unit}".strip()
    return bare_row(title, _source(one), value)


def outside_kept(code: str, one: OutsideFigure | None) -> Kept:
    """The same for the next report to be compared with."""
    if one is None:
        return Kept(f"{code}@all", words.title_of_code(code), words.outside_reason())
    shown_value = f"{words.plain_number(float(one.value))} {one.unit}".strip()
    return Kept(f"{code}@all", words.title_of_code(code), shown_value, float(one.value), _source(one))


def _source(one: OutsideFigure) -> str:
    return _("source: %(source)s, figure of %(day)s") % {"source": one.source, "day": show_day(one.on)}


def _line(asked: Asked, code: str) -> Line:
    answer = _read(asked, code)
    if answer.measure.is_whole:
        return whole(asked, code)
    earlier = _read(replace(asked, first=(earlier := before(asked.period)).first, last=earlier.last), code)
    return Line(words.title(answer.indicator), answer.indicator, answer.figure, earlier.figure)


def whole(asked: Asked, code: str) -> Line:
    """A figure that belongs to no program: that of the whole organization, which is said beside it."""
    period = asked.period
    now, earlier = (
        read_indicator(actor=asked.actor, code=code, period=one, with_months=False) for one in (period, before(period))
    )
    narrowed = bool(asked.program_ids or asked.department_ids)
    remark = words.reason(now.figure) or (_("of the whole organization") if narrowed else "")
    return Line(words.title(now.indicator), now.indicator, now.figure, earlier.figure, remark=remark)


def _read(asked: Asked, code: str, *, split: str = "", with_months: bool = False) -> Answer:
    """The figure; NotFound also for one by an own field for some roles, for a report is read by others too."""
    found = read_indicator(
        actor=asked.actor,
        code=code,
        period=asked.period,
        program_ids=asked.program_ids,
        department_ids=asked.department_ids,
        split=split,
        with_months=with_months,
    )
    if found.indicator.is_for_some:
        raise NotFound
    return found


def _picture(answer: Answer) -> Picture | None:
    drawn = [
        Month(period.first.strftime("%m.%y"), figure.value, words.show(figure, answer.measure))
        for period, figure in answer.months
    ]
    if not any(one.value for one in drawn):
        return None
    title = words.title(answer.indicator)
    told_days = _("From %(first)s to %(last)s") % {
        "first": show_day(answer.months[0][0].first),
        "last": show_day(answer.months[-1][0].last),
    }
    paper, screen = (
        months(drawn, title=title, description=told_days, is_large=True, palette=one) for one in (PAPER, SCREEN)
    )
    narrow = months(drawn, title=title, description=told_days, is_narrow=True)
    return Picture(paper, _("By month: %(title)s") % {"title": title}, screen, narrow)


def _not_here() -> str:
    return _("This indicator is no longer in use, or not for everybody who reads reports.")


def _only(asked: Asked) -> int | None:
    return asked.program.pk if asked.program is not None else None


def _no_choice() -> Drawn:
    return to_choose(_("Choose what to show here."))
