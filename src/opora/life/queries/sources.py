"""Where the life of a family is gathered from: each kind of record as rows of one shape, so that one question asks all.

A row has: the source and the key of the record, its day and hour, the moment it was recorded, who did it, what is
sealed about it (two texts at most), the codes for its sentence, and the day on which it was voided.
"""

from collections.abc import Callable
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BigIntegerField,
    BinaryField,
    CharField,
    DateField,
    DateTimeField,
    F,
    OuterRef,
    Q,
    QuerySet,
    TimeField,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Concat, JSONObject, TruncDate

from opora.assessments.models import Assessment
from opora.cases.models import Case, Closing, FollowUpContact
from opora.councils.models import Ballot, Conference
from opora.families.models import FamilyMember, Placement
from opora.intake.models import (
    AidItem,
    ContactRecord,
    Observation,
    Referral,
    RiskForm,
    SourceNote,
    UrgentAid,
    Visit,
    VisitedChild,
)
from opora.life.queries.scope import Scope
from opora.papers.models import Letter, Notice, StoredFile
from opora.partners.models import OnwardReferral
from opora.plans.models import FamilyStep, Goal, PlanRevision, Task, UnforeseenEvent
from opora.process.models import RouteStep

Rows = QuerySet[Any, Any]
COLUMNS = ("l_source", "l_pk", "l_on", "l_at", "l_moment", "l_by", "l_text", "l_more", "l_extra", "l_voided")


def rows_of(
    found: "QuerySet[Any]",
    name: str,
    /,
    *,
    on: Any = "on",
    at: Any = None,
    by: str = "",
    text: str = "",
    more: str = "",
    moment: str = "",
    voided: str = "",
    **extra: Any,
) -> Rows:
    """Records as rows of the one shape."""
    day = F(on) if isinstance(on, str) else on
    return found.annotate(
        l_source=Value(name, output_field=CharField()),
        l_pk=Cast(F("pk"), BigIntegerField()),
        l_on=Cast(day, DateField()),
        l_at=F(at) if at else Cast(Value(None), TimeField()),
        l_moment=Coalesce(F(moment) if moment else Cast(Value(None), DateTimeField()), Cast(day, DateTimeField())),
        l_by=Cast(F(by) if by else Value(None), BigIntegerField()),
        l_text=F(text) if text else Cast(Value(None), BinaryField()),
        l_more=F(more) if more else Cast(Value(None), BinaryField()),
        l_extra=JSONObject(**extra),
        l_voided=F(voided) if voided else Cast(Value(None), DateField()),
    ).values_list(*COLUMNS)


def visits(scope: Scope) -> Rows:
    seen = VisitedChild.objects.filter(visit=OuterRef("pk"), was_seen=True, person__isnull=False)
    adults = Visit.adults.through.objects.filter(visit=OuterRef("pk"))
    return rows_of(
        Visit.every.filter(scope.records),
        "visit",
        on=Coalesce("held_on", "planned_on"),
        at="at",
        by="by_id",
        text="report",
        moment="recorded_at",
        voided="voided_on",
        held="held_on",
        not_held="not_held",
        safety="safety",
        approved="approved_on",
        visitors="visitor_ids",
        people=ArraySubquery(seen.order_by("number").values("person_id")),
        adults=ArraySubquery(adults.order_by("id").values("person_id")),
        photos=_photos("intake.visit"),
        route="route_id",
    )


def contacts(scope: Scope) -> Rows:
    return _contacts(scope, "contact", ~Q(kind=ContactRecord.Kind.LETTER))


def mail(scope: Scope) -> Rows:
    return _contacts(scope, "mail", Q(kind=ContactRecord.Kind.LETTER))


def _contacts(scope: Scope, source: str, kinds: Q) -> Rows:
    people = ContactRecord.people.through.objects.filter(contactrecord=OuterRef("pk"))
    return rows_of(
        ContactRecord.every.filter(scope.records, kinds),
        source,
        at="at",
        by="by_id",
        text="notes",
        more="whom",
        moment="recorded_at",
        voided="voided_on",
        kind="kind",
        party="party",
        result="result",
        due="answer_due_on",
        answered="answered_on",
        people=ArraySubquery(people.order_by("id").values("person_id")),
        photos=_photos("intake.contact"),
    )


def observations(scope: Scope) -> Rows:
    found = Observation.every.filter(scope.records)
    return rows_of(
        found,
        "observation",
        at="at",
        by="by_id",
        text="text",
        moment="recorded_at",
        voided="voided_on",
        worry="is_worry",
        photos=_photos("intake.observation"),
    )


def aid(scope: Scope) -> Rows:
    items = AidItem.objects.filter(aid=OuterRef("pk")).order_by("pk")
    return rows_of(
        UrgentAid.every.filter(scope.records, reverses=None),
        "aid",
        on="given_on",
        by="by_id",
        text="remark",
        moment="recorded_at",
        voided="voided_on",
        number="act_number",
        counter="reversed_by__act_number",
        items=ArraySubquery(items.values(line=JSONObject(kind="kind", quantity="quantity"))),
    )


def told_by_sources(scope: Scope) -> Rows:
    found = SourceNote.every.filter(scope.records)
    return rows_of(
        found, "source", by="by_id", text="told", moment="recorded_at", voided="voided_on", kind="kind", basis="basis"
    )


