"""Begun forms about stays and the places of a centre that can be sent no more."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from opora.cases.models import Stay
from opora.common.lapses import VOIDED, VOIDED_SAID, Lapse, Subject, by_number, ended, voided
from opora.stays.models import (
    Admission,
    Departure,
    DutyNote,
    ExitDay,
    ExitIssue,
    ExtensionAsk,
    NightAway,
    RoutineMark,
    Shelter,
    SkillLevel,
    SkillLine,
    Waiting,
)

_SAID = {
    **VOIDED_SAID,
    "admission.decided": _("The family has come or will not come: this form cannot be sent any more."),
    "admission.left": _("The family does not live in the centre any more, so this form cannot be sent."),
    "stay.placed": _("It is recorded meanwhile where the family lives: correct the admission instead."),
    "extension.decided": _("A longer stay was decided meanwhile, so this form cannot be sent any more."),
    "waiting.over": _("The family waits for a place no more, so this form cannot be sent any more."),
    "shelter.closed": _("This place is closed, so this form cannot be sent any more."),
}


def _decided(numbers: Collection[int]) -> object:
    over = Q(stay__isnull=False) | Q(called_off_on__isnull=False) | Q(voided_on__isnull=False)
    return Admission.every.filter(over, pk__in=numbers)


def _left(numbers: Collection[int]) -> dict[int, str]:
    """Families that moved out meanwhile, and those that never came."""
    gone = Admission.every.filter(Q(stay__left_on__isnull=False) | Q(voided_on__isnull=False), pk__in=numbers)
    return dict.fromkeys(gone.values_list("pk", flat=True), "admission.left")


def _answered(numbers: Collection[int]) -> dict[int, str]:
    """Longer stays that nobody has to decide any more."""
    asked = ExtensionAsk.objects.filter(admission_id__in=numbers, state=ExtensionAsk.State.ASKED, voided_on=None)
    return dict.fromkeys(set(numbers) - set(asked.values_list("admission_id", flat=True)), "extension.decided") | _left(
        numbers
    )


def _closed(numbers: Collection[int]) -> object:
    return Shelter.objects.filter(pk__in=numbers, closed_on__isnull=False)


def _over(numbers: Collection[int]) -> object:
    """Families that wait no more, and those put on the list by mistake."""
    return Waiting.every.filter(Q(answered_on__isnull=False) | Q(voided_on__isnull=False), pk__in=numbers)


_RECORDS: dict[str, Any] = {
    "admission": Admission,
    "away": NightAway,
    "departure": Departure,
    "exit-day": ExitDay,
    "extension": ExtensionAsk,
    "issue": ExitIssue,
}
_NOTED: dict[str, Any] = {"mark": RoutineMark, "level": SkillLevel, "skill": SkillLine}


def _mended(subjects: Sequence[Subject]) -> list[str]:
    """Records of stays that were taken back, by the kind that stands in the address."""
    asked: dict[str, set[str]] = defaultdict(set)
    for one in subjects:
        asked[one["mended"]].add(one["mended_id"])
    gone: set[tuple[str, str]] = set()
    for kind, numbers in asked.items():
        if kind in _RECORDS:
            found = _RECORDS[kind].every.filter(pk__in=numbers, voided_on__isnull=False)
            gone |= {(kind, str(pk)) for pk in found.values_list("pk", flat=True)}
        elif kind in _NOTED:
            left = {str(pk) for pk in _NOTED[kind].objects.filter(pk__in=numbers).values_list("pk", flat=True)}
            gone |= {(kind, number) for number in numbers - left}
    return [VOIDED if (one["mended"], one["mended_id"]) in gone else "" for one in subjects]


def _placed(numbers: Collection[int]) -> dict[int, str]:
    """Stays that were taken back, and those that have beds meanwhile: they are mended on their own page."""
    there = set(Stay.objects.filter(pk__in=numbers).values_list("pk", flat=True))
    placed = set(Admission.objects.filter(stay__in=numbers).values_list("stay_id", flat=True))
    return dict.fromkeys(set(numbers) - there, VOIDED) | dict.fromkeys(there & placed, "stay.placed")


LAPSES = (
    Lapse(("stays:mend", "stays:void"), _mended, VOIDED_SAID),
    Lapse(("stays:stay_correct", "stays:stay_void"), by_number("stay_id", _placed), _SAID),
    Lapse(("stays:correct",), by_number("admission_id", voided(Admission)), _SAID),
    Lapse(("stays:wait_change", "stays:wait_answer"), by_number("waiting_id", ended("waiting.over", _over)), _SAID),
    Lapse(
        ("stays:ask", "stays:away", "stays:join", "stays:move", "stays:one_leaves"),
        by_number("admission_id", _left),
        _SAID,
    ),
    Lapse(("stays:decide",), by_number("admission_id", _answered), _SAID),
    Lapse(("stays:arrive", "stays:call_off"), by_number("admission_id", ended("admission.decided", _decided)), _SAID),
    Lapse(("stays:duty_correct", "stays:duty_void"), by_number("duty_id", voided(DutyNote)), _SAID),
    Lapse(
        ("stays:duty_new", "stays:hand_over", "stays:room_new"),
        by_number("shelter_id", ended("shelter.closed", _closed)),
        _SAID,
    ),
)
