"""Releases in words: which tables there are, what their groups are called, why a number is hidden."""

from collections.abc import Iterable
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from opora.common.dates import show_day
from opora.indicators.queries.naming import names_in
from opora.indicators.rules import MEASURES
from opora.indicators.words import group_names
from opora.release.rules import TOTAL, Reason
from opora.release.rules.bands import UNKNOWN

TABLES = {
    "families": (
        gettext_lazy("Families at work"),
        gettext_lazy("Families whose case was open in the period, each case once."),
    ),
    "children": (
        gettext_lazy("Children of families at work"),
        gettext_lazy("Children of cases that were open in the period, each child once, by age on its last day."),
    ),
    "outcomes": (
        gettext_lazy("Weak sides before and after"),
        gettext_lazy("Cases closed in the period: whether the family had fewer weak sides at exit than at entry."),
    ),
    "placement": (
        gettext_lazy("Children kept in their families"),
        gettext_lazy("Children of cases closed in the period: whether they lived with their own family that day."),
    ),
    "services": (
        gettext_lazy("Families by the help they were given"),
        gettext_lazy("Families that were given a kind of help in the period, each once under each kind."),
    ),
    "indicators": (
        gettext_lazy("Indicators"),
        gettext_lazy("How many of how many, for every indicator that counts people; also as IATI and CIDS files."),
    ),
    "rows": (
        gettext_lazy("Closed cases, row by row"),
        gettext_lazy(
            "For researchers: one row for each closed case, in bands instead of days and ages, without codes."
        ),
    ),
}
UNITS = {
    "families": gettext_lazy("cases"),
    "children": gettext_lazy("children"),
    "outcomes": gettext_lazy("cases"),
    "placement": gettext_lazy("children"),
    "services": gettext_lazy("families"),
    "indicators": gettext_lazy("families or people"),
    "rows": gettext_lazy("cases"),
}
DIMENSIONS = {
    "program": pgettext_lazy("split", "program"),
    "department": pgettext_lazy("split", "department"),
    "children": gettext_lazy("children in the family"),
    "age": gettext_lazy("age of the youngest child, years"),
    "year": gettext_lazy("year of closing"),
    "quarter": gettext_lazy("quarter of closing"),
    "entry": gettext_lazy("weak sides at entry"),
    "result": gettext_lazy("fewer weak sides at exit"),
    "answer": gettext_lazy("what came of it"),
    "home": gettext_lazy("where they live"),
    "direction": gettext_lazy("direction"),
    "service": gettext_lazy("service"),
    "indicator": gettext_lazy("indicator"),
}
_ANSWERS = {
    "yes": pgettext_lazy("answer", "yes"),
    "no": pgettext_lazy("answer", "no"),
    "unknown": pgettext_lazy("answer", "not known"),
}
_OUTCOMES = {
    "yes": gettext_lazy("fewer weak sides"),
    "no": gettext_lazy("as many or more"),
    "unknown": gettext_lazy("not known"),
}
_PLACEMENT = {
    "yes": gettext_lazy("with their own family"),
    "no": gettext_lazy("elsewhere"),
    "unknown": gettext_lazy("not known"),
}
REASONS = {
    Reason.SMALL: gettext_lazy("too few: whoever knows a family would recognize it"),
    Reason.GROUP: gettext_lazy("all or nobody of a small group: it would tell of each of them"),
    Reason.BESIDE: gettext_lazy("beside it stands a hidden number that could be computed from the totals"),
    Reason.EARLIER: gettext_lazy("with an earlier release beside it a few families could be computed"),
}
STATES = {
    "waiting": pgettext_lazy("release", "waits for a second person"),
    "released": pgettext_lazy("release", "released"),
    "sent_back": pgettext_lazy("release", "sent back"),
    "withdrawn": pgettext_lazy("release", "withdrawn"),
    "recalled": pgettext_lazy("release", "called back"),
}
FILES = {"pdf": "PDF", "csv": "CSV", "xlsx": "Excel", "json": "JSON", "xml": "IATI", "jsonld": "CIDS"}


