"""The people of a family as one reader may know them: by name, role and age, or by code and role."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from opora.families.models import FamilyMember
from opora.families.queries.childhood import belongings
from opora.families.rules import AgeSpan, Belonging, Identity, age_span
from opora.families.words import ROLE_LABELS, age_said, expected_said, family_name, grown_label


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another family the person belongs or belonged to, and as what."""

    family_id: int
    role: str

    @property
    def is_child(self) -> bool:
        return self.role == FamilyMember.Role.CHILD


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody of a family; without an identity where names are not for this reader, or none is known or opens."""

    person_id: int
    code: str
    role: str
    belongs: Belonging
    is_present: bool
    identity: Identity | None
    age: AgeSpan | None
    sex: str = ""
    expected_in: date | None = None
    elsewhere: tuple[Elsewhere, ...] = ()

    @property
    def is_child(self) -> bool:
        """Whether the person is a child of the family on the day that was asked about."""
        return self.belongs is Belonging.CHILD

    @property
    def role_label(self) -> str:
        """What the person is to the family, in words."""
        if self.belongs is Belonging.EXPECTED:
            return expected_said(self.expected_in)
        if self.belongs is Belonging.GROWN and self.role == FamilyMember.Role.CHILD:
            return grown_label(self.sex)
        return str(ROLE_LABELS[self.role])

    @property
    def given(self) -> str:
        """The given name, or whatever else is known; the code where nothing is."""
        found = self.identity
        return (found.given or found.surname) if found and (found.given or found.surname) else self.code

    @property
    def name(self) -> str:
        """Given name and surname as far as they are known; the code where neither is."""
        found = self.identity
        return (f"{found.given} {found.surname}".strip() if found else "") or self.code

    @property
    def age_label(self) -> str:
        """The age in words; months for the little ones, nothing while it is not known."""
        return age_said(self.age) if self.age else ""

    @property
    def called(self) -> str:
        """Given name and role, or code and role."""
        return f"{self.given}, {self.role_label}" if self.given != self.code else f"{self.code} ({self.role_label})"

    @property
    def label(self) -> str:
        """For a list to choose from: name, role and age with the code behind, or code and role."""
        if self.name == self.code:
            return f"{self.code} ({self.role_label})"
        return ", ".join(part for part in (self.name, self.role_label, self.age_label) if part) + f" ({self.code})"


@dataclass(frozen=True, slots=True)
class NamedFamily:
    """Everybody who belongs or belonged to a family, in the order in which they were entered."""

    people: tuple[Known, ...]
    may_read_names: bool

    @property
    def identities(self) -> dict[int, Identity]:
        """What is known of each of its people, for pages and letters that say more than the name."""
        return {one.person_id: one.identity for one in self.people if one.identity is not None}

    @property
    def present(self) -> list[Known]:
        """Who belongs to the family now; a child not born yet is named apart."""
        return [one for one in self.people if one.is_present and one.belongs is not Belonging.EXPECTED]

    @property
    def expected(self) -> list[Known]:
        """The children who are expected."""
        return [one for one in self.people if one.is_present and one.belongs is Belonging.EXPECTED]

    @property
    def adults(self) -> list[Known]:
        """The adults who belong to the family now, its grown children among them."""
        return [one for one in self.present if not one.is_child]

    @property
    def children(self) -> list[Known]:
        """The children who belong to the family now."""
        return [one for one in self.present if one.is_child]

    def by_id(self) -> Mapping[int, Known]:
        """Everybody by id."""
        return {one.person_id: one for one in self.people}

    def called(self) -> dict[int, str]:
        """Everybody as a line of a page calls them: given name and role, or code and role."""
        return {one.person_id: one.called for one in self.people}

    def labels(self) -> dict[int, str]:
        """Who belongs to the family now, for a list to choose from."""
        return {one.person_id: one.label for one in self.present}

    def title(self, client_id: int | None = None) -> str:
        """What the family is called: by the surname of the client, or of the first of whom one is known; else by code.

        Empty while nobody of the family is known at all.
        """
        people = sorted(self.present, key=lambda one: (one.person_id != client_id, one.is_child))
        known = next((one.identity for one in people if one.identity and one.identity.surname), None)
        if known is not None:
            return family_name(known)
        return _("Family %(code)s") % {"code": people[0].code} if people else ""


NOBODY = NamedFamily((), may_read_names=False)


def known_from(
    members: Iterable[FamilyMember],
    opened: Mapping[int, Identity],
    on: date,
    births: Mapping[int, Identity] | None = None,
) -> tuple[Known, ...]:
    """One line for each person, by the role that holds now or the last one; for this room's own use.

    ``births`` are identities that tell the room who is a child where the reader may not read them.
    """
    told = list(members)
    last: dict[int, FamilyMember] = {}
    for member in told:
        kept = last.get(member.person_id)
        if kept is None or kept.to_on is not None:
            last[member.person_id] = member
    belongs = belongings(told, on, opened if births is None else births)
    return tuple(
        _known(member, belongs[member.person_id], opened.get(member.person_id), on) for member in last.values()
    )


def _known(member: FamilyMember, belongs: Belonging, identity: Identity | None, on: date) -> Known:
    born = identity.born if identity else None
    return Known(
        person_id=member.person_id,
        code=member.person.code,
        role=member.role,
        belongs=belongs,
        is_present=member.to_on is None,
        identity=identity if identity and not identity.is_empty else None,
        age=age_span(born, on) if born else None,
        sex=member.person.sex,
        expected_in=member.expected_in,
        elsewhere=tuple(Elsewhere(one["family"], one["role"]) for one in getattr(member, "elsewhere", ())),
    )
