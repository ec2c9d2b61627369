"""Text on its way into a table that a spreadsheet may open: no cell is run as a formula, none holds unseen signs."""

import re
from typing import Final

# A cell that begins so would be run as a formula by a spreadsheet.
_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r")
# Control signs but line end and tab, and those that turn the direction of writing round.
_UNSEEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def safe_cell(text: str) -> str:
    """Text as a cell: control signs are left out, and what would begin a formula stands behind an apostrophe.

    `text_of_cell` gives the text back: apostrophes that stood there before count one more.
    """
    clean = _UNSEEN.sub("", text.replace("\r\n", "\n"))
    return f"'{clean}" if clean.lstrip("'").startswith(_DANGEROUS) else clean


def text_of_cell(cell: str) -> str:
    """The text behind a cell that `safe_cell` wrote."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_DANGEROUS) else cell
