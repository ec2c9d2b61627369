"""A signal that came to the wrong door is handed to the program that helps such families."""

from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from opora.access.models import Department
from opora.access.rules import Actor
from opora.audit import actions as audit
from opora.common.errors import Invalid, Refused
from opora.common.news import tell
from opora.pathways.queries import definition_of, version_for
from opora.pathways.rules import due_on
from opora.process import policies
from opora.process.actions.locking import lock
from opora.process.models import Paper, Route, RouteStep
from opora.process.queries import may_hand
from opora.programs.models import Program


@transaction.atomic
def hand_to_program(
    *, actor: Actor, route_id: int, program_id: int, department_id: int, reason: str, on: date
) -> Route:
    """The path begins anew by the process of another program, with its papers and its history (S4-03).

    Only while it stands where it began: whoever has taken it into work goes on, or leaves by an exit.
    """
    route = lock(actor=actor, route_id=route_id)
    policies.check_goes_on(route)
    if not may_hand(route):
        raise Refused(_("Only a signal that nobody has taken into work yet is handed to another program."))
    if not reason.strip():
        raise Invalid({"reason": _("Say why: whoever takes over will read it.")})
    program = Program.objects.filter(pk=program_id, is_active=True, departments__department_id=department_id).first()
    department = Department.objects.filter(pk=department_id, is_active=True).first()
    version = version_for(program) if program is not None else None
    if program is None or department is None or version is None:
        raise Invalid({"target": _("Choose a program from the list.")})
    if (program.pk, department.pk) == (route.program_id, route.department_id):
        raise Invalid({"target": _("The path belongs to this program already.")})
    definition = definition_of(version)
    # What was gathered before goes along: it counts at the first stage of the other program too.
    Paper.objects.filter(route=route, step_count=route.step_count).update(step_count=F("step_count") + 1)
    if department.pk != route.department_id:
        route.worker = None
    route.version, route.program, route.department = version, program, department
    route.stage, route.entered_on, route.step_count = definition.start, on, route.step_count + 1
    route.due_on = due_on(definition, definition.start, on)
    route.save()
    RouteStep.objects.create(
        route=route,
        version=version,
        number=route.step_count,
        to_stage=route.stage,
        on=on,
        by_id=actor.user_id,
        reason=reason.strip(),
    )
    audit.record(actor=actor, verb="process.handed", family_id=route.family_id, route=route.pk, program=program.code)
    tell("routes.changed", route_ids=[route.pk])
    return route
