"""Logic models to read: all of them, one as a picture and a list, one box with all that is known of it."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.access.rules import Actor, can
from opora.common.dates import today
from opora.common.errors import NotFound
from opora.common.language import said
from opora.indicators.queries import indicators_in_force
from opora.indicators.rules import EXTERNAL
from opora.indicators.words import title, title_of_code
from opora.logic import queries, words
from opora.logic.picturing import legend_lines, marks_in_words, picture_of
from opora.logic.queries import Published
from opora.logic.rules import Concept, LogicModel, Node
from opora.pictures.logic_model import logic_model, sheets
from opora.programs.queries import list_programs
from opora.results.queries import untold
from opora.sources.queries import source_lines
from opora.voice.actions import read_of_outcome
from opora.voice.queries import QuoteLine
from opora.web.logic.telling import (
    BoxLine,
    address,
    arrow_line,
    box_line,
    box_of,
    evidence_line,
    items_of,
    maybe,
    services_of,
)
from opora.web.shell import sheets as sheets_of_lists
from opora.web.shell.asking import actor_of
from opora.web.shell.drawing import as_drawing


@dataclass(frozen=True, slots=True)
class ModelLine:
    """A model in the list: how much it says, and by what its results are seen."""

    published: Published
    title: str
    about: str
    programs: str
    boxes: int
    ways: tuple[tuple[str, str, int], ...]


def list_models(request: HttpRequest) -> HttpResponse:
    """Every model in force."""
    actor = actor_of(request)
    names = {one.code: one.name for one in list_programs(actor=actor)}
    lines = [_model_line(one, names) for one in queries.models_in_force()]
    context = {
        "lines": lines,
        "may_change": can(actor, "practice.manage"),
        "new": [
            (one.code, said(one.model.title), is_open) for one, is_open in queries.drafts_of_new_models(actor=actor)
        ],
    }
    return render(request, "logic/list.html", context)


def show_model(request: HttpRequest, code: str) -> HttpResponse:
    """The model in force."""
    return _shown(request, queries.model_in_force(code=code), is_in_force=True)


def show_version(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """One version of a model, in force or not."""
    actor = actor_of(request)
    published = queries.version(actor=actor, code=code, number=number)
    newest = queries.versions_of(actor=actor, code=code)[0]
    return _shown(request, published, is_in_force=newest.number == number)


def show_node(request: HttpRequest, code: str, node: str) -> HttpResponse:
    """One box: what it means, by what it is seen, where its arrows lead, where else it stands, where it is recorded."""
    actor = actor_of(request)
    published = queries.model_in_force(code=code)
    model = published.model
    found = model.node(node)
    if found is None:
        raise NotFound
    level = model.level_of(found)
    row = next((one for one in model.rows if one.code == found.row), None)
    concept = model.concept_of(found)
    sources = found.source.split(", ") if found.source else []
    context = {
        "published": published,
        "title": said(model.title),
        "node": found,
        "text": said(found.text),
        "level": said(level.title) if level is not None else "",
        "row": said(row.title) if row is not None else "",
        "marks": marks_in_words(found.marks),
        "legend": [said(one.text) for one in model.legend if one.code in found.legend],
        "note": maybe(found.note),
        "definition": maybe(model.definition_of(found)),
        "is_result": model.is_result(found),
        "evidence": evidence_line(model.evidence_of(found), items_of(actor), services_of(published.practice)),
        "indicators": _indicators(actor, model.evidence_of(found).indicators),
        "into": _arrows(model, found, into=True),
        "onward": _arrows(model, found, into=False),
        "assumptions": [(said(one.text), maybe(one.definition)) for one in model.assumptions_of(found.code)],
        "concept": said(concept.title) if concept is not None else "",
        "concept_code": concept.code if concept is not None else "",
        "elsewhere": _elsewhere(published, found),
        "lines": [
            (line.id, ", ".join(said(place.what) for place in line.places))
            for line in source_lines()
            if line.id in sources
        ],
        "link": _link(found),
        "said": _said_of(actor, concept),
    }
    return render(request, "logic/node.html", context)


def _said_of(actor: Actor, concept: Concept | None) -> list[QuoteLine]:
    """What families said of the outcome of a box, for whoever reads outcomes; of health for whoever reads of health."""
    if concept is None or not can(actor, "outcomes.read") or concept.code in untold(actor=actor):
        return []
    return read_of_outcome(actor=actor, outcome=concept.code, on=today())


def drawn(model: LogicModel) -> dict[str, Any]:
    """The picture of a model, its sheets for paper, its legend, and the same as a list."""
    picture = picture_of(model, lambda node: address(model.code, node))
    return {
        "drawing": as_drawing(logic_model(picture)),
        "sheets": as_drawing(sheets(picture)),
        "legend": legend_lines(model),
        "parts": _parts(model),
    }


def _shown(request: HttpRequest, published: Published, *, is_in_force: bool) -> HttpResponse:
    actor, model = actor_of(request), published.model
    if sheets_of_lists.is_asked(request):
        return sheets_of_lists.answer(
            request, name="logic-model", title=said(model.title), columns=_box_columns(), rows=_rows(model)
        )
    names = {one.code: one.name for one in list_programs(actor=actor)}
    context = {
        "line": _model_line(published, names),
        "is_in_force": is_in_force,
        "versions": queries.versions_of(actor=actor, code=published.code),
        "assumptions": [
            (one.source, said(one.text), maybe(one.definition), marks_in_words(one.marks)) for one in model.assumptions
        ],
        "may_change": can(actor, "practice.manage"),
        "draft_state": queries.state_of_draft(actor=actor, code=published.code),
        "may_see_figures": can(actor, "outcomes.read"),
        "may_see_process": bool(model.process) and can(actor, "intake.work"),
        **drawn(model),
    }
    return render(request, "logic/model.html", context)


def _model_line(one: Published, names: dict[str, str]) -> ModelLine:
    model = one.model
    ways = Counter(model.evidence_of(node).kind for node in model.nodes if model.is_result(node))
    return ModelLine(
        one,
        said(model.title),
        maybe(model.about),
        ", ".join(names[code] for code in one.programs if code in names),
        len(model.nodes),
        tuple((kind, str(words.EVIDENCE_WORDS[kind]), ways[kind]) for kind in words.EVIDENCE_WORDS if ways[kind]),
    )


def _parts(model: LogicModel) -> list[tuple[str, list[BoxLine]]]:
    """The boxes for a list: those that stand above, row by row, those of all rows, those below."""
    place = {level.code: level.place for level in model.levels}
    free = [node for node in model.nodes if not node.row]
    parts = [(said(one.title), [node for node in model.nodes if node.row == one.code]) for one in model.rows]
    goals = [node for node in free if place.get(node.level) == "above"]
    others = [node for node in free if place.get(node.level) != "above"]
    parts = [(_("The whole model"), goals), *parts, (_("For all rows") if model.rows else "", others)]
    order = {level.code: number for number, level in enumerate(model.levels)}
    return [
        (title, [box_line(model, node) for node in sorted(nodes, key=lambda node: order.get(node.level, 0))])
        for title, nodes in parts
        if nodes
    ]


def _indicators(actor: Actor, codes: Collection[str]) -> list[tuple[str, str, str]]:
    """The indicators that show a result, with where each is to be seen, for whoever may read figures."""
    if not can(actor, "outcomes.read"):
        return []
    known = {one.code: title(one) for one in indicators_in_force(actor=actor)} if codes else {}
    ours = [(code, known[code], reverse("indicators:one", args=[code])) for code in codes if code in known]
    return ours + [(code, title_of_code(code), reverse("indicators:outside")) for code in codes if code in EXTERNAL]


def _arrows(model: LogicModel, node: Node, *, into: bool) -> list[Any]:
    arrows = model.leading_to(node.code) if into else model.leading_from(node.code)
    lines = [arrow_line(model, one, one.start if into else one.end) for one in arrows]
    return [one for one in lines if one is not None]


def _elsewhere(published: Published, node: Node) -> list[tuple[str, str, str, str]]:
    """Other boxes of the same outcome, in this model and in others: source, text, model, address."""
    return [
        box_of(one)
        for one in queries.shown_in(concept=node.concept)
        if (one.published.code, one.node.code) != (published.code, node.code)
    ]


def _link(node: Node) -> tuple[str, str] | None:
    """The model to which a link leads."""
    if not node.model:
        return None
    try:
        other = queries.model_in_force(code=node.model)
    except NotFound:
        return None
    return said(other.model.title), reverse("logic:model", args=[other.code])


def _rows(model: LogicModel) -> list[tuple[LogicModel, Node, BoxLine]]:
    return [(model, node, box_line(model, node)) for node in model.nodes]


def _box_columns() -> list[sheets_of_lists.Column]:
    return [
        sheets_of_lists.Column(_("Source"), lambda row: row[1].source),
        sheets_of_lists.Column(pgettext("logic", "Column"), lambda row: row[2].level),
        sheets_of_lists.Column(pgettext("logic", "Row"), lambda row: row[1].row),
        sheets_of_lists.Column(pgettext("logic", "Box"), lambda row: row[2].text),
        sheets_of_lists.Column(pgettext("logic", "Marks"), lambda row: ", ".join(row[2].marks)),
        sheets_of_lists.Column(_("When it counts as reached"), lambda row: maybe(row[0].definition_of(row[1]))),
        sheets_of_lists.Column(pgettext("evidence", "Seen by"), lambda row: row[2].way),
        sheets_of_lists.Column(_("Leads to"), lambda row: "; ".join(row[2].leads)),
    ]
