"""A report with a block, and once it was taken, for the pages that speak of one."""

from datetime import date

from opora.access.rules import SYSTEM
from opora.reports import actions
from opora.reports.actions.blocks import Content
from opora.reports.actions.composing import About


def reports_of(*, on: date) -> dict[str, int]:
    """Their ids, by what the addresses ask for."""
    report = actions.begin(actor=SYSTEM, about=About("Отчёт за год", date(2026, 1, 1), date(2026, 12, 31)), on=on)
    content = Content("Главное", "Стало больше визитов.")
    block = actions.add_block(actor=SYSTEM, report_id=report.pk, kind="text", content=content)
    taken = actions.take(actor=SYSTEM, report_id=report.pk, on=on)
    return {"composed_id": report.pk, "block_id": block.pk, "taken_id": taken.pk}
