"""What every change of the people around a family begins with."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from opora.access.rules import Actor
from opora.cases.models import Case
from opora.common.text import squeeze
from opora.process import actions as process
from opora.process.models import Amendment, Route, Voidable, WorkRecord
from opora.process.queries import Place, recordable

LONGEST_NAME, LONGEST_TEXT = 120, 5_000
Row = TypeVar("Row", bound=WorkRecord)


def hold_place(*, actor: Actor, route_id: int | None = None, case_id: int | None = None) -> Place:
    """The place, held until the transaction ends, so that of two people at once the second sees what the first did."""
    place = recordable(actor=actor, route_id=route_id, case_id=case_id)
    if place.route is not None:
        Route.objects.select_for_update().filter(pk=place.route.pk).values_list("pk").first()
    elif place.case is not None:
        Case.objects.select_for_update().filter(pk=place.case.pk).values_list("pk").first()
    return place


def hold_record(*, actor: Actor, find: Callable[[], Row]) -> tuple[Row, Place]:
    """A record with its place, read again once the place is held: it may have been taken off meanwhile."""
    found = find()
    place = hold_place(actor=actor, route_id=found.route_id, case_id=found.case_id)
    return find(), place


def name_kept(text: str, field: str, wrong: dict[str, object], *, sentence: object, too_long: object) -> str:
    """A name as kept."""
    kept = squeeze(text)
    if not kept:
        wrong[field] = sentence
    elif len(kept) > LONGEST_NAME:
        wrong[field] = too_long
    return kept


def text_kept(text: str, field: str, wrong: dict[str, object], *, too_long: object) -> str:
    """A longer text as kept, which may be empty."""
    kept = text.strip()
    if len(kept) > LONGEST_TEXT:
        wrong[field] = too_long
    return kept


def take_off(actor: Actor, record: Voidable, place: Place, on: date) -> None:
    """What stands wrong counts no more. Who is around is no event of a day: whoever works with the family mends it."""
    record.voided_on = on
    record.save(update_fields=["voided_on"])
    kind = Amendment.Kind.VOIDED
    process.amend(actor=actor, record=record, place=place, kind=kind, what="network", is_reason_needed=False, on=on)
