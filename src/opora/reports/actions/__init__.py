"""Everything that changes or takes away reports: each verb checks, writes and journals in one transaction."""

from opora.reports.actions.blocks import add_block, change_block, drop_block, move_block
from opora.reports.actions.composing import begin, bring_back, change_about, copy, put_away
from opora.reports.actions.exporting import (
    KINDS,
    export_depth,
    export_list,
    export_lists,
    export_outcomes,
    export_served,
    export_table,
    read_outcomes,
    write_outcomes,
)
from opora.reports.actions.sheets import export_sheet, read_sheet
from opora.reports.actions.stakeholding import export_stakeholders, read_stakeholders
from opora.reports.actions.taking import export_report, export_taken, open_report, open_taken, take

__all__ = [
    "KINDS",
    "add_block",
    "begin",
    "bring_back",
    "change_about",
    "change_block",
    "copy",
    "drop_block",
    "export_depth",
    "export_list",
    "export_lists",
    "export_outcomes",
    "export_report",
    "export_served",
    "export_sheet",
    "export_stakeholders",
    "export_table",
    "export_taken",
    "move_block",
    "open_report",
    "open_taken",
    "put_away",
    "read_outcomes",
    "read_sheet",
    "read_stakeholders",
    "take",
    "write_outcomes",
]
