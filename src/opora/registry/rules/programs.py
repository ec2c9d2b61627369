"""To which program a row belongs: its department says so, else its table, else somebody chooses."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from opora.cases.rules.numbers import number_key
from opora.registry.rules.header import Layout
from opora.registry.rules.letters import russian_letters


@dataclass(frozen=True)
class ProgramOption:
    """A program a case may belong to."""

    id: int
    name: str
    layout: str


@dataclass(frozen=True)
class Belonging:
    """The program found, if any, and whether it followed from the department and needs no choice."""

    program: ProgramOption | None
    follows: bool


def layout_of_department(name: str) -> Layout | None:
    """«1 ЕФО КЦ» is a crisis center, «1 ЕФО МР» works in the family; other names say nothing (S3-79)."""
    words = re.findall(r"[а-я]+", russian_letters(name))
    if "кц" in words or any(word.startswith("кризис") for word in words):
        return Layout.SHELTER
    if "мр" in words or any(word.startswith("сопровожд") for word in words):
        return Layout.SUPPORT
    return None


def belonging(
    department: str,
    carried: Collection[int],
    layout: Layout,
    programs: Sequence[ProgramOption],
    chosen: int | None = None,
) -> Belonging:
    """Find the program of a row.

    `carried` are the programs that the recorded department carries; `chosen` is what somebody decided for rows
    whose department says nothing. The layout of the table is the last resort.
    """
    own = [program for program in programs if program.id in carried]
    if len(own) == 1:
        return Belonging(own[0], True)
    said = layout_of_department(department)
    if said is not None and (program := _only(own or programs, said)):
        return Belonging(program, True)
    for program in programs:
        if program.id == chosen:
            return Belonging(program, False)
    return Belonging(_only(own or programs, layout), False)


def _only(programs: Iterable[ProgramOption], layout: str) -> ProgramOption | None:
    fitting = [program for program in programs if program.layout == layout]
    return fitting[0] if len(fitting) == 1 else None


def pattern_of(numbers: Iterable[str]) -> str:
    """The numbering pattern a new department seems to follow: «{n}/{year}лд» or the plain «{n}» (S3-81)."""
    for number in numbers:
        if match := re.fullmatch(r"[0-9]+/(?:19|20)[0-9]{2}([^0-9{}]*)", number_key(number)):
            return f"{{n}}/{{year}}{match[1]}"
    return "{n}"
