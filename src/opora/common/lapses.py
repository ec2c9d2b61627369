"""Forms whose record can be written no more, though the family's work goes on: each room says so of its own forms.

A visit is called off while its report is being typed, a task is closed, a vote ends. The room that owns the record
declares in ``lapses.py`` for each of its forms how to ask, and in which sentence the writer of a begun form is told.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

VOIDED: Final = "record.voided"
VOIDED_SAID: Final = {VOIDED: _("The record was voided meanwhile, so this form cannot be sent any more.")}
Subject = Mapping[str, str]
"""What the address of a form says it is about: ``{"visit_id": "7"}``."""


@dataclass(frozen=True, slots=True)
class Lapse:
    """Of which forms, by the names of their pages; the question; and the sentences for its answers.

    ``ask`` hears of many begun forms at once and answers each with a key of ``said``, or with nothing while its record
    can still be written.
    """

    forms: tuple[str, ...]
    ask: Callable[[Sequence[Subject]], Sequence[str]]
    said: Mapping[str, Any]


def by_number(place: str, find: Callable[[Collection[int]], Mapping[int, str]]) -> Callable[..., list[str]]:
    """Ask by the number that stands in the address; ``find`` gives the answers of those that lapsed."""

    def ask(subjects: Sequence[Subject]) -> list[str]:
        numbers = [int(text) if (text := subject.get(place, "")).isdecimal() else 0 for subject in subjects]
        lapsed = find(set(numbers))
        return [lapsed.get(number, "") for number in numbers]

    return ask


def ended(answer: str, found: Callable[[Collection[int]], Any]) -> Callable[[Collection[int]], dict[int, str]]:
    """The one answer for all records that ``found`` names as over, as a queryset of them."""
    return lambda numbers: dict.fromkeys(found(numbers).values_list("pk", flat=True), answer)


def voided(record: Any) -> Callable[[Collection[int]], dict[int, str]]:
    """The answer for records of this table that were taken back."""
    return ended(VOIDED, lambda numbers: record.every.filter(pk__in=numbers, voided_on__isnull=False))
