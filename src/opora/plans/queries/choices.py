"""What the forms of a plan offer to choose from."""

from collections.abc import Iterable, Mapping

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from opora.access.models import RoleAssignment, User
from opora.access.rules import ABILITIES, Actor, Role
from opora.cases.models import TeamMember
from opora.common.language import said
from opora.families.sealing import opened
from opora.partners.models import Partner
from opora.plans.models import Goal, Plan, Task, UnforeseenEvent
from opora.plans.queries.goal_words import goal_words
from opora.plans.queries.household import household_of
from opora.plans.words import ACTIVITY
from opora.process.models import Route, RouteMember
from opora.process.queries import Place, get_route
from opora.process.queries.known_first import known_first

Choices = list[tuple[str, str]]
_DOERS = list(ABILITIES["task.do"])


def accountable_choices(
    *, actor: Actor, route_id: int, names: Mapping[int, str] | None = None
) -> list[tuple[str, Choices]]:
    """Who may answer for a task of this path, in groups: the family first, then colleagues, volunteers, partners.

    ``names`` are those of the family's people as this person may know them; codes and roles without it.
    """
    route = get_route(actor=actor, route_id=route_id)
    known = names or {}
    family = [(f"member:{one.person_id}", known.get(one.person_id, one.label)) for one in household_of(route)]
    staff, volunteers = _colleagues(route)
    partners = [
        (f"partner:{one.pk}", one.name) for one in Partner.objects.filter(is_active=True).order_by("name", "pk")
    ]
    groups = [(_("The family"), family), (_("Colleagues"), staff), (_("Volunteers"), volunteers)]
    return [(title, choices) for title, choices in (*groups, (_("Partners"), partners)) if choices]


def may_answer(route: Route, user_id: int) -> bool:
    """Say whether a colleague may be given a task of this path."""
    return _at_hand(route).filter(pk=user_id).exists()


def open_task_choices(place: Place) -> list[tuple[int, str]]:
    """The open tasks of the family at a place, the most pressing first: what the family may have taken a step about."""
    found = Task.objects.filter(plan__route=place.route_id or 0, state=Task.State.OPEN).order_by("due_on", "pk")
    return [(task.pk, opened(task, "title")) for task in found]


def track_choices() -> Choices:
    """The tracks of a plan, in words."""
    return _words(Plan.Track.choices)


def task_kind_choices() -> Choices:
    """The kinds of tasks, in words."""
    return _words(Task.Kind.choices)


def event_kind_choices() -> Choices:
    """What may happen unforeseen, in words."""
    return _words(UnforeseenEvent.Kind.choices)


def decision_choices() -> Choices:
    """What may be decided about a goal, in words."""
    return _words([one for one in Goal.State.choices if one[0] != Goal.State.ACTIVE])


def section_choices(route: Route) -> list[tuple[int, str]]:
    """The sections of the program's form, in words."""
    return [(number, said(title)) for number, title in goal_words(route).sections.items()]


def outcome_choices(route: Route) -> Choices:
    """The results that the practice of the path names, in words."""
    return [(code, said(title)) for code, title in goal_words(route).outcomes.items()]


def activity_choices() -> list[tuple[int, str]]:
    """How far the family is on its way to a change, in words."""
    return [(number, str(title)) for number, title in ACTIVITY.items()]


def _colleagues(route: Route) -> tuple[Choices, Choices]:
    staff: Choices = []
    volunteers: Choices = []
    others = RoleAssignment.objects.filter(user=OuterRef("pk"), role__in=_DOERS).exclude(role=Role.VOLUNTEER)
    found = _at_hand(route).annotate(is_staff_here=Exists(others))
    for pk, name, is_staff in found.values_list("pk", "name", "is_staff_here"):
        (staff if is_staff else volunteers).append((f"worker:{pk}", name))
    return staff, volunteers


def _at_hand(route: Route) -> QuerySet[User]:
    """Active people who do tasks in the department of the path or in the whole house, and everybody of its team."""
    doers = RoleAssignment.objects.filter(user=OuterRef("pk"), role__in=_DOERS)
    here = doers.filter(Q(department=route.department_id) | Q(department=None))
    invited = RouteMember.objects.filter(route=route, to_on=None).values("user_id")
    team = TeamMember.objects.filter(case=route.case_id, to_on=None).values("user_id")
    near = Exists(here) | Q(pk__in=invited) | Q(pk__in=team) | Q(pk=route.worker_id)
    known = known_first(route_id=route.pk, case_id=route.case_id, worker_id=route.worker_id)
    return User.objects.filter(Exists(doers), near, is_active=True).order_by(known, "name", "pk")


def _words(choices: Iterable[tuple[str, str | Promise]]) -> Choices:
    return [(code, str(label)) for code, label in choices]
