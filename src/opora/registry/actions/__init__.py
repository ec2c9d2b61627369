"""The only writers of this room: importing a register at once, and the steps of an import on the page."""

from opora.registry.actions.carrying_out import carry_out_queued_run, carry_out_run, confirm, tidy_runs
from opora.registry.actions.importing import import_registry, preview
from opora.registry.actions.runs import (
    ask_again,
    choose_columns,
    choose_erasing,
    choose_program,
    discard,
    upload,
)
from opora.registry.workbook import LARGEST_FILE

__all__ = [
    "LARGEST_FILE",
    "ask_again",
    "carry_out_queued_run",
    "carry_out_run",
    "choose_columns",
    "choose_erasing",
    "choose_program",
    "confirm",
    "discard",
    "import_registry",
    "preview",
    "tidy_runs",
    "upload",
]
