"""Trying out what is being composed: by what it may be narrowed, and what it counts in the last year."""

from dataclasses import dataclass
from typing import Any, Final

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.access.rules import Actor, can
from opora.common.dates import today
from opora.indicators import actions, policies, queries, words
from opora.indicators.queries import CaseBehind, Indicator
from opora.indicators.rules import Measure, Period, period_of
from opora.web.shell.period_form import days_said

SHOWN: Final = 10


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with what it rests on, and the families behind it."""

    value: str
    rests_on: str
    families: int
    days: str


def counted(actor: Actor, one: Indicator) -> Counted | None:
    """What an indicator so composed comes to in the last year; nothing for who reads no figures."""
    if not can(actor, policies.READ):
        return None
    period = period_of(None, None, today())
    found = queries.try_out(actor=actor, one=one, period=period)
    told = words.reason(found) or words.rests_on(found, one.measure)
    return Counted(words.show(found, one.measure), told, found.families, days_said(one.days_of(period)))


@dataclass(frozen=True, slots=True)
class Part:
    """The cases of one part of a figure, the newest first; `has_more` where there are others."""

    title: str
    cases: list[CaseBehind]
    has_more: bool


def cases_tried(actor: Actor, one: Indicator) -> list[Part]:
    """Whom an indicator so composed counts in the last year: the newest cases of each part, under codes.

    That somebody looked stands in the journal, as with the cases behind a figure.
    """
    if not can(actor, policies.READ) or one.measure.is_whole or not one.measure.is_of_families:
        return []
    parts = {"yes": pgettext("part of a figure", "counted")}
    if one.measure.is_share:
        parts = {"yes": _("counted in the numerator"), "no": _("in the denominator alone")}
    found = []
    for part, title in {**parts, "unknown": _("not known")}.items():
        asked: dict[str, Any] = {"actor": actor, "one": one, "period": period_of(None, None, today()), "part": part}
        cases = queries.cases_behind(**asked, limit=SHOWN + 1)
        if cases:
            found.append(Part(str(capfirst(title)), cases[:SHOWN], len(cases) > SHOWN))
    if found:
        actions.note_cases_read(actor=actor, indicator=one.measure.code)
    return found


def offered(actor: Actor, one: Indicator) -> dict[str, list[tuple[str, str]]]:
    """By what the measure may be narrowed: the groups that the last year has, and those chosen already.

    The whole measure is asked, not what is narrowed already, so that a narrowing can be widened again.
    """
    may_read, period = can(actor, policies.READ), period_of(None, None, today())
    found = {}
    for split in one.measure.splits:
        chosen = one.filters.get(split.code, ())
        if may_read and split.field is not None:
            # All its answers, also those that nobody gave in the last year.
            found[split.code] = list(words.answers_named(split.field).items())
            continue
        groups = _groups(actor, one.measure, split.code, period) if may_read else []
        named = words.group_names(one.measure, split.code, list({*groups, *chosen}))
        # Those chosen stand before the cut: left out of the form they would be lost when it is saved.
        kept = sorted(named.items(), key=lambda pair: (pair[0] not in chosen, pair[1]))[:40]
        found[split.code] = sorted(kept, key=lambda pair: pair[1])
    return found


def _groups(actor: Actor, measure: Measure, split: str, period: Period) -> list[str]:
    found = queries.read_indicator(actor=actor, code=measure.code, period=period, split=split, with_months=False)
    return [code for code in found.groups if code]
