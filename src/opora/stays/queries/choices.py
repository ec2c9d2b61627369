"""Choices of this room as forms offer them."""

from opora.common.choices import Offered, offered
from opora.stays.models import Admission, Bed, Shelter


def reasons_offered() -> Offered:
    """Why a family may need a place."""
    return offered(*Admission.Reason)


def bed_kinds() -> Offered:
    return offered(*Bed.Kind)


def shelter_kinds() -> Offered:
    return offered(*Shelter.Kind)
