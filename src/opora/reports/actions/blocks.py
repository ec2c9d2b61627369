"""Blocks of a report: added, changed, moved, taken out. Several people may work on different blocks at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid
from opora.common.seen import check_seen
from opora.common.text import squeeze
from opora.reports import policies
from opora.reports.actions.composing import held, touch
from opora.reports.models import ComposedReport, ReportBlock
from opora.reports.queries.composed import block_in_sight, blocks_of
from opora.reports.rules.control_points import wrong_lines
from opora.reports.rules.kinds import KINDS, LONGEST_TEXT, MOST_BLOCKS

_CHANGED = _("Somebody else changed this block while you were typing. Compare it and save again.")


@dataclass(frozen=True, slots=True)
class Content:
    """What a block says and shows; a scope of its own only where it differs from that of the report."""

    heading: str = ""
    text: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    program_id: int | None = None
    department_id: int | None = None
    first_on: date | None = None
    last_on: date | None = None


@transaction.atomic
def add_block(*, actor: Actor, report_id: int, kind: str, content: Content, after: int | None = None) -> ReportBlock:
    """A new block behind another one, or as the first; without a place at the end."""
    report = held(actor, report_id)
    if kind not in KINDS:
        raise policies.unseen()
    blocks = blocks_of(report)
    if len(blocks) >= MOST_BLOCKS:
        raise Invalid({"__all__": _("A report has up to %(most)s blocks. Begin another one.") % {"most": MOST_BLOCKS}})
    made = ReportBlock(report=report, kind=kind, place=len(blocks) + 1)
    _write(made, content)
    made.save()
    places = [one.pk for one in blocks]
    at = len(places) if after is None else next((n + 1 for n, pk in enumerate(places) if pk == after), 0)
    _order(report, [*places[:at], made.pk, *places[at:]])
    touch(actor, report)
    audit.record(actor=actor, verb="reports.block_changed", number=report.pk)
    return made


@transaction.atomic
def change_block(*, actor: Actor, block_id: int, content: Content, revision: int | None = None) -> ReportBlock:
    """What a block says and shows from now on."""
    block = _held(actor, block_id)
    check_seen(block.revision, revision, _CHANGED)
    _write(block, content)
    block.revision += 1
    block.save()
    touch(actor, block.report)
    audit.record(actor=actor, verb="reports.block_changed", number=block.report_id)
    return block


@transaction.atomic
def move_block(*, actor: Actor, block_id: int, up: bool) -> ReportBlock:
    """One place up or down; at the edge it stays."""
    block = _held(actor, block_id)
    places = [one.pk for one in blocks_of(block.report)]
    at = places.index(block.pk)
    other = at - 1 if up else at + 1
    if 0 <= other < len(places):
        places[at], places[other] = places[other], places[at]
        _order(block.report, places)
        touch(actor, block.report)
        audit.record(actor=actor, verb="reports.block_changed", number=block.report_id)
    return block


@transaction.atomic
def drop_block(*, actor: Actor, block_id: int) -> int:
    """A block is taken out of the report; what was taken before keeps it. Gives the report."""
    block = _held(actor, block_id)
    report = block.report
    block.delete()
    _order(report, [one.pk for one in blocks_of(report)])
    touch(actor, report)
    audit.record(actor=actor, verb="reports.block_changed", number=report.pk)
    return report.pk


def _held(actor: Actor, block_id: int) -> ReportBlock:
    found = block_in_sight(actor=actor, block_id=block_id)
    report = held(actor, found.report_id)
    block = ReportBlock.objects.select_for_update(of=("self",)).filter(pk=block_id).first()
    if block is None:
        raise policies.unseen()
    block.report = report
    return block


def _order(report: ComposedReport, block_ids: list[int]) -> None:
    for place, pk in enumerate(block_ids, 1):
        ReportBlock.objects.filter(pk=pk, report=report).exclude(place=place).update(place=place)


def _write(block: ReportBlock, content: Content) -> None:
    wrong: dict[str, object] = {}
    if len(squeeze(content.heading)) > 200:
        wrong["heading"] = _("Up to 200 letters.")
    if len(content.text) > LONGEST_TEXT:
        wrong["text"] = _("Shorter, please: up to %(most)s letters.") % {"most": LONGEST_TEXT}
    if bool(content.first_on) != bool(content.last_on):
        wrong["last_on"] = _("Say both days of the period, or none.")
    elif content.first_on and content.last_on and content.last_on < content.first_on:
        wrong["last_on"] = _("The period ends before it begins. Change one of the two days.")
    if lines := wrong_lines(str(content.options.get("lines") or "")):
        numbers = ", ".join(str(one) for one in lines)
        wrong["lines"] = _("Write the days as DD.MM.YYYY, parted by semicolons. Lines to mend: %(n)s.") % {"n": numbers}
    if wrong:
        raise Invalid(wrong)
    block.heading, block.text = squeeze(content.heading), content.text.strip()
    block.options = {name: value for name, value in content.options.items() if name in KINDS[block.kind].options}
    block.program_id, block.department_id = content.program_id, content.department_id
    block.first_on, block.last_on = content.first_on, content.last_on
