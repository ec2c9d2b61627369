"""The people of a family as one reader may know them: by name, role and age, or by code and role."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from opora.families.models import FamilyMember
from opora.families.rules import AgeSpan, Identity, age_span
from opora.families.words import ROLE_LABELS, age_said, family_name


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody of a family; without an identity where names are not for this reader, or none is known or opens."""

    person_id: int
    code: str
    role: str
    is_child: bool
    is_present: bool
    identity: Identity | None
    age: AgeSpan | None

    @property
    def role_label(self) -> str:
        """What the person is to the family, in words."""
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
    def present(self) -> list[Known]:
        """Who belongs to the family now."""
        return [one for one in self.people if one.is_present]

    @property
    def adults(self) -> list[Known]:
        """The adults who belong to the family now."""
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


def members_with_keys(family_id: int) -> list[FamilyMember]:
    """Every role somebody has or had in the family, with the person and the key: one question; for this room's use."""
    found = FamilyMember.objects.filter(family_id=family_id).select_related("person__key")
    return list(found.order_by("pk"))


def known_from(members: Iterable[FamilyMember], opened: Mapping[int, Identity], on: date) -> tuple[Known, ...]:
    """One line for each person, by the role that holds now or the last one; for this room's own use."""
    last: dict[int, FamilyMember] = {}
    for member in members:
        kept = last.get(member.person_id)
        if kept is None or kept.to_on is not None:
            last[member.person_id] = member
    return tuple(_known(member, opened.get(member.person_id), on) for member in last.values())


def _known(member: FamilyMember, identity: Identity | None, on: date) -> Known:
    born = identity.born if identity else None
    return Known(
        person_id=member.person_id,
        code=member.person.code,
        role=member.role,
        is_child=member.person.is_child,
        is_present=member.to_on is None,
        identity=identity if identity and not identity.is_empty else None,
        age=age_span(born, on) if born else None,
    )
