"""The names of the groups in rows and columns, and the order in which they stand."""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from functools import cache
from typing import Any, Final

from django.apps import apps
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from opora.catalogue import words as catalogue
from opora.common.language import said
from opora.common.text import fold
from opora.fields.words import answers_named
from opora.indicators.queries.naming import names_in
from opora.instruments.queries import published_definitions
from opora.intake.queries import channel_words
from opora.logic.queries import concepts
from opora.pivot.rules import Dimension

_A_MONTH: Final = re.compile(r"[1-9][0-9]{3}-(0[1-9]|1[0-2])")
_A_QUARTER: Final = re.compile(r"[1-9][0-9]{3}-[1-4]")
_OUTCOMES: Final = {
    "better": pgettext_lazy("table", "fewer weak sides"),
    "same": pgettext_lazy("table", "as many weak sides"),
    "worse": pgettext_lazy("table", "more weak sides"),
    "open": pgettext_lazy("table", "still in work"),
}
_HOUSEHOLDS: Final = {
    "both": pgettext_lazy("table", "mother and father"),
    "mother": pgettext_lazy("table", "mother alone"),
    "father": pgettext_lazy("table", "father alone"),
    "parent": pgettext_lazy("table", "a parent"),
    "guardian": pgettext_lazy("table", "guardians"),
}
_CHILDREN: Final = {
    "0": pgettext_lazy("table", "no child in the case"),
    "1": pgettext_lazy("table", "one child"),
    "2": pgettext_lazy("table", "two children"),
    "3+": pgettext_lazy("table", "three and more"),
}
_AGES: Final = {
    "0-2": pgettext_lazy("table", "under 3"),
    "3-6": pgettext_lazy("table", "3 to 6"),
    "7-11": pgettext_lazy("table", "7 to 11"),
    "12-15": pgettext_lazy("table", "12 to 15"),
    "16-17": pgettext_lazy("table", "16 and 17"),
    "18+": pgettext_lazy("table", "18 and older"),
}
_HOLDS: Final = {
    "yes": pgettext_lazy("table", "holds"),
    "no": pgettext_lazy("table", "lost again"),
}
_YES_NO: Final = {"yes": pgettext_lazy("answer", "yes"), "no": pgettext_lazy("answer", "no")}


def group_names(dimension: Dimension, codes: Collection[str]) -> dict[str, str]:
    """The name of each of these groups, in the order of the dimension; what is not known stands last."""
    wanted = [code for code in codes if code]
    words = _words(dimension, wanted)
    places = {code: place for place, code in enumerate(words)}
    ordered = sorted(wanted, key=lambda code: (places.get(code, len(places)), code))
    named = {code: capfirst(str(words.get(code, code))) for code in ordered}
    if "" in codes:
        named[""] = _unknown(dimension)
    return named


def _words(dimension: Dimension, wanted: Collection[str]) -> Mapping[str, Any]:
    if dimension.field is not None:
        return answers_named(dimension.field)
    return _choices(dimension.choices) if dimension.choices else _LISTS[dimension.words](wanted)


def _unknown(dimension: Dimension) -> str:
    if dimension.words in ("directions", "services") and dimension.several:
        return _("Received no service on record")
    if dimension.code in ("weak_section", "weak_item"):
        return _("No weak item on record")
    return capfirst(pgettext("table", "not known"))


@cache
def _choices(field: str) -> dict[str, Any]:
    """The words that a table has for the codes of a field."""
    model, _dot, name = field.rpartition(".")
    return {str(code): label for code, label in apps.get_model(model)._meta.get_field(name).flatchoices if code}


def _rows(model: str) -> Callable[[Collection[str]], Mapping[str, Any]]:
    def named(codes: Collection[str]) -> dict[str, str]:
        found = names_in(model, codes)
        return dict(sorted(found.items(), key=lambda pair: fold(pair[1])))

    return named


def _sections(codes: Collection[str]) -> dict[str, str]:
    return _of_forms(codes, is_item=False)


def _items(codes: Collection[str]) -> dict[str, str]:
    return _of_forms(codes, is_item=True)


def _of_forms(codes: Collection[str], *, is_item: bool) -> dict[str, str]:
    """Sections and items by their codes and words, as the newest version that has them words them."""
    forms = sorted({code.partition(":")[0] for code in codes})
    found: dict[str, str] = {}
    for form in forms:
        newest_first = list(published_definitions(code=form))[::-1]
        for definition in newest_first:
            for section in definition.sections:
                if not is_item:
                    found.setdefault(f"{form}:{section.code}", f"{section.code}. {said(section.title)}")
                    continue
                for item in section.items:
                    found.setdefault(f"{form}:{item.position + 1}", f"{item.code} {said(item.text)}")
    return found


def _results(codes: Collection[str]) -> dict[str, str]:
    known = concepts()
    titles = {code: said(known[code].title) for code in codes if code in known}
    return dict(sorted(titles.items(), key=lambda pair: fold(pair[1])))


def _months(codes: Collection[str]) -> dict[str, str]:
    days = {code: date(int(code[:4]), int(code[5:]), 1) for code in sorted(codes) if _A_MONTH.fullmatch(code)}
    return {code: date_format(day, "m.Y") for code, day in days.items()}


def _quarters(codes: Collection[str]) -> dict[str, str]:
    numbers = {"1": "I", "2": "II", "3": "III", "4": "IV"}
    told = pgettext("table", "%(number)s q. %(year)s")
    known = [code for code in sorted(codes) if _A_QUARTER.fullmatch(code)]
    return {code: told % {"number": numbers[code[5:]], "year": code[:4]} for code in known}


def _aid(_codes: Collection[str]) -> dict[str, Any]:
    return {**_choices("goods.Issue.kind"), "urgent": _("urgent help")}


def _fixed(words: Mapping[str, Any]) -> Callable[[Collection[str]], Mapping[str, Any]]:
    return lambda _codes: words


_LISTS: Final[Mapping[str, Callable[[Collection[str]], Mapping[str, Any]]]] = {
    "ages": _fixed(_AGES),
    "aid": _aid,
    "centres": _rows("stays.Shelter"),
    "channels": lambda _codes: channel_words(),
    "children": _fixed(_CHILDREN),
    "departments": _rows("access.Department"),
    "directions": _rows("catalogue.Direction"),
    "formats": _fixed(catalogue.FORMATS),
    "goods": _rows("goods.Good"),
    "holds": _fixed(_HOLDS),
    "households": _fixed(_HOUSEHOLDS),
    "items": _items,
    "months": _months,
    "outcomes": _fixed(_OUTCOMES),
    "programs": _rows("programs.Program"),
    "providers": _fixed(catalogue.PROVIDERS),
    "quarters": _quarters,
    "results": _results,
    "sections": _sections,
    "services": _rows("catalogue.Service"),
    "stock_places": _rows("goods.StockPlace"),
    "workers": _rows("access.User"),
    "years": lambda codes: {code: code for code in sorted(codes)},
    "yes_no": _fixed(_YES_NO),
}
