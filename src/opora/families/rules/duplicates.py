"""Is this somebody we already know? Compared with care: twins share a birth date, namesakes a name."""

from dataclasses import dataclass

from opora.common.text import words

from .identity import Identity
from .phones import phones_of


@dataclass(frozen=True, slots=True)
class Likeness:
    """In what two identities agree; the more of it, the likelier they are one person."""

    name: bool
    given: bool
    birth_date: bool
    phone: bool

    @property
    def weight(self) -> int:
        """For putting the likeliest first."""
        return 4 * self.birth_date + 3 * self.name + 2 * self.phone + self.given


def likeness(one: Identity, other: Identity) -> Likeness | None:
    """In what two identities agree when they may be one person, otherwise None.

    They may be when the full name agrees and the birth dates do not contradict; when given name and birth date
    agree, for surnames change with marriage and adoption; or when a telephone, or surname and birth date, are
    shared by people whose given names do not contradict: with different given names those are twins.
    """
    given, surname = _agree(one.given, other.given), _agree(one.surname, other.surname)
    name = given and surname
    born = one.birth_date is not None and one.birth_date == other.birth_date
    born_apart = None not in (one.birth_date, other.birth_date) and not born
    given_apart = bool(one.given and other.given) and not given
    phone = any(mine.agrees(theirs) for mine in phones_of(one.phones) for theirs in phones_of(other.phones))
    found = Likeness(name, given, born, phone)
    if born_apart:
        return None
    if name or (given and born) or ((phone or (surname and born)) and not given_apart):
        return found
    return None


def _agree(one: str, other: str) -> bool:
    return bool(words(one)) and words(one) == words(other)
