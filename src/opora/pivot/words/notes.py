"""What has to be said under a table: who is counted once, by which day, what is not known, who is not in sight."""

from collections.abc import Callable
from typing import Final

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from opora.common.dates import show_day
from opora.indicators.words import plain_number
from opora.pivot.queries import Result
from opora.pivot.rules import SHARED, Definition, Dimension, Kind, Period, problems_of
from opora.pivot.words.choices import day_title, dimension_title, figure_title, subject_title, unnamed_title
from opora.pivot.words.naming import group_names

_RULES: Final = {
    "age": gettext_lazy("The age is that on the day of the entry form; where it was not written down it is not known."),
    "as_on_coming": gettext_lazy("Whoever moved in counts as what he or she was then."),
    "by_day": gettext_lazy("A record belongs to the month of the day that decides the period."),
    "child_age": gettext_lazy(
        "The ages are those on the day of the entry form; a family with children of two ages stands in both."
    ),
    "children": gettext_lazy("Children are those whom the case is about."),
    "claims": gettext_lazy(
        "There is no comparison group: the figure says what changed, not that the help is the reason."
    ),
    "closed": gettext_lazy("The reason is that of the closing that stands; of an open case there is none."),
    "decided": gettext_lazy("What was decided after the day one looks from is not decided yet."),
    "first_signal": gettext_lazy("The channel is that of the signal with which the path of the family began."),
    "giver": gettext_lazy("Of a service given by a partner no colleague is known."),
    "holds": gettext_lazy(
        "A result that was lost again by the day one looks from holds no more; that it was reached stays."
    ),
    "home": gettext_lazy("Where a child lived is known of closed cases only."),
    "household": gettext_lazy("Who belonged to the family on the day that decides the period."),
    "lived": gettext_lazy("Whether a stay in the centre is on record by the day one looks from."),
    "manager": gettext_lazy("The case manager is who answered for the case on the day that decides the period."),
    "members": gettext_lazy("Counted is who belonged to the family on that day; unborn children are not counted."),
    "no_health": gettext_lazy("Results about somebody’s health are counted only for those who read of health."),
    "night": gettext_lazy("A night belongs to the day on which it begins, and counts once for each person."),
    "no_minutes": gettext_lazy("Services whose length nobody wrote down are in no sum of minutes."),
    "no_palliative": gettext_lazy("Families accompanied until a child is of age are counted apart, not here."),
    "of_record": gettext_lazy("The department is that of the case today."),
    "once_case": gettext_lazy("Each case counts by itself, by the closing that stands."),
    "once_closing": gettext_lazy("In a share a child counts once, by the newest closing in the period."),
    "once_family": gettext_lazy("A family with two cases is one family and two cases."),
    "once_item": gettext_lazy("Each item counts once in each case; an item not rated is in no share."),
    "once_meeting": gettext_lazy("A meeting of a group is one service of each family that came."),
    "once_person": gettext_lazy("A person named by two cases counts once."),
    "once_record": gettext_lazy("Each record counts once."),
    "own_field": gettext_lazy(
        "An own field tells what was answered by the day one looks from; whom nobody asked is not known, and no “no”."
    ),
    "own_fields": gettext_lazy(
        "An own field tells what was answered by the day one looks from; with several answers a family stands in each "
        "of them; whom nobody asked is not known."
    ),
    "pair": gettext_lazy(
        "By the number of weak sides at entry and at exit; without both forms it is not known how the case turned out."
    ),
    "palliative": gettext_lazy("As the path of the family says today."),
    "received": gettext_lazy(
        "A family that received several stands in each of them; what else was going on in its life nobody has counted."
    ),
    "reopened": gettext_lazy("A case closed and opened again counts as closed only by the closing that stands."),
    "result": gettext_lazy("A result counts once in each case, for the family or for each person it is told of."),
    "result_said": gettext_lazy(
        "Reached is what the records show for sure or a colleague has said; what only seems so is left out."
    ),
    "rubles": gettext_lazy("Rubles are those of money, certificates and payments; goods have no price here."),
    "taken_back": gettext_lazy("What was taken back or voided counts nowhere."),
    "two_programs": gettext_lazy("Who is helped by two programs counts in each of them."),
    "units": gettext_lazy(
        "Where a table is not told apart by unit, a piece, a pack, a kilogram and a liter are one unit each."
    ),
    "unknown": gettext_lazy("What is not known is in neither part of a share and never a no."),
    "unnamed": gettext_lazy("Help to a family that nobody has named yet is help, and no family."),
    "unnamed_signals": gettext_lazy("A signal whose family nobody has named yet is a signal, and no family."),
    "weak": gettext_lazy("By the entry form; a family with several weak sides stands in each of them."),
}


