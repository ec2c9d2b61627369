"""What a catalogue of services is, and how its file is read and checked."""

from opora.catalogue.rules.catalogue import (
    CONFIDENTIALITY,
    FORMATS,
    GIVERS,
    HORIZONS,
    KINDS_442,
    MODES,
    PROVIDERS,
    Catalogue,
    DirectionPlan,
    OutcomeAim,
    ServicePlan,
)
from opora.catalogue.rules.reading import SERVICES_FILE, read_catalogue

__all__ = [
    "CONFIDENTIALITY",
    "FORMATS",
    "GIVERS",
    "HORIZONS",
    "KINDS_442",
    "MODES",
    "PROVIDERS",
    "SERVICES_FILE",
    "Catalogue",
    "DirectionPlan",
    "OutcomeAim",
    "ServicePlan",
    "read_catalogue",
]
