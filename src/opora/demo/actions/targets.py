"""What the organization of the demonstration wants to reach: a chain breaks where one of these is missed."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from opora.access.rules import Actor
from opora.indicators import actions
from opora.indicators.models import Target

# Indicator, at least or at most, value: a share as a part of one.
_TARGETS: Final = (
    ("IND-01", "at_least", "50"),
    ("IND-04f", "at_least", "20"),
    ("IND-15", "at_least", "0.8"),
    ("IND-17p", "at_least", "0.5"),
    ("IND-20", "at_least", "0.9"),
    ("IND-30", "at_least", "0.7"),
    ("IND-35", "at_most", "0.1"),
)


class TargetWriter:
    """Sets targets for the whole organization, from the first of January on."""

    def __init__(self, actors: Mapping[str, Actor], *, today: date) -> None:
        self.actors = actors
        self.today = today

    def write(self) -> None:
        """Once in a home."""
        if Target.objects.exists():
            return
        for code, way, value in _TARGETS:
            actions.set_target(
                actor=self.actors["head"],
                indicator=code,
                program_id=None,
                way=way,
                value=Decimal(value),
                from_on=self.today.replace(month=1, day=1),
            )
