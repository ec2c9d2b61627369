"""An own field: of whom it is asked, of what kind its answers are, who may see it, and since when.

Of whom and of what kind stays for ever, for answers were given in that sense; so does the code of a choice.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from opora.common.bilingual import EMPTY, Text


class About(StrEnum):
    """Of whom or what the field is asked."""

    PERSON = "person"
    FAMILY = "family"
    CASE = "case"
    CONTACT = "contact"


class Kind(StrEnum):
    """Of what kind the answers are."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    YES_NO = "yes_no"
    CHOICE = "choice"
    SEVERAL = "several"


ABOUTS = tuple(About)
KINDS = tuple(Kind)
CHOOSING = frozenset({Kind.CHOICE, Kind.SEVERAL})
UNKNOWN = "unknown"
YES_NO = ("yes", "no", UNKNOWN)
LONGEST_TITLE, LONGEST_HELP, LONGEST_CHOICE = 80, 300, 80
MOST_CHOICES = 40
AS_DIMENSION = "field_"
"""How the code of a field begins where tables and figures name it among their own, so that it is known for one."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that may be chosen; one taken out stays readable where it was given."""

    code: str
    title: Text
    is_ended: bool = False


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field as it stands; `roles` are those who may see it, nobody named means whoever sees the record."""

    id: int
    code: str
    about: About
    kind: Kind
    title: Text
    help: Text = EMPTY
    choices: tuple[Choice, ...] = ()
    roles: frozenset[str] = frozenset()
    since: date | None = None
    ended_on: date | None = None

    @property
    def offered(self) -> tuple[Choice, ...]:
        """The answers that may be chosen now."""
        return tuple(one for one in self.choices if not one.is_ended)

    @property
    def is_counted(self) -> bool:
        """Whether its answers are a few known ones, by which records can be told apart."""
        return self.kind in CHOOSING or self.kind is Kind.YES_NO

    @property
    def dimension(self) -> str:
        """How tables and figures name it."""
        return f"{AS_DIMENSION}{self.code}"

    def is_asked(self, on: date) -> bool:
        """Whether it is asked on a day: from its first day until it was ended."""
        return (self.since is None or self.since <= on) and self.ended_on is None

    def is_for(self, roles: Collection[str]) -> bool:
        """Whether somebody with these roles may see it."""
        return not self.roles or bool(self.roles & set(roles))


def choices_kept(old: Sequence[Choice], titles: Sequence[Text]) -> tuple[Choice, ...]:
    """The choices as they are named now, in this order: a known name keeps its code, one left out ends.

    A name that only changed its letters' case, or was named before and ended, is the same choice again.
    """
    known = {one.title.ru.casefold(): one for one in old}
    kept: list[Choice] = []
    taken = {one.code for one in old}
    for title in titles:
        before = known.get(title.ru.casefold())
        if before is not None:
            kept.append(replace(before, title=title, is_ended=False))
            continue
        number = 1
        while f"c{number}" in taken:
            number += 1
        taken.add(f"c{number}")
        kept.append(Choice(f"c{number}", title))
    named = {one.code for one in kept}
    return (*kept, *(replace(one, is_ended=True) for one in old if one.code not in named))


def problems_of(*, title: Text, help_: Text, kind: str, about: str, titles: Sequence[Text]) -> dict[str, str]:
    """What is to be mended, by the part: all of it at once."""
    found = {}
    if not 0 < len(title.ru) <= LONGEST_TITLE:
        found["title_ru"] = "title"
    if len(help_.ru) > LONGEST_HELP:
        found["help_ru"] = "help"
    if kind not in KINDS:
        found["kind"] = "kind"
    if about not in ABOUTS:
        found["about"] = "about"
    names = [one.ru.casefold() for one in titles]
    if kind in CHOOSING:
        if len(names) < 2:
            found["choices_ru"] = "few"
        elif len(names) > MOST_CHOICES or any(len(one) > LONGEST_CHOICE for one in names):
            found["choices_ru"] = "many"
        elif len(set(names)) < len(names):
            found["choices_ru"] = "twice"
    return found
