"""The names of everything that can be chosen for a table, and what is said where a choice makes none."""

from typing import Final

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opora.fields.words import field_title
from opora.pivot.rules import Definition, Dimension, Kind, Problem, Subject

_SUBJECTS: Final = {
    "cases": _("Families and cases"),
    "children": _("Children of cases"),
    "people": _("People in families"),
    "outcomes": _("Well-being of families at closing"),
    "results": _("Results reached"),
    "children_home": _("Children at closing: at home in their own family"),
    "items_weak_entry": _("Items of the form: weak at entry"),
    "items_weak_exit": _("Items of the form: weak at exit"),
    "items_solved": _("Items of the form: solved by the exit"),
    "items_new": _("Items of the form: became weak"),
    "services": _("Services given"),
    "aid": _("Material help: acts"),
    "goods": _("Material help: goods"),
    "nights": _("Nights in the centre"),
    "signals": _("Signals"),
}
_DIMENSIONS: Final = {
    "age": pgettext_lazy("table", "age of the child at entry"),
    "category": pgettext_lazy("table", "category of goods"),
    "centre": pgettext_lazy("table", "centre"),
    "channel": pgettext_lazy("table", "channel of the signal"),
    "child_age": pgettext_lazy("table", "ages of the children at entry"),
    "children": pgettext_lazy("table", "number of children"),
    "decision": pgettext_lazy("table", "what was decided"),
    "department": pgettext_lazy("table", "department"),
    "direction": pgettext_lazy("table", "direction of help"),
    "format": pgettext_lazy("table", "format"),
    "good": pgettext_lazy("table", "kind of goods"),
    "home": pgettext_lazy("table", "where the child lived at closing"),
    "holds": pgettext_lazy("table", "whether it holds"),
    "household": pgettext_lazy("table", "who brings the children up"),
    "item": pgettext_lazy("table", "item of the form"),
    "kind": pgettext_lazy("table", "kind of help"),
    "lived": pgettext_lazy("table", "lived in the centre"),
    "manager": pgettext_lazy("table", "case manager"),
    "month": pgettext_lazy("table", "month"),
    "outcome": pgettext_lazy("table", "how the case turned out"),
    "palliative": pgettext_lazy("table", "accompanied until a child is of age"),
    "part": pgettext_lazy("table", "who lived there"),
    "place": pgettext_lazy("table", "stock place"),
    "program": pgettext_lazy("table", "program"),
    "provider": pgettext_lazy("table", "whose service"),
    "quarter": pgettext_lazy("table", "quarter"),
    "reason": pgettext_lazy("table", "reason of closing"),
    "received_direction": pgettext_lazy("table", "directions the family received"),
    "received_service": pgettext_lazy("table", "services the family received"),
    "result": pgettext_lazy("table", "result"),
    "role": pgettext_lazy("table", "role in the family"),
    "section": pgettext_lazy("table", "section of the form"),
    "service": pgettext_lazy("table", "service"),
    "sex": pgettext_lazy("table", "sex"),
    "source": pgettext_lazy("table", "who turned to us"),
    "unit": pgettext_lazy("table", "unit"),
    "urgency": pgettext_lazy("table", "urgency"),
    "weak_item": pgettext_lazy("table", "items weak at entry"),
    "weak_section": pgettext_lazy("table", "sections with a weak item at entry"),
    "where": pgettext_lazy("table", "where it was given"),
    "worker": pgettext_lazy("table", "who gave it"),
    "year": pgettext_lazy("table", "year"),
}
_HIDDEN: Final = _("A table by a field for other roles")
_OWN: Final = pgettext_lazy("table", "an own field")
_UNITS: Final = {
    "acts": pgettext_lazy("table", "acts"),
    "cases": pgettext_lazy("table", "cases"),
    "children": pgettext_lazy("table", "children"),
    "items": pgettext_lazy("table", "items in cases"),
    "lines": pgettext_lazy("table", "lines of acts"),
    "people": pgettext_lazy("table", "people"),
    "results": pgettext_lazy("table", "results"),
    "services": pgettext_lazy("table", "services"),
    "signals": pgettext_lazy("table", "signals"),
    "stays": pgettext_lazy("table", "stays in a bed"),
}
_SUMS: Final = {
    "minutes": pgettext_lazy("table", "minutes together"),
    "rubles": pgettext_lazy("table", "rubles together"),
    "units": pgettext_lazy("table", "quantity"),
    "nights": pgettext_lazy("table", "nights"),
}
_MIDDLES: Final = {
    "days": pgettext_lazy("table", "middle number of days in work"),
    "minutes": pgettext_lazy("table", "middle length in minutes"),
    "weak_sides": pgettext_lazy("table", "by how many weak sides fewer: the middle"),
}
_SHARES: Final = {
    "outcomes": pgettext_lazy("table", "share of cases with fewer weak sides"),
    "children_home": pgettext_lazy("table", "share of children at home"),
    "items_weak_entry": pgettext_lazy("table", "share weak"),
    "items_weak_exit": pgettext_lazy("table", "share weak"),
    "items_solved": pgettext_lazy("table", "share solved"),
    "items_new": pgettext_lazy("table", "share that became weak"),
}
_DAYS: Final = {
    "opened": pgettext_lazy("table", "day of opening"),
    "closed": pgettext_lazy("table", "day of closing"),
    "in_work": pgettext_lazy("table", "in work at any time of the period"),
    "given": pgettext_lazy("table", "day it was given"),
    "nights": pgettext_lazy("table", "nights of the period"),
    "reached": pgettext_lazy("table", "first day on which it was reached"),
    "received": pgettext_lazy("table", "day the signal came"),
}
_PERIODS: Final = {
    "last_12": pgettext_lazy("period", "last twelve months"),
    "this_year": pgettext_lazy("period", "since the beginning of the year"),
    "last_year": pgettext_lazy("period", "last year"),
    "this_quarter": pgettext_lazy("period", "this quarter"),
    "last_quarter": pgettext_lazy("period", "last quarter"),
    "this_month": pgettext_lazy("period", "this month"),
    "last_month": pgettext_lazy("period", "last month"),
    "ever": pgettext_lazy("period", "all years"),
    "days": pgettext_lazy("period", "days of one’s own"),
}
_SHOWN: Final = {
    "number": pgettext_lazy("table", "numbers"),
    "of_row": pgettext_lazy("table", "percent of the row"),
    "of_column": pgettext_lazy("table", "percent of the column"),
    "of_all": pgettext_lazy("table", "percent of everything"),
}
_SORTS: Final = {
    "": pgettext_lazy("table", "usual order"),
    "most": pgettext_lazy("table", "the largest first"),
    "least": pgettext_lazy("table", "the smallest first"),
    "name": pgettext_lazy("table", "by name"),
}
_READY: Final = {
    "direction-section": _("Directions of help × sections of the form"),
    "channel-decision": _("Channels of signals × what was decided"),
    "item-program": _("Items weak at entry × programs"),
    "services-month": _("Services × months"),
    "aid-month": _("Material help × months"),
    "reason-program": _("Reasons of closing × programs"),
    "outcome-department": _("How cases turned out × departments"),
}
_PROBLEMS: Final = {
    Problem.SUBJECT: _("Choose what is to be counted."),
    Problem.ROWS: _("This subject is not told apart by what stands in the rows. Choose something else for the rows."),
    Problem.COLUMNS: _(
        "This subject is not told apart by what stands in the columns. Choose something else for the columns."
    ),
    Problem.SAME: _("Rows and columns are the same. Choose something else for one of them."),
    Problem.NO_DAY: _(
        "What lasts has no single day, so it has no months, quarters or years. Choose the day of opening or closing."
    ),
    Problem.KIND: _("This subject has no such figure. Choose another figure."),
    Problem.SHOWN: _("A share and a middle number are not parts of a whole. Show them as numbers."),
    Problem.DAY: _("This subject has no such day. Choose another rule for the period."),
    Problem.PERIOD: _("Choose the period from the list."),
    Problem.BACKWARDS: _("The last day is before the first one."),
    Problem.FILTERS: _("This subject cannot be narrowed so."),
    Problem.SORT: _("Choose the order from the list."),
}


