"""Assessments of cases this person may see; anything else does not exist for them."""

from datetime import date

from opora.access.rules import Actor
from opora.assessments import policies
from opora.assessments.models import Assessment
from opora.assessments.rules import ENTRY, EXIT, Standing
from opora.cases.models import Case
from opora.cases.queries import get_case, is_member, visible_to


def for_case(*, actor: Actor, case_id: int, with_replaced: bool = False) -> list[Assessment]:
    """The assessments of a case from the first to the last; corrected ones only when asked for."""
    get_case(actor=actor, case_id=case_id)
    found = Assessment.objects.select_related("assessor", "approved_by").filter(case_id=case_id)
    if not with_replaced:
        found = found.exclude(status=Assessment.Status.REPLACED)
    return list(found.defer("answers", "comments").order_by("on", "id"))


def get(*, actor: Actor, assessment_id: int) -> Assessment:
    """One assessment with its case and the version of its form."""
    found = (
        Assessment.objects.select_related(
            "case__department", "case__program", "case__client", "version__instrument", "assessor", "approved_by"
        )
        .defer("version__definition")
        .filter(pk=assessment_id, case__in=visible_to(actor).values("pk"))
        .first()
    )
    if found is None:
        raise policies.unseen()
    return found


def may_correct(*, actor: Actor, assessment: Assessment) -> bool:
    """Whether this person may write the next revision of a form."""
    return policies.can_correct(actor, assessment, is_member=is_member(actor=actor, case_id=assessment.case_id))


def may_approve(*, actor: Actor, assessment: Assessment) -> bool:
    """Whether this person may approve or return a form of this case."""
    return policies.can_approve(actor, assessment.case, is_member=is_member(actor=actor, case_id=assessment.case_id))


def may_decide(*, actor: Actor, assessment: Assessment) -> tuple[bool, bool]:
    """Both in one question: whether this person may correct a form, and whether approve or return it."""
    member = is_member(actor=actor, case_id=assessment.case_id)
    return (
        policies.can_correct(actor, assessment, is_member=member),
        policies.can_approve(actor, assessment.case, is_member=member),
    )


def history_of(assessment: Assessment) -> list[Assessment]:
    """The revisions that this one replaced, latest first."""
    earlier: list[Assessment] = []
    seen = assessment
    while (replaced := seen.replaces_id) is not None:
        seen = Assessment.objects.select_related("assessor").get(pk=replaced)
        earlier.append(seen)
    return earlier


def correction_of(assessment: Assessment) -> Assessment | None:
    """The revision that replaced this one, if any."""
    found = Assessment.objects.select_related("assessor", "case", "version").filter(replaces_id=assessment.pk)
    return found.first()


def newest_of(assessment: Assessment) -> Assessment:
    """The revision that stands after all corrections; the assessment itself when there was none."""
    while (correction := correction_of(assessment)) is not None:
        assessment = correction
    return assessment


def standing_form(case: Case, point: str, *, episode: int, on: date) -> Assessment | None:
    """The form that already takes the place of a new one at this point."""
    forms = Assessment.objects.filter(case=case, point=point).exclude(status=Assessment.Status.REPLACED)
    if point == EXIT:
        forms = forms.filter(episode=episode)
    elif point != ENTRY:
        forms = forms.filter(on=on)
    return forms.select_related("assessor", "case", "version").order_by("-id").first()


def standing_of(case_id: int, *, but: int = 0) -> list[Standing]:
    """What stands in a case, for the rules; `but` leaves one assessment out."""
    rows = (
        Assessment.objects.filter(case_id=case_id)
        .exclude(status=Assessment.Status.REPLACED)
        .exclude(pk=but)
        .order_by("on", "id")
        .values_list("pk", "point", "on", "status", "episode")
    )
    return [
        Standing(pk, point, on, status == Assessment.Status.APPROVED, episode)
        for pk, point, on, status, episode in rows
    ]


def has_exit(case: Case) -> bool:
    """Whether the present stretch of work has its exit assessment, approved or awaiting it (S4-22)."""
    forms = Assessment.objects.filter(case=case, point=EXIT, episode=episode_of(case))
    return forms.filter(status__in=(Assessment.Status.SUBMITTED, Assessment.Status.APPROVED)).exists()


def episode_of(case: Case, standing: list[Standing] | None = None) -> int:
    """Which stretch of work with the family this is: 1, and one more after each re-opening.

    With what stands in the case the database is asked only where the answer matters: when there is an exit.
    """
    if standing is not None and not any(one.point == EXIT for one in standing):
        return 1
    return 1 + case.closings.exclude(reopened_on=None).count()