def dimension(code: str, table: str = "") -> str:
    """What a dimension is called."""
    if table == "children" and code == "age":
        return str(capfirst(_("age of the child, years")))
    return str(capfirst(DIMENSIONS[code]))


def groups(code: str, found: Iterable[str], table: str = "") -> dict[str, str]:
    """What each group of a dimension is called."""
    wanted = [one for one in found if one != TOTAL]
    if code in ("program", "department"):
        named = names_in({"department": "access.Department", "program": "programs.Program"}[code], wanted)
    elif code in ("direction", "service"):
        named = group_names(MEASURES["IND-02"], code, wanted)
    elif code == "home":
        named = group_names(MEASURES["IND-20"], code, wanted)
    elif code in ("answer", "result"):
        words = {"outcomes": _OUTCOMES, "placement": _PLACEMENT}.get(table, _ANSWERS)
        named = {one: str(capfirst(words[one])) for one in wanted}
    else:
        named = {one: _band(code, one) for one in wanted}
    return {one: named.get(one) or str(pgettext("group", "not stated")) for one in wanted}


def _band(code: str, group: str) -> str:
    if group == UNKNOWN:
        return str(_("not known"))
    if code == "quarter":
        year, number = group.split("-")
        return str(
            _("%(number)s quarter of %(year)s") % {"number": ("I", "II", "III", "IV")[int(number) - 1], "year": year}
        )
    return group.replace("-", "–")


def title(table: str, by: Iterable[str], first: date, last: date, program: str) -> str:
    """The title of a table, as it is printed."""
    named = ", ".join(str(DIMENSIONS[code]) for code in by if code not in ("answer", "indicator"))
    said = {"table": TABLES[table][0], "first": show_day(first), "last": show_day(last), "by": named}
    whole = _("%(table)s by %(by)s, %(first)s – %(last)s") if named else _("%(table)s, %(first)s – %(last)s")
    if table == "rows":
        whole = _("%(table)s, %(first)s – %(last)s")
    told = str(whole % said)
    return f"{told}. {program}" if program else told


def hidden_sign() -> str:
    """What stands in the place of a hidden number, whatever the reason."""
    return str(_("hidden"))


def about(table: str, *, least: int, shares: int, hidden: int) -> list[str]:
    """What everybody must know who reads the table."""
    told = [str(TABLES[table][1])]
    told.append(
        _("Numbers below %(least)s are not printed, nor what would give them away; shares only from %(shares)s on.")
        % {"least": least, "shares": shares}
    )
    if table == "rows":
        told.append(
            _("“*” stands where a trait would make a case recognizable; cases alone of their kind are left out.")
        )
    elif hidden:
        told.append(_("“%(sign)s” says nothing of how large the number is.") % {"sign": hidden_sign()})
    if table in ("outcomes", "placement", "indicators", "rows"):
        told.append(_("The figures show what changed during the support. They do not show what changed because of it."))
    return [str(one) for one in told]


def table_sheet() -> str:
    """The sheet with the table itself."""
    return str(_("Table"))


def about_sheet() -> str:
    """The sheet that says what it is."""
    return str(_("About"))


def numbered(number: int) -> str:
    """A release by its number in the register."""
    return str(_("Release No. %(number)s") % {"number": number})


def organization() -> str:
    """Whose release it is."""
    return str(_("Organization"))


def released_on() -> str:
    """The day it left the house."""
    return str(_("Released on"))


OUTPUTS = {
    "IND-30": gettext_lazy("Cases in which the work was brought to its end"),
    "IND-20": gettext_lazy("Children of cases in which the work was brought to its end"),
}


def output(code: str) -> str:
    """What all of whom an indicator tells, known or not, are an output of."""
    return str(OUTPUTS[code])
