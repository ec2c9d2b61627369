"""A process in the words of the pages: as a picture, as a BPMN file, as tables."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from django.utils.formats import get_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from opora.common.bilingual import Text
from opora.common.language import said
from opora.pathways.rules import Action, Definition, Value
from opora.pathways.words import paper_title, place_title
from opora.pictures.bpmn import BpmnExit, BpmnFlow, BpmnProcess, BpmnStage
from opora.pictures.process_map import ANYWHERE, MapArrow, MapLabels, MapPicture, MapStage, key_sign, signs_of
from opora.process.queries import MapCounts, StepLine
from opora.reminders.words import late_count
from opora.web.shell.templatetags.shell import day

# The seven signs of the source (S4-41).
SIGNS: Final[Mapping[str, Any]] = {
    "action": pgettext_lazy("sign of the map", "action"),
    "decision": pgettext_lazy("sign of the map", "decision between several ways"),
    "link": pgettext_lazy("sign of the map", "link to another scheme"),
    "exit": pgettext_lazy("sign of the map", "a way the work ends"),
    "result": pgettext_lazy("sign of the map", "social result"),
    "paper": pgettext_lazy("sign of the map", "papers that are used"),
    "note": pgettext_lazy("sign of the map", "assumptions and limits"),
}


@dataclass(frozen=True, slots=True)
class NoteLine:
    """What the method takes for granted, and the places where it hangs."""

    text: str
    places: tuple[MapStage, ...]


@dataclass(frozen=True, slots=True)
class ActionLine:
    """One step of the process with everything it asks for, in words."""

    title: str
    origin: str
    goal: str
    who: str
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableLine:
    """One row of a table of criteria, in words."""

    when: tuple[tuple[str, str], ...]
    then: str
    why: str


def picture_of(definition: Definition) -> MapPicture:
    """The process alone: who acts where, what is used there and taken for granted, and what leads where."""
    numbers = {code: number for number, code in enumerate(_hanging(definition), 1)}
    stages = [
        MapStage(
            key=key,
            title=said(stage.title),
            role=said(definition.roles[stage.role].title),
            at=stage.at,
            shape=stage.shape,
            papers=_used_at(definition, key),
            notes=tuple(sorted(numbers[code] for code in stage.assumptions)),
        )
        for key, stage in definition.stages.items()
    ]
    stages += [
        MapStage(key, said(one.title), "", one.at, kind="exit", tone=one.kind) for key, one in definition.exits.items()
    ]
    stages += [MapStage(key, said(one.title), "", one.at, kind="result") for key, one in definition.results.items()]
    arrows = [
        MapArrow(source, action.to, said(action.title), action.kind)
        for action in definition.actions.values()
        for source in ((ANYWHERE,) if action.is_anywhere else action.sources)
    ]
    arrows += [
        MapArrow(source, key, _("social result")) for key, one in definition.results.items() for source in one.exits
    ]
    return MapPicture(
        title=said(definition.title),
        description=_("Map of the process: %(stages)s stages, %(exits)s exits. The table below says the same.")
        % {"stages": len(definition.stages), "exits": len(definition.exits)},
        stages=tuple(stages),
        arrows=tuple(arrows),
        labels=MapLabels(
            any_stage=_("from any stage"),
            overdue=late_count("{n}"),
            days=_("{n} days").replace(" ", "\u00a0"),
            here=_("you are here"),
            decimal=get_format("DECIMAL_SEPARATOR"),
            papers=_("papers:"),
            notes=_("assumptions:"),
        ),
        rows=tuple(said(row) for row in definition.rows),
        notes=tuple(said(definition.assumptions[code].title) for code in numbers),
    )


def _hanging(definition: Definition) -> list[str]:
    """The assumptions that hang at some stage, in the order of their author."""
    used = {code for stage in definition.stages.values() for code in stage.assumptions}
    return [code for code in definition.assumptions if code in used]


def _used_at(definition: Definition, stage: str) -> tuple[str, ...]:
    """What is at hand at a stage, what its own steps wait for, and the criteria that decide there."""
    found = [said(text) for text in definition.stages[stage].uses.values()]
    for action in definition.actions_at(stage).values():
        if not action.is_anywhere:
            found += [paper_title(definition, kind) for kind in action.documents]
            tables = (*action.criteria, *((action.facts,) if action.facts else ()))
            found += [said(definition.criteria[name].title) for name in tables]
    return tuple(dict.fromkeys(found))


def notes_of(picture: MapPicture) -> list[NoteLine]:
    """The assumptions of the map in the order of their numbers, each with its places."""
    return [
        NoteLine(text, tuple(stage for stage in picture.stages if number in stage.notes))
        for number, text in enumerate(picture.notes, 1)
    ]


def signs_in_words(picture: MapPicture) -> list[tuple[str, Any]]:
    """The key of the map: every sign that occurs on it as SVG, with its words."""
    return [(key_sign(sign), SIGNS[sign]) for sign in signs_of(picture)]


def with_counts(picture: MapPicture, counts: MapCounts, links: Mapping[str, str]) -> MapPicture:
    """How many stand where, are late, ended, and which part went on by which way."""
    left: dict[str, int] = defaultdict(int)
    for (source, _goal), count in counts.taken.items():
        left[source] += count
    stages = tuple(
        replace(
            stage,
            count=(counts.standing if stage.kind == "stage" else counts.ended).get(stage.key, 0),
            overdue=counts.late.get(stage.key) if stage.kind == "stage" else None,
            median_days=counts.median_days.get(stage.key),
            href=links[stage.key],
        )
        if stage.kind != "result"
        else stage
        for stage in picture.stages
    )
    shown: set[tuple[str, str]] = set()
    arrows = []
    for arrow in picture.arrows:
        pair = (arrow.source, arrow.target)
        # Several steps between the same two places are counted together, and said once.
        known = pair not in shown and left[arrow.source] and pair in counts.taken
        arrows.append(replace(arrow, share=counts.taken[pair] / left[arrow.source]) if known else arrow)
        shown.add(pair)
    return replace(picture, stages=stages, arrows=tuple(arrows))


def with_way(picture: MapPicture, steps: Iterable[StepLine], here: str) -> MapPicture:
    """Where one family is and has been, and when."""
    walked = _walked(steps)
    entered: dict[str, str] = {}
    gone: set[tuple[str, str]] = set()
    for (origin, goal, on), after in zip(walked, [*walked[1:], None], strict=True):
        until = f"–{day(after[2])}" if after and after[2] != on else ""
        entered[goal] = f"{day(on)}{until}"
        gone.add((origin, goal))
    stages = tuple(
        replace(
            stage,
            state="here" if stage.key == here else "passed" if stage.key in entered else "",
            dates=entered.get(stage.key),
        )
        for stage in picture.stages
    )
    arrows = tuple(replace(arrow, passed=(arrow.source, arrow.target) in gone) for arrow in picture.arrows)
    return replace(picture, stages=stages, arrows=arrows)


def _walked(steps: Iterable[StepLine]) -> list[tuple[str, str, date]]:
    """From where, to where, on which day. Carried to another version, a family only stands at a stage of a new name."""
    walked: list[tuple[str, str, date]] = []
    for step in (line.step for line in steps):
        if step.is_carried and walked:
            origin, _goal, on = walked[-1]
            walked[-1] = (origin, step.to_stage, on)
        else:
            walked.append((step.from_stage, step.to_stage, step.on))
    return walked


def file_of(definition: Definition) -> BpmnProcess:
    """The process for a BPMN file; steps possible everywhere are spelled out, as other programs expect them."""
    return BpmnProcess(
        code=definition.code,
        title=said(definition.title),
        start=definition.start,
        begins=_("Who needs help?"),
        stages=tuple(
            BpmnStage(
                key,
                said(stage.title),
                said(definition.roles[stage.role].title),
                _question(definition, key),
                _term(stage.days),
            )
            for key, stage in definition.stages.items()
        ),
        exits=tuple(BpmnExit(key, said(one.title)) for key, one in definition.exits.items()),
        flows=tuple(
            BpmnFlow(key, source, action.to, said(action.title), "; ".join(_needs(definition, action)))
            for key, action in definition.actions.items()
            for source in definition.from_stages(action)
        ),
    )


def _question(definition: Definition, stage: str) -> str:
    """What is asked where several ways lead on: what the criteria said, or simply what comes next."""
    ways = definition.actions_at(stage).values()
    tables = dict.fromkeys(name for one in ways if not one.is_anywhere for name in one.criteria)
    if tables:
        titles = ", ".join(said(definition.criteria[name].title) for name in tables)
        return _("%(criteria)s: what was decided?") % {"criteria": titles}
    return _("What comes after “%(stage)s”?") % {"stage": said(definition.stages[stage].title)}


def action_lines(definition: Definition) -> list[ActionLine]:
    """Every step of the process, in the order of its author."""
    return [
        ActionLine(
            title=said(action.title),
            origin=_("from any stage")
            if action.is_anywhere
            else ", ".join(place_title(definition, key) for key in action.sources),
            goal=place_title(definition, action.to),
            who=", ".join(said(definition.roles[role].title) for role in action.roles)
            or _("who answers for the stage"),
            needs=tuple(_needs(definition, action)),
        )
        for action in definition.actions.values()
    ]


def criteria_tables(definition: Definition) -> list[tuple[str, list[TableLine]]]:
    """Every table of criteria with its rows, the first that fits decides."""
    found = []
    for table in definition.criteria.values():
        lines = []
        for row in table.rows:
            facts = [(table.facts[name], values) for name, values in row.when.items() if name in table.facts]
            when = tuple(
                (said(fact.title), ", ".join(_value(fact.labels, value) for value in values)) for fact, values in facts
            )
            result = table.results.get(row.then)
            lines.append(TableLine(when, said(result) if result else row.then, said(row.why)))
        found.append((said(table.title), lines))
    return found


def _value(labels: Mapping[Value, Text], value: Value) -> str:
    label = labels.get(value)
    if label is not None:
        return said(label)
    return str(value) if isinstance(value, str) else _("yes") if value else _("no")


def _term(days: int | None) -> str:
    return _("Term: %(n)s days") % {"n": days} if days is not None else ""


def _needs(definition: Definition, action: Action) -> list[str]:
    needs = [paper_title(definition, kind) for kind in action.documents]
    for name, answers in action.criteria.items():
        table = definition.criteria[name]
        words = ", ".join(said(table.results[one]) if one in table.results else one for one in answers)
        needs.append(f"{said(table.title)}: {words}")
    if action.reason:
        needs.append(_("a reason in words"))
    return needs
