"""Who a person is: the part of a record that stays under lock (X-05)."""

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

from opora.common.text import fold, squeeze

from .births import Birth, parse_birth
from .former_names import FormerName
from .id_papers import IdPaper, PaperKind
from .phones import phones_in

LONGEST_NAME = 100
LONGEST_LINE = 300
LONGEST_NOTES = 5_000
OLDEST_YEARS = 120
NAMES = ("surname", "given", "patronymic")
LISTS = ("phones", "addresses", "documents")

_IN_NAMES = frozenset(" -'’ʼ.()")


class Fault(StrEnum):
    """What is wrong with a field of an identity."""

    EMPTY = "empty"
    NAME_SIGNS = "name_signs"
    TOO_LONG = "too_long"
    FUTURE = "future"
    TOO_OLD = "too_old"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Identity:
    """Name, birth date, contacts and papers of one person; anything unknown is empty, never invented."""

    surname: str = ""
    given: str = ""
    patronymic: str = ""
    birth_date: date | None = None
    # What is known of the birth while its day is not.
    born_about: Birth | None = None
    phones: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    id_papers: tuple[IdPaper, ...] = ()
    notes: str = ""

    @property
    def full_name(self) -> str:
        """Surname, given name, patronymic; those that are known."""
        return " ".join(part for part in (self.surname, self.given, self.patronymic) if part)

    @property
    def born(self) -> Birth | None:
        """The birth as exactly as it is known."""
        return Birth.on(self.birth_date) if self.birth_date is not None else self.born_about

    def with_birth(self, birth: Birth | None) -> "Identity":
        """The same person with the birth that was told, to the day or not."""
        exact = birth.exact if birth else None
        return replace(self, birth_date=exact, born_about=None if exact else birth)

    @property
    def is_empty(self) -> bool:
        return self == Identity()

    def cleaned(self) -> "Identity":
        """The same identity as it is kept: no stray spaces, no empty or doubled lines."""
        return replace(
            self,
            surname=squeeze(self.surname),
            given=squeeze(self.given),
            patronymic=squeeze(self.patronymic),
            born_about=None if self.birth_date else self.born_about,
            phones=_lines(self.phones),
            addresses=_lines(self.addresses),
            documents=_lines(self.documents),
            former_names=self._other_names(),
            notes=self.notes.strip(),
        )

    def _other_names(self) -> tuple[FormerName, ...]:
        """The former names that are not the present one, each once."""
        present = {"", fold(self.surname)}
        return tuple(dict.fromkeys(former for former in self.former_names if fold(former.name) not in present))

    def renamed(self, former: str) -> "Identity":
        """The same identity with a surname that was borne until now among the former ones."""
        return replace(self, former_names=(FormerName(squeeze(former)), *self.former_names)).cleaned()

    def as_plain(self) -> dict[str, Any]:
        """Fields that hold something, ready for JSON."""
        plain: dict[str, Any] = {name: value for name in _FIELDS if (value := getattr(self, name))}
        if self.birth_date is not None:
            plain["birth_date"] = self.birth_date.isoformat()
        if self.born_about is not None:
            plain["born_about"] = str(self.born_about)
        if self.former_names:
            plain["former_names"] = [[one.name, str(one.until or "")] for one in self.former_names]
        if self.id_papers:
            plain["id_papers"] = [[one.kind.value, one.number, str(one.issued or "")] for one in self.id_papers]
        return plain

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> "Identity":
        """The identity written by `as_plain`; fields this version does not know are passed over."""
        known = {name: plain[name] for name in _FIELDS if name in plain}
        known |= {name: tuple(known[name]) for name in LISTS if name in known}
        if "birth_date" in known:
            known["birth_date"] = date.fromisoformat(known["birth_date"])
        if "born_about" in known:
            known["born_about"] = parse_birth(known["born_about"])
        known["former_names"] = tuple(
            FormerName(name, parse_birth(until) if until else None) for name, until in known.get("former_names", ())
        )
        known["id_papers"] = tuple(
            IdPaper(PaperKind(kind), number, parse_birth(issued) if issued else None)
            for kind, number, issued in known.get("id_papers", ())
        )
        return cls(**known)


_FIELDS = tuple(field.name for field in fields(Identity))


def identity_faults(identity: Identity, *, on: date) -> dict[str, Fault]:
    """Field → what is wrong with it; empty when the identity can be kept.

    A person may be known by any one of surname, given name or notes; a lone telephone number is nobody.
    """
    found: dict[str, Fault] = {}
    for name in NAMES:
        value = getattr(identity, name)
        if len(value) > LONGEST_NAME:
            found[name] = Fault.TOO_LONG
        elif value and not _is_name(value):
            found[name] = Fault.NAME_SIGNS
    if any(not _is_name(former.name) for former in identity.former_names):
        found["former_names"] = Fault.NAME_SIGNS
    if not identity.surname and not identity.given:
        found.setdefault("surname", Fault.EMPTY)
    if (born := identity.born) is not None:
        if born.earliest > on:
            found["birth_date"] = Fault.FUTURE
        elif on.year - born.year > OLDEST_YEARS:
            found["birth_date"] = Fault.TOO_OLD
    if not all(phones_in(line) for line in identity.phones):
        found["phones"] = Fault.PHONE
    for name in LISTS:
        if any(len(line) > LONGEST_LINE for line in getattr(identity, name)):
            found[name] = Fault.TOO_LONG
    if len(identity.notes) > LONGEST_NOTES:
        found["notes"] = Fault.TOO_LONG
    return found


def _is_name(value: str) -> bool:
    """Whether a text is written as names are: with letters, spaces, hyphens and the like."""
    is_spelled = all(sign.isalpha() or sign in _IN_NAMES for sign in value)
    return is_spelled and any(sign.isalpha() for sign in value) and len(value) <= LONGEST_NAME


def _lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Lines without the empty ones; of two that read alike the first stays."""
    kept: dict[str, str] = {}
    for line in lines:
        if squeeze(line):
            kept.setdefault(fold(line), squeeze(line))
    return tuple(kept.values())
