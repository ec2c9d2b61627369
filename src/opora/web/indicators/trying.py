"""Trying out what is being composed: by what it may be narrowed, and what it counts in the last year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from opora.access.rules import Actor, can
from opora.common.dates import today
from opora.indicators import policies, queries, words
from opora.indicators.queries import Indicator
from opora.indicators.rules import Measure, Period, period_of


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with what it rests on, and the families behind it."""

    value: str
    rests_on: str
    families: int


def counted(actor: Actor, measure: Measure, filters: Mapping[str, Sequence[str]]) -> Counted | None:
    """What a measure narrowed so comes to in the last year; nothing for who reads no figures."""
    if not can(actor, policies.READ):
        return None
    narrowed = {name: tuple(codes) for name, codes in filters.items()}
    found = queries.try_out(actor=actor, measure=measure, filters=narrowed, period=period_of(None, None, today()))
    told = words.reason(found) or words.rests_on(found, measure)
    return Counted(words.show(found, measure), told, found.families)


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
