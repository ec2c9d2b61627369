"""What was written wrong in the invented centres and put right or taken back since, so that one sees how that looks."""

from datetime import date, timedelta

from opora.access.rules import Actor
from opora.demo.rules.centre import (
    AWAY_MENDED,
    AWAY_VOIDED,
    DAY_MENDED,
    LEFT_MENDED,
    NEVER_CAME,
    NOT_PREPARED,
    REASON_MENDED,
)
from opora.stays import actions, queries
from opora.stays.actions import Admitted
from opora.stays.models import Admission, Departure, ExitDay, Shelter
from opora.stays.rules import Berth


def mend_stays(shelter: Shelter, told: list[Admission], coordinator: Actor, *, today: date) -> None:
    """Of families whose everyday life is told: why one came, nights away, an agreed day, a preparation; a leaving."""
    for admission in told[1:2]:
        _mend_reason(admission, coordinator, today)
        _mend_nights(admission, coordinator, today)
    for agreed in ExitDay.objects.filter(admission__in=told[:1]):
        later = agreed.exit_on + timedelta(days=7)
        actions.correct_exit_day(
            actor=coordinator, exit_day_id=agreed.pk, exit_on=later, with_family=True, reason=DAY_MENDED, on=today
        )
    for admission in told[:1]:
        ready = actions.note_readiness(
            actor=coordinator, admission_id=admission.pk, kind="future", is_done=True, note=NOT_PREPARED[0], on=today
        )
        actions.void_readiness(actor=coordinator, readiness_id=ready.pk, reason=NOT_PREPARED[1], on=today)
    gone = Departure.objects.filter(admission__shelter=shelter).select_related("admission__stay").order_by("pk").first()
    if gone is not None and gone.admission.stay is not None and gone.admission.stay.left_on is not None:
        actions.correct_departure(
            actor=coordinator,
            departure_id=gone.pk,
            left_on=gone.admission.stay.left_on,
            destination=gone.destination,
            children=gone.children,
            is_supported=gone.is_supported,
            with_whom=LEFT_MENDED[0],
            reason=LEFT_MENDED[1],
            on=today,
        )


def take_in_wrongly(shelter: Shelter, case_id: int, berths: list[Berth], coordinator: Actor, *, today: date) -> None:
    """A family that lives at home was written into the centre, and taken out again; nothing where there is no bed."""
    if berths:
        made = actions.admit(
            actor=coordinator,
            case_id=case_id,
            shelter_id=shelter.pk,
            berths=berths,
            reason="violence",
            on=today,
        )
        actions.void_admission(actor=coordinator, admission_id=made.pk, reason=NEVER_CAME, on=today)


def _mend_reason(admission: Admission, coordinator: Actor, today: date) -> None:
    night = queries.first_night_of(admission, shelter_id=admission.shelter_id)
    if night is None:
        return
    reason, why = REASON_MENDED
    admitted = Admitted(night.from_on, night.until, tuple(night.berths.values()), reason, why)
    actions.correct_admission(actor=coordinator, admission_id=admission.pk, admitted=admitted, why=why, on=today)


def _mend_nights(admission: Admission, coordinator: Actor, today: date) -> None:
    """One night was two; another one was slept here after all."""
    mother = admission.lodgers.order_by("pk").first()
    stay = admission.stay
    if mother is None or stay is None or stay.from_on > today - timedelta(days=6):
        return
    for ago, note in ((5, AWAY_MENDED[0]), (2, AWAY_VOIDED[0])):
        [away] = actions.note_away(
            actor=coordinator,
            admission_id=admission.pk,
            lodger_ids=[mother.pk],
            from_on=today - timedelta(days=ago),
            back_on=today - timedelta(days=ago - 1),
            note=note,
            on=today,
        )
        if note == AWAY_VOIDED[0]:
            actions.void_away(actor=coordinator, away_id=away.pk, reason=AWAY_VOIDED[1], on=today)
            continue
        actions.correct_away(
            actor=coordinator,
            away_id=away.pk,
            from_on=away.from_on,
            back_on=away.from_on + timedelta(days=2),
            note=note,
            reason=AWAY_MENDED[1],
            on=today,
        )
