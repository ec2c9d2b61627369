"""Is this somebody we already know? Agreements and contradictions are weighed; none of them decides alone.

The weights follow Fellegi and Sunter ("A Theory for Record Linkage", Journal of the American Statistical Association
64, 1969): an agreement weighs the binary logarithm of how much oftener it is seen between two records of one person
than between two people, a contradiction the same below zero. They were set from frequencies, not learned: a birth
date is shared by one in some 10,000 people of a registry (13), a surname by one in 1,000 (10), a given name by one in
60 (6), a patronymic by one in 40 (5); a telephone, though shared within a household, by next to nobody outside it (16).
Partial agreement stands between, as Winkler proposed ("String Comparator Metrics…", 1990).

Two departures from independence keep relatives apart. Another given name is nearly decisive (-30), for twins and
brothers agree in all else; only a document's number overrides it. Birth dates a generation apart weigh -18, for a
daughter may bear the name of her mother. `./opora bench --likeness` measures what comes of it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from opora.common.text import words

from .births import Birth
from .id_papers import same_papers, snils_apart
from .identity import Identity
from .names import given_forms, is_known_given, one_letter_apart, skeletons
from .phones import phones_of

ENOUGH = 15
"""So much makes a hint: a surname and a given name do, a telephone whose bearer nothing contradicts does."""

GENERATION_YEARS = 16
_SHORTEST_FOR_TYPO = 4
_YEARS_OF_A_SLIP = 2


class Sign(StrEnum):
    """In what two identities agree or contradict each other, as a reader is told."""

    NAME = "name"
    SURNAME = "surname"
    SURNAME_HALF = "surname_half"
    SURNAME_FORMER = "surname_former"
    SURNAME_ALIKE = "surname_alike"
    SURNAME_APART = "surname_apart"
    GIVEN = "given"
    GIVEN_ALIKE = "given_alike"
    GIVEN_APART = "given_apart"
    PATRONYMIC = "patronymic"
    PATRONYMIC_APART = "patronymic_apart"
    BORN = "born"
    BORN_SWAPPED = "born_swapped"
    BORN_CLOSE = "born_close"
    BORN_MAYBE = "born_maybe"
    BORN_APART = "born_apart"
    BORN_LONG_APART = "born_long_apart"
    PHONE = "phone"
    PHONE_END = "phone_end"
    PAPER = "paper"
    SNILS_APART = "snils_apart"


# In the order in which they are told; an equal patronymic weighs only, for the name is told already.
WEIGHTS: dict[Sign, int] = {
    # Whatever else differs, one number of a paper for two people is worth a look.
    Sign.PAPER: 80,
    Sign.SURNAME: 10,
    Sign.SURNAME_HALF: 9,
    Sign.SURNAME_FORMER: 9,
    Sign.SURNAME_ALIKE: 8,
    Sign.GIVEN: 6,
    Sign.GIVEN_ALIKE: 4,
    Sign.PATRONYMIC: 5,
    Sign.BORN: 13,
    Sign.BORN_SWAPPED: 10,
    Sign.BORN_CLOSE: 4,
    Sign.BORN_MAYBE: 4,
    Sign.PHONE: 16,
    Sign.PHONE_END: 9,
    Sign.SURNAME_APART: -1,
    Sign.GIVEN_APART: -30,
    Sign.PATRONYMIC_APART: -5,
    Sign.BORN_APART: -7,
    Sign.BORN_LONG_APART: -18,
    Sign.SNILS_APART: -9,
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """In what two identities agree and differ; the heavier, the likelier they are one person."""

    signs: frozenset[Sign]

    @property
    def weight(self) -> int:
        """The sum by which the likeliest stand first."""
        return sum(WEIGHTS[sign] for sign in self.signs)

    @property
    def told(self) -> tuple[Sign, ...]:
        """What a reader is told, in a fixed order: surname and given name together are "the name"."""
        signs = self.signs
        if {Sign.SURNAME, Sign.GIVEN} <= signs:
            signs = signs - {Sign.SURNAME, Sign.GIVEN} | {Sign.NAME}
        return tuple(sign for sign in (Sign.NAME, *WEIGHTS) if sign in signs and sign is not Sign.PATRONYMIC)


def likeness(one: Identity, other: Identity) -> Likeness | None:
    """In what two identities agree when they may be one person, otherwise None."""
    found = Likeness(_names(one, other) | _born(one.born, other.born) | _phones(one, other) | _papers(one, other))
    return found if found.weight >= ENOUGH else None


def _names(one: Identity, other: Identity) -> frozenset[Sign]:
    """The signs of the names; a surname typed into the field of the given name is forgiven."""
    straight = _signs_of_names(one, other)
    turned = _signs_of_names(one, replace(other, surname=other.given, given=other.surname))
    if {Sign.SURNAME, Sign.GIVEN} <= turned:
        return frozenset(max(straight, turned, key=lambda signs: sum(WEIGHTS[sign] for sign in signs)))
    return frozenset(straight)


def _signs_of_names(one: Identity, other: Identity) -> set[Sign]:
    found = (
        _surname(one, other),
        _compared(one.given, other.given, _given),
        _compared(one.patronymic, other.patronymic, _patronymic),
    )
    return {sign for sign in found if sign is not None}


def _compared(one: str, other: str, compare: Callable[[str, str], Sign | None]) -> Sign | None:
    return compare(one, other) if words(one) and words(other) else None


def _surname(one: Identity, other: Identity) -> Sign | None:
    mine, theirs = skeletons(one.surname), skeletons(other.surname)
    if not mine or not theirs:
        return None
    if mine == theirs:
        return Sign.SURNAME
    if mine & theirs:
        return Sign.SURNAME_HALF
    if (mine | _former(one)) & (theirs | _former(other)):
        return Sign.SURNAME_FORMER
    return Sign.SURNAME_ALIKE if _slipped(one.surname, other.surname) else Sign.SURNAME_APART


def _former(one: Identity) -> frozenset[str]:
    return frozenset(word for former in one.former_names for word in skeletons(former.name))


def _given(one: str, other: str) -> Sign | None:
    if given_forms(one) & given_forms(other):
        return Sign.GIVEN
    mine, theirs = skeletons(one), skeletons(other)
    if _is_initial(mine, theirs):
        return None
    known = all(is_known_given(word) for word in mine | theirs)
    return Sign.GIVEN_ALIKE if not known and _slipped(one, other) else Sign.GIVEN_APART


def _patronymic(one: str, other: str) -> Sign | None:
    mine, theirs = skeletons(one), skeletons(other)
    if _is_initial(mine, theirs):
        return None
    return Sign.PATRONYMIC if mine & theirs or _slipped(one, other) else Sign.PATRONYMIC_APART


def _is_initial(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether one of two is a letter with which the other begins: it neither agrees nor contradicts."""
    mine, theirs = "".join(one), "".join(other)
    return min(len(mine), len(theirs)) == 1 and mine[0] == theirs[0]


