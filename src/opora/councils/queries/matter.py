"""What a panel decides on: who the family is, what was found out, and what was decided about it before."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from opora.access.rules import Actor
from opora.councils import rules
from opora.councils.models import Ballot, Vote
from opora.councils.queries.ballots import in_sight
from opora.families import queries as families
from opora.families.models import FamilyMember, Person, Placement
from opora.families.rules import Age, Belonging, Identity, placement_on
from opora.families.words import expected_said, grown_label
from opora.intake.models import AnalyticReport, Referral, RiskForm, Visit
from opora.intake.queries import referral_of_route, reports_of, risk_forms_of, visits_of
from opora.intake.words import RESOURCES, RISKS
from opora.process.models import Route

GRAVE, SOME = ("critical", "high"), ("medium",)
YES = "yes"
"""A fact that is so: it has no grade and stands after what has."""


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody of the family: by name for those who may know it, by code for the others."""

    code: str
    name: str
    role: str
    is_child: bool
    age: Age | None
    place: str


@dataclass(frozen=True, slots=True)
class EarlierVote:
    """A closed vote about the same family: its result, and how many voted for it of how many."""

    ballot: Ballot
    winning: int
    cast: int

    @property
    def is_unanimous(self) -> bool:
        return self.cast > 1 and self.winning == self.cast


@dataclass(frozen=True, slots=True)
class Matter:
    """Everything that stands beside the ballot. ``report`` is the text given to the vote, by sections."""

    family: list[Relative]
    referral: Referral | None
    report: AnalyticReport | None
    sections: Mapping[str, str]
    newer: AnalyticReport | None
    risk_form: RiskForm | None
    risks: list[str]
    resources: list[str]
    visit: Visit | None
    earlier: list[EarlierVote]


def report_of(ballot: Ballot) -> tuple[AnalyticReport | None, AnalyticReport | None]:
    """The report as it was given to this vote, and a newer text of it where somebody has written one since.

    A report given later counts only where there was none when the vote was opened.
    """
    reports = reports_of(ballot.route)
    frozen = [one for one in reports if one.frozen_on is not None]
    in_time = [one for one in frozen if one.frozen_on is not None and one.frozen_on <= ballot.opened_on]
    given = next(iter(in_time or frozen), None)
    newer = reports[0] if given is not None and reports[0].pk != given.pk else None
    return given, newer


def risks_of(form: RiskForm | None) -> tuple[list[str], list[str]]:
    """The risks that weigh, the gravest first, and what the family can lean on, in words."""
    if form is None:
        return [], []
    grave = [
        str(word) for level in (*GRAVE, *SOME, YES) for code, word in RISKS.items() if form.risks.get(code) == level
    ]
    strong = [str(word) for code, word in RESOURCES.items() if form.resources.get(code) in ("yes", "partly")]
    return grave, strong


def relatives_of(*, actor: Actor, route: Route, names: Mapping[int, Identity], on: date) -> list[Relative]:
    """Who is in the family now, the adults first; the path has been read for the person already."""
    if route.family_id is None:
        return []
    people = families.people_of_family(route.family_id)
    belongs = families.belongings_in(route.family_id, on=on)
    children = {pk for pk, found in belongs.items() if found is Belonging.CHILD}
    ages = families.ages(actor=actor, person_ids=[one.pk for one in people], on=on)
    placed = families.placement_history(list(children))
    found = []
    for person in people:
        if (role := _role_of(person, belongs[person.pk])) is None:
            continue
        period = placement_on(placed.get(person.pk, ()), on) if person.pk in children else None
        found.append(
            Relative(
                code=person.code,
                name=_short(names.get(person.pk), is_child=person.pk in children),
                role=role,
                is_child=person.pk in children,
                age=ages.get(person.pk),
                place=str(Placement.Kind(period.kind).label) if period else "",
            )
        )
    return sorted(found, key=lambda one: one.is_child)


def earlier_votes(*, actor: Actor, ballot: Ballot) -> list[EarlierVote]:
    """The closed votes about the same family that this person may know, the newest first."""
    route = ballot.route
    same = Ballot.objects.filter(route__family_id=route.family_id) if route.family_id else Ballot.objects.none()
    found = same | Ballot.objects.filter(route=route)
    closed = list(
        found.filter(in_sight(actor), closed_on__isnull=False).exclude(pk=ballot.pk).order_by("-closed_on", "-pk")[:10]
    )
    cast: dict[int, Counter[str]] = {one.pk: Counter() for one in closed}
    votes = Vote.objects.filter(seat__ballot__in=closed).exclude(choice=rules.ABSTAIN)
    for ballot_id, choice in votes.values_list("seat__ballot_id", "choice"):
        cast[ballot_id][choice] += 1
    return [EarlierVote(one, cast[one.pk][one.result], cast[one.pk].total()) for one in closed]


def matter_of(
    *,
    actor: Actor,
    ballot: Ballot,
    names: Mapping[int, Identity],
    given: tuple[AnalyticReport | None, AnalyticReport | None],
    sections: Mapping[str, str],
    on: date,
) -> Matter:
    """The whole of it, from what was opened and written down in the journal by the action that shows it."""
    route = ballot.route
    form = next(iter(risk_forms_of(route)), None)
    risks, resources = risks_of(form)
    visits = [one for one in visits_of(route) if one.held_on is not None]
    return Matter(
        family=relatives_of(actor=actor, route=route, names=names, on=on),
        referral=referral_of_route(route=route),
        report=given[0],
        sections=sections,
        newer=given[1],
        risk_form=form,
        risks=risks,
        resources=resources,
        visit=next(iter(visits), None),
        earlier=earlier_votes(actor=actor, ballot=ballot),
    )


def _role_of(person: Person, belongs: Belonging) -> str | None:
    """The role that holds now; None when the person has left the family."""
    current = next((one for one in person.memberships.all() if one.to_on is None), None)
    if current is not None and belongs is Belonging.EXPECTED:
        return expected_said(current.expected_in)
    if current is not None and belongs is Belonging.GROWN and current.role == FamilyMember.Role.CHILD:
        return grown_label(person.sex)
    return str(current.get_role_display()) if current else None


def _short(identity: Identity | None, *, is_child: bool) -> str:
    """An adult by the whole name, a child by the given one; empty where no name may be read."""
    if identity is None:
        return ""
    return (identity.given if is_child else identity.full_name) or identity.full_name
