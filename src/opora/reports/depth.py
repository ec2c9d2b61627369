"""The form in depth as a workbook: the figures in columns of their own, and beside them how they were counted."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from opora.common.dates import show_day
from opora.common.language import said
from opora.evidence import words
from opora.evidence.queries.depth import Depth
from opora.evidence.queries.depth_times import Times
from opora.evidence.rules.depth_time import Curve
from opora.evidence.rules.shares import Share
from opora.evidence.words import depth as told
from opora.reports.model import Block, Column, Heading, Points, Report, Table
from opora.reports.outcomes import organization_fact, period_of

_PERCENT = 100


def build(found: Depth, waited: Times, *, about: str, made_on: date, made_by: str) -> Report:
    """Sums over the families of one program."""
    blocks: list[Block] = [
        *tables(found, waited),
        Heading(_("How it is counted"), 2),
        Points(told.how_counted()),
        Heading(_("What must not be read out of it"), 2),
        Points(told.depth_caveats()),
    ]
    return Report(
        title=_("The form item by item"),
        subtitle=f"{about}, {period_of(found.cohort)}",
        facts=[
            *organization_fact(),
            (_("Closed cases"), words.number(found.closed)),
            (_("with an entry form"), words.number(found.forms)),
            (_("with an exit form too"), words.number(found.pairs)),
            (_("Figures taken on"), show_day(made_on)),
            (_("Made by"), made_by),
        ],
        blocks=blocks,
        made_on=made_on,
        confidential=_("Internal: small groups may be recognized. Not for publication."),
        footer="Опора",
    )


def tables(found: Depth, waited: Times) -> Iterable[Table]:
    """Items, pairs, services beside items, waiting."""
    yield item_table(found)
    yield from _beside(found, waited)


def item_table(found: Depth) -> Table:
    """Every item: weak at entry and at exit, solved, new."""
    return Table(
        pgettext("sheet", "Items"),
        [
            Column(_("Code")), Column(_("Item")), Column(_("Section")),
            *_share(_("Weak at entry")), *_share(_("Weak at exit")),
            *_share(_("Solved"), with_interval=True), *_share(_("New")),
            Column(_("Not rated at exit"), "count"), Column(_("No exit form"), "count"), Column(_("Remark")),
        ],
        [
            (
                *_named(found, one.place), _section(found, one.place),
                *_cells(one.entry), *_cells(one.exit), *_cells(one.solved, with_interval=True), *_cells(one.new),
                one.lost, one.without_exit, "; ".join(told.item_remarks(one)),
            )
            for one in found.items
        ],
    )  # fmt: skip


def _beside(found: Depth, waited: Times) -> Iterable[Table]:
    yield Table(
        pgettext("sheet", "Weak together"),
        [
            Column(_("Code")), Column(_("Item")), Column(_("Code")), Column(_("together with")),
            *_share(_("Both weak")), Column(_("expected by chance"), "decimal"), Column(_("more often than by chance")),
        ],
        [
            (
                *_named(found, one.first), *_named(found, one.second), *_cells(one.both), round(one.expected, 1),
                _("yes") if one.is_clear else _("not to be seen"),
            )
            for one in found.together
        ],
    )  # fmt: skip
    yield Table(
        pgettext("sheet", "Services beside items"),
        [
            Column(_("Code")), Column(_("Item")), Column(_("Service")),
            *_share(_("Solved where given"), with_interval=True),
            *_share(_("Solved elsewhere"), with_interval=True), Column(_("What may be said")),
        ],
        [
            (
                *_named(found, one.place), said(found.services[one.service_id]),
                *_cells(one.given, with_interval=True), *_cells(one.others, with_interval=True), told.beside(one),
            )
            for one in found.helped
        ],
    )  # fmt: skip
    yield Table(
        pgettext("sheet", "Waiting"),
        [
            Column(_("To")), Column(_("Families"), "count"), Column(_("came"), "count"),
            Column(_("Half within")), Column(_("After days"), "count"), Column(_("still followed"), "count"),
            Column(_("still waiting, %"), "decimal"), Column(_("from, %"), "decimal"), Column(_("to, %"), "decimal"),
        ],
        [
            *_waited(_("closing of the case"), waited.closing),
            *_waited(_("the first improvement"), waited.improvement),
        ],
    )  # fmt: skip


def _share(title: str, *, with_interval: bool = False) -> list[Column]:
    found = [Column(title, "count"), Column(_("of"), "count"), Column("%", "decimal")]
    return [*found, Column(_("from, %"), "decimal"), Column(_("to, %"), "decimal")] if with_interval else found


def _cells(share: Share, *, with_interval: bool = False) -> list[int | float | None]:
    found: list[int | float | None] = [share.n, share.total, _percent(share.share)]
    low, high = share.interval or (None, None)
    return [*found, _percent(low), _percent(high)] if with_interval else found


def _percent(share: float | None) -> float | None:
    return None if share is None else round(share * _PERCENT, 1)


def _named(found: Depth, place: int) -> tuple[str, str]:
    item = found.names.get(place)
    return (item.code, said(item.text)) if item else (str(place), "")


def _section(found: Depth, place: int) -> str:
    item = found.names.get(place)
    return said(item.section) if item else ""


def _waited(what: str, found: Curve | None) -> Iterable[tuple[str | int | float | None, ...]]:
    if found is None:
        return
    yield what, found.n, found.events, told.median(found), None, None, None, None, None
    for one in found.marks:
        low, high = one.interval or (None, None)
        yield what, None, None, "", one.days, one.at_risk, _percent(one.share), _percent(low), _percent(high)
