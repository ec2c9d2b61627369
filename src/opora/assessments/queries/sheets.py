"""The sheet somebody fills in: the form in its right version, the people to rate, and what is already written."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from opora.access.rules import Actor
from opora.assessments import policies
from opora.assessments.models import Assessment, AssessmentDraft
from opora.assessments.queries.reading import episode_of, get, newest_of, standing_form, standing_of
from opora.assessments.rules import ENTRY, OVERTAKEN, POINTS, Subject, obstacles_to_writing
from opora.cases.models import Case
from opora.cases.queries import children_on, get_case_and_part, is_member
from opora.common.dates import parse_day
from opora.common.errors import NotFound
from opora.families import queries as families
from opora.families.models import FamilyMember, Person
from opora.families.rules import CAREGIVERS
from opora.instruments.models import InstrumentVersion
from opora.instruments.queries import definition_of, newest_version
from opora.instruments.rules import Definition, Level


@dataclass(frozen=True, slots=True)
class Sheet:
    """A form ready to be filled in. `assessment` is the one being corrected, None for a new one.

    `theirs` is set when somebody handed in the same form while this person was typing the draft.
    """

    case: Case
    point: str
    version: InstrumentVersion
    definition: Definition
    subjects: tuple[Subject, ...]
    on: date
    assessment: Assessment | None = None
    draft: AssessmentDraft | None = None
    theirs: Assessment | None = None
    may_approve: bool = False

    @property
    def base_revision(self) -> int:
        """The revision this sheet starts from; 0 for a new form."""
        return self.assessment.revision if self.assessment else 0


def sheet_for(*, actor: Actor, case_id: int, point: str, on: date, is_sent: bool = False) -> Sheet:
    """The sheet of a new form at a point of a case; Conflict or Refused with the reason when it may not be begun.

    `is_sent` reads the sheet of a form that somebody filled in and sends: `on` is the day typed there, and whether
    the form may still stand is decided by `submit`, so that nothing typed is lost on the way.
    """
    if point not in POINTS:
        raise NotFound
    case, member = get_case_and_part(actor=actor, case_id=case_id)
    policies.check_can_write(actor, case, is_member=member)
    version = version_for(actor=actor, case=case, point=point)
    draft = _draft(actor, case_id=case.pk, point=point)
    day = on if is_sent else _day_of(draft, on)
    theirs = None if is_sent else _begin(case, point, draft, day)
    return Sheet(
        case=case,
        point=point,
        version=version,
        definition=definition_of(version),
        subjects=subjects_of(actor=actor, case=case, on=day),
        on=day,
        draft=draft,
        theirs=theirs,
        may_approve=policies.can_approve(actor, case, is_member=member),
    )


def _begin(case: Case, point: str, draft: AssessmentDraft | None, day: date) -> Assessment | None:
    """The form that somebody handed in while this draft was typed; refuses when nothing may be begun here.

    A wrong day is no reason to refuse the sheet, but it may show that somebody was faster.
    """
    standing, is_open = standing_of(case.pk), case.closed_on is None
    episode = episode_of(case, standing)
    if draft is not None:
        found = obstacles_to_writing(point, standing, is_open=is_open, episode=episode, on=day)
        theirs = standing_form(case, point, episode=episode, on=day) if OVERTAKEN & set(found) else None
        if theirs is not None:
            return theirs
    policies.refuse(obstacles_to_writing(point, standing, is_open=is_open, episode=episode))
    return None


def correction_sheet(*, actor: Actor, assessment_id: int, sent_on: date | None = None) -> Sheet:
    """The sheet of a form that is corrected, filled in as it stands; `sent_on` is the day typed in a sent one."""
    assessment = get(actor=actor, assessment_id=assessment_id)
    member = is_member(actor=actor, case_id=assessment.case_id)
    draft = _draft(actor, case_id=assessment.case_id, point=assessment.point, assessment_id=assessment.pk)
    is_overtaken = draft is not None and assessment.status == Assessment.Status.REPLACED
    theirs = newest_of(assessment) if is_overtaken else None
    if theirs is None and sent_on is None:
        policies.check_can_correct(actor, assessment, is_member=member)
    version = assessment.version
    if version is None:
        raise policies.unseen()
    day = sent_on or _day_of(draft, assessment.on)
    return Sheet(
        case=assessment.case,
        point=assessment.point,
        version=version,
        definition=definition_of(version),
        subjects=subjects_of(actor=actor, case=assessment.case, on=day),
        on=day,
        assessment=assessment,
        draft=draft,
        theirs=theirs,
        may_approve=policies.can_approve(actor, assessment.case, is_member=member),
    )


def version_for(*, actor: Actor, case: Case, point: str) -> InstrumentVersion:
    """The version of the form: that of the case's entry, so that both can be compared; the newest without one."""
    entry = None if point == ENTRY else _entry_of(case)
    if entry is not None and entry.version is not None:
        return entry.version
    return newest_version(actor=actor, code=entry.instrument_code if entry else case.program.instrument_code)


