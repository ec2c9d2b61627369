"""Making backups, checking them, bringing one back."""

from .making import Made, back_up
from .nightly import back_up_nightly
from .reading import check, open_archive
from .restoring import refuse_over_data, restore
from .sheet import lay_keys, print_sheet

__all__ = [
    "Made",
    "back_up",
    "back_up_nightly",
    "check",
    "lay_keys",
    "open_archive",
    "print_sheet",
    "refuse_over_data",
    "restore",
]
