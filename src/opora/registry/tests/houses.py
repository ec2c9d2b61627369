"""The house of the source practice: its programs in force, and the ten cases of its workbook brought in."""

from datetime import date
from pathlib import Path

from opora.access.rules import SYSTEM
from opora.packs.actions import publish_practice
from opora.packs.queries import shipped_practices
from opora.registry.actions import import_registry

WORKBOOK = Path(__file__).parents[1] / "data" / "registry.xlsx"


def bring_in_ten_cases() -> None:
    """Five cases of the support at home and five of the centre, as the organization wrote them."""
    publish_practice(actor=SYSTEM, folder=shipped_practices()["support_and_shelter"])
    import_registry(actor=SYSTEM, data=WORKBOOK.read_bytes(), on=date(2026, 11, 24))