def what(one: Definition) -> str:
    """What the table counts, by rows and columns, for headings; nothing where it counts nothing."""
    return _by(one, dimension_title)


def what_for_all(one: Definition) -> str:
    """The same for the journal: its readers may not see every own field, so such a one is not named there."""
    return _by(one, unnamed_title)


def _by(one: Definition, title_of: Callable[[Dimension], str]) -> str:
    if problems_of(one):
        return ""
    parts = [title_of(one.known[code]) for code in (one.rows, one.columns) if code]
    return f"{subject_title(one.subject)}: {' × '.join(parts)}"


def days_in_words(period: Period) -> str:
    """From which day to which one."""
    if period.first.year < 1991:
        return _("up to %(last)s") % {"last": show_day(period.last)}
    return _("%(first)s – %(last)s") % {"first": show_day(period.first), "last": show_day(period.last)}


def notes(result: Result, *, is_narrowed: bool = False) -> list[str]:
    """Everything a reader must know to read the figures right."""
    one = result.definition
    told = [_which(result), *_only(one), _once(result), *_unknown(result)]
    known = one.known
    rules = dict.fromkeys(
        [*one.about.said, *(known[code].said for code in (one.rows, one.columns, *sorted(one.filters)) if code)]
    )
    told += [str(_RULES[code]) for code in rules if code]
    if is_narrowed:
        told.append(_("Counted are only the families that you see."))
    told.append(_("As of %(day)s: what happened later is not known yet.") % {"day": show_day(result.period.as_of)})
    return [sentence for sentence in told if sentence]


def _which(result: Result) -> str:
    one = result.definition
    return _("%(figure)s; the period is decided by: %(day)s.") % {
        "figure": figure_title(one),
        "day": day_title(one.by_day),
    }


def _only(one: Definition) -> list[str]:
    """By what the table is narrowed: a figure of some of them must not be taken for one of all."""
    known = one.known
    asked = {known[name]: codes for name, codes in sorted(one.filters.items()) if codes}
    asked |= {SHARED["program"]: tuple(map(str, one.programs))} if one.programs else {}
    asked |= {SHARED["department"]: tuple(map(str, one.departments))} if one.departments else {}
    return [
        _("Only: %(what)s – %(which)s.")
        % {"what": dimension_title(dimension), "which": ", ".join(group_names(dimension, codes).values())}
        for dimension, codes in asked.items()
    ]


def _once(result: Result) -> str:
    one = result.definition
    known = one.known
    if one.figure is Kind.SHARE:
        return _("Beside each share stands of how many; a share of few moves with every one of them.")
    if one.figure is Kind.MEDIAN:
        return _("Half of them have less than the middle number, half have more; middles do not add up.")
    if one.figure is Kind.FAMILIES:
        return _(
            "A family counts once in each cell where it stands and once in the total, so rows and columns do not have "
            "to add up to it."
        )
    if one.figure is Kind.PEOPLE:
        return _(
            "A person counts once in each cell where he or she stands and once in the total, so rows and columns do "
            "not have to add up to it."
        )
    if any(code and known[code].several for code in (one.rows, one.columns)):
        return _("One record may stand in several rows or columns, and counts once in the total.")
    return _("Each record counts once, so rows and columns add up to the total.")


def _unknown(result: Result) -> list[str]:
    whole, told = result.whole, []
    if any("" in key for key in result.cells):
        told.append(
            _("“%(unknown)s” is a row or column of its own: it is no nought and no no.")
            % {"unknown": capfirst(pgettext("table", "not known"))}
        )
    if whole.unknown:
        told.append(_("Of %(n)s it is not known.") % {"n": plain_number(whole.unknown)})
    if whole.unnamed:
        told.append(
            _("Beside that, %(n)s records are of families that nobody has named yet.")
            % {"n": plain_number(whole.unnamed)}
        )
    return told
