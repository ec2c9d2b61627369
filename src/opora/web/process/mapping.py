"""A process in the words of the pages: as a picture, as a BPMN file, as tables."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.utils.formats import get_format
from django.utils.translation import gettext as _

from opora.instruments.rules import Text
from opora.pictures.bpmn import BpmnExit, BpmnFlow, BpmnProcess, BpmnStage
from opora.pictures.process_map import ANYWHERE, MapArrow, MapLabels, MapPicture, MapStage
from opora.process.queries import MapCounts, StepLine
from opora.process.rules import Action, Definition, Value
from opora.process.words import paper_title, place_title, said
from opora.web.shell.templatetags.shell import day


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
    """The process alone: who acts where, and what leads where."""
    stages = [
        MapStage(
            key=key,
            title=said(stage.title),
            role=said(definition.roles[stage.role].title),
            at=stage.at,
            note="; ".join(said(definition.assumptions[code].title) for code in stage.assumptions) or None,
        )
        for key, stage in definition.stages.items()
    ]
    stages += [
        MapStage(key, said(one.title), "", one.at, kind="exit", tone=one.kind) for key, one in definition.exits.items()
    ]
    arrows = [
        MapArrow(source, action.to, said(action.title), action.kind)
        for action in definition.actions.values()
        for source in ((ANYWHERE,) if action.is_anywhere else action.sources)
    ]
    return MapPicture(
        title=said(definition.title),
        description=_("Map of the process: %(stages)s stages, %(exits)s exits. The table below says the same.")
        % {"stages": len(definition.stages), "exits": len(definition.exits)},
        stages=tuple(stages),
        arrows=tuple(arrows),
        labels=MapLabels(
            any_stage=_("from any stage"),
            overdue=_("{n} overdue"),
            days=_("{n} days").replace(" ", "\u00a0"),
            here=_("you are here"),
            decimal=get_format("DECIMAL_SEPARATOR"),
        ),
        rows=tuple(said(row) for row in definition.rows),
    )


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
    walked = [line.step for line in steps]
    entered: dict[str, str] = {}
    gone: set[tuple[str, str]] = set()
    for step, next_step in zip(walked, [*walked[1:], None], strict=True):
        until = f"–{day(next_step.on)}" if next_step and next_step.on != step.on else ""
        entered[step.to_stage] = f"{day(step.on)}{until}"
        gone.add((step.from_stage, step.to_stage))
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


def file_of(definition: Definition) -> BpmnProcess:
    """The process for a BPMN file; steps possible everywhere are spelled out, as other programs expect them."""
    return BpmnProcess(
        code=definition.code,
        title=said(definition.title),
        start=definition.start,
        stages=tuple(
            BpmnStage(key, said(stage.title), said(definition.roles[stage.role].title), _term(stage.days))
            for key, stage in definition.stages.items()
        ),
        exits=tuple(BpmnExit(key, said(one.title)) for key, one in definition.exits.items()),
        flows=tuple(
            BpmnFlow(source, action.to, said(action.title), "; ".join(_needs(definition, action)))
            for action in definition.actions.values()
            for source in definition.from_stages(action)
            if source != action.to
        ),
    )


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
