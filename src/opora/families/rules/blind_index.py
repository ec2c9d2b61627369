"""Search over sealed names: the database holds keyed fingerprints of words, never the words (DESIGN 4).

Each word of a name gives a fingerprint for every beginning of it from three letters, so «ивано» finds
Иванова. A telephone gives one of its number and one of its last seven digits, a birth date one of the day. The
kinds have keys of their own: a fingerprint of a telephone says nothing about names.
"""

import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from opora.common.text import words

from .id_papers import PaperKind, parse_paper
from .identity import Identity
from .names import given_forms, skeleton, skeletons
from .phones import LAST_DIGITS, Phone, phones_in, phones_of

INDEX_VERSION = 6
"""Grows when the fingerprints of an identity change; marks made by an older rule are then made anew."""
SHORTEST_PREFIX = 3
LONGEST_PREFIX = 12
TOKEN_BYTES = 16

_DATE = re.compile(r"(?<![\d.])(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?![\d.])|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
# The number of a birth certificate («II-ЖД 123456») or of a foreign paper («AB1234567»).
_LETTERED = re.compile(
    r"(?<!\w)(?:(?P<series>[IVXLCУХ]{1,7}-[А-ЯЁ]{2})[\s№]*\d{6}|[A-ZА-Я]{1,3} ?\d{6,9})(?!\w)", re.IGNORECASE
)
# A year, also with its month («03.2015»), within anything that is no longer run of digits.
_YEAR = re.compile(r"(?<![\d./+-])(?:(?:0?[1-9]|1[0-2])[./])?(?P<year>(?:19|20)\d\d)(?![\d./-]|\s*\d)")


@dataclass(frozen=True, slots=True)
class BlindIndex:
    """Makes fingerprints with one installation's key of 32 bytes; nobody else can make or guess them."""

    key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.key) < 32:
            raise ValueError("the key of the search index must have 32 bytes")

    def tokens(self, identity: Identity) -> frozenset[bytes]:
        """Every fingerprint under which a person may be found."""
        former = [one.name for one in identity.former_names]
        names = " ".join((identity.surname, identity.given, identity.patronymic, *former))
        found = {self._token("name", start) for word in words(names) for start in _beginnings(word)}
        found |= self.phones(identity.phones) | self._papers(identity)
        found |= {self._token("digits", phone.digits) for phone in phones_of(identity.phones)}
        found |= {
            self._token("digits", number.digits) for one in identity.id_papers for number in phones_in(one.number)
        }
        # What a second record of the same person is found by: see `alike`.
        found |= self._surnames(identity) | self._givens(identity) | self._patronymics(identity)
        if (day := identity.birth_date) is not None:
            found |= {self.born(day), self._born_turned(day), self._born_short(day.day, day.month, day.year)}
        if (born := identity.born) is not None:
            found |= {self.born_in(born.year, born.month)} if born.month else set()
            years = range(born.earliest.year, born.latest.year + 1)
            found |= {self._of_year(skeleton(word), year) for word in words(names) for year in years}
        return frozenset(found)

    def alike(self, identity: Identity) -> tuple[list[frozenset[bytes]], list[frozenset[bytes]]]:
        """Sets of fingerprints: who has all of one set is worth weighing as the same person.

        First what few people share (a telephone; a part of the name with the birth date), then parts of the name
        alone. No set needs everything, so no single slip or contradiction hides anybody.
        """
        surnames, givens, patronymics = self._surnames(identity), self._givens(identity), self._patronymics(identity)
        rare = [frozenset({token}) for token in self.phones(identity.phones) | self._papers(identity)]
        if (day := identity.birth_date) is not None:
            rare += [frozenset({name, self._born_turned(day)}) for name in surnames | givens]
        turned = replace(identity, surname=identity.given, given=identity.surname)
        pairs = [(surnames, givens), (patronymics, givens), (patronymics, surnames)]
        pairs.append((self._surnames(turned), self._givens(turned)))
        names = [frozenset({one, other}) for left, right in pairs for one in left for other in right]
        return rare, names

    def asked(self, text: str) -> frozenset[bytes]:
        """Fingerprints a person must all have to be meant by what was typed; empty when too little was
        typed.

        The text may hold words in any order, telephones (seven digits mean any number that ends so), numbers of
        papers, and a birth date, also with a year of two digits, or beside a name the year alone. Single letters are
        passed over.
        """
        rest, found = text, set[bytes]()
        for match in _DATE.finditer(text):
            found |= self._asked_day(match)
            rest = rest.replace(match[0], " ")
        for match in _LETTERED.finditer(rest):
            kind = PaperKind.BIRTH_CERTIFICATE if match["series"] else PaperKind.FOREIGN
            paper = parse_paper(kind, match[0])
            found |= {self._token("paper", paper.key)} if paper else set()
            rest = rest.replace(match[0], " ")
        for match in _YEAR.finditer(rest):
            # A year alone would gather everybody of an age, and the database would show who they are.
            found |= {self._of_year(skeleton(word), int(match["year"])) for word in words(rest)}
            rest = rest.replace(match[0], " ") if words(rest) else rest
        found |= {self._asked_phone(phone) for phone in phones_in(rest)}
        return frozenset(found | self.names(rest))

    def names(self, text: str) -> frozenset[bytes]:
        """Fingerprints of the words of a name as typed, whole or begun."""
        return frozenset(self._token("name", word[:LONGEST_PREFIX]) for word in words(text) if len(word) > 1)

    def born(self, day: date) -> bytes:
        """Fingerprint of a birth date."""
        return self._token("born", day.isoformat())

    def born_in(self, year: int, month: int) -> bytes:
        """Fingerprint of the month of a birth: by it the birthdays that come are found without opening anybody."""
        return self._token("born in", f"{year}-{month:02d}")

    def phones(self, phones: Iterable[str]) -> frozenset[bytes]:
        """Fingerprints of the telephones in some lines, each whole and by its last seven digits."""
        found = phones_of(phones)
        ends = {self._token("phone end", phone.last) for phone in found if phone.last}
        return frozenset({self._token("phone", phone.digits) for phone in found} | ends)

    def of_words(self, kind: str, text: str) -> bytes:
        """Fingerprint of some words as a whole, by which a room finds again what it keeps of just these words."""
        return self._token(f"words {kind}", " ".join(text.split()).casefold())

    def _surnames(self, identity: Identity) -> frozenset[bytes]:
        names = (identity.surname, *(former.name for former in identity.former_names))
        return frozenset(self._token("surname", word) for name in names for word in skeletons(name))

    def _papers(self, identity: Identity) -> frozenset[bytes]:
        return frozenset(self._token("paper", paper.key) for paper in identity.id_papers)

    def _givens(self, identity: Identity) -> frozenset[bytes]:
        return frozenset(self._token("given", form) for form in given_forms(identity.given))

    def _patronymics(self, identity: Identity) -> frozenset[bytes]:
        return frozenset(self._token("patronymic", word) for word in skeletons(identity.patronymic))

    def _born_turned(self, day: date) -> bytes:
        """One fingerprint for a date and the same with day and month changed about."""
        low, high = sorted((day.day, day.month))
        return self._token("born turned", f"{day.year} {low} {high}")

    def _born_short(self, day: int, month: int, year: int) -> bytes:
        """One fingerprint for a date with its century left out."""
        return self._token("born short", f"{day} {month} {year % 100}")

    def _of_year(self, word: str, year: int) -> bytes:
        return self._token("name of year", f"{word} {year}")

    def _asked_day(self, match: re.Match[str]) -> set[bytes]:
        """The fingerprint of a typed date; none when there is no such day."""
        day, month, year, iso_year, iso_month, iso_day = match.groups()
        if year and len(year) == 2:
            return {self._born_short(int(day), int(month), int(year))}
        try:
            return {self.born(date(int(year or iso_year), int(month or iso_month), int(day or iso_day)))}
        except ValueError:
            return set()

    def _asked_phone(self, phone: Phone) -> bytes:
        """A run of digits as typed may be a telephone or the number of a paper, read in the same way."""
        kind = "phone end" if len(phone.digits) == LAST_DIGITS else "digits"
        return self._token(kind, phone.digits)

    def _token(self, kind: str, value: str) -> bytes:
        return hmac.digest(_kind_key(self.key, kind), value.encode(), "sha256")[:TOKEN_BYTES]


@lru_cache(maxsize=64)
def _kind_key(key: bytes, kind: str) -> bytes:
    return hmac.digest(key, b"opora blind index " + kind.encode(), "sha256")


def _beginnings(word: str) -> list[str]:
    """A long word is found by its beginnings; a word too short for that is found whole."""
    if len(word) <= SHORTEST_PREFIX:
        return [word]
    return [word[:length] for length in range(SHORTEST_PREFIX, min(len(word), LONGEST_PREFIX) + 1)]
