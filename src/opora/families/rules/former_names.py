"""Surnames a person bore before: maiden, of an earlier marriage, before an adoption; found and told as former."""

import re
from contextlib import suppress
from dataclasses import dataclass

from opora.common.text import squeeze

from .births import Birth, parse_birth

# «Петрова до 12.06.2015», «Петрова (до 2015)», «Petrova until 2015»
_UNTIL = re.compile(r"^(?P<name>.+?)[\s,(]+(?:до|until)\s+(?P<until>[^()]+?)\s*\)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FormerName:
    """A surname and, when known, until when it was borne (to the day, the month or the year)."""

    name: str
    until: Birth | None = None

    def __str__(self) -> str:
        return f"{self.name} до {self.until}" if self.until else self.name


def parse_former(line: str) -> FormerName:
    """The former name a line tells of; what cannot be read as a day stays with the name, and is refused there."""
    plain = squeeze(line)
    if told := _UNTIL.match(plain):
        with suppress(ValueError):
            return FormerName(told["name"], parse_birth(told["until"]))
    return FormerName(plain)
