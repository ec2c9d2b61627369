"""Trying out what is being composed: by what it may be narrowed, and what it counts in the last year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from opora.access.rules import Actor, can
from opora.common.dates import today
from opora.indicators import policies, queries, words
from opora.indicators.queries import Indicator
from opora.indicators.rules import Measure, period_of


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
    """By what the measure may be narrowed: the groups that the last year has."""
    if not can(actor, policies.READ):
        return {}
    period = period_of(None, None, today())
    found = {}
    for split in one.measure.splits:
        if split.field is not None:
            # All its answers, also those that nobody gave in the last year.
            found[split.code] = list(words.answers_named(split.field).items())
            continue
        groups = queries.read_indicator(
            actor=actor, code=one.code, period=period, split=split.code, with_months=False
        ).groups
        named = words.group_names(one.measure, split.code, [code for code in groups if code])
        found[split.code] = sorted(named.items(), key=lambda pair: pair[1])[:40]
    return found
