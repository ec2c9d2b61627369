"""What was seen, said and given: visits, talks, letters, observations, help, risks, signals."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    OuterRef,
    Q,
)
from django.db.models.functions import Coalesce, JSONObject, TruncDate

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
from opora.life.queries.sources.rows import Rows, photos_of, rows_of


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
        photos=photos_of("intake.visit"),
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
        photos=photos_of("intake.contact"),
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
        photos=photos_of("intake.observation"),
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
    return rows_of(
        RiskForm.every.filter(scope.of_routes()),
        "risk",
        by="by_id",
        text="needs",
        moment="recorded_at",
        voided="voided_on",
        level="level",
    )


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