def _slipped(one: str, other: str) -> bool:
    """Whether one slip of the finger parts two names, as they are written or as they sound."""
    return _is_slip(words(one), words(other)) or _is_slip(skeletons(one), skeletons(other))


def _is_slip(one: Iterable[str], other: Iterable[str]) -> bool:
    mine, theirs = " ".join(sorted(one)), " ".join(sorted(other))
    return min(len(mine), len(theirs)) >= _SHORTEST_FOR_TYPO and one_letter_apart(mine, theirs)


def _born(one: Birth | None, other: Birth | None) -> frozenset[Sign]:
    if one is None or other is None:
        return frozenset()
    if one == other and one.exact:
        return frozenset({Sign.BORN})
    if one.may_be(other):
        return frozenset({Sign.BORN_MAYBE})
    years = abs(one.year - other.year)
    if one.exact and other.exact:
        if (one.year, one.month, one.day) == (other.year, other.day, other.month):
            return frozenset({Sign.BORN_SWAPPED})
        differ = [one.year != other.year, one.month != other.month, one.day != other.day]
        if sum(differ) == 1 and (years <= _YEARS_OF_A_SLIP or one_letter_apart(str(one.year), str(other.year))):
            return frozenset({Sign.BORN_CLOSE})
    elif years <= _YEARS_OF_A_SLIP:
        # Somebody guessed, and not quite rightly: that says nothing.
        return frozenset()
    return frozenset({Sign.BORN_LONG_APART if years >= GENERATION_YEARS else Sign.BORN_APART})


def _papers(one: Identity, other: Identity) -> frozenset[Sign]:
    if same_papers(one.id_papers, other.id_papers):
        return frozenset({Sign.PAPER})
    return frozenset({Sign.SNILS_APART}) if snils_apart(one.id_papers, other.id_papers) else frozenset()


def _phones(one: Identity, other: Identity) -> frozenset[Sign]:
    mine, theirs = phones_of(one.phones), phones_of(other.phones)
    if any(phone.agrees(known) for phone in mine for known in theirs):
        return frozenset({Sign.PHONE})
    # A number without its area, as it is known at home.
    ends = any(
        phone.last == known.last and phone.last in (phone.digits, known.digits)
        for phone in mine
        for known in theirs
        if phone.last
    )
    return frozenset({Sign.PHONE_END}) if ends else frozenset()
