"""An open case goes over to another program: the case is carried, and its path goes on at a chosen stage there."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from opora.access.models import RoleAssignment
from opora.access.rules import ABILITIES, Actor
from opora.audit import actions as audit
from opora.cases import actions as cases
from opora.common.errors import Invalid
from opora.common.news import tell
from opora.pathways.queries import definition_of, version_for
from opora.pathways.rules import due_on
from opora.pathways.words import place_title
from opora.process.models import Paper, Route, RouteMember, RouteStep
from opora.programs.models import Program


@dataclass(frozen=True, slots=True)
class Transferred:
    """What became of the case: its numbers, program, stage, case manager, and whoever left the team."""

    case_id: int
    was: str
    number: str
    program: str
    department: str
    stage: str
    case_manager: str
    left: tuple[str, ...]


class _TakenBackError(Exception):
    """The deed was only looked at."""


def transfer(*, only_look: bool = False, **wanted: Any) -> Transferred:
    """Transfer an open case (see `_transfer`); with ``only_look`` everything is done and taken back."""
    made: list[Transferred] = []
    try:
        with transaction.atomic():
            made.append(_transfer(**wanted))
            if only_look:
                raise _TakenBackError
    except _TakenBackError:
        pass
    return made[0]


def _transfer(
    *,
    actor: Actor,
    case_id: int,
    program_id: int,
    department_id: int,
    stage: str = "",
    case_manager_id: int | None = None,
    number: str | None = None,
    reason: str,
    revision: int | None = None,
    on: date,
) -> Transferred:
    """The case with its history goes on in the new program, at a stage of its process chosen by who transfers it."""
    _check_stage(program_id, stage)
    done = cases.transfer_case(
        actor=actor,
        case_id=case_id,
        program_id=program_id,
        department_id=department_id,
        case_manager_id=case_manager_id,
        number=number,
        reason=reason,
        revision=revision,
        on=on,
    )
    case = done.case
    route = Route.objects.select_for_update(of=("self",)).select_related("version").filter(case_id=case_id).first()
    if route is not None and stage and stage != route.stage:
        _stand_at(actor, route, stage, reason, on)
    uninvited = _end_invitations(actor, route, on) if route is not None else []
    team = list(case.team.select_related("user").order_by("pk"))
    return Transferred(
        case_id=case.pk,
        was=done.from_number,
        number=case.number,
        program=case.program.name,
        department=case.department.name,
        stage=place_title(definition_of(route.version), route.stage) if route is not None else "",
        case_manager=next((one.user.name for one in team if one.part == "case_manager" and one.to_on is None), ""),
        left=tuple(dict.fromkeys([*(one.user.name for one in team if one.to_on == on), *uninvited])),
    )


def _end_invitations(actor: Actor, route: Route, on: date) -> list[str]:
    """As in the team: nobody stays invited who may not work where the case goes on; gives the names of who leaves.

    Whoever may work there keeps the invitation, for the visit or the vote it was given for goes on with the case.
    """
    here = Q(department=None) | Q(department=route.department_id)
    may = RoleAssignment.objects.filter(here, role__in=list(ABILITIES["intake.work"]), user__is_active=True)
    members = RouteMember.objects.filter(route=route, to_on=None).exclude(user__in=may.values("user"))
    leaving = list(members.select_related("user").order_by("pk"))
    for member in leaving:
        member.to_on = max(on, member.from_on)
    RouteMember.objects.bulk_update(leaving, ["to_on"])
    entries = [{"case_id": route.case_id, "route": route.pk, "user": member.user_id} for member in leaving]
    audit.record_many(actor=actor, verb="process.invitation_ended", entries=entries)
    return [member.user.name for member in leaving]


def _check_stage(program_id: int, stage: str) -> None:
    program = Program.objects.filter(pk=program_id).first()
    version = version_for(program) if program is not None else None
    if stage and (version is None or stage not in definition_of(version).stages):
        raise Invalid({"stage": _("Choose a stage from the list.")})


def _stand_at(actor: Actor, route: Route, stage: str, reason: str, on: date) -> None:
    """The path went over with its case; it goes on where the family really is."""
    Paper.objects.filter(route=route, step_count=route.step_count).update(step_count=F("step_count") + 1)
    route.step_count += 1
    route.stage, route.entered_on = stage, max(on, route.entered_on)
    route.due_on = due_on(definition_of(route.version), stage, route.entered_on)
    RouteStep.objects.create(
        route=route,
        version=route.version,
        number=route.step_count,
        to_stage=stage,
        on=route.entered_on,
        by_id=actor.user_id,
        reason=reason.strip(),
    )
    route.save(update_fields=["step_count", "stage", "entered_on", "due_on"])
    tell("routes.changed", route_ids=[route.pk])
