"""Numbers of a person's papers: СНИЛС, passport, birth certificate, a foreign paper.

A number that does not look right is told, never refused: it may be old, foreign, or wrong in the paper itself.
СНИЛС has a check number (order of the Pension Fund of 22.06.2018 No. 348p): the nine digits times 9…1 summed up, 100
and 101 being 00, and greater sums their rest by 101.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from opora.common.text import cyrillic, digits, squeeze

from .births import Birth, parse_birth

LONGEST_NUMBER = 60
_ISSUED = re.compile(r"^(?P<number>.+?)[\s,]+(?:от|выдано?|выдана|issued)\s+(?P<day>.+)$", re.IGNORECASE)
_ROMAN = str.maketrans("УХІЛСМ", "VXILCM")
_CERTIFICATE = re.compile(r"([IVXLCM]{1,7})-([А-ЯЁ]{2}) (\d{6})")
_LAST_UNCHECKED = 1_001_998


class PaperKind(StrEnum):
    """The papers whose numbers are kept by themselves; others are lines of text."""

    SNILS = "snils"
    PASSPORT = "passport"
    BIRTH_CERTIFICATE = "birth_certificate"
    FOREIGN = "foreign"


class PaperFault(StrEnum):
    """What looks wrong with a number."""

    DIGITS = "digits"
    CHECK = "check"
    SHAPE = "shape"


@dataclass(frozen=True, slots=True)
class IdPaper:
    """A paper by kind and number and, when known, when it was issued."""

    kind: PaperKind
    number: str
    issued: Birth | None = None

    @property
    def key(self) -> str:
        """The number as compared: letters and digits only, look-alike letters the same."""
        return re.sub(r"[^0-9A-ZА-Я]", "", cyrillic(self.number.upper()).replace("Ё", "Е"))


def parse_paper(kind: PaperKind, line: str) -> IdPaper | None:
    """The paper a line tells of: «4010 123456 от 12.03.2015»; None for an empty line."""
    plain, issued = squeeze(line), None
    if told := _ISSUED.match(plain):
        with suppress(ValueError):
            plain, issued = told["number"], parse_birth(told["day"])
    return IdPaper(kind, _written(kind, plain), issued) if plain else None


def paper_fault(paper: IdPaper) -> PaperFault | None:
    """What looks wrong with the number of a paper; None when nothing does."""
    plain = digits(paper.number)
    if paper.kind is PaperKind.SNILS:
        if len(plain) != 11:
            return PaperFault.DIGITS
        return None if int(plain[:9]) <= _LAST_UNCHECKED or _check_of(plain[:9]) == plain[9:] else PaperFault.CHECK
    if paper.kind is PaperKind.PASSPORT:
        return None if len(plain) == 10 else PaperFault.DIGITS
    if paper.kind is PaperKind.BIRTH_CERTIFICATE:
        return None if _CERTIFICATE.fullmatch(paper.number) else PaperFault.SHAPE
    return None if len(paper.key) >= 5 else PaperFault.SHAPE


def same_papers(mine: tuple[IdPaper, ...], theirs: tuple[IdPaper, ...]) -> bool:
    """Whether two people have a paper of one kind and number."""
    return bool({(paper.kind, paper.key) for paper in mine} & {(paper.kind, paper.key) for paper in theirs})


def snils_apart(mine: tuple[IdPaper, ...], theirs: tuple[IdPaper, ...]) -> bool:
    """Whether both have a СНИЛС and not the same: it is given for life, so these are two people or a slip."""
    one, other = ({paper.key for paper in papers if paper.kind is PaperKind.SNILS} for papers in (mine, theirs))
    return bool(one and other) and not one & other


def papers_of(lines: Mapping[PaperKind, str]) -> tuple[IdPaper, ...]:
    """The papers typed by kind, those that are empty left out."""
    parsed = (parse_paper(kind, line) for kind, line in lines.items())
    return tuple(paper for paper in parsed if paper is not None)


def _check_of(nine: str) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(nine, range(9, 0, -1), strict=True)) % 101
    return f"{total % 100:02d}"


def _written(kind: PaperKind, number: str) -> str:
    """The number in its usual shape, where it has the right length; otherwise as it was typed."""
    plain = digits(number)
    if kind is PaperKind.SNILS and len(plain) == 11:
        return f"{plain[:3]}-{plain[3:6]}-{plain[6:9]} {plain[9:]}"
    if kind is PaperKind.PASSPORT and len(plain) == 10:
        return f"{plain[:4]} {plain[4:]}"
    if kind is PaperKind.BIRTH_CERTIFICATE:
        return _certificate(number)
    return number[:LONGEST_NUMBER]


def _certificate(number: str) -> str:
    """«ii-жд №123456» as II-ЖД 123456, with Latin or Cyrillic letters for the Roman number."""
    told = re.fullmatch(r"([A-ZА-Я1]{1,7})[\s-]+([A-ZА-ЯЁ]{2})[\s№N-]*(\d{6})", number.upper())
    if told is None:
        return number[:LONGEST_NUMBER]
    roman = told[1].translate(_ROMAN).replace("1", "I").replace("П", "II").replace("Ш", "III")
    return f"{roman}-{cyrillic(told[2])} {told[3]}"
