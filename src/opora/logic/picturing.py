"""A logic model prepared for its picture: what is drawn, its marks and its legend in words."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _

from opora.common.language import said
from opora.logic import words
from opora.logic.rules import Arrow, LogicModel, Node
from opora.pictures.model_parts import ModelArrow, ModelBox, ModelPicture

SIGNS = "◆▲★●■◇△"
"""The marks of a legend, in its order; each stands beside its words."""
STATES = ("assumed", "reconstructed", "cut")


def picture_of(
    model: LogicModel,
    link: Callable[[Node], str],
    under: Callable[[Node], tuple[str, ...]] | None = None,
    along: Callable[[Arrow], str] | None = None,
) -> ModelPicture:
    """Columns, rows, boxes and arrows; each box leads where ``link`` says, each arrow where ``along`` does.

    ``under`` gives the small lines of a box where they are not by what it is seen.
    """
    signs = {item.code: sign for sign, item in zip(SIGNS, model.legend, strict=False)}
    columns = [one for one in model.levels if one.place == "column"]
    return ModelPicture(
        title=said(model.title),
        description=_("Columns from left to right, arrows between boxes; below stands the same as a list."),
        levels=tuple((one.code, said(one.title)) for one in columns),
        rows=tuple((one.code, one.band) for one in model.rows),
        bands=tuple((one.code, said(one.title)) for one in model.bands),
        boxes=tuple(_box(model, node, signs, link, under) for node in model.nodes),
        arrows=tuple(
            ModelArrow(
                one.start,
                one.end,
                one.meaning,
                "assumed" if "assumed" in one.marks else "",
                _spoken_arrow(model, one.start, one.end, one.meaning),
                along(one) if along is not None else "",
            )
            for one in model.arrows
        ),
        above=tuple((one.code, said(one.title)) for one in model.levels if one.place == "above"),
        below=tuple((one.code, said(one.title)) for one in model.levels if one.place == "below"),
    )


def marks_in_words(marks: Iterable[str]) -> tuple[str, ...]:
    """What is not printed in the source, said openly."""
    return tuple(str(words.MARKS[one]) for one in marks if one in words.MARKS)


def legend_lines(model: LogicModel) -> list[tuple[str, str, tuple[str, ...]]]:
    """The marks of the legend with their signs, and whether it is assumed who bears them."""
    return [
        (sign, said(item.text), marks_in_words(item.marks)) for sign, item in zip(SIGNS, model.legend, strict=False)
    ]


def _box(
    model: LogicModel,
    node: Node,
    signs: dict[str, str],
    link: Callable[[Node], str],
    under: Callable[[Node], tuple[str, ...]] | None,
) -> ModelBox:
    level = model.level_of(node)
    text = said(node.text)
    small = [*marks_in_words(node.marks)]
    if under is not None:
        small = [*under(node), *small]
    elif model.is_result(node):
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
