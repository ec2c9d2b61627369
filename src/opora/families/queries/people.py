"""The people of a family, by code."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from opora.access.rules import Actor, can
from opora.families import policies
from opora.families.models import FamilyMember, Person
from opora.families.policies import Standing
from opora.families.queries.belonging import people_of_family, person_in_family
from opora.families.queries.childhood import span_of
from opora.families.queries.opening import births, unlocked
from opora.families.queries.placements import PlacementHistory, history_of, placement_history
from opora.families.rules import (
    CAREGIVERS,
    Age,
    AgeSpan,
    Belonging,
    Identity,
    PlacedPeriod,
    age_span,
    belonging_on,
    placement_on,
)
from opora.families.words import ENDED_LABELS, expected_said, grown_label

YOUNGEST_PARENT = 14
"""From so many years on, a child of the family is offered a family of the own."""


@dataclass(frozen=True, slots=True)
class Membership:
    """A role in the family; `to_on` is None while it holds."""

    id: int
    role: str
    label: str
    from_on: date | None
    to_on: date | None
    ended: str = ""
    is_day_known: bool = True
    expected_in: date | None = None

    @property
    def end_said(self) -> str:
        """Why the role ended, in a few words; empty where only the day was told."""
        return str(ENDED_LABELS[self.ended]) if self.ended else ""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person as the case file shows one: by code, with age and present placement, without a name.

    `age` is there when the birth is known to the day, `span` when anything is known of it. `is_closed` says that there
    was or is an identity which does not open: destroyed, altered, or without its key.
    """

    person_id: int
    code: str
    belongs: Belonging
    sex: str
    revision: int
    has_identity: bool
    is_closed: bool
    age: Age | None
    span: AgeSpan | None
    memberships: tuple[Membership, ...]
    placement: PlacedPeriod | None
    has_own_family: bool = False

    @property
    def may_have_own_family(self) -> bool:
        """Whether this was a child here, is old enough to care for children, and cares for none elsewhere yet."""
        if self.has_own_family or not self.was_child:
            return False
        if self.belongs in {Belonging.GROWN, Belonging.GONE}:
            return True
        return self.is_child and self.span is not None and self.span.oldest.years >= YOUNGEST_PARENT

    @property
    def is_child(self) -> bool:
        """Whether the person is a child of the family on the day that was asked about."""
        return self.belongs is Belonging.CHILD

    @property
    def is_expected(self) -> bool:
        return self.belongs is Belonging.EXPECTED

    @property
    def was_child(self) -> bool:
        """Whether the person is or was a child of this family."""
        return any(member.role == FamilyMember.Role.CHILD for member in self.memberships)

    @property
    def current(self) -> Membership | None:
        """The role that holds now; None when the person has left the family."""
        return next((member for member in self.memberships if member.to_on is None), None)

    @property
    def role_label(self) -> str:
        """What the person is to the family now, or was last, in words."""
        role = self.current or self.memberships[-1]
        if self.is_expected:
            return expected_said(role.expected_in)
        if self.belongs is Belonging.GROWN and role.role == FamilyMember.Role.CHILD:
            return grown_label(self.sex)
        return role.label

    @property
    def is_caregiver(self) -> bool:
        return self.current is not None and self.current.role in CAREGIVERS


@dataclass(frozen=True, slots=True)
class FamilyOfCase:
    """Everybody of a case's family, in the order in which they were entered."""

    family_id: int
    people: tuple[PersonLine, ...]
    may_read_names: bool
    may_change: bool
    may_place: bool
    may_merge: bool = False

    @property
    def adults(self) -> list[PersonLine]:
        """The adults of the family now, its grown children among them."""
        return [one for one in self.people if one.current and not one.is_expected and not one.is_child]

    @property
    def children(self) -> list[PersonLine]:
        return [one for one in self.people if one.current and one.is_child]

    @property
    def expected(self) -> list[PersonLine]:
        """The children who are not born yet."""
        return [one for one in self.people if one.current and one.is_expected]

    @property
    def former(self) -> list[PersonLine]:
        """Who belonged to the family once."""
        return [one for one in self.people if not one.current and one.belongs is not Belonging.MISTAKE]

    @property
    def mistaken(self) -> list[PersonLine]:
        """Who was entered by mistake and never belonged to the family."""
        return [one for one in self.people if one.belongs is Belonging.MISTAKE]

    @property
    def has_names(self) -> bool:
        return any(person.has_identity and not person.is_closed for person in self.people)


