"""Begun forms about stays and the places of a centre that can be sent no more."""

from collections.abc import Collection

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from opora.common.lapses import VOIDED_SAID, Lapse, by_number, ended, voided
from opora.stays.models import Admission, DutyNote, Shelter

_SAID = {
    **VOIDED_SAID,
    "admission.decided": _("The family has come or will not come: this form cannot be sent any more."),
    "shelter.closed": _("This place is closed, so this form cannot be sent any more."),
}


def _decided(numbers: Collection[int]) -> object:
    return Admission.objects.filter(Q(stay__isnull=False) | Q(called_off_on__isnull=False), pk__in=numbers)


def _closed(numbers: Collection[int]) -> object:
    return Shelter.objects.filter(pk__in=numbers, closed_on__isnull=False)


LAPSES = (
    Lapse(("stays:arrive", "stays:call_off"), by_number("admission_id", ended("admission.decided", _decided)), _SAID),
    Lapse(("stays:duty_correct", "stays:duty_void"), by_number("duty_id", voided(DutyNote)), _SAID),
    Lapse(
        ("stays:duty_new", "stays:hand_over", "stays:room_new"),
        by_number("shelter_id", ended("shelter.closed", _closed)),
        _SAID,
    ),
)
