"""Laying out an import for its page: which rows are shown, with the words for their columns and lots."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import pgettext_lazy

from opora.registry.words import COLUMN_NAMES

ROWS_A_PAGE = 50

LOTS = {
    "new": (pgettext_lazy("row", "new"), "go"),
    "changed": (pgettext_lazy("row", "changes"), "warn"),
    "unchanged": (pgettext_lazy("row", "stays as it is"), "plain"),
    "rejected": (pgettext_lazy("row", "not taken"), "late"),
}


def laid_out(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as the page's table shows it."""
    cells = row["cells"]
    label, kind = LOTS[row["status"]]
    return {
        **row,
        "lot": label,
        "kind": kind,
        "department": cells.get("department"),
        "number": cells.get("number"),
        "parent": cells.get("parent"),
        "children": cells.get("children"),
        "opened_on": cells.get("opened_on"),
        "closed_on": cells.get("closed_on"),
        "entry": cells.get("entry"),
        "exit": cells.get("exit"),
        "changes": [{**change, "label": COLUMN_NAMES.get(change["field"], "")} for change in row["changes"]],
    }
