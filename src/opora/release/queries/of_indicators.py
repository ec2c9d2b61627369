"""The indicators of a release: each a table of its own, with what files of other systems want beside its numbers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from opora.access.rules import SYSTEM
from opora.common.language import said
from opora.indicators.models import Target
from opora.indicators.queries import find_indicator, targets_on
from opora.indicators.words import definition
from opora.indicators.words import title as title_of
from opora.logic.queries import models_in_force, seen_by
from opora.release import words
from opora.release.queries.finishing import done, holds, period_of, share
from opora.release.queries.prepared import Asked, Prepared, Shown
from opora.release.queries.units import answers_of, public_indicators
from opora.release.rules import hide
from opora.release.rules.hiding import Released
from opora.release.rules.kinds import ANSWERS, LESS_IS_BETTER, OF_ALL_CLOSED
from opora.release.rules.tabulating import tabulate


def of_indicators(begun: Prepared, earlier: Sequence[Released]) -> Prepared:
    """Each indicator is a table of its own; each is laid beside those before it."""
    asked, limits = begun.asked, begun.limits
    made: list[Released] = []
    rows, facts, told_already = [], [], 0
    outcomes = outcomes_by_indicator()
    targets = targets_on(actor=SYSTEM, day=asked.last, program_id=asked.program_id)
    for code, counts in public_indicators():
        units = [(one.unit, one.family, one.groups) for one in answers_of(code, period_of(asked), asked.program_id)]
        table = tabulate(
            units,
            counts=counts,
            universe=code,
            by=("answer",),
            first=asked.first,
            last=asked.last,
            holds=holds(asked),
            groups={"answer": ANSWERS},
        )
        if not units:
            continue
        hidden = hide(table, limits, [*earlier, *made])
        told_already += hidden.told_already
        made.append(Released(table, hidden.places))
        parts = {
            answer: Shown(None if (why := hidden.places.get((answer,))) else table.size([(answer,)]), why)
            for answer in ANSWERS
        }
        one = find_indicator(actor=SYSTEM, code=code)
        told_share = share(parts["yes"], parts["no"], limits)
        rows.append((Shown(f"{code}. {title_of(one)}"), *parts.values(), told_share))
        facts.append(
            {
                "id": code,
                "title": title_of(one),
                "definition": definition(one),
                **{answer: shown.value for answer, shown in parts.items()},
                "share": told_share.value,
                "target": _in_percent(targets.get(code)),
                "is_more_better": code not in LESS_IS_BETTER,
                "baseline": share_before(code, asked, earlier, limits),
                "outcomes": outcomes.get(code, []),
                **({"output": words.output(code)} if code in OF_ALL_CLOSED else {}),
            }
        )
    answers = words.groups("answer", ANSWERS)
    heads = (_("Indicator"), *(answers[one] for one in ANSWERS), _("Share of those of whom it is known, %"))
    finished = done(begun, heads, tuple(rows), made, earlier, told_already)
    return replace(finished, facts=tuple(facts))


def _in_percent(target: Target | None) -> float | None:
    """A target of a share as the files of other systems want it; one that nobody set is none."""
    return None if target is None else round(100 * float(target.value), 1)


def share_before(code: str, asked: Asked, earlier: Sequence[Released], limits: Any) -> dict[str, Any] | None:
    """The same share in the days right before, where it left the house already: nothing new is told by it."""
    for one in reversed(earlier):
        table = one.table
        is_right_before = table.last == asked.first - timedelta(days=1) and dict(table.holds) == holds(asked)
        is_by_answers = [each.groups for each in table.dimensions] == [ANSWERS]
        if table.universe != code or not is_right_before or not is_by_answers:
            continue
        yes, no = (
            Shown(None if (why := one.hidden.get((answer,))) else table.size([(answer,)]), why)
            for answer in ("yes", "no")
        )
        value = share(yes, no, limits).value
        return None if value is None else {"on": table.last.isoformat(), "value": value}
    return None


def outcomes_by_indicator() -> dict[str, list[dict[str, str]]]:
    """By indicator, the outcomes of the models in force that it shows: the same one of several models once."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for published in models_in_force():
        for one in seen_by(published.model):
            if one.concept is None:
                continue
            told = {
                "id": one.concept.code,
                "title": said(one.concept.title),
                "definition": said(one.concept.definition or one.definition),
            }
            for code in one.evidence.indicators:
                found.setdefault(code, {}).setdefault(one.concept.code, told)
    return {code: list(outcomes.values()) for code, outcomes in found.items()}