def subject_title(code: str) -> str:
    """What is counted."""
    return str(_SUBJECTS[code])


def dimension_title(one: Dimension) -> str:
    """By what it is told apart, in small letters; an own field as the organization calls it, and whether it ended."""
    if one.field is None:
        return str(_DIMENSIONS[one.code])
    return field_title(one.field)


def unnamed_title(one: Dimension) -> str:
    """The same where people read it for whom an own field may not be meant: its very name may tell of somebody."""
    return dimension_title(one) if one.field is None else str(_OWN)


def hidden_title() -> str:
    """How a table is called for whom its own field is not meant: its name may tell of the field."""
    return str(_HIDDEN)


def kind_title(subject: Subject, kind: Kind) -> str:
    """The figure in the cells, as this subject calls it, in small letters."""
    if kind is Kind.FAMILIES:
        return str(pgettext_lazy("table", "families"))
    if kind is Kind.PEOPLE:
        return str(_UNITS["children" if subject.unit == "children" else "people"])
    if kind is Kind.RECORDS:
        return str(_UNITS[subject.unit])
    if kind is Kind.SHARE:
        return str(_SHARES[subject.code])
    return str((_SUMS if kind is Kind.SUM else _MIDDLES)[subject.amount])


def figure_title(one: Definition) -> str:
    """What the cells show, with a capital letter: the figure, or as which part of a whole."""
    figure = capfirst(kind_title(one.about, one.figure))
    return figure if one.shown == "number" else f"{figure}, {shown_title(one.shown)}"


def day_title(code: str) -> str:
    """Which day decides the period."""
    return str(_DAYS[code])


def period_title(code: str) -> str:
    """A kind of period."""
    return str(_PERIODS[code])


def shown_title(code: str) -> str:
    """Whether cells show numbers or parts."""
    return str(_SHOWN[code])


def sort_title(code: str) -> str:
    """In which order the rows stand."""
    return str(_SORTS[code])


def ready_title(code: str) -> str:
    """The name of a table that is there from the beginning."""
    return str(_READY[code])


def problem(code: Problem) -> str:
    """Why a choice makes no table, and what to choose instead."""
    return str(_PROBLEMS[code])
