"""A box of a model in words: its column, its marks, by what it is seen, where its arrows lead."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from opora.access.rules import Actor
from opora.catalogue.queries import services_in_force
from opora.common.bilingual import Text
from opora.common.errors import NotFound
from opora.common.language import said
from opora.instruments.queries import definition_of as form_of
from opora.instruments.queries import newest_version
from opora.logic import words
from opora.logic.picturing import marks_in_words
from opora.logic.queries import Shown
from opora.logic.rules import Arrow, Evidence, LogicModel, Node


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """By what a result is seen: how, and what shows it, name by name."""

    kind: str
    way: str
    how: str
    named: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ArrowLine:
    """An arrow as it is told at one of its ends."""

    other: Node
    text: str
    url: str
    meaning: str
    glyph: str
    marks: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class BoxLine:
    """A box of the list beside the picture."""

    code: str
    text: str
    level: str
    url: str
    marks: tuple[str, ...]
    way: str
    kind: str
    leads: tuple[str, ...]


def maybe(text: Text) -> str:
    """Words in the reader's language, or nothing."""
    return said(text) if text else ""


def evidence_line(evidence: Evidence, items: Mapping[str, str], services: Mapping[str, str]) -> EvidenceLine:
    """``items`` and ``services`` are the words of a form's items and of what is given, by their codes."""
    named = [
        (_("Indicators"), ", ".join(evidence.indicators)),
        (_("Items of the form"), "; ".join(f"{one} {items[one]}" if one in items else one for one in evidence.items)),
        (_("Records"), ", ".join(words.records_in_words(evidence))),
        (_("Documents"), ", ".join(words.documents_in_words(evidence))),
        (_("Services"), "; ".join(services.get(one, one) for one in evidence.services)),
        (_("Outside series"), ", ".join(evidence.series)),
    ]
    way = str(words.EVIDENCE_WORDS.get(evidence.kind, ""))
    return EvidenceLine(evidence.kind, way, maybe(evidence.how), tuple((name, text) for name, text in named if text))


def address(code: str, node: Node) -> str:
    """The page of a box."""
    return reverse("logic:node", args=[code, node.code])


def arrow_line(model: LogicModel, arrow: Arrow, other: str) -> ArrowLine | None:
    """The arrow told from the box at its other end; None when it leads nowhere."""
    node = model.node(other)
    if node is None:
        return None
    return ArrowLine(
        node,
        said(node.text),
        address(model.code, node),
        str(words.MEANING_WORDS.get(arrow.meaning, arrow.meaning)),
        arrow.glyph,
        marks_in_words(arrow.marks),
        maybe(arrow.note),
    )


def box_line(model: LogicModel, node: Node) -> BoxLine:
    """A box with where its arrows lead."""
    level = model.level_of(node)
    evidence = model.evidence_of(node) if model.is_result(node) else Evidence()
    ends = [model.node(arrow.end) for arrow in model.leading_from(node.code)]
    return BoxLine(
        node.code,
        said(node.text),
        said(level.title) if level is not None else node.level,
        address(model.code, node),
        marks_in_words(node.marks),
        str(words.EVIDENCE_WORDS.get(evidence.kind, "")),
        evidence.kind,
        tuple(said(one.text) for one in ends if one is not None),
    )


def items_of(actor: Actor) -> dict[str, str]:
    """The words of the items of the basic form, for evidence that names them by their codes."""
    try:
        form = form_of(newest_version(actor=actor, code="efo"))
    except NotFound:
        return {}
    return {item.code: said(item.text) for item in form.items}


def services_of(practice: str = "") -> dict[str, str]:
    """The words of the services in force by their codes; those of a practice where two use the same code."""
    offered = sorted(services_in_force(), key=lambda one: one.practice == practice)
    return {one.code: said(one.title) for one in offered}


def box_of(one: Shown) -> tuple[str, str, str, str]:
    """Source, text, model, address."""
    title = said(one.published.model.title)
    return one.node.source, said(one.node.text), title, address(one.published.code, one.node)
