"""Choices of this room as forms offer them."""

from typing import Any

from django.utils.translation import pgettext

from opora.common.choices import Offered, offered
from opora.stays.models import Admission, Bed, BedUse, Shelter


def reasons_offered() -> Offered:
    """Why a family may need a place."""
    return offered(*Admission.Reason)


def bed_kinds() -> Offered:
    return offered(*Bed.Kind)


def shelter_kinds() -> Offered:
    return offered(*Shelter.Kind)


def bed_states() -> dict[str, Any]:
    """The states of a bed on a night, in words."""
    return {"free": pgettext("bed", "free"), **dict(BedUse.Kind.choices)}
