"""A logic model prepared for its picture."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from opora.common.language import said
from opora.logic import words
from opora.logic.rules import LogicModel, Node
from opora.pictures.model_parts import ModelArrow, ModelBox, ModelPicture
from opora.web.logic.telling import SIGNS, marks_in_words

STATES = ("assumed", "reconstructed", "cut")


def picture_of(model: LogicModel, link: Callable[[Node], str]) -> ModelPicture:
    """Columns, rows, boxes and arrows; each box leads where ``link`` says."""
    signs = {item.code: sign for sign, item in zip(SIGNS, model.legend, strict=False)}
    columns = [one for one in model.levels if one.place == "column"]
    return ModelPicture(
        title=said(model.title),
        description=_("Columns from left to right, arrows between boxes; below stands the same as a list."),
        levels=tuple((one.code, said(one.title)) for one in columns),
        rows=tuple((one.code, one.band) for one in model.rows),
        bands=tuple((one.code, said(one.title)) for one in model.bands),
        boxes=tuple(_box(model, node, signs, link) for node in model.nodes),
        arrows=tuple(
            ModelArrow(
                one.start,
                one.end,
                one.meaning,
                "assumed" if "assumed" in one.marks else "",
                _spoken_arrow(model, one.start, one.end, one.meaning),
            )
            for one in model.arrows
        ),
        above=tuple((one.code, said(one.title)) for one in model.levels if one.place == "above"),
        below=tuple((one.code, said(one.title)) for one in model.levels if one.place == "below"),
    )


def _box(model: LogicModel, node: Node, signs: dict[str, str], link: Callable[[Node], str]) -> ModelBox:
    level = model.level_of(node)
    text = said(node.text)
    small = [*marks_in_words(node.marks)]
    if model.is_result(node):
        small.insert(0, str(words.EVIDENCE_WORDS.get(model.evidence_of(node).kind, _("no evidence"))))
    legend = [said(one.text) for one in model.legend if one.code in node.legend]
    where = [said(level.title)] if level is not None else []
    return ModelBox(
        key=node.code,
        level=node.level,
        row=node.row,
        text=text,
        kind=level.kind if level is not None else "",
        small=tuple(small),
        signs="".join(signs[code] for code in node.legend if code in signs),
        state=next((one for one in STATES if one in node.marks), ""),
        href=link(node),
        spoken=" · ".join([*where, text, *small, *legend]),
    )


def _spoken_arrow(model: LogicModel, start: str, end: str, meaning: str) -> str:
    first, last = model.node(start), model.node(end)
    if first is None or last is None:
        return ""
    return f"{said(first.text)} — {words.MEANING_WORDS.get(meaning, meaning)} — {said(last.text)}"