@dataclass(frozen=True, slots=True)
class PersonCard:
    """One person of a case's family with what the actor may do; `history` is None for adults."""

    line: PersonLine
    history: PlacementHistory | None
    may_change: bool
    may_place: bool
    may_merge: bool = False


def family_of_case(*, actor: Actor, case_id: int, on: date) -> FamilyOfCase:
    """The people of a case's family with age and placement on a day; ages only for those who may read names."""
    standing = policies.standing_in(actor=actor, case_id=case_id)
    people = people_of_family(standing.family_id)
    return family_of(standing, people, unlocked(people) if standing.may_read_names else None, on)


def person_card(*, actor: Actor, person_id: int, case_id: int, on: date) -> PersonCard:
    """A person of a case's family by code, with roles and placements, without identity; NotFound for others."""
    standing = policies.standing_in(actor=actor, case_id=case_id)
    return card_of(standing, person_in_family(person_id, standing.family_id), None, on)


def family_of(
    standing: Standing, people: Sequence[Person], opened: Mapping[int, Identity] | None, on: date
) -> FamilyOfCase:
    """The family as it is shown, from people and identities read already; for this room's own use."""
    placed = placement_history([person.pk for person in people])
    known = unlocked(people) if opened is None else opened
    return FamilyOfCase(
        family_id=standing.family_id,
        people=tuple(_line(person, opened, known, placed.get(person.pk, ()), on) for person in people),
        may_read_names=standing.may_read_names,
        may_change=standing.may_change,
        may_place=standing.may_place,
        may_merge=standing.may_merge and standing.may_read_names,
    )


def card_of(standing: Standing, person: Person, opened: Mapping[int, Identity] | None, on: date) -> PersonCard:
    """The person as the page shows one, from what was read already; for this room's own use."""
    was_child = any(member.role == FamilyMember.Role.CHILD for member in person.memberships.all())
    history = history_of(person.pk) if was_child else None
    known = unlocked([person]) if opened is None else opened
    line = _line(person, opened, known, history.periods if history else (), on)
    return PersonCard(
        line=line,
        history=history if line.is_child or (history and history.entries) else None,
        may_change=standing.may_change,
        may_place=line.is_child and standing.may_place,
        may_merge=standing.may_merge,
    )


def may_merge(*, actor: Actor, case_id: int) -> bool:
    """Whether the actor may bring records of this case's family together with others."""
    standing = policies.standing_in(actor=actor, case_id=case_id)
    return standing.may_merge and standing.may_read_names


def ages(*, actor: Actor, person_ids: Collection[int], on: date) -> dict[int, Age | None]:
    """Age of each person on a day; for rooms that have asked whether the case may be read.

    Of somebody whose birth is known to the year or less, whole years only (months are the fewest possible), and None
    where they could be either: unknown is never no.
    """
    return ages_of(actor=actor, people=Person.objects.filter(pk__in=person_ids), on=on)


def ages_of(*, actor: Actor, people: Iterable[Person], on: date) -> dict[int, Age | None]:
    """The same for people who have been read already, with their sealed identity."""
    read = list(people)
    born = births(read) if can(actor, "identity.read") else {}
    spans = {pk: age_span(birth, on) for pk, birth in born.items()}
    return {
        person.pk: span.youngest if (span := spans.get(person.pk)) and span.years is not None else None
        for person in read
    }


def _line(
    person: Person,
    opened: Mapping[int, Identity] | None,
    known: Mapping[int, Identity],
    placed: tuple[PlacedPeriod, ...],
    on: date,
) -> PersonLine:
    """The line of a person; of ``known`` only whether somebody is a child is told, to whoever may not read it too."""
    identity = opened.get(person.pk) if opened is not None else None
    span = age_span(identity.born, on) if identity and identity.born else None
    roles = list(person.memberships.all())
    born = known[person.pk].born if person.pk in known else None
    return PersonLine(
        person_id=person.pk,
        code=person.code,
        belongs=belonging_on(map(span_of, roles), born, on),
        sex=person.sex,
        revision=person.revision,
        has_identity=person.identity is not None,
        is_closed=opened is not None and identity is None,
        age=span.youngest if span and span.is_exact else None,
        span=span,
        memberships=tuple(
            Membership(
                member.pk,
                member.role,
                member.get_role_display(),
                member.from_on,
                member.to_on,
                member.ended,
                member.is_day_known,
                member.expected_in,
            )
            for member in roles
        ),
        placement=placement_on(placed, on),
        has_own_family=getattr(person, "has_own_family", False),
    )
