"""Tables of stays."""

from opora.stays.models.lodging import Admission, BedUse, ExtensionAsk, Lodger, NightAway
from opora.stays.models.places import Bed, Room, Shelter

__all__ = ["Admission", "Bed", "BedUse", "ExtensionAsk", "Lodger", "NightAway", "Room", "Shelter"]
