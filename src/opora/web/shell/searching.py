"""A list that is read whole is searched here: each word that was typed stands somewhere in what a row shows.

It forgives how something is typed: any case, «е» for «ё», Latin letters that look like Cyrillic ones, spaces in
numbers. Such lists are short by their nature; one that grows without end is searched by the database
(``searched_below``).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from opora.common.text import cyrillic, fold
from opora.web.shell import sheets
from opora.web.shell.forms import search_line
from opora.web.shell.paging import Pager, page_asked, page_by_number

Row = TypeVar("Row")
PAGE = 50


class SearchForm(forms.Form):
    """One line for what is looked for."""

    def __init__(self, *args: Any, label: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["q"] = search_line(label or _("Search in this list"), most=80)

    @property
    def text(self) -> str:
        """What was typed; what cannot be read narrows nothing."""
        return str(self.cleaned_data.get("q", "")).strip() if self.is_bound and self.is_valid() else ""


@dataclass(frozen=True, slots=True)
class Searched(Generic[Row]):
    """The form, the rows that it leaves, those of one page, and the links to other pages."""

    form: SearchForm
    every: Sequence[Row]
    rows: Sequence[Row]
    pager: Pager

    @property
    def is_filtered(self) -> bool:
        return bool(self.form.text)


def searched(
    request: HttpRequest,
    rows: Sequence[Row],
    says: Callable[[Row], Iterable[object]],
    *,
    label: Any = "",
    size: int = PAGE,
) -> Searched[Row]:
    """Narrow rows by what the address asks for and cut out the page that it names; ``says`` tells a row's words."""
    form = SearchForm(request.GET if "q" in request.GET else None, label=label)
    found = [row for row in rows if holds(form.text, says(row))]
    number = page_asked(request)
    shown = found[(number - 1) * size : number * size]
    pager = page_by_number(request, number=number, has_next=len(found) > number * size)
    return Searched(form, found, shown, pager)


def searched_below(
    request: HttpRequest, read: Callable[[str, slice], Sequence[Row]], *, label: Any = "", size: int = PAGE
) -> Searched[Row]:
    """A list that grows: the database searches it, and only the rows of one page are read, or all for a workbook.

    ``read`` is given what was typed and which rows are wanted, in the order of the list.
    """
    form = SearchForm(request.GET if "q" in request.GET else None, label=label)
    if sheets.is_asked(request):
        rows = read(form.text, slice(0, sheets.MOST + 1))
        return Searched(form, rows, rows, Pager())
    number = page_asked(request)
    rows = read(form.text, slice((number - 1) * size, number * size + 1))
    return Searched(form, rows[:size], rows[:size], page_by_number(request, number=number, has_next=len(rows) > size))


def holds(text: str, told: Iterable[object]) -> bool:
    """Whether each word of a search stands in what was told."""
    if not text:
        return True
    known = _plain(" ".join(str(one) for one in told if one is not None))
    return all(_plain(word) in known or _plain(word) in known.replace(" ", "") for word in text.split())


def _plain(text: str) -> str:
    return fold(cyrillic(text))
