"""The cases behind a figure as a workbook tells them, wherever the figure stands."""

from django.utils.translation import gettext as _

from opora.web.shell.sheets import Column


def columns() -> list[Column]:
    """One line a case: where it is worked on, the day that brought it into the figure, and how often it counts."""
    return [
        Column(_("Case"), lambda row: row.number),
        Column(_("Code"), lambda row: row.code),
        Column(_("Program"), lambda row: row.program),
        Column(_("Department"), lambda row: row.department),
        Column(_("Day"), lambda row: row.on, "day"),
        Column(_("Times"), lambda row: row.times, "count"),
    ]
