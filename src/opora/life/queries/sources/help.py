"""What changes in a life, and what is done with the people around the family."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BinaryField, Case, CharField, DecimalField, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from opora.circumstances.models import LifeChange
from opora.circumstances.policies import RESTRICTED
from opora.life.queries.scope import Scope
from opora.life.queries.sources.rows import Rows, photos_of, rows_of
from opora.network.models import NetworkRecord, NetworkTie
from opora.results.models import FailedAssumption, Result, ResultMark
from opora.results.rules import RESTRICTED as RESTRICTED_RESULTS
from opora.results.words import SAID
from opora.services.models import Provision
from opora.stays.models import Admission, DutyNote, Waiting


def changes(scope: Scope) -> Rows:
    """Of health the life only says that something was recorded: not everybody who reads it may read of illnesses."""
    is_closed = When(kind__in=sorted(RESTRICTED), then=Value(None))
    found = LifeChange.every.filter(scope.records).annotate(
        open_note=Case(is_closed, default=F("note"), output_field=BinaryField()),
        open_value=Case(is_closed, default=F("value"), output_field=CharField()),
        open_number=Case(is_closed, default=F("number"), output_field=DecimalField()),
    )
    return rows_of(
        found,
        "change",
        by="by_id",
        text="open_note",
        moment="recorded_at",
        voided="voided_on",
        kind="kind",
        item="item",
        value="open_value",
        number="open_number",
        rated="rated_by",
        person="person_id",
    )


def results(scope: Scope) -> Rows:
    """What was said of results; of health the life only says that something was."""
    is_closed = When(concept__in=sorted(RESTRICTED_RESULTS), then=Value(None))
    found = Result.every.filter(scope.records).annotate(
        open_note=Case(is_closed, default=F("note"), output_field=BinaryField()),
        open_concept=Case(is_closed, default=F("concept"), output_field=CharField()),
    )
    return rows_of(
        found,
        "result",
        by="by_id",
        text="open_note",
        moment="recorded_at",
        voided="voided_on",
        state="state",
        concept="open_concept",
        person="person_id",
    )


def assumptions(scope: Scope) -> Rows:
    """Assumptions of the logic models that did not hold."""
    return rows_of(
        FailedAssumption.every.filter(scope.records),
        "assumption",
        by="by_id",
        text="text",
        moment="recorded_at",
        voided="voided_on",
        ru="title_ru",
        en="title_en",
    )


def reached(scope: Scope) -> Rows:
    """Results that records show by themselves; those that somebody told are told by that word."""
    return rows_of(_derived(scope).exclude(since_by__startswith=SAID), "reached", on="since", **_of("since_by"))


def lost_again(scope: Scope) -> Rows:
    """Results that records show to be lost again."""
    found = _derived(scope).filter(until__isnull=False).exclude(until_by__startswith=SAID)
    return rows_of(found, "lost_again", on="until", **_of("until_by"))


def _derived(scope: Scope) -> "QuerySet[ResultMark]":
    found = ResultMark.objects.filter(scope.of_cases(), kind=ResultMark.Kind.REACHED)
    return found.exclude(concept__in=sorted(RESTRICTED_RESULTS))


def _of(source: str) -> dict[str, str]:
    return {"concept": "concept", "person": "person_id", "source": source}


def waits(scope: Scope) -> Rows:
    """Waiting for a place in a centre, from the day on which it began."""
    return rows_of(
        Waiting.every.filter(scope.records),
        "waiting",
        on="since_on",
        by="by_id",
        text="note",
        moment="recorded_at",
        voided="voided_on",
        urgency="urgency",
        answer="answer",
        answered="answered_on",
    )


def stays(scope: Scope) -> Rows:
    """A stay in a centre: on the day of moving in while it goes on, on the day of leaving once it is over."""
    came = Q(stay__isnull=False) | Q(voided_on__isnull=False)
    found = Admission.every.filter(scope.of_cases()).filter(came)
    return rows_of(
        found,
        "stay",
        on=Coalesce("stay__left_on", "stay__from_on", "expected_on"),
        by="by_id",
        text="reason_note",
        moment="recorded_at",
        voided="voided_on",
        shelter="shelter__name",
        began="stay__from_on",
        left="stay__left_on",
        until="stay__planned_until",
        reason="reason",
    )


def shifts(scope: Scope) -> Rows:
    """What the shifts of a centre wrote of the family; what stood there before is told by its amendments."""
    return rows_of(
        DutyNote.every.filter(scope.of_cases()),
        "shift",
        at="at",
        by="by_id",
        text="text",
        more="measures",
        moment="recorded_at",
        voided="voided_on",
        kind="kind",
        weight="weight",
        photos=photos_of("stays.dutynote"),
    )


def around(scope: Scope) -> Rows:
    """Social maps as they were drawn anew, and talks with the people around."""
    ties = NetworkTie.objects.filter(record=OuterRef("pk"))
    return rows_of(
        NetworkRecord.every.filter(scope.records),
        "network",
        by="by_id",
        text="text",
        more="member__name",
        moment="recorded_at",
        voided="voided_on",
        kind="kind",
        who="member__kind",
        person="member__person_id",
        next="next_on",
        confirmed="confirmed_on",
        ties=ArraySubquery(ties.order_by("pk").values("kind")),
    )


def services(scope: Scope) -> Rows:
    """Services given; of a service about health the life says that it was, and its words stay with the service.

    What is a service because things or money were given is told by its act, and one given at the meeting of a group
    by the meeting.
    """
    people = Provision.people.through.objects.filter(provision=OuterRef("pk"))
    found = (
        Provision.every.filter(scope.records)
        .exclude(origin__regex=r"^(goods|groups)[.]")
        .annotate(open_note=Case(When(service__confidentiality="ordinary", then=F("note")), output_field=BinaryField()))
    )
    return rows_of(
        found,
        "service",
        at="at",
        by="by_id",
        text="open_note",
        moment="recorded_at",
        voided="voided_on",
        kind="state",
        ru="service__title_ru",
        en="service__title_en",
        minutes="minutes",
        signed="origin",
        people=ArraySubquery(people.order_by("id").values("person_id")),
        photos=photos_of("services.provision"),
    )
