"""Publishing practices and the programs they bring."""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from opora.access import actions as access
from opora.access.models import Department
from opora.access.rules import Actor, Scope, scope
from opora.audit import actions as journal
from opora.common.errors import Invalid, Refused
from opora.programs.models import PracticeVersion, Program, ProgramDepartment
from opora.programs.queries import newest_practice


def _check_may_publish(actor: Actor) -> None:
    if scope(actor, "practice.manage") is not Scope.ALL:
        raise Refused(_("Practices are published by a methodologist, the head or an administrator."))


@transaction.atomic
def publish_practice_version(*, actor: Actor, code: str, content: Mapping[str, Any]) -> PracticeVersion:
    """Keep the pack as it is now; the same pack twice is one version."""
    _check_may_publish(actor)
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    digest = hashlib.sha256(text.encode()).hexdigest()
    newest = newest_practice(actor=actor, code=code)
    if newest and newest.sha256 == digest:
        return newest
    version = PracticeVersion.objects.create(
        code=code, number=newest.number + 1 if newest else 1, sha256=digest, content=content
    )
    journal.record(actor=actor, verb="programs.practice_published", code=code, version=version.number)
    return version


@transaction.atomic
def put_program(
    *,
    actor: Actor,
    code: str,
    name: str,
    layout: str,
    practice: PracticeVersion,
    departments: Sequence[Department],
    instrument_code: str = "efo",
    labels: Mapping[str, str] | None = None,
    review_months: int | None = None,
    keep_own: bool = False,
) -> Program:
    """Start a program or bring it up to the practice's newest version; departments are added, never taken.

    With ``keep_own`` a program whose form the organization chose itself keeps that form.
    """
    _check_may_publish(actor)
    values: dict[str, Any] = {
        "name": name,
        "layout": layout,
        "practice": practice,
        "instrument_code": instrument_code,
        "labels": dict(labels or {}),
    }
    if review_months is not None:
        values["review_months"] = review_months
    program = Program.objects.filter(code=code).first()
    if program is not None and keep_own and program.has_own_form:
        del values["instrument_code"]
    elif program is not None and program.instrument_code != instrument_code:
        values["has_own_form"] = False
    if program is None:
        program = Program.objects.create(code=code, **values)
        journal.record(actor=actor, verb="programs.started", program=program.code)
    elif any(getattr(program, key) != value for key, value in values.items()):
        Program.objects.filter(pk=program.pk).update(**values)
        program.refresh_from_db()
        journal.record(actor=actor, verb="programs.changed", program=program.code)
    for department in departments:
        ProgramDepartment.objects.get_or_create(program=program, department=department)
    return program


@transaction.atomic
def choose_form(*, actor: Actor, program_ids: Collection[int], code: str) -> None:
    """These programs rate their families by this form from now on; a folder that is only offered does not undo it."""
    _check_may_publish(actor)
    for program in Program.objects.select_for_update().filter(pk__in=program_ids).exclude(instrument_code=code):
        Program.objects.filter(pk=program.pk).update(instrument_code=code, has_own_form=True)
        journal.record(actor=actor, verb="programs.form_chosen", program=program.code, form=code)


@transaction.atomic
def put_department(
    *,
    actor: Actor,
    department_id: int | None,
    name: str,
    number_pattern: str,
    program_ids: Collection[int],
    is_active: bool = True,
) -> Department:
    """Open a department or change one, and say which programs work there; cases that exist stay in theirs."""
    _check_may_publish(actor)
    wanted = set(program_ids)
    if wanted - set(Program.objects.filter(pk__in=wanted).values_list("pk", flat=True)):
        raise Invalid({"programs": _("One of the programs is no longer there. Please choose again.")})
    if department_id is None:
        department = access.add_department(actor=actor, name=name, number_pattern=number_pattern)
    else:
        department = access.change_department(
            actor=actor, department_id=department_id, name=name, number_pattern=number_pattern, is_active=is_active
        )
    carried = set(ProgramDepartment.objects.filter(department=department).values_list("program_id", flat=True))
    if wanted != carried:
        ProgramDepartment.objects.filter(department=department, program_id__in=carried - wanted).delete()
        ProgramDepartment.objects.bulk_create(
            ProgramDepartment(department=department, program_id=program_id) for program_id in sorted(wanted - carried)
        )
        codes = sorted(Program.objects.filter(pk__in=wanted).values_list("code", flat=True))
        journal.record(actor=actor, verb="programs.department_chosen", department=department.pk, programs=codes)
    return department