def _entry_of(case: Case) -> Assessment | None:
    """The entry with its version, whose text is left in the database: the room of forms keeps it in memory."""
    return (
        Assessment.objects.filter(case=case, point=ENTRY)
        .exclude(status=Assessment.Status.REPLACED)
        .select_related("version__instrument")
        .defer("answers", "comments", "ages", "ratings", "version__definition")
        .order_by("on", "id")
        .first()
    )


def subjects_of(*, actor: Actor, case: Case, on: date) -> tuple[Subject, ...]:
    """Whom the form rates on a day: the family, its caregivers (the client first), the children of the case."""
    adults = _caregivers(case, on)
    children = children_on(case, on=on)
    ages = families.ages_of(actor=actor, people=children, on=on)
    return (
        Subject.family(),
        *(Subject(str(adult.pk), Level.CAREGIVER, adult.code) for adult in adults),
        *(
            Subject(str(child.pk), Level.CHILD, child.code, age.years if (age := ages.get(child.pk)) else None)
            for child in children
        ),
    )


def subjects_in(assessment: Assessment) -> tuple[Subject, ...]:
    """Whom a filled form rated, with the ages it was scored by."""
    ages = {str(key): age for key, age in assessment.ages.items()}
    keys = dict.fromkeys(ages) | {key: None for given in (assessment.answers or {}).values() for key in given}
    people = [key for key in keys if key.isdecimal()]
    codes = families.codes([int(key) for key in people])
    rated = [
        Subject(key, Level.CHILD if key in ages else Level.CAREGIVER, codes.get(int(key), ""), ages.get(key))
        for key in people
    ]
    return (Subject.family(), *sorted(rated, key=lambda one: one.level is Level.CHILD))


def answers_now(assessment: Assessment) -> dict[str, dict[str, Any]]:
    """The answers of a filled form, of the people as they are known now: a form is final, its people may be merged."""
    answers = assessment.answers or {}
    keys = {key for given in answers.values() for key in given if key.isdecimal()}
    stays = families.stays_for([int(key) for key in keys]) if keys else {}
    names = {str(gone): str(kept) for gone, kept in stays.items()}
    return {item: {names.get(key, key): value for key, value in given.items()} for item, given in answers.items()}


def _caregivers(case: Case, on: date) -> list[Person]:
    members = FamilyMember.objects.select_related("person").filter(family_id=case.family_id, role__in=CAREGIVERS)
    present = [
        member.person
        for member in members.defer("person__identity").order_by("pk")
        if (member.from_on is None or member.from_on <= on) and (member.to_on is None or member.to_on > on)
    ]
    client = case.client
    return [client, *(person for person in present if person.pk != client.pk)]


def _draft(actor: Actor, *, case_id: int, point: str, assessment_id: int | None = None) -> AssessmentDraft | None:
    if actor.user_id is None:
        return None
    drafts = AssessmentDraft.objects.filter(case_id=case_id, point=point, user_id=actor.user_id)
    return (
        drafts.filter(assessment__isnull=True) if assessment_id is None else drafts.filter(assessment_id=assessment_id)
    ).first()


def _day_of(draft: AssessmentDraft | None, on: date) -> date:
    """The day typed into the draft, when it is one."""
    try:
        return parse_day(str(draft.payload_told.get("on", ""))) if draft else on
    except ValueError:
        return on
