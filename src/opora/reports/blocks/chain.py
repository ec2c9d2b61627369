"""Logic models as blocks: their boxes level by level with figures, the picture, the assumptions."""

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.chain import words as chain_words
from opora.chain.queries import BoxStanding, Chain, Measured, Tally, read_chain
from opora.common.errors import NotFound
from opora.common.language import said
from opora.indicators import words
from opora.indicators.queries import Indicator
from opora.indicators.rules import EXTERNAL
from opora.logic.rules import Node
from opora.reports.blocks.figures import outside_kept, outside_row, whole
from opora.reports.blocks.model_picture import picture_of_chain
from opora.reports.blocks.work import (
    Asked,
    Drawn,
    Line,
    bare_row,
    figure_row,
    figure_table,
    kept,
    nothing,
    to_choose,
    whole_house,
)
from opora.reports.model import Block, Cell, Column, Heading, Picture, Table, Text
from opora.reports.rules.changes import Kept


def model(asked: Asked) -> Drawn:
    """Every box of the chosen columns with its figure, or with what keeps it from having one."""
    chain = _chain(asked)
    if chain is None:
        return _no_model()
    chosen = asked.options.get("levels") or ()
    blocks: list[Block] = [Text(note, "quiet")] if (note := whole_house(asked)) else []
    figures: dict[str, Kept] = {}
    counted: list[Indicator] = []
    for level in chain.published.model.levels:
        boxes = [one for one in chain.boxes if one.node.level == level.code]
        if not boxes or (chosen and level.code not in chosen and level.kind not in chosen):
            continue
        # What several boxes of a column say in the same words stands once.
        rows = {(row[0], ref): (row, ref) for box in boxes for row, ref in _lines(asked, box)}.values()
        blocks += [Heading(said(level.title), 3)] if len(chosen) != 1 else []
        blocks.append(figure_table(said(level.title), _("Result"), rows))
        figures |= {one.key: one for box in boxes for one in _kept(asked, box)}
        counted += [one.compared.indicator for box in boxes for one in box.standing.measured if one.compared]
    return Drawn(blocks, list(figures.values()), counted=counted) if blocks else _no_model()


def picture(asked: Asked) -> Drawn:
    """The model as a picture with a figure in every box, on sheets as large as a page."""
    chain = _chain(asked)
    if chain is None:
        return _no_model()
    caption = said(chain.published.model.title)
    drawn = picture_of_chain(chain)
    pictures: list[Block] = [Picture(paper, caption, screen) for paper, screen in drawn]
    return Drawn([Text(note, "quiet"), *pictures] if (note := whole_house(asked)) else pictures)


def assumptions(asked: Asked) -> Drawn:
    """What the model takes for granted, and whether it held."""
    chain = _chain(asked)
    if chain is None:
        return _no_model()
    if not chain.assumptions:
        return nothing(_("This model names no assumptions."))
    standing = {True: _("holds"), False: _("does not hold"), None: _("not known")}
    rows = [
        (
            one.assumption.source,
            said(one.assumption.text),
            standing[one.standing.holds],
            str(chain_words.STATE_WORDS[one.standing.state]),
            chain_words.tally_of(one.failed) if one.failed.families else chain_words.reason_of(one.standing),
        )
        for one in chain.assumptions
    ]
    columns = [
        Column(_("Source")),
        Column(pgettext("report", "Assumption")),
        Column(pgettext("report", "Does it hold")),
        Column(pgettext("report", "How it is seen")),
        Column(pgettext("report", "Remark")),
    ]
    return Drawn([Table(_("Assumptions"), columns, rows)])


def _chain(asked: Asked) -> Chain | None:
    code = str(asked.options.get("model") or "")
    if not code:
        return None
    program_id = asked.program.pk if asked.program is not None else None
    try:
        # A report that was taken is read by people who may not read of illnesses.
        return read_chain(actor=asked.actor, code=code, period=asked.period, program_id=program_id, tells_health=False)
    except NotFound:
        return None


def _no_model() -> Drawn:
    return to_choose(_("Choose a logic model that is in force."))


def _lines(asked: Asked, box: BoxStanding) -> Iterable[tuple[list[Cell], str]]:
    title = said(box.node.text) + (f" ({box.node.source})" if box.node.source else "")
    if (tally := _told_by(box)) is not None:
        yield _tally_row(title, tally, chain_words.target_of_tally(box.standing)), _ref(box.node)
        return
    if not box.standing.measured:
        yield bare_row(title, chain_words.reason_of(box.standing)), _ref(box.node)
    several = len(box.standing.measured) > 1
    for one in box.standing.measured:
        name = f"{title}: {chain_words.title_of(one)}" if several else title
        yield _row(asked, name, one), f"outside:{one.code}" if one.code in EXTERNAL else f"indicator:{one.code}"


def _told_by(box: BoxStanding) -> Tally | None:
    """What came together at a box of which no indicator tells."""
    first = box.standing.first
    return box.standing.tally if first is None or first.value is None else None


def _tally_row(title: str, one: Tally, target: str) -> list[Cell]:
    is_reached = one.kind == "reached"
    before = "" if one.earlier is None else words.plain_number(one.earlier)
    parts = (one.families, one.of) if is_reached else (one.times, None)
    return [
        title, chain_words.value_of_tally(one), chain_words.tally_rests_on(one), *parts, None, before, target, "",
    ]  # fmt: skip


def _row(asked: Asked, title: str, one: Measured) -> list[Cell]:
    if one.compared is not None and one.compared.indicator.measure.is_whole:
        return figure_row(replace(whole(asked, one.code), title=title, target=one.target))
    if one.compared is not None:
        line = Line(title, one.compared.indicator, one.compared.now, one.compared.before, one.target)
        return figure_row(line)
    if one.code in EXTERNAL:
        return outside_row(title, one.outside)
    return bare_row(title, chain_words.why(one))


def _kept(asked: Asked, box: BoxStanding) -> Iterable[Kept]:
    if (tally := _told_by(box)) is not None:
        # An outcome is the same one in every model; what else a box counts is its own.
        key, title = asked.key(f"box:{box.node.concept or box.node.source or box.node.code}"), said(box.node.text)
        value = float(tally.families if tally.kind == "reached" else tally.times)
        yield Kept(key, title, chain_words.value_of_tally(tally), value, chain_words.tally_rests_on(tally))
        return
    for one in box.standing.measured:
        if one.compared is not None and one.compared.indicator.measure.is_whole:
            yield kept(asked, whole(asked, one.code))
        elif one.compared is not None:
            yield kept(asked, Line(words.title(one.compared.indicator), one.compared.indicator, one.compared.now))
        elif one.code in EXTERNAL:
            yield outside_kept(one.code, one.outside)


def _ref(node: Node) -> str:
    return f"source:{node.source.split(', ')[0]}" if node.source else ""
