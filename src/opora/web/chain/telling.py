"""Boxes and assumptions of a chain as the page tells them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import pgettext

from opora.access.rules import Actor
from opora.chain import words
from opora.chain.queries import AssumptionStanding, BoxStanding, Measured, Tally
from opora.common.language import said
from opora.indicators.rules import EXTERNAL, Period
from opora.logic import words as logic_words
from opora.logic.rules import Arrow, LogicModel
from opora.programs.queries import list_programs
from opora.web.shell.period_form import FiguresForm


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure of a box: what it is called, what it comes to, and where it is explained."""

    title: str
    url: str
    value: str
    rests_on: str
    target: str
    is_met: bool | None
    trend: str
    reason: str


@dataclass(frozen=True, slots=True)
class Row:
    """A box or an assumption of the list."""

    text: str
    source: str
    level: str
    url: str
    kind: str
    state: str
    figures: tuple[FigureLine, ...]
    reason: str
    holds: bool | None
    tally: str = ""
    # Of a box that no indicator tells of: where the cases behind it stand, and what it is to reach.
    tally_url: str = ""
    target: str = ""


def url_of(one: Measured, query: str) -> str:
    """The page on which a figure is explained; empty for one that nobody defined."""
    if one.compared is not None:
        return reverse("indicators:one", args=[one.code]) + (f"?{query}" if query else "")
    return reverse("indicators:outside") if one.code in EXTERNAL else ""


def row_of(model: LogicModel, one: BoxStanding | AssumptionStanding, query: str) -> Row:
    """A box or an assumption with all its figures."""
    standing = one.standing
    if isinstance(one, BoxStanding):
        about: tuple[str, str] = (said(one.node.text), one.node.source)
        level = model.level_of(one.node)
        url, column = reverse("logic:node", args=[model.code, one.node.code]), said(level.title) if level else ""
    else:
        about = (said(one.assumption.text), one.assumption.source)
        url, column = "", ""
    return Row(
        *about,
        column,
        url,
        standing.kind,
        str(words.STATE_WORDS[standing.state]),
        tuple(_figure(figure, query) for figure in standing.measured),
        words.reason_of(standing),
        standing.holds,
        _tally_said(standing.tally) if standing.tally is not None else "",
        _box_url(model, one, query),
        words.target_of_tally(standing),
    )


def _box_url(model: LogicModel, one: BoxStanding | AssumptionStanding, query: str) -> str:
    if one.standing.tally is None or not isinstance(one, BoxStanding):
        return ""
    return reverse("chain:box", args=[model.code, one.node.code]) + (f"?{query}" if query else "")


def _tally_said(tally: Tally) -> str:
    return "; ".join(filter(None, [words.tally_of(tally), words.trend_of_tally(tally)]))


def drawn_under(one: BoxStanding) -> tuple[str, ...]:
    """The small lines of a box in the picture: its figure, of how many, its target; else how it is seen."""
    first = one.standing.first
    if (first is None or first.value is None) and one.standing.tally is not None:
        tally, aim = one.standing.tally, words.target_of_tally(one.standing)
        told = [f"{words.tally_of(tally)} {words.trend_of_tally(tally)[:1]}".strip()]
        return (*told, *_aim(aim, one.standing.holds))
    if first is None or first.value is None:
        kind = one.standing.kind
        seen = str(words.STATE_WORDS[one.standing.state])
        return (pgettext("chain", "no figure · %(seen)s") % {"seen": seen},) if kind else ()
    target = words.target_of(first)
    told = [f"{words.value_of(first)} {words.trend_of(first)[:1]}".strip(), words.rests_on(first)]
    return tuple(line for line in (*told, *_aim(target, one.standing.holds)) if line)


def _aim(target: str, holds: bool | None) -> list[str]:
    """What is aimed at, and that it is missed."""
    said_of = [pgettext("chain", "target: %(target)s") % {"target": target}] if target else []
    return said_of + ([pgettext("chain", "✗ target not reached")] if holds is False else [])


def counts_of(boxes: Iterable[BoxStanding]) -> list[tuple[str, str, int]]:
    """How many boxes have a figure, and how many are seen in which way."""
    shown = [one.standing for one in boxes if one.standing.kind]
    found = Counter(one.state for one in shown)
    figures = sum((one.first is not None and one.first.value is not None) or one.tally is not None for one in shown)
    with_figure = ("", pgettext("chain", "boxes with a figure"), figures)
    return [with_figure] + [
        (state, str(word), found[state]) for state, word in words.STATE_WORDS.items() if found[state]
    ]


def _figure(one: Measured, query: str) -> FigureLine:
    return FigureLine(
        words.title_of(one),
        url_of(one, query),
        words.value_of(one),
        words.rests_on(one),
        words.target_of(one),
        one.is_met,
        words.trend_of(one),
        words.why(one),
    )


def asked_of(request: HttpRequest, actor: Actor) -> tuple[FiguresForm, Period, int | None]:
    """The period and the program that are asked for; without them the last year and the whole house."""
    form = FiguresForm(request.GET, programs=list_programs(actor=actor))
    period, programs = form.chosen()
    return form, period, next(iter(programs), None)


def arrow_url(code: str, arrow: Arrow, query: str) -> str:
    """Where an arrow is asked."""
    return reverse("chain:arrow", args=[code, arrow.start, arrow.end]) + (f"?{query}" if query else "")


def arrow_rows(model: LogicModel, query: str) -> list[tuple[str, list[tuple[str, str, str, str]]]]:
    """Every arrow to be asked, by the column where it begins: from what, what it means, to what, its address."""
    found: dict[str, list[tuple[str, str, str, str]]] = {level.code: [] for level in model.levels}
    places = {node.code: place for place, node in enumerate(model.nodes)}
    for one in sorted(model.arrows, key=lambda arrow: places.get(arrow.start, 0)):
        first, last = model.node(one.start), model.node(one.end)
        if first is not None and last is not None:
            meaning = str(logic_words.MEANING_WORDS.get(one.meaning, one.meaning))
            line = (said(first.text), meaning, said(last.text), arrow_url(model.code, one, query))
            found.setdefault(first.level, []).append(line)
    return [(said(level.title), found[level.code]) for level in model.levels if found[level.code]]
