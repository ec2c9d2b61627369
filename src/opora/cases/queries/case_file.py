"""A whole case file in a few queries, for the pages that show or change it."""

from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.db.models.functions import JSONObject

from opora.access.rules import Actor, Part, people_of
from opora.cases import policies
from opora.cases.models import (
    Case,
    CaseCorrection,
    Closing,
    ClosingChild,
    FollowUp,
    FollowUpChild,
    FollowUpContact,
    Stay,
    StayExtension,
    TeamMember,
)
from opora.cases.queries.visible import even_voided, get_case
from opora.cases.rules.follow_up_due import days_late
from opora.cases.rules.stays import StayDays, nights
from opora.common.asked_often import asked_often
from opora.common.dates import today
from opora.families.models import FamilyMember, Person
from opora.families.queries import who_are
from opora.families.rules.childhood import ADULTS, Ended


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case as its page shows it, with what this person may do."""

    case: Case
    children: list[Person]
    team: list[TeamMember]
    stays: list[Stay]
    closings: list[Closing]
    follow_ups: list[FollowUp]
    may_change: bool
    may_follow_up: bool

    @property
    def is_open(self) -> bool:
        """Whether work with the family goes on."""
        return self.case.closed_on is None

    @property
    def has_stays(self) -> bool:
        """Whether living in the centre belongs to the program."""
        return self.case.program.layout == "shelter" or bool(self.stays)

    @property
    def case_manager(self) -> TeamMember | None:
        """Who answers for the case now."""
        return next((m for m in self.team if m.part == TeamMember.Part.CASE_MANAGER and m.to_on is None), None)

    @property
    def present_team(self) -> list[TeamMember]:
        """Who works on the case now."""
        return [member for member in self.team if member.to_on is None]

    @property
    def former_team(self) -> list[TeamMember]:
        """Who worked on the case before."""
        return [member for member in self.team if member.to_on is not None]

    @property
    def present_stay(self) -> Stay | None:
        """The stay that goes on, if any."""
        return next((stay for stay in self.stays if stay.left_on is None), None)

    @property
    def closing(self) -> Closing | None:
        """The closing that stands, if the case is closed."""
        return next((closing for closing in self.closings if closing.reopened_on is None), None)

    @property
    def pending_follow_up(self) -> FollowUp | None:
        """The follow-up that waits to be made."""
        return next((f for f in self.follow_ups if f.done_on is None and f.cancelled_at is None), None)

    @property
    def untold_follow_up(self) -> FollowUp | None:
        """A visit that was made and of which only the day is known: its children can still be told of."""
        made = (f for f in self.follow_ups if f.result == FollowUp.Result.REACHED and f.cancelled_at is None)
        return next((f for f in made if not f.contacts.all()), None)

    @property
    def contacts(self) -> list[FollowUpContact]:
        """Every attempt to look back at the family, the newest first."""
        found = [contact for follow_up in self.follow_ups for contact in follow_up.contacts.all()]
        return sorted(found, key=lambda contact: (contact.on, contact.pk), reverse=True)

    @property
    def done_follow_ups(self) -> list[tuple[FollowUp, int]]:
        """The follow-ups made, each with how many days late it was."""
        return [(f, days_late(f.due_on, f.done_on)) for f in self.follow_ups if f.done_on]

    def nights_of(self, stay: Stay, on: date) -> int:
        """How many nights of a stay had passed by a day."""
        return nights(StayDays(stay.from_on, stay.planned_until, stay.left_on), on=on)


def get_case_file(*, actor: Actor, case_id: int, whole: bool = False) -> CaseFile:
    """The case with its children, team, stays, closings and follow-ups; NotFound when it is not for this person.

    A whole file also holds the extensions of its stays; nothing is asked that such a case cannot have.
    """
    case = get_case(actor=actor, case_id=case_id)
    team = _team_of(case_id=case.pk)
    member = part_of(actor, team)
    homes = Prefetch("children", ClosingChild.objects.select_related("person").defer("person__identity").order_by("pk"))
    closings = list(case.closings.prefetch_related(homes).order_by("-on", "-pk"))
    may_have_stays = case.program.layout == "shelter" or case.is_imported
    return CaseFile(
        case=case,
        children=_children(case),
        team=team,
        stays=_stays(case, whole) if may_have_stays else [],
        closings=closings,
        follow_ups=_follow_ups(case) if closings or may_have_stays else [],
        may_change=policies.can_change(actor, case, is_member=member),
        may_follow_up=policies.can_follow_up(actor, case, is_member=member),
    )


def _children(case: Case) -> list[Person]:
    """Whom the case is about; who was entered into the family by mistake never was."""
    roles = FamilyMember.objects.filter(family=case.family_id, person=OuterRef("person"))
    never = Exists(roles) & ~Exists(roles.exclude(ended=Ended.MISTAKE))
    return [child.person for child in case.children.exclude(never).select_related("person").defer("person__identity")]


@asked_often
def _team_of(*, case_id: int) -> QuerySet[TeamMember]:
    return TeamMember.objects.filter(case_id=case_id).select_related("user").order_by("from_on", "pk")


def part_of(actor: Actor, team: list[TeamMember]) -> Part:
    """Who of this person and of those he or she stands in for works in the team now."""
    return people_of(actor).intersection(m.user_id for m in team if m.to_on is None)


def _follow_ups(case: Case) -> list[FollowUp]:
    children = FollowUpChild.objects.filter(contact=OuterRef("pk")).order_by("pk")
    told = JSONObject(
        letter="person__code_letter", number="person__code_number", placement="placement", safety="safety"
    )
    contacts = FollowUpContact.objects.select_related("by").annotate(told=ArraySubquery(children.values(json=told)))
    return list(case.follow_ups.prefetch_related(Prefetch("contacts", contacts)).order_by("-due_on", "-pk"))


def _stays(case: Case, whole: bool) -> list[Stay]:
    if not whole:
        return _stays_of(case_id=case.pk)
    extensions = StayExtension.objects.select_related("approved_by").order_by("new_until", "pk")
    return list(case.stays.order_by("-from_on", "-pk").prefetch_related(Prefetch("extensions", extensions)))


@asked_often
def _stays_of(*, case_id: int) -> QuerySet[Stay]:
    return Stay.objects.filter(case_id=case_id).order_by("-from_on", "-pk")


def corrections_of(case: Case) -> list[CaseCorrection]:
    """What was set right in a case already read, the newest first."""
    return list(case.corrections.select_related("by"))


def voided_cases(*, actor: Actor, limit: int = 100) -> list[tuple[Case, CaseCorrection | None]]:
    """Cases opened by mistake in the departments one leads, with why; nobody else finds them anywhere."""
    found = even_voided(actor, "assessment.approve").exclude(voided_on=None).select_related("program", "department")
    cases = list(found.order_by("-voided_on", "-pk")[:limit])
    said = CaseCorrection.objects.filter(case__in=cases, field=CaseCorrection.Field.VOIDED).select_related("by")
    last: dict[int, CaseCorrection] = {}
    for one in said.order_by("pk"):
        last[one.case_id] = one
    return [(case, last.get(case.pk)) for case in cases]


def adults_of(case: Case) -> list[tuple[int, str]]:
    """Who of the family may be the client of a case already read: the adults by code, the present one among them."""
    found = {one.pk: one.code for one in who_are(case.family_id, *ADULTS, on=today())}
    return list(({case.client_id: case.client.code} | found).items())


def homes_at(closing: Closing) -> list[ClosingChild]:
    """Where each child lived when the case was closed, of a closing read with its case."""
    return list(closing.children.all())
