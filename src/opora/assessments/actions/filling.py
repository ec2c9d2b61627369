"""Filling in a form and correcting it. Scores are counted here, once, and frozen with the answers."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from opora.access.rules import Actor
from opora.assessments import policies
from opora.assessments.actions._frame import finish, lock_case
from opora.assessments.actions.drafting import end_draft
from opora.assessments.models import Assessment
from opora.assessments.queries.reading import episode_of, get, newest_of, standing_form, standing_of
from opora.assessments.queries.sheets import subjects_of, version_for
from opora.assessments.rules import (
    FOLLOW_UP,
    OVERTAKEN,
    Subject,
    check_answers,
    clean_comments,
    obstacles_to_writing,
    whole_years,
)
from opora.assessments.rules.filling import LONGEST_COMMENT, Answers
from opora.assessments.rules.points import obstacles_to_day
from opora.cases import actions as cases
from opora.cases.models import Case
from opora.cases.queries import is_member
from opora.common.errors import Conflict, Invalid
from opora.instruments.models import InstrumentVersion
from opora.instruments.queries import definition_of
from opora.instruments.rules import Definition, score


class AssessmentConflict(Conflict):
    """Somebody saved the same form meanwhile. `theirs` is what stands now; `mine` is what was sent."""

    def __init__(self, theirs: Assessment, *, answers: Answers, comments: Mapping[str, str], on: date) -> None:
        self.theirs = theirs
        self.answers = answers
        self.comments = comments
        self.on = on
        super().__init__(_("Somebody saved this assessment while you were filling it in. Nothing was overwritten."))


@transaction.atomic
def submit(
    *,
    actor: Actor,
    case_id: int,
    point: str,
    answers: Answers,
    comments: Mapping[str, str] | None = None,
    base_revision: int = 0,
    on: date,
) -> Assessment:
    """Hand in a new form of a case; it counts once it is approved.

    `answers` is {item code: {"family" or person id: value of the scale, "na" or "unknown"}}; what is left out was
    not asked. With `base_revision` above 0 the standing form of that point is corrected. When somebody handed in
    the same form first, AssessmentConflict carries both.
    """
    said = dict(comments or {})
    case = lock_case(actor=actor, case_id=case_id)
    policies.check_can_write(actor, case, is_member=is_member(actor=actor, case_id=case_id))
    episode = episode_of(case)
    obstacles = obstacles_to_writing(
        point, standing_of(case.pk), is_open=case.closed_on is None, episode=episode, on=on
    )
    if obstacles and obstacles[0] in OVERTAKEN:
        theirs = standing_form(case, point, episode=episode, on=on)
        if theirs is not None and not theirs.is_total_only:
            if base_revision:
                return correct(
                    actor=actor,
                    assessment_id=theirs.pk,
                    answers=answers,
                    comments=said,
                    base_revision=base_revision,
                    on=on,
                )
            raise AssessmentConflict(theirs, answers=answers, comments=said, on=on)
    policies.refuse(obstacles)
    version = version_for(actor=actor, case=case, point=point)
    fields = _scored(actor, case, version, answers, said, on)
    assessment = Assessment.objects.create(
        case=case,
        point=point,
        status=Assessment.Status.SUBMITTED,
        episode=episode,
        assessor_id=actor.user_id,
        on=on,
        **fields,
    )
    end_draft(actor=actor, case_id=case.pk, point=point)
    finish(actor, assessment, f"assessments.{point}_submitted", weak=assessment.weak)
    if point == FOLLOW_UP and case.follow_ups.filter(done_on=None, cancelled_at=None).exists():
        cases.record_follow_up_done(actor=actor, case_id=case.pk, on=on)
    return assessment


@transaction.atomic
def correct(
    *,
    actor: Actor,
    assessment_id: int,
    answers: Answers,
    comments: Mapping[str, str] | None = None,
    base_revision: int,
    on: date,
) -> Assessment:
    """Replace a form by its next revision; the old one stays readable, the score is counted anew.

    What was approved stays approved, for only who approves may correct it; anything else waits for approval again.
    """
    said = dict(comments or {})
    old = get(actor=actor, assessment_id=assessment_id)
    case = lock_case(actor=actor, case_id=old.case_id)
    old.refresh_from_db(fields=["status"])
    if old.status == Assessment.Status.REPLACED or old.revision != base_revision:
        raise AssessmentConflict(newest_of(old), answers=answers, comments=said, on=on)
    policies.check_can_correct(actor, old, is_member=is_member(actor=actor, case_id=case.pk))
    others = standing_of(case.pk, but=old.pk)
    policies.refuse(obstacles_to_day(old.point, others, on=on, episode=old.episode))
    if old.version is None:
        raise policies.unseen()
    fields = _scored(actor, case, old.version, answers, said, on)
    stays_approved = old.status == Assessment.Status.APPROVED
    Assessment.objects.filter(pk=old.pk).update(status=Assessment.Status.REPLACED)
    new = Assessment.objects.create(
        case=case,
        point=old.point,
        status=Assessment.Status.APPROVED if stays_approved else Assessment.Status.SUBMITTED,
        episode=old.episode,
        assessor_id=actor.user_id or old.assessor_id,
        revision=old.revision + 1,
        replaces=old,
        approved_by_id=actor.user_id if stays_approved else None,
        approved_at=old.approved_at if stays_approved else None,
        on=on,
        **fields,
    )
    end_draft(actor=actor, case_id=case.pk, point=old.point, assessment_id=old.pk)
    finish(actor, new, "assessments.corrected", revision=new.revision, weak=new.weak)
    return new


def _scored(
    actor: Actor,
    case: Case,
    version: InstrumentVersion,
    answers: Answers,
    comments: Mapping[str, str],
    on: date,
) -> dict[str, Any]:
    """The fields of a filled form: answers as given, and the score that follows from them."""
    definition = definition_of(version)
    subjects = subjects_of(actor=actor, case=case, on=on)
    _check(definition, answers, comments, subjects)
    ages = whole_years(subjects)
    result = score(definition, answers, ages)
    return {
        "version": version,
        "instrument_code": definition.code,
        "answers": {code: dict(given) for code, given in answers.items() if given},
        "comments": clean_comments(definition, comments),
        "ages": ages,
        "ratings": list(result.ratings),
        "weak": result.total,
        "rated": result.rated,
        "applicable": result.applicable,
        "critical": len(result.critical),
        "strengths": len(result.strengths),
        "sections_weak": result.sections,
        "sections_priority": len(result.priority_sections),
        "weak_by_section": list(result.total_by_section),
        "rated_by_section": list(result.rated_by_section),
    }


def _check(
    definition: Definition, answers: Answers, comments: Mapping[str, str], subjects: tuple[Subject, ...]
) -> None:
    faults = check_answers(definition, answers, subjects)
    if faults:
        items = ", ".join(sorted({fault.item for fault in faults}))
        raise Invalid(
            {"": _("These answers do not fit the form: %(items)s. Reload the page and check them.") % {"items": items}}
        )
    if not any(given for given in answers.values()):
        raise Invalid({"": _("Nothing has been answered yet. Rate at least one item.")})
    long = [code for code, text in comments.items() if len(text) > LONGEST_COMMENT]
    if long:
        raise Invalid({f"c-{code}": _("Shorten this comment to 2,000 characters.") for code in long})