def risks(scope: Scope) -> Rows:
    return rows_of(RiskForm.objects.filter(scope.of_routes()), "risk", by="by_id", text="needs", level="level")


def signals(scope: Scope) -> Rows:
    found = Referral.objects.filter(scope.of_routes())
    return rows_of(
        found,
        "signal",
        on=TruncDate("received_at"),
        by="registered_by_id",
        moment="received_at",
        channel="channel",
        source="source",
    )


def family_steps(scope: Scope) -> Rows:
    found = FamilyStep.every.filter(scope.records)
    return rows_of(
        found,
        "step",
        by="by_id",
        text="text",
        more="task__title",
        moment="recorded_at",
        voided="voided_on",
        kind="kind",
        photos=_photos("plans.familystep"),
    )


def events(scope: Scope) -> Rows:
    found = UnforeseenEvent.every.filter(scope.records)
    return rows_of(
        found,
        "event",
        by="by_id",
        text="effect",
        moment="recorded_at",
        voided="voided_on",
        kind="kind",
        reviewed="reviewed_on",
        photos=_photos("plans.unforeseenevent"),
    )


def tasks(scope: Scope) -> Rows:
    found = Task.objects.filter(scope.of_routes("plan__route_id"), state=Task.State.DONE)
    return rows_of(found, "task", on="ended_on", by="ended_by_id", text="note", more="title", member="member_id")


def goals(scope: Scope) -> Rows:
    found = Goal.objects.filter(scope.of_routes("plan__route_id"), decided_on__isnull=False)
    return rows_of(found, "goal", on="decided_on", by="decided_by_id", more="title", state="state")


def plan_versions(scope: Scope) -> Rows:
    found = PlanRevision.objects.filter(scope.of_routes("plan__route_id"))
    return rows_of(found, "plan", by="by_id", text="reason", kind="kind", number="number", route="plan__route_id")


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


def moves(scope: Scope) -> Rows:
    """Steps of the path, without those that only carried it to another version of the process."""
    is_carried = Q(action="", is_override=False) & ~Q(from_stage="")
    found = RouteStep.objects.filter(scope.of_routes(), number__gt=1).exclude(is_carried)
    return rows_of(
        found,
        "move",
        by="by_id",
        moment="at",
        action="action",
        to="to_stage",
        reason="reason",
        decisions="decisions",
        fields="fields",
        version="version_id",
        sha="version__sha256",
    )


def ballots(scope: Scope) -> Rows:
    found = Ballot.objects.filter(scope.of_routes(), closed_on__isnull=False)
    return rows_of(found, "ballot", on="closed_on", by="closed_by_id", moment="closed_at", result="result")


def conferences(scope: Scope) -> Rows:
    found = Conference.objects.filter(scope.of_routes())
    return rows_of(found, "conference", by="by_id", text="remarks", decision="decision")


def letters(scope: Scope) -> Rows:
    found = Letter.every.filter(scope.of_routes())
    return rows_of(
        found,
        "letter",
        on=Coalesce("signed_on", "written_on"),
        by="by_id",
        moment="recorded_at",
        voided="voided_on",
        kind="kind",
        number="number",
        signed="signed_on",
    )


def notices(scope: Scope) -> Rows:
    found = Notice.objects.filter(scope.of_routes())
    return rows_of(
        found,
        "notice",
        on=TruncDate("sent_at"),
        by="by_id",
        moment="sent_at",
        addressee="addressee",
        due="answer_due_on",
        answered="answered_on",
    )


def onward(scope: Scope) -> Rows:
    found = OnwardReferral.objects.filter(scope.of_routes())
    return rows_of(found, "onward", on="handed_on", by="by_id", partner="partner__name", outcome="outcome")


def openings(scope: Scope) -> Rows:
    found = Case.objects.filter(scope.of_cases("pk"))
    return rows_of(found, "opened", on="opened_on", moment="created_at", number="number", program="program__name")


def closings(scope: Scope) -> Rows:
    found = Closing.objects.filter(scope.of_cases())
    return rows_of(
        found, "closed", reason="reason", summary="summary", reopened="reopened_on", reopening="reopen_reason"
    )


def follow_ups(scope: Scope) -> Rows:
    found = FollowUpContact.objects.filter(scope.of_cases("follow_up__case_id"))
    return rows_of(found, "follow_up", by="by_id", text="note", result="result", state="family_state")


def _photos(name: str) -> ArraySubquery:
    source = Concat(Value(f"{name}:"), Cast(OuterRef("pk"), CharField()))
    return ArraySubquery(StoredFile.objects.filter(source=source, destroyed_on=None).order_by("pk").values("pk"))


SOURCES: dict[str, Callable[[Scope], Rows]] = {
    "visit": visits,
    "contact": contacts,
    "mail": mail,
    "observation": observations,
    "aid": aid,
    "source": told_by_sources,
    "risk": risks,
    "signal": signals,
    "step": family_steps,
    "event": events,
    "task": tasks,
    "goal": goals,
    "plan": plan_versions,
    "placement": placements,
    "assessment": assessed,
    "move": moves,
    "ballot": ballots,
    "conference": conferences,
    "letter": letters,
    "notice": notices,
    "onward": onward,
    "opened": openings,
    "closed": closings,
    "follow_up": follow_ups,
}
