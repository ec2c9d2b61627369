"""Publishing a practice with all its parts, in one transaction or not at all."""

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from opora.access.actions import departments as access
from opora.access.models import Department
from opora.access.rules import Actor
from opora.catalogue.actions import publish_catalogue
from opora.common import news
from opora.common.errors import Invalid
from opora.common.findings import ERROR, Finding
from opora.common.one_at_a_time import LONG_PATIENCE, one_at_a_time
from opora.instruments import actions as instruments
from opora.logic.actions import publish_model
from opora.packs import rules
from opora.packs.queries import borrowed_forms, check_practice, explain
from opora.pathways.actions import publish_route
from opora.programs import actions as programs
from opora.programs.models import PracticeVersion, Program


class PracticeInvalid(Invalid):
    """The practice has mistakes; nothing of it was published. `findings` name each of them."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        errors = [finding for finding in findings if finding.severity == ERROR]
        super().__init__({"": "\n".join([_("The practice was not published:"), *explain(errors)])})


@dataclass(frozen=True, slots=True)
class Published:
    """What a publication left in force."""

    version: PracticeVersion
    programs: list[Program]
    departments: list[Department]
    warnings: tuple[Finding, ...]


@transaction.atomic
def publish_practice(*, actor: Actor, folder: Path, is_offered: bool = False) -> Published:
    """Check the folder and publish all of it; the same folder twice changes nothing.

    A department that exists under the same name keeps the numbering its organization chose. A practice that was
    published once and followed by a newer one does not come back: the shipped folder is offered at every start. What
    is only offered, and not asked for, also leaves alone the forms, processes and models that an organization made.
    """
    _wait_for_others()
    reading = check_practice(folder=folder, against_published=True, keep_own=is_offered)
    if reading.practice is None:
        raise PracticeInvalid(reading.findings)
    practice = reading.practice
    forms = {
        form.code: instruments.publish_version(
            actor=actor, definition=form, file=practice.file_of(form), keep_own=is_offered
        )
        for form in practice.instruments
    }
    for form in borrowed_forms(practice):
        instruments.publish_version(actor=actor, definition=form, file=practice.file_of(form))
    content = practice.to_data({code: version.sha256 for code, version in forms.items()})
    newer = _newer_than(practice.code, content)
    if practice.catalogue is not None:
        publish_catalogue(
            actor=actor,
            code=practice.code,
            catalogue=practice.catalogue,
            programs=[plan.code for plan in practice.programs],
            only_if_none=newer is not None,
        )
    for model in practice.models:
        publish_model(
            actor=actor,
            practice=practice.code,
            model=model,
            programs=[plan.code for plan in practice.programs],
            only_if_none=newer is not None,
            keep_own=is_offered,
        )
    # Rooms above have files of their own in the folder; what is wrong there publishes nothing at all.
    news.tell("practices.published", actor=actor, folder=folder, is_offered=is_offered)
    if newer is not None:
        return Published(newer, list(Program.objects.filter(practice=newer)), [], reading.findings)
    version = programs.publish_practice_version(actor=actor, code=practice.code, content=content)
    departments = {plan.code: _department(actor, plan) for plan in practice.departments}
    published = [
        programs.put_program(
            actor=actor,
            code=plan.code,
            name=plan.name.ru,
            layout=plan.layout,
            practice=version,
            departments=[departments[code] for code in plan.departments],
            instrument_code=plan.instrument,
            labels=practice.labels,
            review_months=plan.review_months,
            keep_own=is_offered,
        )
        for plan in practice.programs
    ]
    if practice.process is not None:
        publish_route(actor=actor, code=str(practice.process["code"]), body=dict(practice.process), keep_own=is_offered)
    return Published(version, published, list(departments.values()), reading.findings)


def _wait_for_others() -> None:
    """Several processes may start at once and offer the same folder: one publishes, the others find it done."""
    one_at_a_time("practice", patience=LONG_PATIENCE)


def _newer_than(code: str, content: dict[str, object]) -> PracticeVersion | None:
    """The newest version, when this content is one of its predecessors."""
    versions = list(PracticeVersion.objects.filter(code=code).order_by("number"))
    is_known = any(rules.says_the_same(version.content, content) for version in versions[:-1])
    return versions[-1] if is_known and not rules.says_the_same(versions[-1].content, content) else None


def _department(actor: Actor, plan: rules.DepartmentPlan) -> Department:
    known = Department.objects.filter(name=plan.name).first()
    return known or access.add_department(actor=actor, name=plan.name, number_pattern=plan.number_pattern)
