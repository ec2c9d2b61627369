"""What became of the family: homes, assessments, its cases and the look back at it."""

from django.db.models import (
    CharField,
)
from django.db.models.functions import Cast, Concat

from opora.assessments.models import Assessment
from opora.cases.models import Case, Closing, FollowUpContact
from opora.families.models import FamilyMember, Placement
from opora.life.queries.scope import Scope
from opora.life.queries.sources.rows import Rows, rows_of


def placements(scope: Scope) -> Rows:
    children = FamilyMember.objects.filter(family_id=scope.family_id or 0).values("person_id")
    found = Placement.objects.filter(child__in=children, voided_at=None)
    code = Concat("child__code_letter", Cast("child__code_number", CharField()))
    return rows_of(found, "placement", on="from_on", moment="recorded_at", kind="kind", child="child_id", code=code)


def assessed(scope: Scope) -> Rows:
    found = Assessment.objects.filter(scope.of_cases(), status=Assessment.Status.APPROVED)
    return rows_of(
        found, "assessment", by="assessor_id", moment="created_at", point="point", weak="weak", case="case_id"
    )


def openings(scope: Scope) -> Rows:
    found = Case.objects.filter(scope.of_cases("pk"))
    return rows_of(found, "opened", on="opened_on", moment="created_at", number="number", program="program__name")


def closings(scope: Scope) -> Rows:
    found = Closing.objects.filter(scope.of_cases())
    return rows_of(found, "closed", text="summary", reason="reason", reopened="reopened_on")


def follow_ups(scope: Scope) -> Rows:
    found = FollowUpContact.objects.filter(scope.of_cases("follow_up__case_id"))
    return rows_of(found, "follow_up", by="by_id", text="note", result="result", state="family_state")
